// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_run.h"

#include <utility>

#include <QDir>
#include <QFile>

#include "ui/training/run_lock_probe.h"
#include "ui/training/worker_launch.h"

namespace blastoscope::ui {

namespace {

constexpr int kStartMs = 20'000; ///< LibTorch takes its time to load from a slow drive
constexpr auto kPauseFile = "pause";
constexpr auto kStopFile = "stop";

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

} // namespace

QString stateName(RunState state)
{
    switch (state) {
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

TrainingRun::TrainingRun(QString folder, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_settings(readRunSettings(m_folder)),
      m_tail(file(QStringLiteral("progress.jsonl")))
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

bool TrainingRun::refresh()
{
    // In this order: what a worker wrote before it let go of the lock is there to be read.
    const bool alive = isRunAlive(m_folder);
    const ProgressTail::Batch batch = m_tail.readNew();
    if (batch.restarted)
        m_progress = {};
    for (const QJsonObject& line : batch.lines)
        m_progress.apply(line);
    if (alive || !batch.lines.isEmpty())
        m_start.invalidate();
    // A worker that was not there yet, or is there no more, but wrote: only a look that finds nothing new tells its state.
    const bool unsettled = batch.more || (!alive && !batch.lines.isEmpty());
    const RunState before = std::exchange(m_state, unsettled ? m_state : stateNow(alive));
    if (m_state != before || batch.restarted || !batch.lines.isEmpty())
        emit changed();
    return unsettled;
}

RunState TrainingRun::stateNow(bool alive)
{
    if (alive) {
        if (QFile::exists(file(QLatin1String(kStopFile))))
            return RunState::Stopping;
        if (QFile::exists(file(QLatin1String(kPauseFile))))
            return m_progress.paused ? RunState::Paused : RunState::Pausing;
        return RunState::Running;
    }
    if (m_progress.phase == RunPhase::Done)
        return RunState::Finished;
    if (!m_progress.failure.isEmpty())
        return RunState::Failed;
    if (m_progress.stopped)
        return RunState::Stopped;
    m_lastWords = lastWordsOfWorker(m_folder);
    if (!m_lastWords.isEmpty())
        return RunState::Failed;
    return m_start.isValid() && m_start.elapsed() < kStartMs ? RunState::Starting : RunState::Interrupted;
}

base::Status TrainingRun::pause()
{
    auto made = makeControlFile(file(QLatin1String(kPauseFile)));
    refresh();
    return made;
}

base::Status TrainingRun::goOn()
{
    QFile::remove(file(QLatin1String(kPauseFile)));
    refresh();
    return {};
}

base::Status TrainingRun::stop()
{
    auto made = makeControlFile(file(QLatin1String(kStopFile)));
    refresh();
    return made;
}

void TrainingRun::noteStart()
{
    m_start.start();
    m_lastWords.clear();
    m_progress.stopped = m_progress.paused = false;
    m_progress.failure.clear();
    m_progress.failureDetail.clear();
    m_settings = readRunSettings(m_folder);
    m_state = RunState::Starting;
    emit changed();
}

} // namespace blastoscope::ui
