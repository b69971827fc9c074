// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QMainWindow>

#include "ui/jobs/segmentation_queue.h"
#include "ui/session/annotation_keeper.h"
#include "ui/session/segmentation_runs.h"
#include "ui/session/stack_loader.h"
#include "ui/session/stack_metrics.h"
#include "ui/session/tracking_runs.h"
#include "ui/session/workspace.h"
#include "ui/settings/action_catalog.h"
#include "ui/shell/shell_services.h"

class QLabel;
class QStackedWidget;

namespace blastoscope::ui {

class AppSettings;
class Calibration;
class CommandPalette;
class ContrastPanel;
class FileCommands;
class FramePanels;
class InstancesPanel;
class LogPanel;
class LogRelay;
class MeasurementsPanel;
class MessageBar;
class PlotPanel;
class ProjectCommands;
class ProjectSession;
class ReadoutPanel;
class ReviewPanel;
class SegmentCommands;
class StackView;
class StacksPanel;
class StartPage;
struct ShellContext;
class Theme;
class TimelineBar;
class TrainCommands;

/// The one window: arranges canvas, panels and menus and connects them; what they do is in them.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `log` may be null; `settings` and `theme` must outlive the window.
    MainWindow(ShellServices services, AppSettings& settings, Theme& theme, LogRelay* log = nullptr);
    ~MainWindow() override;

    /// Files or folders, as from the command line.
    void open(const QStringList& paths);
    void openSample();
    /// Another model than that of the settings, for this session.
    void useModel(const QString& path);

    Workspace& workspace() { return m_workspace; }
    SegmentationQueue& queue() { return m_queue; }
    TrackingRuns& tracking() { return m_tracking; }
    AnnotationKeeper& keeper() { return *m_keeper; }
    FileCommands& files() { return *m_files; }
    ProjectSession& project() { return *m_project; }
    ProjectCommands& projects() { return *m_projects; }
    ActionCatalog& actions() { return m_catalog; }
    MessageBar& messages() { return *m_messages; }
    TrainCommands& training() { return *m_train; }
    StackView& view() { return *m_view; }
    /// Null while nothing is open.
    const StackMetrics* metrics() const;

signals:
    /// The first picture of the window is on the screen.
    void painted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void createCentre();
    void createDocks(LogRelay* log);
    void addPlotDocks();
    /// A dock in a pile needs no title besides its tab.
    void updateDockTitles();
    QDockWidget* addDock(const QString& id, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void createCommands();
    void createTraining(const ShellContext& context);
    void createSearchButton();
    void connectWorkspace();
    void connectPanels();
    void arrange();
    void restoreWindow();

    void readThumbnailOf(OpenStack& stack);
    void connectProject();
    /// The titles of the panels that say what is counted: `cells` of them in the frame, -1 = not known.
    void nameCountedObjects(int cells, const std::string& ownName);
    void showStack(OpenStack* stack);
    void showStartPage();
    void updateRecent();
    void updateTitle();
    void updateContrastPanel();
    void setFullView(bool full);
    void showPalette();
    void showShortcuts();
    void showProperties(OpenStack* stack);

    ShellServices m_services;
    AppSettings& m_settings;
    Theme& m_theme;
    Workspace m_workspace;
    SegmentationQueue m_queue;
    SegmentationRuns m_runs;
    TrackingRuns m_tracking;
    StackLoader* m_loader = nullptr;
    AnnotationKeeper* m_keeper = nullptr;
    ProjectSession* m_project = nullptr;
    std::map<int, std::unique_ptr<StackMetrics>> m_metrics; ///< by stack id
    ActionCatalog m_catalog;

    QStackedWidget* m_pages = nullptr;
    StartPage* m_startPage = nullptr;
    TimelineBar* m_timeline = nullptr;
    StackView* m_view = nullptr;
    MessageBar* m_messages = nullptr;
    QLabel* m_hint = nullptr;

    StacksPanel* m_stacks = nullptr;
    ReviewPanel* m_review = nullptr;
    ContrastPanel* m_contrast = nullptr;
    InstancesPanel* m_instances = nullptr;
    ReadoutPanel* m_readouts = nullptr;
    std::vector<PlotPanel*> m_plots;
    MeasurementsPanel* m_measurements = nullptr;
    LogPanel* m_log = nullptr;
    FramePanels* m_framePanels = nullptr;
    Calibration* m_calibration = nullptr;
    CommandPalette* m_palette = nullptr;
    FileCommands* m_files = nullptr;
    ProjectCommands* m_projects = nullptr;
    SegmentCommands* m_segment = nullptr;
    TrainCommands* m_train = nullptr;

    std::vector<QDockWidget*> m_docks; ///< those a person can fold, close and move
    QDockWidget* m_timelineDock = nullptr;
    QDockWidget* m_instancesDock = nullptr;
    QDockWidget* m_countDock = nullptr; ///< the plot of the number of cells
    QDockWidget* m_modelsDock = nullptr;
    QByteArray m_firstState; ///< the arrangement before anybody moved anything
    QByteArray m_workState;  ///< the arrangement while stacks are open
    QByteArray m_beforeFull;         ///< the arrangement that full view hides
    QByteArray m_geometryBeforeFull;
    bool m_onStartPage = true;
    bool m_closing = false;
    bool m_painted = false;
};

} // namespace blastoscope::ui
