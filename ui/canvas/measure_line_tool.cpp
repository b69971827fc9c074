// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/measure_line_tool.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include "ui/canvas/canvas_view.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

constexpr double kShortestLine = 2; ///< image pixels
constexpr double kDragDistance = 4; ///< logical pixels

/// Turns the end of the line to the nearest multiple of 45 degrees.
QLineF straightened(const QLineF& line)
{
    constexpr double step = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(line.dy(), line.dx()) / step) * step;
    return {line.p1(), line.p1() + QPointF(std::cos(angle), std::sin(angle)) * line.length()};
}

} // namespace

QCursor MeasureLineTool::cursor() const
{
    return Qt::CrossCursor;
}

QString MeasureLineTool::hint() const
{
    switch (m_state) {
    case State::Idle: return tr("Draw a line of known length. Shift keeps it straight, Esc gives up.");
    case State::Drawing: return tr("Click or let go at the other end. Esc starts over.");
    case State::Done: return tr("%1 px. Draw again to correct it.").arg(QLocale().toString(m_line.length(), 'f', 1));
    }
    return {};
}

void MeasureLineTool::setState(State state)
{
    m_state = state;
    view().update();
    emit hintChanged(hint());
}

void MeasureLineTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    if (m_state == State::Drawing) {
        dragTo(imagePoint, event.modifiers());
        finish();
        return;
    }
    m_line = {imagePoint, imagePoint};
    m_moved = false;
    setState(State::Drawing);
}

void MeasureLineTool::move(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (m_state == State::Drawing)
        dragTo(imagePoint, event.modifiers());
}

void MeasureLineTool::release(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (m_state != State::Drawing || event.button() != Qt::LeftButton || !m_moved)
        return;
    dragTo(imagePoint, event.modifiers());
    finish();
}

void MeasureLineTool::dragTo(const QPointF& imagePoint, Qt::KeyboardModifiers modifiers)
{
    m_line.setP2(imagePoint);
    if (modifiers & Qt::ShiftModifier)
        m_line = straightened(m_line);
    m_moved = m_moved || m_line.length() * view().viewTransform().zoom() >= kDragDistance;
    view().update();
}

void MeasureLineTool::finish()
{
    if (m_line.length() < kShortestLine)
        return;
    setState(State::Done);
    emit lineDrawn(m_line);
}

bool MeasureLineTool::keyPress(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Escape)
        return false;
    if (m_state == State::Idle) {
        emit cancelled();
        return true;
    }
    m_line = {};
    setState(State::Idle);
    return true;
}

void MeasureLineTool::paint(QPainter& painter) const
{
    if (m_state == State::Idle)
        return;
    const QLineF line(view().viewTransform().toView(m_line.p1()), view().viewTransform().toView(m_line.p2()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QLineF tick = line.normalVector();
    tick.setLength(gridUnit(&view()));
    const QPointF half = (tick.p2() - tick.p1()) / 2;
    const QLineF parts[] = {line, {line.p1() - half, line.p1() + half}, {line.p2() - half, line.p2() + half}};
    for (const QPen& pen : {QPen(QColor(0, 0, 0, 160), 4), QPen(Qt::white, 1.6)}) {
        painter.setPen(pen);
        painter.drawLines(parts, 3);
    }
    const QString text = tr("%1 px").arg(QLocale().toString(m_line.length(), 'f', 1));
    const QFont font = tabularFigures(view().font());
    const QFontMetricsF metrics(font);
    QRectF plate(0, 0, metrics.horizontalAdvance(text) + 2 * gridUnit(&view()),
                 metrics.height() + gridUnit(&view()) / 2);
    plate.moveCenter(line.center() + QPointF(0, -metrics.height() * 1.25));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 180));
    painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace blastoscope::ui
