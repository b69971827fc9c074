// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/project_commands.h"

#include <utility>

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>

#include "ui/session/workspace.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/audit_dialog.h"
#include "ui/shell/author_dialog.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/remove_stack_dialog.h"
#include "ui/shell/save_state_button.h"

namespace blastoscope::ui {

namespace {

const QString kSuffix = QStringLiteral("blasto");
const QString kMissingKey = QStringLiteral("missingImages");

} // namespace

ProjectCommands::ProjectCommands(const ShellContext& context, ProjectSession& session, FileCommands& files,
                                 QStatusBar& bar, QObject* parent)
    : CommandGroup(context, QStringLiteral("file"), tr("&File"), files.fileMenu(), parent), m_session(session),
      m_files(files)
{
    m_state = new SaveStateButton(&bar);
    m_progress = new ProgressStrip(&bar);
    bar.addPermanentWidget(m_progress);
    bar.addPermanentWidget(m_state);
    createActions(files);
    connectSession();
    connectLoading();
    connect(&shell().workspace, &Workspace::currentChanged, this, &ProjectCommands::updateEnabled);
    m_session.setAuthorName(shell().settings.personName());
    updateEnabled();
}

void ProjectCommands::createActions(FileCommands& files)
{
    QList<QAction*> actions;
    actions << add("newProject", tr("&New project…"), [this] { newProject(); }, {QKeySequence::New});
    actions << add("openProject", tr("Open pro&ject…"), [this] { chooseProject(); }, {}, Icon::Open);
    m_save = add(
        "save", tr("&Save project"), [this] { save(); }, {QKeySequence::Save}, Icon::Save);
    m_saveAs = add(
        "saveAs", tr("Save project &as…"), [this] { saveAs(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, Icon::SaveAs);
    m_auditAction = add("audit", tr("Audit &trail…"), [this] { showAudit(); }, {}, Icon::Log);
    m_locate = add("locateImages", tr("&Locate missing images…"), [this] { locateImages(); }, {}, Icon::Find);
    m_remove = add(
        "removeStack", tr("Re&move stack from project…"), [this] { removeStack(*current()); }, {}, Icon::Delete);
    actions << m_save << m_saveAs << m_auditAction << m_locate << m_remove;
    actions << add("yourName", tr("&Your name…"), [this] { editName(); });
    m_close = add("closeProject", tr("Close p&roject"), [this] { closeProject(); });
    actions << m_close;
    for (QAction* action : actions)
        menu().insertAction(files.projectPlace(), action); // from the end of the menu to where they belong
}

void ProjectCommands::connectSession()
{
    connect(&m_session, &ProjectSession::projectChanged, this, &ProjectCommands::follow);
    connect(&m_session, &ProjectSession::statusChanged, this, &ProjectCommands::showStatus);
    connect(&m_session, &ProjectSession::openFailed, this, &ProjectCommands::showOpenFailure);
    connect(&m_session, &ProjectSession::saveAsFailed, this, [this](const base::Error& error) {
        shell().messages.show({.kind = MessageKind::Error,
                               .text = QString::fromStdString(error.message),
                               .details = QString::fromStdString(error.detail),
                               .actionText = tr("Another place…"),
                               .action = [this] { saveAs(); },
                               .key = QStringLiteral("saveAsFailed")});
    });
    connect(&m_session, &ProjectSession::noticed, this, [this](const QString& text) {
        shell().messages.show({.kind = MessageKind::Warning, .text = text});
    });
    connect(&m_session.links(), &StackLinks::edited, this, &ProjectCommands::askForName);
    connect(m_state, &QToolButton::clicked, this, [this] {
        if (m_session.status().state == SaveState::CannotSave)
            m_session.worker().retry();
        else if (m_session.isUnsaved() || m_session.isReadOnly())
            saveAs();
    });
}

void ProjectCommands::connectLoading()
{
    connect(&m_session.loader(), &ProjectLoader::opened, this, &ProjectCommands::showLoaded);
    connect(&m_session.loader(), &ProjectLoader::failed, this, [this](const QString& name, const base::Error& error) {
        shell().messages.show({.kind = MessageKind::Error,
                               .text = tr("%1 was not opened. %2").arg(name, QString::fromStdString(error.message)),
                               .details = QString::fromStdString(error.detail)});
    });
    ImageLocator& locator = m_session.locator();
    connect(m_progress, &ProgressStrip::cancelRequested, &locator, &ImageLocator::cancel);
    connect(&locator, &ImageLocator::progressed, this, [this](int done, int total) {
        m_progress->showProgress(tr("Looking for images"), done, total, std::nullopt, true);
    });
    connect(&locator, &ImageLocator::located, this, [this](OpenStack* stack, bool changed) {
        if (changed)
            shell().messages.show({.kind = MessageKind::Warning,
                                   .text = tr("The images of %1 are others than those that were annotated, but of the "
                                              "same size and number. Check that the silhouettes fit.")
                                               .arg(stack->name())});
    });
    connect(&locator, &ImageLocator::finished, this, [this](int found, int missing) {
        m_progress->clear();
        updateEnabled();
        shell().messages.dismiss(kMissingKey);
        if (found > 0)
            shell().messages.showInformation(tr("The images of %n stack(s) were found.", nullptr, found));
        if (missing > 0)
            showMissing();
    });
}

void ProjectCommands::follow()
{
    updateEnabled();
    showStatus(m_session.status());
    const QString file = m_session.isUnsaved() ? QString() : m_session.file();
    if (file == m_remembered)
        return;
    m_remembered = file;
    if (!file.isEmpty()) {
        shell().settings.addRecentStack(file);
        emit recentChanged();
        if (const OpenStack* stack = current())
            m_files.keepThumbnail(file, *stack);
    }
    if (m_session.isOpen() && !m_stacksToOpen.isEmpty()) // not while the project before is being closed
        m_session.openStacks(std::exchange(m_stacksToOpen, {}));
}

void ProjectCommands::updateEnabled()
{
    m_save->setEnabled(m_session.isOpen());
    m_saveAs->setEnabled(m_session.isOpen());
    m_close->setEnabled(m_session.isOpen());
    m_auditAction->setEnabled(m_session.isOpen());
    m_remove->setEnabled(m_session.isOpen() && !m_session.isReadOnly() && current());
    bool missing = false;
    for (const auto& stack : shell().workspace.stacks())
        missing = missing || stack->isMissing();
    m_locate->setEnabled(missing);
}

void ProjectCommands::showStatus(const SaveStatus& status)
{
    m_state->showStatus(status, m_session.isUnsaved());
    if (m_settling)
        m_progress->showProgress(tr("Saving"), m_waitedFor - status.waiting, m_waitedFor, std::nullopt, false);
    const QString reason =
        status.state == SaveState::CannotSave ? QString::fromStdString(status.reason.message) : QString();
    if (reason == m_shownReason)
        return;
    m_shownReason = reason;
    const QString key = QStringLiteral("cannotSave");
    if (reason.isEmpty()) {
        shell().messages.dismiss(key);
        return;
    }
    shell().messages.show({.kind = MessageKind::Error,
                           .text = tr("What you do cannot be saved at the moment; it is kept and tried again every few "
                                      "seconds. %1")
                                       .arg(reason),
                           .details = QString::fromStdString(status.reason.detail),
                           .actionText = tr("Save as…"),
                           .action = [this] { saveAs(); },
                           .key = key});
}

void ProjectCommands::showLoaded(OpenStack* stack, const std::optional<project::FoundStack>& place)
{
    updateEnabled();
    if (stack->isMissing()) {
        showMissing();
        return;
    }
    if (!m_session.isUnsaved() && stack == current())
        m_files.keepThumbnail(m_session.file(), *stack);
    if (place && place->changed)
        shell().messages.show({.kind = MessageKind::Warning,
                               .text = tr("The images of %1 were changed since they were annotated. Check that the "
                                          "silhouettes still fit.")
                                           .arg(stack->name())});
    else if (place && place->moved)
        shell().messages.showInformation(
            tr("The images of %1 were moved; they were found in %2.")
                .arg(stack->name(), QDir::toNativeSeparators(QFileInfo(stack->path()).absolutePath())));
}

void ProjectCommands::showMissing()
{
    QStringList names;
    for (const auto& stack : shell().workspace.stacks())
        if (stack->isMissing())
            names.append(stack->name());
    if (names.isEmpty())
        return;
    shell().messages.show({.kind = MessageKind::Warning,
                           .text = names.size() == 1
                                       ? tr("The images of %1 are missing. The annotations can be looked at all the "
                                            "same.")
                                             .arg(names.front())
                                       : tr("The images of %n stacks are missing. The annotations can be looked at all "
                                            "the same.",
                                            nullptr, int(names.size())),
                           .details = names.size() == 1 ? QString() : names.join(QLatin1Char('\n')),
                           .actionText = tr("Locate…"),
                           .action = [this] { locateImages(); },
                           .key = kMissingKey});
}

QFileDialog* ProjectCommands::newDialog(const QString& title)
{
    auto* dialog = new QFileDialog(&shell().window, title, shell().settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Projects (*.blasto)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::accepted, this,
            [this, dialog] { shell().settings.setLastFolder(dialog->directory().absolutePath()); });
    return dialog;
}

QString ProjectCommands::suggestedFile() const
{
    if (!m_session.isUnsaved() && m_session.isOpen())
        return tr("copy of %1").arg(QFileInfo(m_session.file()).fileName());
    const QString stack = current() ? QFileInfo(current()->path()).completeBaseName() : tr("project");
    return stack + QLatin1Char('.') + kSuffix;
}

void ProjectCommands::newProject()
{
    const auto choose = [this] { chooseNewProject(); };
    if (settle(choose))
        choose();
}

void ProjectCommands::chooseNewProject()
{
    QFileDialog* dialog = newDialog(tr("New project"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kSuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_session.createProject(file);
        shell().messages.showInformation(tr("The stacks that you open or drop here become part of %1.")
                                             .arg(QFileInfo(file).completeBaseName()));
    });
    dialog->open();
}

void ProjectCommands::chooseProject()
{
    QFileDialog* dialog = newDialog(tr("Open a project"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { openProject(file); });
    dialog->open();
}

void ProjectCommands::openProject(const QString& file, const QStringList& stacks)
{
    m_stacksToOpen = stacks;
    openWith(file, ProjectSession::Access::Write);
}

void ProjectCommands::openWith(const QString& file, ProjectSession::Access access)
{
    const auto open = [this, file, access] { m_session.openProject(file, access); };
    if (settle(open))
        open();
}

void ProjectCommands::save()
{
    if (m_session.isUnsaved() || m_session.isReadOnly()) {
        saveAs();
        return;
    }
    m_session.worker().retry();
    m_session.whenSettled([this] {
        if (m_session.status().state == SaveState::Saved)
            shell().messages.showInformation(tr("Everything is saved in %1. Each change is saved as you make it.")
                                                 .arg(QFileInfo(m_session.file()).fileName()));
    });
}

void ProjectCommands::saveAs(Then then)
{
    QFileDialog* dialog = newDialog(tr("Save project as"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kSuffix);
    dialog->selectFile(suggestedFile());
    connect(dialog, &QFileDialog::fileSelected, this, [this, then = std::move(then)](const QString& file) {
        m_session.saveAs(file, [this, then] {
            shell().messages.showInformation(tr("Saved as %1").arg(QDir::toNativeSeparators(m_session.file())));
            if (then && settle(then))
                then();
        });
    });
    dialog->open();
}

void ProjectCommands::closeProject()
{
    const auto close = [this] { m_session.closeProject(); };
    if (settle(close))
        close();
}

void ProjectCommands::closeStack(OpenStack& stack)
{
    // The last one takes an unsaved project with it: nobody would find it again.
    if (m_session.isUnsaved() && shell().workspace.stacks().size() == 1)
        closeProject();
    else
        shell().workspace.close(&stack);
}

void ProjectCommands::removeStack(OpenStack& stack)
{
    auto* dialog = new RemoveStackDialog(stack.name(), &shell().window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = stack.id()] {
        if (OpenStack* open = shell().workspace.find(id))
            m_session.links().remove(*open, dialog->reason().toStdString());
    });
    dialog->open();
}

void ProjectCommands::locateImages()
{
    QFileDialog* dialog = newDialog(tr("Locate missing images"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_session.locator().locate(folder, m_session.file()); });
    dialog->open();
}

void ProjectCommands::showAudit()
{
    if (!m_audit) {
        m_audit = new AuditDialog(m_session, &shell().window);
        m_audit->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_audit->show();
    m_audit->raise();
    m_audit->activateWindow();
}

AuditDialog* ProjectCommands::auditDialog() const
{
    return m_audit;
}

void ProjectCommands::askForName()
{
    if (shell().settings.isPersonAsked())
        return;
    shell().settings.setPersonAsked();
    shell().messages.show({.text = tr("The project notes who changes what. Until now it knows only your account on "
                                      "this computer."),
                           .actionText = tr("Your name…"),
                           .action = [this] { editName(); }});
}

void ProjectCommands::editName()
{
    auto* dialog = new AuthorDialog(shell().settings.personName(), &shell().window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        shell().settings.setPersonName(dialog->name());
        m_session.setAuthorName(dialog->name());
    });
    dialog->show();
}

} // namespace blastoscope::ui
