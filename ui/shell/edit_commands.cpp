// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/edit_commands.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>

#include "ui/canvas/canvas_view.h"
#include "ui/jobs/job.h"
#include "ui/jobs/shape_mender.h"
#include "ui/session/picture_export.h"
#include "ui/session/workspace.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/object_commands.h"
#include "ui/shell/shell_services.h"
#include "ui/shell/stack_prompts.h"
#include "ui/shell/stack_view.h"
#include "ui/shell/tool_commands.h"
#include "ui/tools/frame_editor.h"

namespace blastoscope::ui {

namespace {

QString nameOf(annotation::StepKind kind)
{
    using annotation::StepKind;
    switch (kind) {
    case StepKind::SegmentFrames: return EditCommands::tr("segmentation");
    case StepKind::AddInstance: return EditCommands::tr("new object");
    case StepKind::RemoveInstances: return EditCommands::tr("removal");
    case StepKind::ReshapeInstance: return EditCommands::tr("change of outline");
    case StepKind::ChangeAttributes: return EditCommands::tr("change of object");
    case StepKind::ChangeOrder: return EditCommands::tr("change of depth");
    case StepKind::ChangeReview: return EditCommands::tr("review");
    case StepKind::ClearFrame: return EditCommands::tr("emptying of the frame");
    case StepKind::SplitInstance: return EditCommands::tr("splitting");
    case StepKind::MergeInstances: return EditCommands::tr("merging");
    case StepKind::DuplicateInstances: return EditCommands::tr("copying to other frames");
    case StepKind::ImportAnnotations: return EditCommands::tr("import of annotations");
    case StepKind::TrackCells: return EditCommands::tr("tracking of cells");
    case StepKind::CorrectTracks: return EditCommands::tr("correction of tracks");
    }
    return {};
}

} // namespace

EditCommands::EditCommands(const ShellContext& context, SegmentationQueue& queue, const ShellServices& services,
                           QObject* parent)
    : CommandGroup(context, QStringLiteral("edit"), tr("&Edit"), parent)
{
    createEditor();
    createActions(queue, services);
    connect(&shell().workspace, &Workspace::currentChanged, this, &EditCommands::watchCurrent);
    connect(&shell().view, &StackView::frameShown, this, &EditCommands::updateEnabled);
    updateEnabled();
}

void EditCommands::createActions(SegmentationQueue& queue, const ShellServices& services)
{
    m_undo = add(
        "undo", tr("&Undo"), [this] { current()->history().undo(); }, {QKeySequence::Undo}, Icon::Undo);
    m_redo = add(
        "redo", tr("&Redo"), [this] { current()->history().redo(); },
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}, Icon::Redo);
    addSeparator();
    auto* prompts = new StackPrompts(shell().workspace, queue, this);
    auto* mender = new ShapeMender(services.loadShapeSnap, this);
    m_tools = new ToolCommands(shell(), menu(), ToolParts{*m_editor, *prompts, *mender}, this);
    m_objects = new ObjectCommands(shell(), menu(), *m_editor, this);
    connect(m_tools, &ToolCommands::hintChanged, this, &EditCommands::hintChanged);
    connect(m_objects, &ObjectCommands::newObjectRequested, m_tools, &ToolCommands::beginNewObject);
    addSeparator();
    m_stackActions << add("clearFrame", tr("&Empty this frame"), [this] { clearFrame(); });
    m_stackActions << add(
        "copyPicture", tr("&Copy picture"), [this] { copyPicture(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, Icon::Copy);
    addSeparator();
    m_stackActions << add(
        "calibrate", tr("C&alibrate…"), [this] { emit calibrateRequested(); }, {Qt::CTRL | Qt::Key_K}, Icon::Calibrate);
    m_stackActions << add(
        "properties", tr("Stack &properties…"), [this] { emit propertiesRequested(); }, {Qt::ALT | Qt::Key_Return},
        Icon::Properties);
    addSeparator();
    add(
        "shortcuts", tr("&Keyboard shortcuts…"), [this] { emit shortcutsRequested(); }, {}, Icon::Shortcuts);
}

void EditCommands::createEditor()
{
    m_editor = new FrameEditor(shell().view.canvas(), this);
    connect(m_editor, &FrameEditor::failed, this,
            [this](const base::Error& error) { shell().messages.showError(error); });
    connect(&shell().view, &StackView::frameShown, this, &EditCommands::followFrame);
}

void EditCommands::followFrame()
{
    const bool shown = current() && shell().view.stack() == current()
                       && shell().view.shownTime() == current()->index().time;
    m_editor->setFrame(shown ? &current()->document() : nullptr, shown ? current()->index().time : 0);
}

void EditCommands::watchCurrent(OpenStack* stack)
{
    if (stack) {
        connect(stack, &OpenStack::annotationsChanged, this, &EditCommands::updateEnabled, Qt::UniqueConnection);
        connect(stack, &OpenStack::indexChanged, this, &EditCommands::followFrame, Qt::UniqueConnection);
        connect(&stack->history(), &StackHistory::failed, this, &EditCommands::showError, Qt::UniqueConnection);
    }
    followFrame();
    updateEnabled();
}

void EditCommands::updateEnabled()
{
    const auto undoKind = current() ? current()->document().undoKind() : std::nullopt;
    const auto redoKind = current() ? current()->document().redoKind() : std::nullopt;
    m_undo->setEnabled(undoKind.has_value());
    m_undo->setText(undoKind ? tr("&Undo %1").arg(nameOf(*undoKind)) : tr("&Undo"));
    m_redo->setEnabled(redoKind.has_value());
    m_redo->setText(redoKind ? tr("&Redo %1").arg(nameOf(*redoKind)) : tr("&Redo"));
    for (QAction* action : m_stackActions)
        action->setEnabled(current() != nullptr);
}

void EditCommands::clearFrame()
{
    report(current()->document().clearFrame(current()->index().time));
}

void EditCommands::copyPicture()
{
    const CanvasView& canvas = shell().view.canvas();
    const QImage rendered = canvas.renderPicture(1);
    if (rendered.isNull())
        return;
    auto* job = new Job<QImage>(
        tr("Copying"),
        [rendered, picture = canvas.image()](const auto&, const auto&) -> base::Result<QImage> {
            return withoutBurnedInText(rendered, picture, 1);
        },
        this);
    job->onSuccess([](const QImage& picture) { QApplication::clipboard()->setImage(picture); });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start();
}

void EditCommands::report(const base::Status& status)
{
    if (!status)
        showError(status.error());
}

void EditCommands::showError(const base::Error& error)
{
    shell().messages.showError(error);
}

} // namespace blastoscope::ui
