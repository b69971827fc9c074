// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell_services.h"

namespace blastoscope::gui {

/// Where the files of this installation and of this person are, and how models are loaded.
ui::ShellServices services();

} // namespace blastoscope::gui
