// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/measure/export.h"
#include "ui/session/annotation_keeper.h"
#include "ui/session/stack_loader.h"
#include "ui/shell/command_group.h"

class QFileDialog;

namespace blastoscope::ui {

/// Opening, saving, exporting and closing.
class FileCommands : public CommandGroup {
    Q_OBJECT
public:
    FileCommands(const ShellContext& context, StackLoader& loader, AnnotationKeeper& keeper, QString samplePath,
                 QString thumbnailFolder, QObject* parent);

    void open(const QStringList& paths) { m_loader.open(paths); }
    void openSample();
    void chooseFiles();
    void chooseFolder();
    void save(OpenStack& stack, std::function<void()> then = {});
    /// Asks first when something isn't saved.
    void close(OpenStack& stack);
    /// True when everything is saved. Otherwise asks, and `then` runs later unless the person stops it.
    bool settleUnsaved(std::function<void()> then);

    void forgetRecent(const QString& path);

    /// Both may be called by tests and by the command line, without a dialog.
    void exportMeasurements(const QString& folder);
    void exportPicture(const QString& file);
    void setModel(const measure::ModelRecord& model) { m_model = model; }

signals:
    void recentChanged();
    void quitRequested();

private:
    void createActions();
    void connectLoader();
    void connectKeeper();
    void remember(OpenStack& stack);
    void offerRecovery(OpenStack& stack);
    void saveAs(OpenStack& stack, std::function<void()> then);
    void chooseAnnotations();
    void chooseExportFolder();
    void choosePictureFile();
    void fillRecentMenu();
    void updateEnabled();
    QFileDialog* newDialog(const QString& title);
    void askAboutUnsaved(const std::vector<OpenStack*>& unsaved, std::function<void()> then);

    StackLoader& m_loader;
    AnnotationKeeper& m_keeper;
    QString m_samplePath;
    QString m_thumbnailFolder;
    measure::ModelRecord m_model;
    QMenu* m_recentMenu = nullptr;
    QList<QAction*> m_stackActions; ///< need an open stack
};

} // namespace blastoscope::ui
