// SPDX-License-Identifier: GPL-3.0-or-later
// What ProjectCommands asks and offers when something is in the way; the commands are in project_commands.cpp.
#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

#include "core/project/repair.h"
#include "ui/jobs/job.h"
#include "ui/session/workspace.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/project_commands.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

constexpr std::size_t kOffered = 3;

QString ownerText(const project::Owner& owner)
{
    const QString account = QString::fromStdString(owner.account);
    const QString who = owner.name.empty()
                            ? account
                            : QStringLiteral("%1 (%2)").arg(QString::fromStdString(owner.name), account);
    const QDateTime since = QDateTime::fromString(QString::fromStdString(owner.since), Qt::ISODateWithMs);
    return ProjectCommands::tr("%1 on %2, since %3")
        .arg(who, QString::fromStdString(owner.workstation),
             since.isValid() ? QLocale().toString(since.toLocalTime(), QLocale::ShortFormat)
                             : QString::fromStdString(owner.since));
}

} // namespace

bool ProjectCommands::settle(Then then)
{
    const SaveStatus status = m_session.status();
    if (status.state == SaveState::Saving) {
        m_afterSettling = std::move(then);
        if (std::exchange(m_settling, true))
            return false;
        m_waitedFor = status.waiting;
        m_progress->showProgress(tr("Saving"), 0, m_waitedFor, std::nullopt, false);
        m_session.whenSettled([this] {
            m_settling = false;
            m_progress->clear();
            const Then next = std::exchange(m_afterSettling, {});
            if (next && settle(next))
                next();
        });
        return false;
    }
    if (status.state == SaveState::CannotSave && status.waiting > 0) {
        askAboutWaiting(status, then);
        return false;
    }
    if (m_session.isWorthSaving()) {
        askAboutUnsaved(then);
        return false;
    }
    return true;
}

void ProjectCommands::askAboutUnsaved(const Then& then)
{
    const auto& stacks = shell().workspace.stacks();
    const QString text = stacks.size() == 1
                             ? tr("Save the annotations of %1 as a project?").arg(shortened(stacks.front()->name(), 60))
                             : tr("Save the annotations of %n stacks as a project?", nullptr, int(stacks.size()));
    auto* question =
        new QMessageBox(QMessageBox::Warning, tr("Unsaved project"), text, QMessageBox::NoButton, &shell().window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Without saving, everything that was done in it is lost."));
    QPushButton* save = question->addButton(tr("&Save…"), QMessageBox::AcceptRole);
    QPushButton* discard = question->addButton(tr("&Don't save"), QMessageBox::DestructiveRole);
    question->addButton(tr("&Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(save);
    connect(save, &QPushButton::clicked, this, [this, then] { saveAs(then); });
    connect(discard, &QPushButton::clicked, this, then);
    question->open();
}

void ProjectCommands::askAboutWaiting(const SaveStatus& status, const Then& then)
{
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Changes that are not saved"),
                                     tr("%n change(s) could not be saved.", nullptr, status.waiting),
                                     QMessageBox::NoButton, &shell().window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("%1\nSaved as another project nothing is lost.")
                                     .arg(breakable(QString::fromStdString(status.reason.message))));
    QPushButton* save = question->addButton(tr("&Save as…"), QMessageBox::AcceptRole);
    QPushButton* discard = question->addButton(tr("&Give them up"), QMessageBox::DestructiveRole);
    question->addButton(tr("&Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(save);
    connect(save, &QPushButton::clicked, this, [this, then] { saveAs(then); });
    connect(discard, &QPushButton::clicked, this, [this, then] {
        m_session.worker().dropWrites();
        then();
    });
    question->open();
}

void ProjectCommands::showOpenFailure(const OpenFailure& failure)
{
    using Access = ProjectSession::Access;
    Message message{.kind = MessageKind::Error,
                    .text = QString::fromStdString(failure.error.message),
                    .details = QString::fromStdString(failure.error.detail),
                    .key = QStringLiteral("openFailed")};
    m_stacksToOpen.clear();
    const QString file = failure.file;
    const QString name = QFileInfo(file).fileName();
    switch (failure.error.code) {
    case base::ErrorCode::PermissionDenied:
        message.kind = MessageKind::Warning;
        if (failure.owner)
            message.text = failure.leftBehind
                               ? tr("%1 was left open: %2. That program has not been heard of for a while.")
                                     .arg(name, ownerText(*failure.owner))
                               : tr("%1 is open elsewhere: %2. Until it is closed there it can only be looked at.")
                                     .arg(name, ownerText(*failure.owner));
        message.actionText = tr("Open read-only");
        message.action = [this, file] { openWith(file, Access::ReadOnly); };
        message.otherText = failure.leftBehind ? tr("Take over") : tr("Try again");
        message.other = [this, file, access = failure.leftBehind ? Access::TakeOver : Access::Write] {
            openWith(file, access);
        };
        break;
    case base::ErrorCode::Corrupt:
        message.text = tr("%1 is damaged, or no project of Blastoscope. It was left as it is.").arg(name);
        message.details = QString::fromStdString(failure.error.message + '\n' + failure.error.detail);
        message.actionText = tr("Save what is readable");
        message.action = [this, file] { repair(file); };
        break;
    case base::ErrorCode::NotFound: m_files.forgetRecent(file); break;
    default: break;
    }
    shell().messages.show(message);
}

void ProjectCommands::repair(const QString& file)
{
    const QFileInfo info(file);
    QString target;
    int number = 0;
    do {
        target = info.dir().filePath(QStringLiteral("%1-repaired%2.blasto")
                                         .arg(info.completeBaseName(), number ? QString::number(number) : QString()));
        ++number;
    } while (QFileInfo::exists(target));
    auto* job = new Job<project::RepairReport>(
        tr("Repairing"),
        [file, target, name = shell().settings.personName()](const auto&, const auto&) {
            const project::ProjectOptions options = projectOptions(name);
            return project::repairProject(file.toStdString(), target.toStdString(), options.author,
                                          options.appVersion);
        },
        this);
    m_progress->showProgress(tr("Saving what is readable"), 0, 0, std::nullopt, false);
    job->onSuccess([this, target](const project::RepairReport& report) {
        QStringList losses;
        for (const std::string& loss : report.losses)
            losses.append(QString::fromStdString(loss));
        shell().messages.show({.kind = losses.isEmpty() ? MessageKind::Information : MessageKind::Warning,
                               .text = tr("%1 holds what could be saved: %2 stacks, %3 frames, %4 objects.")
                                           .arg(QFileInfo(target).fileName())
                                           .arg(report.stacks)
                                           .arg(report.frames)
                                           .arg(report.instances),
                               .details = losses.join(QLatin1Char('\n')),
                               .actionText = tr("Open"),
                               .action = [this, target] { openProject(target); }});
    });
    connect(job, &JobBase::failed, this, [this](const base::Error& error) { shell().messages.showError(error); });
    connect(job, &JobBase::finished, this, [this] { m_progress->clear(); });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start();
}

void ProjectCommands::offerUnsaved()
{
    auto* job = new Job<std::vector<UnsavedProject>>(
        tr("Looking for unsaved projects"),
        [folder = m_session.unsavedFolder(), name = shell().settings.personName()](const auto&, const auto&) {
            return findUnsavedProjects(folder, projectOptions(name));
        },
        this);
    job->onSuccess([this](const std::vector<UnsavedProject>& found) {
        for (std::size_t i = 0; i < found.size() && i < kOffered; ++i)
            offer(found[i]);
    });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start(QThread::LowPriority);
}

void ProjectCommands::offer(const UnsavedProject& unsaved)
{
    const QString when = QLocale().toString(unsaved.changed, QLocale::ShortFormat);
    if (unsaved.damaged) {
        showOpenFailure({unsaved.file,
                         {base::ErrorCode::Corrupt, "An unsaved project from an earlier session cannot be read.",
                          unsaved.file.toStdString()},
                         {},
                         false});
        return;
    }
    shell().messages.show({.kind = MessageKind::Warning,
                           .text = tr("Blastoscope ended before the work on %1 was saved as a project (%2; %n "
                                      "annotated frame(s)). Nothing of it is lost.",
                                      nullptr, unsaved.annotatedFrames)
                                       .arg(shortened(unsaved.stacks.join(QStringLiteral(", ")), 60), when),
                           .actionText = tr("Open"),
                           .action = [this, file = unsaved.file] { openProject(file); },
                           .key = unsaved.file});
}

} // namespace blastoscope::ui
