// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace blastoscope::ui {

class TrainingRun;

/// One line: what the run does, at which step it is, how long it will take.
QString runStatusText(const TrainingRun& run);

} // namespace blastoscope::ui
