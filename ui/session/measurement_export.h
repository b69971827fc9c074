// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/error.h"
#include "core/measure/export.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// The stack as it goes into the tables, at this moment. On the thread of the stack.
measure::StackRecord recordOf(const OpenStack& stack);

/// What the manifest tells about the program and the model behind the masks.
measure::ExportInfo exportInfoOf(const OpenStack& stack, const measure::ModelRecord& model);

} // namespace blastoscope::ui
