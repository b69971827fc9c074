// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include "ui/training/run_look.h"
#include "ui/training/run_progress.h"

namespace blastoscope::ui {

enum class RunState {
    Unread,   ///< nobody has looked yet
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
/// Reads nothing itself: looks are taken on another thread (lookAt) and handed in.
class TrainingRun : public QObject {
    Q_OBJECT
public:
    TrainingRun(QString folder, RunSettings settings, QObject* parent = nullptr);

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

    /// For the next look. One at a time.
    RunQuestion question() const;
    /// True when there is more to see at once.
    bool take(const RunLook& look);

    /// The worker does these at its next step. They fail with Io when the control file cannot be written or removed.
    base::Status pause();
    base::Status goOn();
    base::Status stop();

    /// A worker was started for this run just now.
    void noteStart();

signals:
    /// State, settings or progress.
    void changed();

private:
    RunState stateIn(const RunLook& look);
    void wish(RunState state);

    QString m_folder;
    RunSettings m_settings;
    std::shared_ptr<ProgressTail> m_diary;
    RunProgress m_progress;
    RunState m_state = RunState::Unread;
    int m_wish = 0; ///< looks that were asked for before the last one know nothing of it
    QString m_lastWords;   ///< of a worker that ended before it could write its diary
    QElapsedTimer m_start; ///< valid from noteStart() until the worker is seen
};

} // namespace blastoscope::ui
