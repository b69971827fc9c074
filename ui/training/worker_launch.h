// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/error.h"

namespace blastoscope::ui {

/// File in a run's folder with what the worker printed.
inline constexpr auto kWorkerLogFile = "worker.log";

struct WorkerLaunch {
    QString program; ///< blastoscope-train
    QString folder;  ///< of the run
    QString device = QStringLiteral("auto");
    bool resume = false;
};

/// Starts the training worker as a process of its own that outlives this program, at low priority. Fails with NotFound
/// when the program is not installed and with Io when the system cannot start it.
base::Status launchWorker(const WorkerLaunch& launch);

/// The last thing the worker said about why it ended; empty when it said nothing.
QString lastWordsOfWorker(const QString& folder);

} // namespace blastoscope::ui
