// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace blastoscope::ui {

/// Makes the calling thread, and those it starts from now on, yield to the window. QThread's own priorities do nothing
/// under Linux's default scheduler; there this sets the thread's nice value.
void lowerThreadPriority();

} // namespace blastoscope::ui
