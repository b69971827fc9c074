// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/measure/export.h"
#include "ui/session/annotation_keeper.h"
#include "ui/session/stack_loader.h"
#include "ui/shell/command_group.h"

class QFileDialog;

namespace blastoscope::ui {

class ExchangeCommands;
class ProjectSession;

/// Opening, exporting and closing of stacks. What concerns the project as a whole is in ProjectCommands.
class FileCommands : public CommandGroup {
    Q_OBJECT
public:
    FileCommands(const ShellContext& context, StackLoader& loader, AnnotationKeeper& keeper, ProjectSession& session,
                 QString samplePath, QString thumbnailFolder, QObject* parent);

    /// Where the commands for projects go in.
    QMenu& fileMenu() const { return menu(); }
    QAction* projectPlace() const { return m_projectPlace; }

    /// Stacks, or a project with stacks that are to become part of it.
    void open(const QStringList& paths);
    /// For the current stack. Where work could be lost, a person sees first what will happen, and can undo it.
    void openAnnotations(const QStringList& files);
    void openSample();
    void chooseFiles();
    void chooseFolder();

    void forgetRecent(const QString& path);
    /// A small picture of the stack for the tile of a recent file.
    void keepThumbnail(const QString& path, const OpenStack& stack);

    /// What the dialog does with the chosen file.
    void exportPicture(const QString& file);
    void setModel(const measure::ModelRecord& model) { m_model = model; }

signals:
    void projectRequested(const QString& file, const QStringList& stacks);
    void closeRequested(blastoscope::ui::OpenStack& stack);
    void recentChanged();
    void quitRequested();

private:
    void createActions();
    void connectLoader();
    void connectKeeper();
    void remember(OpenStack& stack);
    void offerRecovery(OpenStack& stack);
    void showMeasurementExport();
    void choosePictureFile();
    void fillRecentMenu();
    void updateEnabled();
    QFileDialog* newDialog(const QString& title);

    StackLoader& m_loader;
    AnnotationKeeper& m_keeper;
    ProjectSession& m_session;
    QString m_samplePath;
    QString m_thumbnailFolder;
    measure::ModelRecord m_model;
    ExchangeCommands* m_exchange = nullptr;
    QMenu* m_recentMenu = nullptr;
    QAction* m_projectPlace = nullptr;
    QList<QAction*> m_stackActions; ///< need an open stack
};

} // namespace blastoscope::ui
