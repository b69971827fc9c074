// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/contour_tool.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/canvas/canvas_view.h"
#include "ui/tools/contour_points.h"
#include "ui/tools/handle_painter.h"

namespace blastoscope::ui {
namespace {

constexpr double kToleranceOfSize = 0.008; ///< of the larger side of the object: about thirty points on a round cell

double distanceToSegment(const QPointF& p, const QPointF& a, const QPointF& b)
{
    const QPointF d = b - a;
    const double length = QPointF::dotProduct(d, d);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / length, 0.0, 1.0) : 0.0;
    const QPointF rest = p - a - t * d;
    return std::hypot(rest.x(), rest.y());
}

} // namespace

ContourTool::ContourTool(CanvasView& view, FrameEditor& editor) : EditTool(view, editor)
{
    connect(&view, &CanvasView::selected, this, [this] {
        if (!m_dragging)
            takePoints();
        emit hintChanged(hint());
    });
    takePoints();
}

QString ContourTool::hint() const
{
    return m_points.empty() ? tr("Click an object to change its outline.")
                            : tr("Drag a point. Press between two: a new one. Del or Ctrl+click takes one away.");
}

void ContourTool::takePoints()
{
    m_points.clear();
    m_hovered.reset();
    if (const annotation::Instance* instance = editor().selected(); instance && !instance->hidden) {
        const base::Box box = instance->amodal.boundingBox();
        const double tolerance = kToleranceOfSize * std::max(box.width(), box.height());
        m_points = contourPoints(instance->amodal, std::max(0.5, tolerance));
    }
    view().update();
}

std::optional<std::size_t> ContourTool::pointAt(const QPointF& imagePoint) const
{
    std::optional<std::size_t> best;
    double nearest = kHandleReach / view().viewTransform().zoom();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF rest = toQPoint(m_points[i]) - imagePoint;
        if (const double distance = std::hypot(rest.x(), rest.y()); distance <= nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

std::optional<std::size_t> ContourTool::edgeAt(const QPointF& imagePoint) const
{
    std::optional<std::size_t> best;
    double nearest = kHandleReach / view().viewTransform().zoom();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF a = toQPoint(m_points[i]), b = toQPoint(m_points[(i + 1) % m_points.size()]);
        if (const double distance = distanceToSegment(imagePoint, a, b); distance <= nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

void ContourTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || m_dragging || !editor().frame())
        return;
    auto point = pointAt(imagePoint);
    const auto edge = edgeAt(imagePoint);
    if (!point && !edge) {
        pick(imagePoint);
        return;
    }
    const annotation::Instance* instance = editor().selected();
    if (!instance || !editor().changeable(instance->id))
        return;
    if (event.modifiers() & Qt::ControlModifier) {
        if (point)
            remove(*point);
        return;
    }
    begin(*instance);
    if (!point) {
        point = *edge + 1;
        m_points.insert(m_points.begin() + std::ptrdiff_t(*point), toPoint(imagePoint));
    }
    m_dragged = *point;
    m_hovered = m_dragged;
    m_grip = toQPoint(m_points[m_dragged]) - imagePoint;
}

void ContourTool::begin(const annotation::Instance& instance)
{
    m_before = m_points;
    m_original = instance.amodal;
    m_dragging = true;
    beginChange(instance, m_original);
    view().update();
}

void ContourTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    if (m_dragging) {
        m_points[m_dragged] = toPoint(imagePoint + m_grip);
        preview().change(reshaped(m_original, m_before, m_points));
        view().update();
        return;
    }
    const auto hovered = pointAt(imagePoint);
    if (hovered != m_hovered) {
        m_hovered = hovered;
        view().update();
    }
    if (m_points.empty() && view().overlay()) {
        const Silhouette* under = view().overlay()->at(imagePoint);
        view().setHovered(under ? std::optional(under->id) : std::nullopt);
    }
}

void ContourTool::release(const QPointF&, const QMouseEvent& event)
{
    if (event.button() == Qt::LeftButton)
        settle();
}

void ContourTool::settle()
{
    if (m_dragging)
        finish();
}

void ContourTool::finish()
{
    if (preview().mask().isEmpty()) { // the points lie in one line
        cancel();
        return;
    }
    const auto changed = preview().id();
    m_dragging = false;
    commit();
    if (!changed || view().selectedId() != changed) // another one was selected meanwhile: these are not its points
        takePoints();
}

void ContourTool::remove(std::size_t point)
{
    const annotation::Instance* instance = editor().selected();
    if (!instance || m_points.size() <= 3 || !editor().changeable(instance->id))
        return;
    begin(*instance);
    m_points.erase(m_points.begin() + std::ptrdiff_t(point));
    m_hovered.reset();
    preview().change(reshaped(m_original, m_before, m_points));
    finish();
}

void ContourTool::cancel()
{
    m_dragging = false;
    m_points = m_before;
    preview().clear();
    view().update();
}

void ContourTool::editedElsewhere(const annotation::ChangeEvent& event)
{
    EditTool::editedElsewhere(event);
    if (!m_dragging)
        takePoints();
}

void ContourTool::frameChanged()
{
    EditTool::frameChanged();
    takePoints();
}

bool ContourTool::wantsKey(const QKeyEvent& event) const
{
    const bool removes = event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace;
    // Held Del, which took a point away, must not go on with the object.
    const bool mine = m_hovered || event.isAutoRepeat();
    return EditTool::wantsKey(event) || (removes && !event.modifiers() && mine && !m_dragging);
}

bool ContourTool::keyPress(const QKeyEvent& event)
{
    if (EditTool::wantsKey(event) || !wantsKey(event))
        return EditTool::keyPress(event);
    if (m_hovered && !event.isAutoRepeat())
        remove(*m_hovered);
    return true;
}

void ContourTool::paint(QPainter& painter) const
{
    EditTool::paint(painter);
    if (m_points.empty())
        return;
    QPolygonF line;
    for (const base::Point& point : m_points)
        line << view().viewTransform().toView(toQPoint(point));
    for (qsizetype i = 0; i < line.size(); ++i)
        paintHandle(painter, line[i], m_hovered == std::size_t(i));
}

} // namespace blastoscope::ui
