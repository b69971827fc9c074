// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace blastoscope::ui {

/// Files in a run's folder by which its worker is told what to do at its next step.
inline constexpr auto kPauseFile = "pause"; ///< it waits while this is there
inline constexpr auto kStopFile = "stop";

} // namespace blastoscope::ui
