// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/edit_tool.h"

#include <QKeyEvent>

#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {

EditTool::EditTool(CanvasView& view, FrameEditor& editor) : CanvasTool(view), m_editor(editor), m_preview(view)
{
    connect(&editor, &FrameEditor::frameChanged, this, [this] { frameChanged(); });
    connect(&editor, &FrameEditor::edited, this, [this](const annotation::ChangeEvent& event) {
        if (!m_committing)
            editedElsewhere(event);
    });
}

bool EditTool::wantsKey(const QKeyEvent& event) const
{
    return event.key() == Qt::Key_Escape;
}

bool EditTool::isEnter(const QKeyEvent& event)
{
    return !(event.modifiers() & ~Qt::KeypadModifier)
           && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

bool EditTool::keyPress(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Escape)
        return false;
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
    const annotation::Instance* instance = m_editor.unlocked(*id);
    if (refused)
        *refused = !instance;
    if (instance)
        view().select(*id);
    return instance;
}

void EditTool::commit(std::optional<annotation::Origin> origin)
{
    m_committing = true;
    const masks::RleMask shape = m_preview.mask();
    const auto id = m_preview.id();
    if (id) {
        if (!m_editor.reshape(*id, shape, origin) || shape.isEmpty())
            m_preview.clear();
    } else if (const auto added = m_editor.add(shape)) {
        m_preview.setId(*added);
    } else {
        m_preview.clear();
    }
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
    if (isBusy() && id && (!instance || instance->locked || event.kind == annotation::ChangeKind::ShapesChanged))
        cancel();
    if (!isBusy() && m_preview.isShown())
        m_preview.clear();
}

void EditTool::frameChanged()
{
    if (isBusy())
        cancel();
    m_preview.clear();
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
