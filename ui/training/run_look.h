// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QString>
#include <QStringList>

#include "ui/training/progress_tail.h"
#include "ui/training/run_settings.h"

namespace blastoscope::ui {

/// What a TrainingRun wants to know about its folder.
struct RunQuestion {
    QString folder;
    std::shared_ptr<ProgressTail> diary; ///< read by one look at a time
    int wish = 0;                        ///< number of the last thing that was asked of the worker
    bool mayHaveFailed = true;           ///< what the worker printed is of interest
};

/// What a run's folder shows at one moment.
struct RunLook {
    QString folder;
    int wish = 0; ///< of the question: what was asked of the worker since then is not in here
    bool alive = false;
    bool stops = false;  ///< the worker was asked to
    bool pauses = false; ///< the worker was asked to
    ProgressTail::Batch diary;
    QString lastWords; ///< of a worker that is gone and had nothing more to write into its diary
};

/// Any thread.
RunLook lookAt(const RunQuestion& question);

struct FoundRun {
    QString folder;
    RunSettings settings;
};

/// The runs in a folder without those in `known`. Any thread.
std::vector<FoundRun> findRuns(const QString& parent, const QStringList& known);

} // namespace blastoscope::ui
