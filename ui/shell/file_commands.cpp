// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_commands.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QPointer>

#include "ui/canvas/canvas_view.h"
#include "ui/jobs/job.h"
#include "ui/project/project_session.h"
#include "ui/session/core_texts.h"
#include "ui/session/picture_export.h"
#include "ui/session/thumbnail_reader.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/exchange_commands.h"
#include "ui/shell/measurement_export_dialog.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/stack_view.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

constexpr int kRecentThumbnailSide = 320;
constexpr double kPictureScale = 2; ///< screen pixels per image pixel in exported pictures

QString menuText(const QString& path)
{
    return shortened(QFileInfo(path).fileName(), 60).replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// Annotations, or something that undo or redo would bring back.
bool holdsWork(const annotation::StackDocument& document)
{
    if (document.canUndo() || document.canRedo())
        return true;
    for (int time = 0; time < document.frameCount(); ++time) {
        if (holdsSomething(document.frame(time)))
            return true;
    }
    return false;
}

} // namespace

FileCommands::FileCommands(const ShellContext& context, StackLoader& loader, AnnotationKeeper& keeper,
                           ProjectSession& session, QString samplePath, QString thumbnailFolder, QObject* parent)
    : CommandGroup(context, QStringLiteral("file"), tr("&File"), parent), m_loader(loader), m_keeper(keeper),
      m_session(session), m_samplePath(samplePath.isEmpty() ? QString() : QDir(samplePath).absolutePath()),
      m_thumbnailFolder(std::move(thumbnailFolder))
{
    createActions();
    connectLoader();
    connectKeeper();
    connect(&shell().workspace, &Workspace::currentChanged, this, &FileCommands::updateEnabled);
    updateEnabled();
}

void FileCommands::createActions()
{
    add(
        "openFiles", tr("&Open…"), [this] { chooseFiles(); }, {QKeySequence::Open}, Icon::Open);
    add(
        "openFolder", tr("Open &folder…"), [this] { chooseFolder(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
        Icon::OpenFolder);
    m_recentMenu = menu().addMenu(icon(Icon::Recent), tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &FileCommands::fillRecentMenu);
    fillRecentMenu();
    if (!m_samplePath.isEmpty())
        add(
            "openSample", tr("Open sa&mple"), [this] { openSample(); }, {}, Icon::Sample);
    addSeparator();
    m_projectPlace = menu().addSeparator();
    m_exchange = new ExchangeCommands(shell(), menu(), this);
    m_stackActions << add(
        "exportMeasurements", tr("&Export measurements (CSV)…"), [this] { showMeasurementExport(); },
        {Qt::CTRL | Qt::Key_E}, Icon::Export);
    m_stackActions << add(
        "exportPicture", tr("Export &picture…"), [this] { choosePictureFile(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
        Icon::Picture);
    addSeparator();
    m_stackActions << add(
        "close", tr("&Close stack"), [this] { emit closeRequested(*current()); }, {QKeySequence::Close}, Icon::Close);
    add(
        "quit", tr("&Quit"), [this] { emit quitRequested(); }, {Qt::CTRL | Qt::Key_Q}, Icon::Quit);
}

void FileCommands::connectLoader()
{
    connect(&m_loader, &StackLoader::opened, this, [this](OpenStack* stack) {
        remember(*stack);
        offerRecovery(*stack);
        for (const std::string& warning : stack->info().warnings)
            shell().messages.show({.kind = MessageKind::Warning, .text = inWindowLanguage(warning)});
    });
    connect(&m_loader, &StackLoader::failed, this, [this](const QString& path, const base::Error& error) {
        if (!QFileInfo::exists(path))
            forgetRecent(path);
        shell().messages.showError(error);
    });
    connect(&m_loader, &StackLoader::annotationsFailed, this, [this](OpenStack* stack, const base::Error& error) {
        shell().messages.show({.kind = MessageKind::Warning,
                               .text = tr("The annotations beside %1 could not be used: %2")
                                           .arg(stack->name(), QString::fromStdString(error.message)),
                               .details = QString::fromStdString(error.detail)});
    });
}

void FileCommands::connectKeeper()
{
    connect(&m_keeper, &AnnotationKeeper::opened, this, [this](OpenStack* stack, const LoadedAnnotations& loaded) {
        QString text = tr("Annotations of %1 opened").arg(stack->name());
        if (loaded.skipped > 0)
            text += tr("; %n frame(s) of the file are not in this stack", nullptr, loaded.skipped);
        shell().messages.showInformation(text);
    });
    connect(&m_keeper, &AnnotationKeeper::failed, this,
            [this](const base::Error& error) { shell().messages.showError(error); });
}

void FileCommands::open(const QStringList& paths)
{
    QString project;
    QStringList stacks;
    for (const QString& path : paths) {
        if (!isProjectFile(path))
            stacks.append(path);
        else if (project.isEmpty())
            project = path;
    }
    if (!project.isEmpty())
        emit projectRequested(project, stacks);
    else
        m_session.openStacks(stacks);
}

void FileCommands::openAnnotations(const QStringList& files)
{
    if (files.size() == 1 && !holdsWork(current()->document()))
        m_keeper.open(*current(), files.first());
    else
        m_exchange->showImport(files);
}

void FileCommands::openSample()
{
    open({m_samplePath});
}

QFileDialog* FileCommands::newDialog(const QString& title)
{
    auto* dialog = new QFileDialog(&shell().window, title, shell().settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::accepted, this,
            [this, dialog] { shell().settings.setLastFolder(dialog->directory().absolutePath()); });
    return dialog;
}

void FileCommands::chooseFiles()
{
    QFileDialog* dialog = newDialog(tr("Open"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Stacks, videos, pictures and projects (*.tif *.tiff *.btf *.avi *.mp4 *.jpg *.jpeg "
                               "*.png *.bmp *.blasto)"),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &FileCommands::open);
    dialog->open();
}

void FileCommands::chooseFolder()
{
    QFileDialog* dialog = newDialog(tr("Open a folder of images"));
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &FileCommands::open);
    dialog->open();
}

void FileCommands::showMeasurementExport()
{
    auto* dialog =
        new MeasurementExportDialog(shell().workspace, m_model, shell().settings.lastFolder(), &shell().window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MeasurementExportDialog::exported, this, [this](const QString& folder) {
        shell().settings.setLastFolder(QFileInfo(folder).absolutePath());
        shell().messages.showInformation(
            tr("Measurements are in %1: cells.csv, frames.csv, embryos.csv, divisions.csv and manifest.json")
                .arg(QDir::toNativeSeparators(folder)));
    });
    dialog->show();
}

void FileCommands::choosePictureFile()
{
    QFileDialog* dialog = newDialog(tr("Export picture"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Pictures (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(QStringLiteral("embryo-%1-%2.png")
                           .arg(QString::fromStdString(current()->embryoId()))
                           .arg(current()->index().time + 1, 4, 10, QChar(u'0')));
    connect(dialog, &QFileDialog::fileSelected, this, &FileCommands::exportPicture);
    dialog->open();
}

void FileCommands::exportPicture(const QString& file)
{
    const CanvasView& canvas = shell().view.canvas();
    const QImage rendered = canvas.renderPicture(kPictureScale);
    if (rendered.isNull())
        return;
    auto* job = new Job<void>(
        tr("Exporting"),
        [rendered, picture = canvas.image(), file](const auto&, const auto&) {
            return writePicture(withoutBurnedInText(rendered, picture, kPictureScale), file);
        },
        this);
    job->onSuccess([this, file] {
        shell().messages.showInformation(tr("Picture saved as %1").arg(QDir::toNativeSeparators(file)));
    });
    connect(job, &JobBase::failed, this, [this](const base::Error& error) { shell().messages.showError(error); });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start();
}

void FileCommands::remember(OpenStack& stack)
{
    shell().settings.addRecentStack(stack.path());
    emit recentChanged();
    keepThumbnail(stack.path(), stack);
}

void FileCommands::keepThumbnail(const QString& path, const OpenStack& stack)
{
    auto* job = new Job<void>(
        tr("Keeping a small picture"),
        [images = stack.images(), index = stack.index(), folder = m_thumbnailFolder,
         file = thumbnailFileFor(m_thumbnailFolder, path)](const auto&, const auto&) -> base::Status {
            const auto picture = readThumbnail(*images, index, kRecentThumbnailSide);
            if (!picture)
                return tl::unexpected(picture.error());
            QDir().mkpath(folder);
            picture->save(file); // a tile without a picture is no failure
            return {};
        },
        this);
    job->onSuccess([this] { emit recentChanged(); });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start(QThread::LowPriority);
}

void FileCommands::offerRecovery(OpenStack& stack)
{
    if (m_keeper.recoveryOf(stack).isEmpty())
        return;
    const QPointer<OpenStack> target(&stack);
    shell().messages.show(
        {.kind = MessageKind::Warning,
         .text = tr("Blastoscope ended before the annotations of %1 were saved. A copy was kept.").arg(stack.name()),
         .actionText = tr("Restore"),
         .action = [this, target] {
             if (target)
                 m_keeper.restore(*target);
         }});
}

void FileCommands::forgetRecent(const QString& path)
{
    shell().settings.removeRecentStack(path);
    emit recentChanged();
}

void FileCommands::fillRecentMenu()
{
    m_recentMenu->clear();
    const QStringList paths = shell().settings.recentStacks();
    for (const QString& path : paths) {
        QAction* action = m_recentMenu->addAction(menuText(path), this, [this, path] { open({path}); });
        action->setToolTip(QDir::toNativeSeparators(path));
    }
    m_recentMenu->setToolTipsVisible(true);
    if (paths.isEmpty()) {
        m_recentMenu->addAction(tr("Nothing yet"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    m_recentMenu->addAction(tr("&Forget all"), this, [this] {
        shell().settings.clearRecentStacks();
        emit recentChanged();
    });
}

void FileCommands::updateEnabled()
{
    for (QAction* action : m_stackActions)
        action->setEnabled(current() != nullptr);
}

} // namespace blastoscope::ui
