// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include "ui/training/progress_tail.h"
#include "ui/training/run_progress.h"
#include "ui/training/run_settings.h"

namespace blastoscope::ui {

enum class RunState {
    Starting, ///< the worker was started but holds no lock yet
    Running,
    Pausing, ///< asked to, after the step it is at
    Paused,
    Stopping,
    Stopped,     ///< on request; can go on
    Interrupted, ///< the worker died; can go on from its last checkpoint
    Failed,      ///< the worker said why
    Finished
};

/// The name of a state for people.
QString stateName(RunState state);

/// One run as its folder shows it: the worker is another process, which neither needs this object nor knows of it.
class TrainingRun : public QObject {
    Q_OBJECT
public:
    explicit TrainingRun(QString folder, QObject* parent = nullptr);

    const QString& folder() const { return m_folder; }
    const RunSettings& settings() const { return m_settings; }
    const RunProgress& progress() const { return m_progress; }
    RunState state() const { return m_state; }
    /// A worker holds the run, or is about to.
    bool isActive() const;
    bool canResume() const;
    /// Why it failed, or what helps after the worker died; empty otherwise.
    QString trouble() const;
    QString troubleDetail() const { return m_progress.failureDetail; }

    QString modelFile() const;
    QString comparisonFile() const;
    QString file(const QString& name) const;

    /// Looks at the folder again; true when there is more to read at once.
    bool refresh();

    /// The worker does these at its next step. They fail with Io when the control file cannot be written.
    base::Status pause();
    base::Status goOn();
    base::Status stop();

    /// A worker was started for this run just now.
    void noteStart();

signals:
    /// State, settings or progress.
    void changed();

private:
    RunState stateNow(bool alive);

    QString m_folder;
    RunSettings m_settings;
    ProgressTail m_tail;
    RunProgress m_progress;
    RunState m_state = RunState::Interrupted;
    QString m_lastWords;   ///< of a worker that ended before it could write its diary
    QElapsedTimer m_start; ///< valid from noteStart() until the worker is seen
};

} // namespace blastoscope::ui
