// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QTimer>

#include "ui/jobs/job.h"
#include "ui/training/training_run.h"

namespace blastoscope::ui {

/// The runs in one folder. Looks at them again and again, away from the GUI thread, so that a window that was closed or
/// killed sees where its runs are when it comes back. They come one after another once the first look is over.
class RunStore : public QObject {
    Q_OBJECT
public:
    /// `worker` is the program blastoscope-train; it need not exist until something is started.
    RunStore(QString folder, QString worker, QObject* parent = nullptr);
    ~RunStore() override;

    /// The newest first.
    const std::vector<std::unique_ptr<TrainingRun>>& runs() const { return m_runs; }
    const QString& folder() const { return m_folder; }
    /// The run that a worker holds; null when nothing trains.
    TrainingRun* active() const;

    /// A new folder and a worker in it. Only one run trains at a time: fails with PermissionDenied while another one
    /// does (the message names it), and as launchWorker does (then no folder is left).
    base::Result<TrainingRun*> start(RunSettings settings);
    /// Takes up a run that ended early, at its last checkpoint. Fails as start() does.
    base::Status resume(TrainingRun& run);
    /// Takes a run that is not active out of the folder, with the model in it; its files, which may be many gigabytes,
    /// are deleted in the background. Fails with PermissionDenied and Io.
    base::Status remove(TrainingRun& run);

    /// Looks at the folder and at every run now; what it sees comes with the signals.
    void refresh();
    /// For tests; 500 ms at first.
    void setInterval(int milliseconds);

signals:
    void runAdded(blastoscope::ui::TrainingRun* run);
    /// Just before it is deleted; it is no longer in runs().
    void runRemoved(blastoscope::ui::TrainingRun* run);
    void runChanged(blastoscope::ui::TrainingRun* run);
    /// A run that was active while this program looked is so no longer: finished, stopped, failed or interrupted.
    void runEnded(blastoscope::ui::TrainingRun* run);

private:
    struct Look {
        std::vector<RunLook> runs;
        std::vector<FoundRun> found;
    };

    TrainingRun* find(const QString& folder) const;
    TrainingRun* add(const QString& folder, RunSettings settings);
    void take(Look look);
    base::Status checkFree() const;
    void schedule();
    QString waste() const;
    void deleteWaste();

    QString m_folder;
    QString m_worker;
    std::vector<std::unique_ptr<TrainingRun>> m_runs;
    QTimer m_timer;
    int m_interval = 500;
    bool m_lookAgain = false; ///< as soon as the present look is over
    std::unique_ptr<Job<Look>> m_look;
    bool m_moreWaste = false; ///< since the present deletion began
    std::unique_ptr<Job<void>> m_deletion;
};

} // namespace blastoscope::ui
