// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QObject>
#include <QString>
#include <QStringList>

#include "ui/project/image_locator.h"
#include "ui/project/project_loader.h"
#include "ui/project/project_worker.h"
#include "ui/project/save_status.h"
#include "ui/project/stack_links.h"
#include "ui/session/stack_loader.h"

namespace blastoscope::ui {

/// Why a project was not opened.
struct OpenFailure {
    QString file;
    base::Error error;
    std::optional<project::Owner> owner; ///< who has it open, when that is the reason
    bool leftBehind = false;             ///< that program seems to be gone: the project can be taken over
};

/// The document of a window: the project that is open and everything that happens to it. Stacks that are opened without
/// a project get an unsaved one in the program's own folder. Nothing here waits for a drive, see ProjectWorker.
class ProjectSession : public QObject {
    Q_OBJECT
public:
    enum class Access { Write, ReadOnly, TakeOver };

    /// `unsavedFolder` is made when it is first needed.
    ProjectSession(Workspace& workspace, StackLoader& loader, QString unsavedFolder, QObject* parent = nullptr);
    ~ProjectSession() override;

    bool isOpen() const { return !m_file.isEmpty(); }
    /// In the program's own folder, where nobody looks for it.
    bool isUnsaved() const { return m_unsaved; }
    bool isReadOnly() const { return m_readOnly; }
    /// Unsaved, and somebody did something in it.
    bool isWorthSaving() const { return m_unsaved && m_touched; }
    /// File name without suffix; empty for an unsaved project.
    QString name() const;
    const QString& file() const { return m_file; }
    const QString& unsavedFolder() const { return m_unsavedFolder; }
    SaveStatus status() const;

    /// Stacks become part of the open project, of an unsaved one when there is none.
    void openStacks(const QStringList& paths);
    /// In the place of what is open now, which is closed as closeProject() does once the other one is there.
    void openProject(const QString& file, Access access = Access::Write);
    void createProject(const QString& file);
    /// A copy at another place, which is then the project of this window; `then` runs when it is. What waits to be
    /// written goes there, too.
    void saveAs(const QString& file, std::function<void()> then = {});
    /// Closes the stacks and, after everything is written, the project. An unsaved one is deleted: ask before.
    void closeProject();
    /// Calls back once nothing waits to be written any more, a copy for saveAs() included, or it cannot be written.
    void whenSettled(std::function<void()> then);

    void setAuthorName(const QString& name);
    /// The model that makes instances from now on.
    void setModel(const project::ModelReference& model);

    ProjectWorker& worker() { return m_worker; }
    StackLinks& links() { return m_links; }
    ProjectLoader& loader() { return m_loader; }
    ImageLocator& locator() { return m_locator; }

signals:
    /// What is being opened; empty when that is done.
    void opening(const QString& name);
    /// Another project, the same at another place, or worth saving now.
    void projectChanged();
    void statusChanged(const blastoscope::ui::SaveStatus& status);
    void openFailed(const blastoscope::ui::OpenFailure& failure);
    void saveAsFailed(const blastoscope::base::Error& error);
    /// What a person should know about how a project was opened.
    void noticed(const QString& text);

private:
    struct Opened {
        std::optional<OpenFailure> failure;
        std::vector<project::StackRecord> stacks;
        bool readOnly = false;
        std::string notice;
        bool holdsWork = false;
    };
    static Opened openIn(ProjectSlot& slot, const QString& file, const project::ProjectOptions& options);
    void enter(const QString& file, Opened opened);
    void ensureProject();
    void adopt(OpenStack* stack);
    void noteEdit(annotation::StepKind kind);
    void updateStatus();
    bool isOurs(const QString& file) const;

    Workspace& m_workspace;
    StackLoader& m_stackLoader;
    QString m_unsavedFolder;
    ProjectWorker m_worker;
    StackLinks m_links;
    ProjectLoader m_loader;
    ImageLocator m_locator;
    QString m_file; ///< absolute; empty while no project is open
    QString m_author;
    std::optional<project::ModelReference> m_model;
    bool m_modelNoted = false;
    bool m_unsaved = false;
    bool m_readOnly = false;
    bool m_touched = false;
    bool m_opening = false;
    int m_round = 0;    ///< an answer to what was asked before closeProject() is not about this project
    int m_savingAs = 0; ///< copies that are being made
    SaveStatus m_lastStatus;
    std::vector<std::function<void()>> m_whenSettled;
};

/// Whether a path names a project rather than images.
bool isProjectFile(const QString& path);

} // namespace blastoscope::ui
