// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/edit_commands.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include "ui/canvas/canvas_view.h"
#include "ui/jobs/job.h"
#include "ui/session/picture_export.h"
#include "ui/session/workspace.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/stack_view.h"

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
    }
    return {};
}

} // namespace

EditCommands::EditCommands(const ShellContext& context, QObject* parent)
    : CommandGroup(context, QStringLiteral("edit"), tr("&Edit"), parent)
{
    createActions();
    connect(&shell().workspace, &Workspace::currentChanged, this, &EditCommands::watchCurrent);
    connect(&shell().view.canvas(), &CanvasView::selected, this, &EditCommands::updateEnabled);
    connect(&shell().view, &StackView::frameShown, this, &EditCommands::updateEnabled);
    updateEnabled();
}

void EditCommands::createActions()
{
    m_undo = add(
        "undo", tr("&Undo"), [this] { undo(); }, {QKeySequence::Undo}, Icon::Undo);
    m_redo = add(
        "redo", tr("&Redo"), [this] { redo(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}, Icon::Redo);
    addSeparator();
    createObjectActions();
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

void EditCommands::createObjectActions()
{
    using annotation::InstanceAttributes;
    m_objectActions << add("remove", tr("&Delete object"), [this] { removeSelected(); }, {QKeySequence::Delete});
    QMenu* kinds = menu().addMenu(tr("&Kind of object"));
    const std::tuple<const char*, QString, base::ObjectClass> classes[] = {
        {"makeBlastomere", tr("&Blastomere"), base::ObjectClass::Blastomere},
        {"makeFragment", tr("&Fragment"), base::ObjectClass::Fragment},
        {"makePolarBody", tr("&Polar body"), base::ObjectClass::PolarBody}};
    for (const auto& [id, text, objectClass] : classes) {
        m_objectActions << add(*kinds, id, text, [this, objectClass = objectClass] {
            changeSelected([objectClass](InstanceAttributes& a) { a.classId = int(objectClass); });
        });
    }
    m_objectActions << add("uncertain", tr("&Uncertain (not counted)"),
                           [this] { changeSelected([](InstanceAttributes& a) { a.uncertain = !a.uncertain; }); });
    m_objectActions << add(
        "hide", tr("&Hide or show object"),
        [this] { changeSelected([](InstanceAttributes& a) { a.hidden = !a.hidden; }); }, {Qt::Key_H}, Icon::Hidden);
    m_objectActions << add("lock", tr("&Lock or unlock object"),
                           [this] { changeSelected([](InstanceAttributes& a) { a.locked = !a.locked; }); },
                           {Qt::Key_L});
    m_objectActions << add(
        "nearer", tr("Bring &nearer"), [this] { moveInDepth(true); }, {Qt::Key_PageUp}, Icon::DepthSwap);
    m_objectActions << add(
        "farther", tr("Move &farther"), [this] { moveInDepth(false); }, {Qt::Key_PageDown}, Icon::DepthSwap);
}

void EditCommands::watchCurrent(OpenStack* stack)
{
    if (stack)
        connect(stack, &OpenStack::annotationsChanged, this, &EditCommands::updateEnabled, Qt::UniqueConnection);
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
    for (QAction* action : m_objectActions)
        action->setEnabled(selected() != nullptr);
}

void EditCommands::undo()
{
    if (const auto frame = current()->document().undo())
        current()->setTime(*frame); // the view goes to what was undone
}

void EditCommands::redo()
{
    if (const auto frame = current()->document().redo())
        current()->setTime(*frame);
}

const annotation::Instance* EditCommands::selected() const
{
    const auto id = shell().view.canvas().selectedId();
    return current() && id ? current()->document().frame(current()->index().time).find(*id) : nullptr;
}

void EditCommands::removeSelected()
{
    if (const annotation::Instance* instance = selected())
        report(current()->document().removeInstances(current()->index().time, {instance->id}));
}

void EditCommands::clearFrame()
{
    report(current()->document().clearFrame(current()->index().time));
}

void EditCommands::changeSelected(const std::function<void(annotation::InstanceAttributes&)>& change)
{
    const annotation::Instance* instance = selected();
    if (!instance)
        return;
    annotation::InstanceAttributes attributes = annotation::attributesOf(*instance);
    change(attributes);
    report(current()->document().setAttributes(current()->index().time, instance->id, attributes));
}

void EditCommands::moveInDepth(bool nearer)
{
    const annotation::Instance* instance = selected();
    if (!instance)
        return;
    const int time = current()->index().time;
    const annotation::FrameAnnotation& frame = current()->document().frame(time);
    std::vector<annotation::DepthRelation> order;
    std::copy_if(frame.order.begin(), frame.order.end(), std::back_inserter(order), [&](const auto& relation) {
        return relation.nearer != instance->id && relation.farther != instance->id;
    });
    for (const annotation::Instance& other : frame.instances) {
        if (other.id == instance->id || masks::intersectionArea(other.amodal, instance->amodal) == 0)
            continue;
        order.push_back(nearer ? annotation::DepthRelation{instance->id, other.id}
                               : annotation::DepthRelation{other.id, instance->id});
    }
    report(current()->document().setOrder(time, std::move(order)));
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
        shell().messages.showError(status.error());
}

} // namespace blastoscope::ui
