// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/brush_tool.h"

#include <array>
#include <cmath>
#include <utility>

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "core/masks/brush.h"
#include "ui/canvas/canvas_view.h"
#include "ui/tools/brush_settings.h"

namespace blastoscope::ui {
namespace {

constexpr int kWheelNotch = 120;
constexpr double kSmallestRing = 3; ///< logical pixels; the cross alone shows a smaller brush

QRectF areaOf(const QPointF& a, const QPointF& b, double radius)
{
    return QRectF(a, b).normalized().adjusted(-radius, -radius, radius, radius);
}

} // namespace

BrushTool::BrushTool(CanvasView& view, FrameEditor& editor, BrushSettings& brush, Mode mode)
    : EditTool(view, editor), m_brush(brush), m_mode(mode), m_ringRadius(brush.radius())
{
    connect(&brush, &BrushSettings::radiusChanged, this, [this] {
        updateRing();
        emit hintChanged(hint());
    });
    connect(&editor, &FrameEditor::newObjectChanged, this, [this] { emit hintChanged(hint()); });
}

QCursor BrushTool::cursor() const
{
    return Qt::CrossCursor;
}

QString BrushTool::hint() const
{
    if (m_mode == Mode::Erase)
        return tr("Drag to erase from the selected object. Shift or Alt: add. Alt+wheel: size.");
    if (editor().isNewObject())
        return tr("Drag to draw a new object. Alt+wheel: size.");
    return tr("Drag to add to the selected object. Shift or Alt: erase. Alt+wheel: size.");
}

void BrushTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || m_painting || !editor().frame())
        return;
    moveRing(imagePoint); // a pen or a finger comes from nowhere
    if (event.modifiers() & Qt::ControlModifier) {
        pick(imagePoint);
        return;
    }
    const bool other = event.modifiers() & (Qt::AltModifier | Qt::ShiftModifier);
    if (begin(imagePoint, (m_mode == Mode::Erase) != other))
        strokeTo(imagePoint);
}

bool BrushTool::begin(const QPointF& point, bool erase)
{
    bool refused = false;
    const annotation::Instance* instance = target(point, &refused);
    if (refused)
        return false;
    if (!instance && erase) {
        editor().refuse(tr("There is nothing to erase here."));
        return false;
    }
    const annotation::FrameAnnotation& frame = *editor().frame();
    if (instance)
        beginChange(*instance, instance->amodal);
    else
        beginNew(masks::RleMask(frame.width, frame.height));
    m_painting = true;
    m_erasing = erase;
    m_last = point;
    view().setHovered(std::nullopt);
    return true;
}

void BrushTool::strokeTo(const QPointF& point)
{
    const std::array<base::Point, 2> segment = {toPoint(m_last), toPoint(point)};
    const masks::RleMask& before = preview().mask();
    const masks::RleMask stroke = masks::strokeMask(before.width(), before.height(), segment, m_brush.radius());
    preview().change(m_erasing ? masks::subtracted(before, stroke) : masks::united(before, stroke),
                     areaOf(m_last, point, m_brush.radius()));
    m_last = point;
}

void BrushTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    moveRing(imagePoint);
    if (m_painting)
        strokeTo(imagePoint);
    else if (!view().selectedId() && !editor().isNewObject() && view().overlay()) {
        const Silhouette* under = view().overlay()->at(imagePoint);
        view().setHovered(under ? std::optional(under->id) : std::nullopt);
    }
}

void BrushTool::release(const QPointF&, const QMouseEvent& event)
{
    if (event.button() == Qt::LeftButton)
        settle();
}

void BrushTool::settle()
{
    if (std::exchange(m_painting, false))
        commit();
}

void BrushTool::cancel()
{
    m_painting = false;
    preview().clear();
}

bool BrushTool::wheel(const QWheelEvent& event)
{
    if (!(event.modifiers() & Qt::AltModifier))
        return false;
    const QPoint angle = event.angleDelta(); // with Alt some desktops turn the wheel's axis
    m_wheelRest += angle.y() != 0 ? angle.y() : angle.x();
    const int steps = m_wheelRest / kWheelNotch;
    m_wheelRest -= steps * kWheelNotch;
    m_brush.step(steps);
    return true;
}

void BrushTool::leave()
{
    moveRing(std::nullopt);
    EditTool::leave();
}

void BrushTool::moveRing(std::optional<QPointF> point)
{
    if (m_ring)
        view().updateTool(areaOf(*m_ring, *m_ring, m_ringRadius));
    m_ring = point;
    updateRing();
}

void BrushTool::updateRing()
{
    if (!m_ring)
        return;
    view().updateTool(areaOf(*m_ring, *m_ring, std::max(m_ringRadius, m_brush.radius())));
    m_ringRadius = m_brush.radius();
}

void BrushTool::paint(QPainter& painter) const
{
    EditTool::paint(painter);
    const double radius = m_ringRadius * view().viewTransform().zoom();
    if (!m_ring || radius < kSmallestRing)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(QColor(0, 0, 0, 160), 3), QPen(Qt::white, 1.2)}) {
        painter.setPen(pen);
        painter.drawEllipse(view().viewTransform().toView(*m_ring), radius, radius);
    }
    painter.restore();
}

} // namespace blastoscope::ui
