// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include <QStringList>

#include "core/base/error.h"
#include "core/measure/export.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// The stack as it goes into the tables, at this moment. On the thread of the stack.
measure::StackRecord recordOf(const OpenStack& stack);

/// What the manifest tells about the program, the model behind the masks, and what all the stacks have in common.
measure::ExportInfo exportInfoOf(std::span<const OpenStack* const> stacks, const measure::ModelRecord& model);

/// The files in `folder` that an export would replace.
QStringList measurementFilesIn(const QString& folder);

/// Follows the cells of stacks without tracks and writes the tables. Any thread; Cancelled leaves the folder as it was.
base::Status writeMeasurements(const QString& folder, std::vector<measure::StackRecord> records,
                               const measure::ExportInfo& info, const base::CancellationToken& cancel,
                               const base::ProgressCallback& onProgress);

} // namespace blastoscope::ui
