// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_look.h"

#include <QDir>

#include "ui/training/control_files.h"
#include "ui/training/run_lock_probe.h"
#include "ui/training/worker_launch.h"

namespace blastoscope::ui {

RunLook lookAt(const RunQuestion& question)
{
    const QDir folder(question.folder);
    RunLook look;
    look.folder = question.folder;
    look.wish = question.wish;
    // In this order: what a worker wrote before it let go of the lock is there to be read.
    look.alive = isRunAlive(question.folder);
    look.diary = question.diary->readNew();
    look.stops = look.alive && folder.exists(QLatin1String(kStopFile));
    look.pauses = look.alive && folder.exists(QLatin1String(kPauseFile));
    if (question.mayHaveFailed && !look.alive && look.diary.lines.isEmpty())
        look.lastWords = lastWordsOfWorker(question.folder);
    return look;
}

std::vector<FoundRun> findRuns(const QString& parent, const QStringList& known)
{
    std::vector<FoundRun> found;
    const QDir runs(parent);
    const QStringList names = runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        const QString folder = runs.filePath(name);
        const QDir run(folder);
        if (!known.contains(folder) &&
            (run.exists(QLatin1String(kWrittenRecipeFile)) || run.exists(QStringLiteral("recipe.json"))))
            found.push_back({folder, readRunSettings(folder)});
    }
    return found;
}

} // namespace blastoscope::ui
