// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

#include "ui/canvas/canvas_view.h"
#include "ui/project/project_session.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/calibration.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/contrast_panel.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/frame_panels.h"
#include "ui/shell/measurements_panel.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/plot_panel.h"
#include "ui/shell/project_commands.h"
#include "ui/shell/segment_commands.h"
#include "ui/shell/shortcut_dialog.h"
#include "ui/shell/stack_properties_dialog.h"
#include "ui/shell/stack_view.h"
#include "ui/shell/stacks_panel.h"
#include "ui/shell/start_page.h"
#include "ui/session/thumbnail_reader.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

using Pictures = std::vector<std::pair<QString, QImage>>;

base::Result<Pictures> readRecentPictures(const QStringList& paths, const QString& folder)
{
    Pictures pictures;
    for (const QString& path : paths) {
        const QImage picture(thumbnailFileFor(folder, path));
        if (!picture.isNull())
            pictures.emplace_back(path, picture);
    }
    return pictures;
}

} // namespace

MainWindow::MainWindow(ShellServices services, AppSettings& settings, Theme& theme, LogRelay* log)
    : m_services(std::move(services)), m_settings(settings), m_theme(theme), m_runs(m_workspace, m_queue),
      m_tracking(m_workspace)
{
    const QDir data(m_services.dataFolder);
    m_loader = new StackLoader(m_workspace, data.filePath(QStringLiteral("embryo-ids.json")), this);
    m_keeper = new AnnotationKeeper(data.filePath(QStringLiteral("recovery")), this);
    m_project = new ProjectSession(m_workspace, *m_loader, data.filePath(QStringLiteral("unsaved")), this);
    setAcceptDrops(true);
    createCentre();
    createDocks(log);
    createCommands();
    createSearchButton();
    connectWorkspace();
    connectPanels();
    m_catalog.applyKeys(m_settings.shortcuts());
    restoreWindow();
    updateRecent();
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::open(const QStringList& paths)
{
    m_files->open(paths);
}

void MainWindow::openSample()
{
    m_files->openSample();
}

void MainWindow::useModel(const QString& path)
{
    m_segment->useModel(path);
}

const StackMetrics* MainWindow::metrics() const
{
    const OpenStack* stack = m_workspace.current();
    return stack ? m_metrics.at(stack->id()).get() : nullptr;
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::stackAdded, this, [this](OpenStack* stack) {
        recallProperties(*stack, m_settings);
        m_metrics.emplace(stack->id(), std::make_unique<StackMetrics>(*stack));
        readThumbnailOf(*stack);
        connect(stack, &OpenStack::imagesChanged, this, [this, stack] {
            readThumbnailOf(*stack);
            updateTitle();
        });
    });
    connect(&m_workspace, &Workspace::stackClosed, this, [this](OpenStack* stack) {
        m_view->forget(stack->id());
        m_metrics.erase(stack->id());
    });
    connect(&m_workspace, &Workspace::currentChanged, this, &MainWindow::showStack);
    connect(&m_runs, &SegmentationRuns::stackSegmented, this,
            [this](OpenStack* stack, annotation::RunId run) { m_tracking.trackSegmented(*stack, run); });
    const auto showOpening = [this](const QString& name) {
        m_hint->setText(name.isEmpty() ? QString() : tr("Opening %1…").arg(shortened(name, 40)));
    };
    connect(m_loader, &StackLoader::opening, this, showOpening);
    connect(m_project, &ProjectSession::opening, this, showOpening);
}

void MainWindow::readThumbnailOf(OpenStack& stack)
{
    auto* job = new Job<QImage>(
        QString(),
        [images = stack.images(), index = stack.index()](const auto&, const auto&) {
            return readThumbnail(*images, index, 128);
        },
        &stack);
    job->onSuccess([this, id = stack.id()](const QImage& picture) { m_stacks->model().setThumbnail(id, picture); });
    connect(job, &JobBase::finished, job, &QObject::deleteLater); // it holds the images
    job->start(QThread::LowPriority);
}

void MainWindow::showStack(OpenStack* stack)
{
    m_view->setStack(stack);
    const StackMetrics* metrics = this->metrics();
    m_framePanels->setMetrics(metrics);
    for (PlotPanel* plot : m_plots)
        plot->setMetrics(metrics);
    m_measurements->setMetrics(metrics);
    updateContrastPanel();
    updateTitle();
    if (!stack) {
        showStartPage();
        return;
    }
    if (m_onStartPage) {
        m_onStartPage = false;
        m_catalog.action(QStringLiteral("view.fullView"))->setEnabled(true);
        m_pages->setCurrentWidget(m_view);
        m_messages->raise(); // the page came to the front
        if (!m_workState.isEmpty())
            restoreState(m_workState);
        else
            restoreState(m_firstState);
        m_timelineDock->show();
        updateDockTitles();
    }
    m_view->canvas().setFocus();
}

void MainWindow::showStartPage()
{
    QAction* full = m_catalog.action(QStringLiteral("view.fullView"));
    full->setChecked(false); // first, so that the arrangement that is kept has its panels
    full->setEnabled(false);
    if (!m_onStartPage)
        m_workState = saveState();
    m_onStartPage = true;
    m_pages->setCurrentWidget(m_startPage);
    for (QDockWidget* dock : m_docks)
        dock->hide();
    m_timelineDock->hide();
    m_hint->clear();
}

void MainWindow::updateRecent()
{
    const QStringList paths = m_settings.recentStacks();
    m_startPage->setRecentStacks(paths);
    auto* job = new Job<Pictures>(
        QString(),
        [paths, folder = m_services.cacheFolder](const auto&, const auto&) {
            return readRecentPictures(paths, folder);
        },
        this);
    job->onSuccess([this](const Pictures& pictures) {
        for (const auto& [path, picture] : pictures)
            m_startPage->setThumbnail(path, picture);
    });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start(QThread::LowPriority);
}

void MainWindow::updateTitle()
{
    const OpenStack* stack = m_workspace.current();
    const QString project = m_project->isUnsaved() ? tr("unsaved project") : m_project->name();
    if (stack)
        setWindowTitle(tr("%1 — %2[*] — Blastoscope").arg(stack->name(), project));
    else
        setWindowTitle(project.isEmpty() ? tr("Blastoscope") : tr("%1[*] — Blastoscope").arg(project));
    setWindowModified(m_project->isWorthSaving() || m_project->status().state == SaveState::CannotSave);
}

void MainWindow::updateContrastPanel()
{
    const OpenStack* stack = m_workspace.current();
    if (!stack)
        return;
    m_contrast->setChannels(stack->info().channels, stack->index().channel);
    const auto contrast = m_view->contrast();
    if (stack->info().pixelType == base::PixelType::U8)
        m_contrast->setRange(0, 255);
    else if (stack->info().pixelType == base::PixelType::U16)
        m_contrast->setRange(0, 65535);
    else if (contrast)
        m_contrast->setRange(contrast->low - contrast->window(), contrast->high + contrast->window());
    if (contrast)
        m_contrast->setContrast(*contrast);
}

void MainWindow::showPalette()
{
    if (!m_palette)
        m_palette = new CommandPalette(m_catalog, this);
    m_palette->popUp();
}

void MainWindow::showShortcuts()
{
    auto* dialog = new ShortcutDialog(m_catalog, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ShortcutDialog::keysChosen, this, [this](const QMap<QString, QList<QKeySequence>>& changed) {
        m_catalog.applyKeys(changed);
        m_settings.setShortcuts(changed);
    });
    dialog->show();
}

void MainWindow::showProperties(OpenStack* stack)
{
    auto* dialog = new StackPropertiesDialog(*stack, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &StackPropertiesDialog::calibrateRequested, stack,
            [this, stack] { m_calibration->startFor(*stack); });
    connect(stack, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, stack, [this, dialog, stack] {
        stack->setProperties(dialog->appliedTo(stack->properties()));
        rememberProperties(*stack, m_settings);
    });
    dialog->show();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const auto closeAfterAll = [this] {
        m_closing = true;
        close();
    };
    if (!m_closing && !m_projects->settle(closeAfterAll)) {
        event->ignore();
        return;
    }
    const bool full = m_catalog.action(QStringLiteral("view.fullView"))->isChecked(); // never on the start page
    m_settings.setWindow(full ? m_geometryBeforeFull : saveGeometry(),
                         m_onStartPage ? m_workState
                         : full        ? m_beforeFull
                                       : saveState());
    m_queue.cancel();
    m_tracking.cancel();
    m_project->closeProject();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths, annotations;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (!url.isLocalFile())
            continue;
        const QString path = url.toLocalFile();
        if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) && m_workspace.current())
            annotations.append(path);
        else
            paths.append(path);
    }
    event->acceptProposedAction();
    if (!annotations.isEmpty())
        m_files->openAnnotations(annotations);
    open(paths);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_startPage)
        updateRecent(); // the tiles are pictures in the colours of the theme
    QMainWindow::changeEvent(event);
}

} // namespace blastoscope::ui
