// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_run.h"

#include <utility>

#include <QDir>
#include <QFile>

#include "ui/training/control_files.h"

namespace blastoscope::ui {

namespace {

constexpr int kStartMs = 20'000; ///< LibTorch takes its time to load from a slow drive

base::Status makeControlFile(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        return {};
    return base::fail(base::ErrorCode::Io,
                      TrainingRun::tr("The run cannot be told: %1 could not be written.")
                          .arg(QDir::toNativeSeparators(path))
                          .toStdString(),
                      file.errorString().toStdString());
}

base::Status removeControlFile(const QString& path)
{
    QFile file(path);
    if (file.remove() || !file.exists())
        return {};
    return base::fail(
        base::ErrorCode::Io,
        TrainingRun::tr("The run cannot go on: %1 could not be removed. May you write in its folder?")
            .arg(QDir::toNativeSeparators(path))
            .toStdString(),
        file.errorString().toStdString());
}

} // namespace

QString stateName(RunState state)
{
    switch (state) {
    case RunState::Unread: return TrainingRun::tr("being read");
    case RunState::Starting: return TrainingRun::tr("starting");
    case RunState::Running: return TrainingRun::tr("training");
    case RunState::Pausing: return TrainingRun::tr("pausing");
    case RunState::Paused: return TrainingRun::tr("paused");
    case RunState::Stopping: return TrainingRun::tr("stopping");
    case RunState::Stopped: return TrainingRun::tr("stopped");
    case RunState::Interrupted: return TrainingRun::tr("interrupted");
    case RunState::Failed: return TrainingRun::tr("failed");
    case RunState::Finished: return TrainingRun::tr("finished");
    }
    return {};
}

TrainingRun::TrainingRun(QString folder, RunSettings settings, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_settings(std::move(settings)),
      m_diary(std::make_shared<ProgressTail>(file(QStringLiteral("progress.jsonl"))))
{
}

QString TrainingRun::file(const QString& name) const
{
    return QDir(m_folder).filePath(name);
}

QString TrainingRun::modelFile() const
{
    return file(QStringLiteral("model.safetensors"));
}

QString TrainingRun::comparisonFile() const
{
    return file(QStringLiteral("comparison.json"));
}

bool TrainingRun::isActive() const
{
    switch (m_state) {
    case RunState::Starting:
    case RunState::Running:
    case RunState::Pausing:
    case RunState::Paused:
    case RunState::Stopping: return true;
    case RunState::Unread:
    case RunState::Stopped:
    case RunState::Interrupted:
    case RunState::Failed:
    case RunState::Finished: break;
    }
    return false;
}

bool TrainingRun::canResume() const
{
    return m_state == RunState::Stopped || m_state == RunState::Interrupted || m_state == RunState::Failed;
}

QString TrainingRun::trouble() const
{
    if (m_state == RunState::Failed)
        return m_progress.failure.isEmpty() ? m_lastWords : m_progress.failure;
    if (m_state == RunState::Interrupted)
        return tr("The training program ended unexpectedly. “Go on” takes the run up again at its last checkpoint.");
    return {};
}

RunQuestion TrainingRun::question() const
{
    return {m_folder, m_diary, m_wish, m_progress.phase != RunPhase::Done};
}

bool TrainingRun::take(const RunLook& look)
{
    if (look.diary.restarted)
        m_progress = {};
    for (const QJsonObject& line : look.diary.lines)
        m_progress.apply(line);
    const bool outdated = look.wish != m_wish;
    if (!outdated && (look.alive || !look.diary.lines.isEmpty()))
        m_start.invalidate();
    // A worker that was not there yet, or is there no more, but wrote: only a look that finds nothing new tells its
    // state.
    const bool unsettled = outdated || look.diary.more || (!look.alive && !look.diary.lines.isEmpty());
    const RunState before = std::exchange(m_state, unsettled ? m_state : stateIn(look));
    if (m_state != before || look.diary.restarted || !look.diary.lines.isEmpty())
        emit changed();
    return unsettled;
}

RunState TrainingRun::stateIn(const RunLook& look)
{
    if (look.alive) {
        if (look.stops)
            return RunState::Stopping;
        if (look.pauses)
            return m_progress.paused ? RunState::Paused : RunState::Pausing;
        return RunState::Running;
    }
    if (m_progress.phase == RunPhase::Done)
        return RunState::Finished;
    if (!m_progress.failure.isEmpty())
        return RunState::Failed;
    if (m_progress.stopped)
        return RunState::Stopped;
    m_lastWords = look.lastWords;
    if (!m_lastWords.isEmpty())
        return RunState::Failed;
    return m_start.isValid() && m_start.elapsed() < kStartMs ? RunState::Starting : RunState::Interrupted;
}

/// What an active run is about to be.
void TrainingRun::wish(RunState state)
{
    ++m_wish;
    if (!isActive())
        return;
    m_state = state;
    emit changed();
}

base::Status TrainingRun::pause()
{
    auto made = makeControlFile(file(QLatin1String(kPauseFile)));
    if (made)
        wish(RunState::Pausing);
    return made;
}

base::Status TrainingRun::goOn()
{
    auto removed = removeControlFile(file(QLatin1String(kPauseFile)));
    if (removed)
        wish(RunState::Running);
    return removed;
}

base::Status TrainingRun::stop()
{
    auto made = makeControlFile(file(QLatin1String(kStopFile)));
    if (made)
        wish(RunState::Stopping);
    return made;
}

void TrainingRun::noteStart()
{
    m_start.start();
    m_lastWords.clear();
    m_progress.stopped = m_progress.paused = false;
    m_progress.failure.clear();
    m_progress.failureDetail.clear();
    ++m_wish;
    m_state = RunState::Starting;
    emit changed();
}

} // namespace blastoscope::ui
