// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/edit_tool.h"

#include <algorithm>

#include <QKeyEvent>

#include "core/annotation/persons_work.h"
#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {

EditTool::EditTool(CanvasView& view, FrameEditor& editor) : CanvasTool(view), m_editor(editor), m_preview(view)
{
    connect(&editor, &FrameEditor::frameLeft, this, [this] { frameLeft(); });
    connect(&editor, &FrameEditor::frameChanged, this, [this] { frameChanged(); });
    connect(&editor, &FrameEditor::edited, this, [this](const annotation::ChangeEvent& event) {
        if (!m_committing)
            editedElsewhere(event);
    });
}

bool EditTool::wantsKey(const QKeyEvent& event) const
{
    return event.key() == Qt::Key_Escape || takesGestureBack(event);
}

bool EditTool::takesGestureBack(const QKeyEvent& event) const
{
    return isBusy() && event.matches(QKeySequence::Undo);
}

bool EditTool::isEnter(const QKeyEvent& event)
{
    return !(event.modifiers() & ~Qt::KeypadModifier)
           && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

bool EditTool::keyPress(const QKeyEvent& event)
{
    if (takesGestureBack(event)) {
        cancel();
        return true;
    }
    if (event.key() != Qt::Key_Escape)
        return false;
    if (event.isAutoRepeat())
        return true; // gives one thing up, however long it is held
    if (isBusy())
        cancel();
    else if (!view().selectedIds().empty())
        view().select(std::nullopt);
    else
        emit leaveRequested();
    return true;
}

void EditTool::leave()
{
    view().setHovered(std::nullopt);
}

void EditTool::overlayChanged()
{
    if (isBusy() || !m_preview.isShown())
        return;
    const auto id = m_preview.id();
    const Silhouette* shown = id && view().overlay() ? view().overlay()->find(*id) : nullptr;
    const annotation::Instance* wanted = id && m_editor.frame() ? m_editor.frame()->find(*id) : nullptr;
    if (!wanted || wanted->hidden || (shown && shown->mask == wanted->amodal))
        m_preview.clear();
}

void EditTool::paint(QPainter& painter) const
{
    m_preview.paint(painter);
}

const annotation::Instance* EditTool::target(const QPointF& point, bool* refused)
{
    std::optional<annotation::InstanceId> id = view().selectedId();
    if (!id && !m_editor.isNewObject() && view().overlay())
        if (const Silhouette* under = view().overlay()->at(point))
            id = under->id;
    if (!id || !m_editor.frame() || !m_editor.frame()->find(*id))
        return nullptr;
    const annotation::Instance* instance = m_editor.changeable(*id);
    if (refused)
        *refused = !instance;
    if (instance)
        view().select(*id);
    return instance;
}

void EditTool::beginChange(const annotation::Instance& instance, masks::RleMask shape)
{
    m_target = instance;
    m_preview.begin(instance.id, std::move(shape));
}

void EditTool::beginNew(masks::RleMask shape)
{
    m_target.reset();
    m_preview.begin(std::nullopt, std::move(shape));
}

void EditTool::commit(std::optional<annotation::Origin> origin)
{
    m_committing = true;
    const masks::RleMask shape = m_preview.mask();
    const auto id = m_preview.id();
    if (m_target && shape == m_target->amodal) { // whatever became of the object, the gesture changed nothing
        m_preview.clear();
    } else if (id) {
        if (!m_editor.reshape(*id, shape, origin) || shape.isEmpty())
            m_preview.clear();
    } else if (const auto added = m_target ? addChanged(shape) : m_editor.add(shape)) {
        m_preview.setId(*added);
    } else {
        m_preview.clear();
    }
    m_target.reset();
    m_committing = false;
    overlayChanged(); // nothing may have changed
}

void EditTool::commitNew(annotation::Instance instance)
{
    m_committing = true;
    if (const auto added = m_editor.add(std::move(instance)))
        m_preview.setId(*added);
    else
        m_preview.clear();
    m_committing = false;
    overlayChanged();
}

void EditTool::pick(const QPointF& point)
{
    const Silhouette* under = view().overlay() ? view().overlay()->at(point) : nullptr;
    view().select(under ? std::optional(under->id) : std::nullopt);
}

void EditTool::editedElsewhere(const annotation::ChangeEvent& event)
{
    const auto id = m_preview.id();
    const annotation::Instance* instance = id && m_editor.frame() ? m_editor.frame()->find(*id) : nullptr;
    const bool replaced =
        event.kind == annotation::ChangeKind::FrameReplaced || event.kind == annotation::ChangeKind::Reset;
    const bool reshaped = event.kind == annotation::ChangeKind::ShapesChanged && id &&
                          std::find(event.ids.begin(), event.ids.end(), *id) != event.ids.end() &&
                          !(instance && m_target && instance->amodal == m_target->amodal);
    if (isBusy() && m_target && m_preview.isShown() && !instance && replaced)
        retarget();
    else if (isBusy() && id && (!instance || instance->locked || reshaped))
        cancel();
    if (!isBusy() && m_preview.isShown())
        m_preview.clear();
}

/// A result took the object away that a person is changing. The gesture goes on with the one that shows the same, as if
/// it had ended before the result came; where there is none, it keeps its object as a person's work.
void EditTool::retarget()
{
    const annotation::Instance* best = nullptr;
    double overlap = annotation::kSameObjectIou;
    for (const annotation::Instance& instance : m_editor.frame()->instances) {
        const bool other = annotation::isOfPerson(instance) && instance.id != m_target->id;
        const double iou = other || instance.hidden ? 0 : masks::iou(instance.amodal, m_target->amodal);
        if (iou >= overlap) {
            overlap = iou;
            best = &instance;
        }
    }
    const auto id = best ? std::optional(best->id) : std::nullopt;
    m_preview.setId(id);
    if (id)
        view().select(id);
}

std::optional<annotation::InstanceId> EditTool::addChanged(masks::RleMask shape)
{
    annotation::Instance instance = *m_target;
    instance.amodal = std::move(shape);
    instance.visible.reset();
    if (instance.origin == annotation::Origin::Model)
        instance.origin = annotation::Origin::Edited;
    return m_editor.add(std::move(instance));
}

/// CVAT holds the frame during a drag, but here it may change by itself (play): what is drawn becomes the step that it
/// would be if the button were let go, and undo takes it back.
void EditTool::frameLeft()
{
    if (isBusy())
        settle();
}

void EditTool::frameChanged()
{
    if (isBusy())
        cancel();
    m_preview.clear();
    m_target.reset();
}

QPointF toQPoint(const base::Point& point)
{
    return {point.x, point.y};
}

base::Point toPoint(const QPointF& point)
{
    return {point.x(), point.y()};
}

} // namespace blastoscope::ui
