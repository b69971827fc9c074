// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace blastoscope::ui {

/// Whether a worker holds the lock of a run's folder: it is alive then, whoever started it. The system takes the lock
/// from a worker that ended, however it ended.
bool isRunAlive(const QString& folder);

} // namespace blastoscope::ui
