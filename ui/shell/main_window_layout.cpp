// SPDX-License-Identifier: GPL-3.0-or-later
// The arrangement of the window; what happens in it is in main_window.cpp.
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_tool.h"
#include "ui/canvas/canvas_view.h"
#include "ui/plots/lineage_plot.h"
#include "ui/plots/plots.h"
#include "ui/project/project_session.h"
#include "ui/session/object_words.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/calibration.h"
#include "ui/shell/contrast_panel.h"
#include "ui/shell/edit_commands.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/frame_panels.h"
#include "ui/shell/help_commands.h"
#include "ui/shell/instances_panel.h"
#include "ui/shell/log_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/measurements_panel.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/missing_images_card.h"
#include "ui/shell/object_menu.h"
#include "ui/shell/plot_panel.h"
#include "ui/shell/project_commands.h"
#include "ui/shell/readout_panel.h"
#include "ui/shell/review_commands.h"
#include "ui/shell/review_panel.h"
#include "ui/shell/segment_commands.h"
#include "ui/shell/stack_view.h"
#include "ui/shell/stacks_panel.h"
#include "ui/shell/start_page.h"
#include "ui/shell/train_commands.h"
#include "ui/shell/view_commands.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/training/models_panel.h"

namespace blastoscope::ui {

void MainWindow::createCentre()
{
    m_pages = new QStackedWidget(this);
    m_startPage = new StartPage(m_pages);
    m_timeline = new TimelineBar;
    m_view = new StackView(*m_timeline, m_pages);
    m_view->setProperty("helpPage", QStringLiteral("correct"));
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_view);
    m_messages = new MessageBar(m_pages);
    setCentralWidget(m_pages);
    m_hint = new QLabel(this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long hint must not widen the window
    m_startPage->setSampleAvailable(!m_services.samplePath.isEmpty());
}

QDockWidget* MainWindow::addDock(const QString& id, const QString& title, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(id);
    dock->setWidget(content);
    addDockWidget(area, dock);
    m_docks.push_back(dock);
    // Queued: at the time of the signals the pile is still the old one.
    connect(dock, &QDockWidget::topLevelChanged, this, &MainWindow::updateDockTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::dockLocationChanged, this, &MainWindow::updateDockTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::updateDockTitles, Qt::QueuedConnection);
    return dock;
}

void MainWindow::createDocks(LogRelay* log)
{
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_stacks = new StacksPanel(m_workspace);
    m_review = new ReviewPanel(m_workspace);
    m_contrast = new ContrastPanel;
    m_instances = new InstancesPanel;
    m_readouts = new ReadoutPanel;
    m_measurements = new MeasurementsPanel;
    m_log = new LogPanel;
    if (log)
        connect(log, &LogRelay::posted, m_log, &LogPanel::append);

    addDock(QStringLiteral("stacks"), tr("Stacks"), m_stacks, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("review"), tr("Review"), m_review, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("picture"), tr("Picture"), m_contrast, Qt::LeftDockWidgetArea);
    m_instancesDock = addDock(QStringLiteral("blastomeres"), tr("Blastomeres"), m_instances, Qt::RightDockWidgetArea);
    addDock(QStringLiteral("frame"), tr("This frame"), m_readouts, Qt::RightDockWidgetArea);
    m_timelineDock = new QDockWidget(tr("Timeline"), this);
    m_timelineDock->setObjectName(QStringLiteral("timeline"));
    m_timelineDock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_timelineDock->setTitleBarWidget(new QWidget(m_timelineDock));
    m_timelineDock->setWidget(m_timeline);
    m_timeline->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    addDockWidget(Qt::BottomDockWidgetArea, m_timelineDock);
    addPlotDocks();
    addDock(QStringLiteral("measurements"), tr("Measurements"), m_measurements, Qt::BottomDockWidgetArea);
    m_modelsDock = addDock(QStringLiteral("models"), tr("Models"), nullptr, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("log"), tr("Log"), m_log, Qt::BottomDockWidgetArea);
    arrange();
}

void MainWindow::addPlotDocks()
{
    const std::tuple<const char*, QString, TimePlot*> plots[] = {{"cells", tr("Cells"), new CellCountPlot},
                                                                 {"diameter", tr("Diameter"), new DiameterPlot},
                                                                 {"evenness", tr("Evenness"), new EvennessPlot},
                                                                 {"lineage", tr("Lineage"), new LineagePlot}};
    for (const auto& [id, title, plot] : plots) {
        m_plots.push_back(new PlotPanel(plot));
        addDock(QString::fromLatin1(id), title, m_plots.back(), Qt::BottomDockWidgetArea);
    }
    m_countDock = m_docks[m_docks.size() - std::size(plots)];
}

void MainWindow::updateDockTitles()
{
    for (QDockWidget* dock : m_docks) {
        const bool piled = !dock->isFloating() && !tabifiedDockWidgets(dock).isEmpty();
        if (piled == (dock->titleBarWidget() != nullptr))
            continue;
        delete dock->titleBarWidget();
        dock->setTitleBarWidget(piled ? new QWidget(dock) : nullptr);
    }
}

void MainWindow::arrange()
{
    enum { Stacks, Review, Picture, Blastomeres, Frame, FirstPlot };
    splitDockWidget(m_timelineDock, m_docks[FirstPlot], Qt::Vertical);
    for (std::size_t i = FirstPlot + 1; i < m_docks.size(); ++i)
        tabifyDockWidget(m_docks[i - 1], m_docks[i]);
    m_docks[FirstPlot]->raise();
    const int unit = gridUnit(this);
    resizeDocks({m_docks[Stacks], m_docks[Blastomeres]}, {unit * 30, unit * 38}, Qt::Horizontal);
    resizeDocks({m_docks[Stacks], m_docks[Review], m_docks[Picture]}, {unit * 18, unit * 32, unit * 16}, Qt::Vertical);
    resizeDocks({m_docks[Blastomeres], m_docks[Frame]}, {unit * 26, unit * 34}, Qt::Vertical);
    resizeDocks({m_docks[FirstPlot]}, {unit * 22}, Qt::Vertical);
    updateDockTitles();
}

void MainWindow::createCommands()
{
    const ShellContext context{*this, m_workspace, m_settings, m_catalog, *m_messages, *m_view};
    m_files = new FileCommands(context, *m_loader, *m_keeper, *m_project, m_services.samplePath,
                               m_services.cacheFolder, this);
    auto* edit = new EditCommands(context, m_queue, m_services, this);
    auto* view = new ViewCommands(context, CanvasActions(m_view->canvas()), *m_timeline, m_theme, m_docks, this);
    m_segment = new SegmentCommands(context, m_queue, m_runs, m_tracking, m_services, *statusBar(), this);
    m_projects = new ProjectCommands(context, *m_project, *m_files, *statusBar(), this);
    new ReviewCommands(context, m_review->queue(), this);
    createTraining(context);
    new HelpCommands(context, this);
    auto* objectMenu = new ObjectMenu(m_catalog, *this);
    connect(&m_view->canvas(), &CanvasView::menuRequested, objectMenu, &ObjectMenu::popUp);
    connect(m_instances, &InstancesPanel::menuRequested, objectMenu, &ObjectMenu::popUp);
    m_calibration = new Calibration(m_workspace, *m_view, m_settings, *this);
    statusBar()->addWidget(m_hint, 1);
    statusBar()->setSizeGripEnabled(false);

    for (const char* id : {"segment.frame", "segment.stack", "view.masks", "view.outlines", "view.hidden", "view.fit"})
        m_stacks->addTool(*m_catalog.action(QString::fromLatin1(id)));
    m_stacks->addMenuEntry(*m_catalog.action(QStringLiteral("file.removeStack")));
    m_review->addTool(*m_catalog.action(QStringLiteral("review.acceptAndGoOn")));

    connect(m_files, &FileCommands::recentChanged, this, &MainWindow::updateRecent);
    connect(m_files, &FileCommands::quitRequested, this, &MainWindow::close);
    connect(edit, &EditCommands::calibrateRequested, m_calibration, &Calibration::start);
    connect(edit, &EditCommands::propertiesRequested, this, [this] { showProperties(m_workspace.current()); });
    connect(edit, &EditCommands::hintChanged, m_hint, &QLabel::setText);
    connect(edit, &EditCommands::shortcutsRequested, this, &MainWindow::showShortcuts);
    connect(view, &ViewCommands::fullViewToggled, this, &MainWindow::setFullView);
    connect(view, &ViewCommands::paletteRequested, this, &MainWindow::showPalette);
    connect(view, &ViewCommands::resetLayoutRequested, this, [this] {
        if (!m_onStartPage)
            restoreState(m_firstState);
    });
    connect(m_segment, &SegmentCommands::modelLoaded, m_files, &FileCommands::setModel);
    connect(m_calibration, &Calibration::hintChanged, m_hint, &QLabel::setText);
    connectProject();
}

void MainWindow::connectProject()
{
    auto* locate = new MissingImagesCard(m_workspace, m_view->canvas());
    connect(locate, &QPushButton::clicked, m_projects, &ProjectCommands::locateImages);
    connect(m_files, &FileCommands::projectRequested, m_projects, &ProjectCommands::openProject);
    connect(m_files, &FileCommands::closeRequested, m_projects, &ProjectCommands::closeStack);
    connect(m_projects, &ProjectCommands::recentChanged, this, &MainWindow::updateRecent);
    connect(m_project, &ProjectSession::projectChanged, this, &MainWindow::updateTitle);
    connect(m_project, &ProjectSession::statusChanged, this, [this](const SaveStatus& status) {
        if (status.state != SaveState::Saving)
            updateTitle();
    });
    connect(m_segment, &SegmentCommands::modelLoaded, m_project, [this](const measure::ModelRecord& model) {
        m_project->setModel({model.sha256, model.name, model.version});
    });
    connect(m_startPage, &StartPage::openProjectRequested, m_projects, &ProjectCommands::chooseProject);
    connect(m_startPage, &StartPage::newProjectRequested, m_projects, &ProjectCommands::newProject);
    connect(this, &MainWindow::painted, m_projects, &ProjectCommands::offerUnsaved);
}

void MainWindow::createTraining(const ShellContext& context)
{
    m_train = new TrainCommands(context, m_services.training, m_services.factory, m_services.shippedModels,
                                m_services.dataFolder, this);
    m_train->noteModel(m_segment->modelPath());
    m_modelsDock->setWidget(m_train->createModelsPanel());
    connect(m_segment, &SegmentCommands::modelChanged, m_train, &TrainCommands::noteModel);
    connect(m_train, &TrainCommands::modelChosen, m_segment, &SegmentCommands::useModel);
    connect(m_train, &TrainCommands::openRequested, this, [this](const QString& folder) {
        open({folder});
        raise();
        activateWindow();
    });
}

void MainWindow::createSearchButton()
{
    auto* search = new QToolButton(menuBar());
    search->setDefaultAction(m_catalog.action(QStringLiteral("view.commands")));
    search->setText(tr("Commands"));
    search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    search->setAutoRaise(true);
    search->setFocusPolicy(Qt::NoFocus);
    menuBar()->setCornerWidget(search);
}

void MainWindow::connectPanels()
{
    m_framePanels = new FramePanels(*m_view, *m_instances, *m_readouts, m_catalog, this);
    connect(m_framePanels, &FramePanels::cellCountChanged, this, &MainWindow::nameCountedObjects);
    connect(m_readouts, &ReadoutPanel::calibrateRequested, m_calibration, &Calibration::start);
    connect(m_startPage, &StartPage::openFilesRequested, m_files, &FileCommands::chooseFiles);
    connect(m_startPage, &StartPage::openFolderRequested, m_files, &FileCommands::chooseFolder);
    connect(m_startPage, &StartPage::sampleRequested, m_files, &FileCommands::openSample);
    connect(m_startPage, &StartPage::recentRequested, this, [this](const QString& path) { open({path}); });
    connect(m_startPage, &StartPage::forgetRecentRequested, m_files, &FileCommands::forgetRecent);
    connect(m_stacks, &StacksPanel::closeRequested, this, [this](OpenStack* stack) { m_projects->closeStack(*stack); });
    connect(m_stacks, &StacksPanel::propertiesRequested, this, &MainWindow::showProperties);

    const auto goTo = [this](int frame) {
        if (m_workspace.current())
            m_workspace.current()->setTime(frame);
    };
    for (PlotPanel* plot : m_plots)
        connect(&plot->plot(), &TimePlot::frameRequested, this, [this, goTo](int frame, int cell) {
            goTo(frame);
            if (cell > 0)
                m_view->canvas().select(cell);
        });
    connect(m_measurements, &MeasurementsPanel::frameRequested, this, [this, goTo](int frame, int id) {
        goTo(frame);
        m_view->canvas().select(id > 0 ? std::optional(id) : std::nullopt);
    });
    connect(m_review, &ReviewPanel::frameRequested, this, [this, goTo](int frame, const std::vector<int>& ids) {
        goTo(frame);
        m_view->canvas().setSelection(ids);
    });
    connect(m_view, &StackView::frameShown, this, [this](const imaging::FrameIndex& index) {
        for (PlotPanel* plot : m_plots)
            plot->plot().setCurrentFrame(index.time);
    });
    connect(m_view, &StackView::contrastChanged, this, &MainWindow::updateContrastPanel);
    connect(m_contrast, &ContrastPanel::contrastEdited, m_view, &StackView::setContrast);
    connect(m_contrast, &ContrastPanel::fitRequested, m_view, &StackView::fitContrast);
    connect(m_contrast, &ContrastPanel::fullRangeRequested, m_view, &StackView::showFullRange);
    connect(m_contrast, &ContrastPanel::channelRequested, this, [this](int channel) {
        if (m_workspace.current())
            m_workspace.current()->setChannel(channel);
    });
}

void MainWindow::nameCountedObjects(int cells, const std::string& ownName)
{
    const QString objects = ownName.empty() ? tr("Blastomeres") : objectsTitle(ownName);
    m_instancesDock->setWindowTitle(cells < 0 ? objects : QStringLiteral("%1  %2").arg(objects).arg(cells));
    m_countDock->setWindowTitle(ownName.empty() ? tr("Cells") : objects);
}

void MainWindow::restoreWindow()
{
    const int unit = gridUnit(this);
    resize(unit * 165, unit * 108);
    restoreGeometry(m_settings.windowGeometry());
    m_firstState = saveState();
    m_workState = m_settings.windowState();
    showStartPage();
}

void MainWindow::setFullView(bool full)
{
    if (full) {
        m_beforeFull = saveState();
        m_geometryBeforeFull = saveGeometry();
    }
    menuBar()->setVisible(!full);
    statusBar()->setVisible(!full);
    m_view->setSideStripVisible(!full);
    if (full) {
        for (QDockWidget* dock : m_docks)
            dock->hide();
        setWindowState(windowState() | Qt::WindowFullScreen);
    } else {
        setWindowState(windowState() & ~Qt::WindowFullScreen);
        restoreState(m_beforeFull);
    }
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (m_painted)
        return;
    m_painted = true;
    // After the children are painted too and the picture is on the screen.
    QTimer::singleShot(0, this, [this] {
        emit painted();
        m_segment->warmUp();
    });
}

} // namespace blastoscope::ui
