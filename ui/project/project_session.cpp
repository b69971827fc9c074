// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/project_session.h"

#include <utility>

#include <QDir>
#include <QFileInfo>

#include "core/base/ids.h"
#include "ui/project/unsaved_projects.h"

namespace blastoscope::ui {

namespace fs = std::filesystem;

namespace {

QString absolute(const QString& file)
{
    return QDir::cleanPath(QFileInfo(file).absoluteFilePath());
}

/// On the worker's thread: the project at another place becomes the current one.
base::Result<int> moveTo(ProjectSlot& slot, const fs::path& target, const project::ProjectOptions& options)
{
    if (!slot.current) { // the unsaved one could not even be made
        auto made = project::Project::create(target, options);
        if (!made)
            return tl::unexpected(made.error());
        slot.current = std::move(*made);
        return 0;
    }
    if (auto copied = slot.current->copyTo(target); !copied)
        return tl::unexpected(copied.error());
    auto opened = project::Project::open(target, options);
    if (!opened)
        return tl::unexpected(opened.error());
    if ((*opened)->isReadOnly())
        return base::fail(base::ErrorCode::PermissionDenied, (*opened)->notice());
    slot.current = std::move(*opened);
    return 0;
}

} // namespace

bool isProjectFile(const QString& path)
{
    return path.endsWith(QLatin1String(".blasto"), Qt::CaseInsensitive);
}

ProjectSession::ProjectSession(Workspace& workspace, StackLoader& loader, QString unsavedFolder, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_stackLoader(loader), m_unsavedFolder(std::move(unsavedFolder)),
      m_links(workspace, m_worker), m_loader(workspace, m_worker, m_links), m_locator(workspace, m_links)
{
    connect(&loader, &StackLoader::opened, this, &ProjectSession::adopt);
    connect(&m_worker, &ProjectWorker::changed, this, &ProjectSession::updateStatus);
    connect(&m_links, &StackLinks::edited, this,
            [this](OpenStack*, annotation::StepKind kind) { noteEdit(kind); });
    connect(&m_loader, &ProjectLoader::opening, this, &ProjectSession::opening);
}

ProjectSession::~ProjectSession() = default;

QString ProjectSession::name() const
{
    return m_unsaved ? QString() : QFileInfo(m_file).completeBaseName();
}

SaveStatus ProjectSession::status() const
{
    if (!isOpen())
        return {};
    if (m_savingAs > 0)
        return {SaveState::Saving, m_worker.waiting() + m_savingAs, {}};
    if (m_worker.failure())
        return {SaveState::CannotSave, m_worker.waiting(), *m_worker.failure()};
    if (m_worker.waiting() > 0)
        return {SaveState::Saving, m_worker.waiting(), {}};
    return {m_readOnly ? SaveState::ReadOnly : SaveState::Saved, 0, {}};
}

void ProjectSession::updateStatus()
{
    const SaveStatus now = status();
    if (now.state != m_lastStatus.state || now.waiting != m_lastStatus.waiting
        || now.reason.message != m_lastStatus.reason.message) {
        m_lastStatus = now;
        emit statusChanged(now);
    }
    if (now.waiting == 0 || now.state == SaveState::CannotSave)
        for (const auto& then : std::exchange(m_whenSettled, {}))
            then();
}

void ProjectSession::whenSettled(std::function<void()> then)
{
    m_whenSettled.push_back(std::move(then));
    QMetaObject::invokeMethod(this, &ProjectSession::updateStatus, Qt::QueuedConnection);
}

bool ProjectSession::isOurs(const QString& file) const
{
    return QFileInfo(file).absolutePath() == QDir(m_unsavedFolder).absolutePath();
}

void ProjectSession::openStacks(const QStringList& paths)
{
    QStringList fresh;
    for (const QString& path : paths) {
        // What the project holds already comes back with its annotations.
        if (const auto record = m_links.closedAt(path))
            m_loader.load({*record}, m_file);
        else
            fresh.append(path);
    }
    m_stackLoader.open(fresh);
}

void ProjectSession::ensureProject()
{
    if (isOpen())
        return;
    m_file = QDir(m_unsavedFolder)
                 .absoluteFilePath(QString::fromStdString(base::randomId()) + QStringLiteral(".blasto"));
    m_unsaved = true;
    m_readOnly = m_touched = m_modelNoted = false;
    m_worker.write(
        [file = fs::path(m_file.toStdString()), author = m_author](ProjectSlot& slot) -> base::Status {
            if (slot.current)
                return {}; // it was saved somewhere else in the meantime
            std::error_code ignored;
            fs::create_directories(file.parent_path(), ignored); // create() says what is wrong
            auto made = project::Project::create(file, projectOptions(author));
            if (!made)
                return tl::unexpected(made.error());
            slot.current = std::move(*made);
            return {};
        },
        {}, true);
    emit projectChanged();
}

void ProjectSession::adopt(OpenStack* stack)
{
    ensureProject();
    m_links.add(*stack);
}

void ProjectSession::noteEdit(annotation::StepKind kind)
{
    const bool first = !std::exchange(m_touched, true);
    if (kind == annotation::StepKind::SegmentFrames && m_model && !m_readOnly && !std::exchange(m_modelNoted, true))
        m_worker.write([model = *m_model](ProjectSlot& slot) -> base::Status {
            return slot.current ? slot.current->nameModel(model) : base::Status();
        });
    if (first)
        emit projectChanged();
}

ProjectSession::Opened ProjectSession::openIn(ProjectSlot& slot, const QString& file,
                                              const project::ProjectOptions& options)
{
    const fs::path path = file.toStdString();
    auto project = project::Project::open(path, options);
    auto stacks = project ? (*project)->stacks() : tl::unexpected(project.error());
    auto summary = project ? (*project)->summary() : tl::unexpected(project.error());
    if (!stacks || !summary) {
        OpenFailure failure{file, stacks ? summary.error() : stacks.error(), {}, false};
        if (failure.error.code == base::ErrorCode::PermissionDenied) {
            failure.owner = project::OwnerFile::read(path);
            failure.leftBehind = project::OwnerFile::isLeftBehind(path, options.author.workstation);
        }
        Opened failed;
        failed.failure = std::move(failure);
        return failed;
    }
    Opened opened{{}, std::move(*stacks), (*project)->isReadOnly(), (*project)->notice(), false};
    for (const project::StackSummary& stack : summary->stacks)
        opened.holdsWork = opened.holdsWork || stack.annotatedFrames > 0 || stack.steps > 0;
    slot.next = std::move(*project);
    return opened;
}

void ProjectSession::openProject(const QString& file, Access access)
{
    const QString path = absolute(file);
    if (path == m_file) { // what was closed of it comes back
        m_loader.load(m_links.closed(), m_file);
        return;
    }
    if (m_opening)
        return;
    m_opening = true;
    emit opening(QFileInfo(path).fileName());
    m_worker.read<Opened>(
        [path, access, author = m_author](ProjectSlot& slot) -> base::Result<Opened> {
            project::ProjectOptions options = projectOptions(author);
            options.readOnly = access == Access::ReadOnly;
            options.takeOver = access == Access::TakeOver;
            return openIn(slot, path, options);
        },
        [this, path](base::Result<Opened> opened) {
            m_opening = false;
            emit opening(QString());
            if (opened->failure)
                emit openFailed(*opened->failure);
            else
                enter(path, std::move(*opened));
        });
}

void ProjectSession::createProject(const QString& file)
{
    const QString path = absolute(file);
    if (m_opening)
        return;
    m_opening = true;
    m_worker.read<Opened>(
        [path, author = m_author](ProjectSlot& slot) -> base::Result<Opened> {
            Opened opened;
            auto made = project::Project::create(path.toStdString(), projectOptions(author));
            if (made)
                slot.next = std::move(*made);
            else
                opened.failure = OpenFailure{path, made.error(), {}, false};
            return opened;
        },
        [this, path](base::Result<Opened> opened) {
            m_opening = false;
            if (opened->failure)
                emit openFailed(*opened->failure);
            else
                enter(path, std::move(*opened));
        });
}

void ProjectSession::enter(const QString& file, Opened opened)
{
    closeProject();
    m_file = file;
    m_unsaved = isOurs(file);
    m_readOnly = opened.readOnly;
    m_touched = m_unsaved && opened.holdsWork;
    m_modelNoted = false;
    m_links.reset(opened.stacks, m_readOnly);
    m_worker.write(
        [](ProjectSlot& slot) -> base::Status {
            slot.current = std::move(slot.next);
            return {};
        },
        {}, true);
    emit projectChanged();
    if (!opened.notice.empty())
        emit noticed(QString::fromStdString(opened.notice));
    m_loader.load(opened.stacks, m_file);
}

void ProjectSession::saveAs(const QString& file, std::function<void()> then)
{
    const QString path = absolute(file);
    if (!isOpen() || path == m_file) {
        if (then)
            whenSettled(std::move(then));
        return;
    }
    ++m_savingAs;
    updateStatus();
    m_worker.readFirst<int>(
        [path, old = fs::path(m_file.toStdString()), unsaved = m_unsaved,
         author = m_author](ProjectSlot& slot) -> base::Result<int> {
            auto moved = moveTo(slot, path.toStdString(), projectOptions(author));
            if (moved && unsaved)
                deleteProject(old);
            return moved;
        },
        [this, path, round = m_round, then = std::move(then)](const base::Result<int>& moved) {
            --m_savingAs;
            if (!moved) {
                emit saveAsFailed(moved.error());
            } else if (round == m_round) {
                m_file = path;
                m_unsaved = m_readOnly = false;
                m_links.setReadOnly(false);
                m_worker.retry();
                emit projectChanged();
                if (then)
                    then();
            }
            updateStatus();
        });
}

void ProjectSession::closeProject()
{
    ++m_round;
    m_stackLoader.clear();
    m_loader.clear();
    m_locator.cancel();
    m_workspace.setCurrent(nullptr); // otherwise each of them is shown before it goes
    while (!m_workspace.stacks().empty())
        m_workspace.close(m_workspace.stacks().back().get());
    if (!isOpen())
        return;
    m_worker.write(
        [file = m_file, unsaved = m_unsaved](ProjectSlot& slot) -> base::Status {
            slot.current.reset();
            slot.keys.clear();
            if (unsaved)
                deleteProject(file.toStdString());
            return {};
        },
        {}, true);
    m_file.clear();
    m_unsaved = m_readOnly = m_touched = false;
    m_links.reset({}, false);
    emit projectChanged();
}

void ProjectSession::setAuthorName(const QString& name)
{
    if (name == std::exchange(m_author, name) || !isOpen() || m_readOnly)
        return;
    m_worker.write([name](ProjectSlot& slot) -> base::Status {
        return slot.current ? slot.current->setAuthor(projectOptions(name).author) : base::Status();
    });
}

void ProjectSession::setModel(const project::ModelReference& model)
{
    m_model = model;
    m_modelNoted = false;
}

} // namespace blastoscope::ui
