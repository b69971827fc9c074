// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QPointer>
#include <QStringList>

#include "ui/project/project_session.h"
#include "ui/project/unsaved_projects.h"
#include "ui/shell/command_group.h"

class QFileDialog;
class QStatusBar;

namespace blastoscope::ui {

class AuditDialog;
class FileCommands;
class ProgressStrip;
class SaveStateButton;

/// Making, opening, saving and closing projects; nothing that a person did is given up without a question.
class ProjectCommands : public CommandGroup {
    Q_OBJECT
public:
    ProjectCommands(const ShellContext& context, ProjectSession& session, FileCommands& files, QStatusBar& bar,
                    QObject* parent);

    /// `stacks` are opened in it afterwards.
    void openProject(const QString& file, const QStringList& stacks = {});
    void newProject();
    void chooseProject();
    /// `then` runs when everything is at the new place.
    void saveAs(std::function<void()> then = {});
    void locateImages();
    void showAudit();
    void closeStack(OpenStack& stack);
    /// Asks before it deletes everything about the stack from the project.
    void removeStack(OpenStack& stack);
    /// True when nothing is lost by closing the project. Otherwise waits or asks, and `then` runs later unless the
    /// person stops it.
    bool settle(std::function<void()> then);
    /// Tells of projects that were never saved; once after the start.
    void offerUnsaved();

    /// Null while it is not on the screen.
    AuditDialog* auditDialog() const;

signals:
    void recentChanged();

private:
    using Then = std::function<void()>;

    void createActions(FileCommands& files);
    void connectSession();
    void connectLoading();
    void save();
    void chooseNewProject();
    void closeProject();
    void follow();
    void updateEnabled();
    void showStatus(const SaveStatus& status);
    void showOpenFailure(const OpenFailure& failure);
    void repair(const QString& file);
    void openWith(const QString& file, ProjectSession::Access access);
    void showLoaded(OpenStack* stack, const std::optional<project::FoundStack>& place);
    void showMissing();
    void offer(const UnsavedProject& unsaved);
    void askForName();
    void editName();
    void askAboutUnsaved(const Then& then);
    void askAboutWaiting(const SaveStatus& status, const Then& then);
    QFileDialog* newDialog(const QString& title);
    QString suggestedFile() const;

    ProjectSession& m_session;
    FileCommands& m_files;
    SaveStateButton* m_state = nullptr;
    ProgressStrip* m_progress = nullptr;
    QAction* m_save = nullptr;
    QAction* m_saveAs = nullptr;
    QAction* m_close = nullptr;
    QAction* m_auditAction = nullptr;
    QAction* m_locate = nullptr;
    QAction* m_remove = nullptr;
    QPointer<AuditDialog> m_audit;
    QStringList m_stacksToOpen; ///< when the project is there
    QString m_remembered;       ///< the project that was put among the recent ones
    QString m_shownReason;      ///< why nothing can be saved, as it was told
    Then m_afterSettling;
    int m_waitedFor = 0; ///< changes that were on their way when waiting began
    bool m_settling = false;
};

} // namespace blastoscope::ui
