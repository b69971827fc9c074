// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_store.h"

#include <algorithm>
#include <utility>

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include "core/base/ids.h"
#include "core/base/log.h"
#include "ui/training/run_lock_probe.h"
#include "ui/training/worker_launch.h"

namespace blastoscope::ui {

namespace {

constexpr int kIdleFactor = 6; ///< nothing trains: looked at less often, for runs that another program starts

QString slug(const QString& title)
{
    QString name;
    for (const QChar c : title.toLower().left(40))
        name += c.isLetterOrNumber() || c == u'.' ? c : QChar(u'-');
    return name;
}

/// E.g. "20261128-154210-clinic"; a number follows when there is one of that name.
QString newFolderName(const QDir& parent, const RunSettings& settings)
{
    const QString stem =
        settings.created.toString(QStringLiteral("yyyyMMdd-HHmmss")) + QLatin1Char('-') + slug(settings.title);
    QString name = stem;
    for (int number = 2; parent.exists(name); ++number)
        name = stem + QLatin1Char('-') + QString::number(number);
    return name;
}

/// Ends early when the program does; what is left goes the next time.
base::Status deleteAllIn(const QString& folder, const base::CancellationToken& cancel)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        QFile::remove(files.next());
    }
    const QDir parent(folder);
    for (const QString& name : parent.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot))
        if (!QDir(parent.filePath(name)).removeRecursively())
            base::logWarning("training", "could not be deleted: " + parent.filePath(name).toStdString());
    return {};
}

} // namespace

RunStore::RunStore(QString folder, QString worker, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_worker(std::move(worker))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RunStore::refresh);
    m_timer.start(0);
    deleteWaste();
}

RunStore::~RunStore() = default;

void RunStore::setInterval(int milliseconds)
{
    m_interval = milliseconds;
    schedule();
}

TrainingRun* RunStore::active() const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [](const auto& run) { return run->isActive(); });
    return found == m_runs.end() ? nullptr : found->get();
}

TrainingRun* RunStore::find(const QString& folder) const
{
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const auto& run) { return run->folder() == folder; });
    return found == m_runs.end() ? nullptr : found->get();
}

TrainingRun* RunStore::add(const QString& folder, RunSettings settings)
{
    auto run = std::make_unique<TrainingRun>(folder, std::move(settings));
    TrainingRun* added = run.get();
    const auto place = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto& other) {
        return other->settings().created <= added->settings().created;
    });
    m_runs.insert(place, std::move(run));
    connect(added, &TrainingRun::changed, this, [this, added] { emit runChanged(added); });
    emit runAdded(added);
    return added;
}

void RunStore::refresh()
{
    m_timer.stop();
    if (m_look) {
        m_lookAgain = true;
        return;
    }
    std::vector<RunQuestion> questions;
    QStringList known;
    for (const auto& run : m_runs) {
        questions.push_back(run->question());
        known << run->folder();
    }
    m_look = std::make_unique<Job<Look>>(
        tr("Looking at the runs"),
        [folder = m_folder, known = std::move(known), questions = std::move(questions)](
            const base::CancellationToken& cancel, const auto&) -> base::Result<Look> {
            Look look;
            for (const RunQuestion& question : questions) {
                if (cancel.isCancelled())
                    return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
                look.runs.push_back(lookAt(question));
            }
            look.found = findRuns(folder, known);
            return look;
        });
    m_look->onSuccess([this](Look look) { take(std::move(look)); });
    connect(m_look.get(), &JobBase::finished, this, [this] {
        m_look.release()->deleteLater();
        schedule();
    });
    m_look->start(QThread::LowPriority);
}

void RunStore::take(Look look)
{
    for (const RunLook& seen : look.runs) {
        TrainingRun* run = find(seen.folder); // a slot may start or remove one meanwhile
        if (!run)
            continue;
        const bool wasActive = run->isActive();
        m_lookAgain = run->take(seen) || m_lookAgain;
        if (wasActive && !run->isActive())
            emit runEnded(run);
    }
    for (FoundRun& found : look.found) {
        if (find(found.folder))
            continue;
        add(found.folder, std::move(found.settings));
        m_lookAgain = true;
    }
}

void RunStore::schedule()
{
    m_timer.start(std::exchange(m_lookAgain, false) ? 0 : active() ? m_interval : kIdleFactor * m_interval);
}

base::Status RunStore::checkFree() const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [](const auto& run) {
        return run->isActive() || isRunAlive(run->folder()); // perhaps since the last look
    });
    if (found == m_runs.end())
        return {};
    const QString name = (*found)->settings().title;
    const QString text =
        (*found)->state() == RunState::Paused
            ? tr("The run “%1” is paused. Only one run trains at a time: stop it first, or let it go on.")
            : tr("The run “%1” is training. Only one run trains at a time: wait for its end, or stop it.");
    return base::fail(base::ErrorCode::PermissionDenied, text.arg(name).toStdString());
}

base::Result<TrainingRun*> RunStore::start(RunSettings settings)
{
    if (auto free = checkFree(); !free)
        return tl::unexpected(free.error());
    settings.created = QDateTime::currentDateTime();
    const QDir parent(m_folder);
    const QString folder = parent.filePath(newFolderName(parent, settings));
    const auto abandon = [&](const base::Error& error) {
        QDir(folder).removeRecursively();
        return tl::unexpected(error);
    };
    if (!QDir().mkpath(folder))
        return base::fail(base::ErrorCode::Io,
                          tr("The folder %1 could not be made.").arg(QDir::toNativeSeparators(folder)).toStdString());
    if (auto written = writeRunSettings(folder, settings); !written)
        return abandon(written.error());
    if (auto started = launchWorker({m_worker, folder, settings.device, false}); !started)
        return abandon(started.error());
    base::logInfo("training", "started the run " + folder.toStdString());
    TrainingRun* run = add(folder, readRunSettings(folder)); // as every window sees it
    run->noteStart();
    schedule();
    return run;
}

base::Status RunStore::resume(TrainingRun& run)
{
    if (auto free = checkFree(); !free)
        return free;
    if (auto freed = run.goOn(); !freed) // a pause that was left behind would stop it at once
        return freed;
    if (auto started = launchWorker({m_worker, run.folder(), run.settings().device, true}); !started)
        return started;
    run.noteStart();
    schedule();
    return {};
}

base::Status RunStore::remove(TrainingRun& run)
{
    if (run.isActive() || isRunAlive(run.folder()))
        return base::fail(base::ErrorCode::PermissionDenied, tr("This run is training. Stop it first.").toStdString());
    const QString folder = run.folder(), gone = QDir(waste()).filePath(QString::fromStdString(base::randomId()));
    if (!QDir().mkpath(waste()) || !QDir().rename(folder, gone))
        return base::fail(
            base::ErrorCode::Io,
            tr("The folder %1 could not be removed.").arg(QDir::toNativeSeparators(folder)).toStdString());
    deleteWaste();
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&run](const auto& other) { return other.get() == &run; });
    const std::unique_ptr<TrainingRun> removed = std::move(*found);
    m_runs.erase(found);
    emit runRemoved(removed.get());
    return {};
}

/// One level deeper than runs and models are looked for.
QString RunStore::waste() const
{
    return QDir(m_folder).filePath(QStringLiteral(".removed"));
}

void RunStore::deleteWaste()
{
    if (m_deletion) {
        m_moreWaste = true;
        return;
    }
    m_deletion = std::make_unique<Job<void>>(
        tr("Deleting removed runs"),
        [folder = waste()](const base::CancellationToken& cancel, const auto&) { return deleteAllIn(folder, cancel); });
    connect(m_deletion.get(), &JobBase::finished, this, [this] {
        m_deletion.release()->deleteLater();
        if (std::exchange(m_moreWaste, false))
            deleteWaste();
    });
    m_deletion->start(QThread::LowPriority);
}

} // namespace blastoscope::ui
