// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_strip.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {
namespace {

constexpr int kUsualMostCells = 8; ///< the scale of the bars unless a frame has more

/// `part` of b in a.
QColor mixed(const QColor& a, const QColor& b, double part)
{
    const auto mix = [part](int x, int y) { return int(std::lround(x + part * (y - x))); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QString reviewText(annotation::ReviewState review)
{
    switch (review) {
    case annotation::ReviewState::ToDo: return TimelineStrip::tr("not reviewed");
    case annotation::ReviewState::Accepted: return TimelineStrip::tr("accepted");
    case annotation::ReviewState::Corrected: return TimelineStrip::tr("corrected");
    case annotation::ReviewState::Rejected: return TimelineStrip::tr("rejected");
    }
    return {};
}

} // namespace

TimelineStrip::TimelineStrip(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Frames of the stack"));
}

void TimelineStrip::setFrameCount(int count)
{
    m_marks.assign(std::size_t(std::max(count, 0)), {});
    m_current = 0;
    hover(std::nullopt);
    invalidate();
}

void TimelineStrip::setCurrentFrame(int frame)
{
    if (frame == m_current || frame < 0 || frame >= frameCount())
        return;
    m_current = frame;
    update();
}

void TimelineStrip::setMarks(std::vector<FrameMark> marks)
{
    Q_ASSERT(marks.size() == m_marks.size());
    m_marks = std::move(marks);
    invalidate();
}

void TimelineStrip::setMark(int frame, const FrameMark& mark)
{
    FrameMark& present = m_marks[std::size_t(frame)];
    if (present == mark)
        return;
    present = mark;
    invalidate();
}

std::optional<int> TimelineStrip::frameAt(double x) const
{
    if (m_marks.empty() || width() <= 0)
        return std::nullopt;
    return std::clamp(int(std::floor(x * frameCount() / width())), 0, frameCount() - 1);
}

double TimelineStrip::centerOf(int frame) const
{
    return (frame + 0.5) * width() / std::max(frameCount(), 1);
}

QString TimelineStrip::describe(int frame) const
{
    const FrameMark& mark = m_marks[std::size_t(frame)];
    if (mark.broken)
        return tr("cannot be read");
    if (!mark.cells)
        return tr("not segmented");
    const QString cells = mark.countText.isEmpty() ? tr("%n cell(s)", nullptr, *mark.cells) : mark.countText;
    const QString text = tr("%1 · %2", "count of cells · state of review").arg(cells, reviewText(mark.review));
    return mark.flagged ? tr("%1 · flagged").arg(text) : text;
}

QSize TimelineStrip::sizeHint() const
{
    const int unit = gridUnit(this);
    return {50 * unit, 6 * unit};
}

QSize TimelineStrip::minimumSizeHint() const
{
    const int unit = gridUnit(this);
    return {12 * unit, 5 * unit};
}

TimelineStrip::Bands TimelineStrip::bands() const
{
    const double unit = gridUnit(this);
    const QRectF area = rect();
    const double line = std::max(2.0, std::round(unit / 4));
    const double review = 1.75 * unit;
    Bands bands;
    bands.review = QRectF(area.left(), area.bottom() - review, area.width(), review);
    bands.progress = QRectF(area.left(), bands.review.top() - line - unit / 4, area.width(), line);
    bands.counts = QRectF(area.left(), area.top() + unit / 2, area.width(), bands.progress.top() - unit);
    return bands;
}

QRectF TimelineStrip::columnOf(int frame, const QRectF& band) const
{
    const double step = band.width() / std::max(frameCount(), 1);
    const double left = band.left() + frame * step;
    if (step < 1)
        return {std::floor(left), band.top(), 1, band.height()};
    const double gap = step >= 5 ? 1 : 0; // wide columns stand a pixel apart
    return {left, band.top(), step - gap, band.height()};
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    const double ratio = devicePixelRatioF();
    if (m_cache.isNull() || m_cache.devicePixelRatioF() != ratio) {
        m_cache = QPixmap((QSizeF(size()) * ratio).toSize());
        m_cache.setDevicePixelRatio(ratio);
        m_cache.fill(Qt::transparent);
        QPainter painter(&m_cache);
        paintMarks(painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_cache);
    paintCursor(painter);
}

void TimelineStrip::paintMarks(QPainter& painter) const
{
    const Bands bands = this->bands();
    painter.fillRect(bands.counts, palette().color(QPalette::Base));
    paintCounts(painter, bands.counts);
    paintProgress(painter, bands.progress);
    painter.setRenderHint(QPainter::Antialiasing);
    paintReview(painter, bands.review);
}

void TimelineStrip::paintCounts(QPainter& painter, const QRectF& band) const
{
    int most = kUsualMostCells;
    for (const FrameMark& mark : m_marks)
        most = std::max(most, mark.cells.value_or(0));
    const QColor certain = mutedText(palette());
    const QColor doubtful = mixed(palette().color(QPalette::Base), certain, 0.45);
    for (int frame = 0; frame < frameCount(); ++frame) {
        const FrameMark& mark = m_marks[std::size_t(frame)];
        QRectF bar = columnOf(frame, band);
        if (mark.broken)
            painter.fillRect(bar, QBrush(certain, Qt::BDiagPattern));
        if (!mark.cells)
            continue;
        bar.setTop(bar.bottom() - std::max(1.0, bar.height() * *mark.cells / most));
        painter.fillRect(bar, mark.flagged ? doubtful : certain);
    }
}

void TimelineStrip::paintProgress(QPainter& painter, const QRectF& band) const
{
    painter.fillRect(band, separatorColor(palette()));
    const QColor accent = accentText(palette());
    for (int frame = 0; frame < frameCount(); ++frame)
        if (m_marks[std::size_t(frame)].segmented) {
            QRectF column = columnOf(frame, band);
            column.setWidth(std::max(1.0, band.width() / frameCount())); // without gaps: a bar that grows
            painter.fillRect(column, accent);
        }
}

void TimelineStrip::paintReview(QPainter& painter, const QRectF& band) const
{
    const double unit = gridUnit(this);
    const bool roomForGlyphs = band.width() / std::max(frameCount(), 1) >= unit;
    for (int frame = 0; frame < frameCount(); ++frame) {
        const annotation::ReviewState review = m_marks[std::size_t(frame)].review;
        QRectF cell = columnOf(frame, band);
        if (roomForGlyphs) {
            paintReviewGlyph(painter, cell, review);
            continue;
        }
        if (review == annotation::ReviewState::ToDo)
            continue;
        // Heights tell the states apart where glyphs have no room.
        const double part = review == annotation::ReviewState::Accepted    ? 1
                            : review == annotation::ReviewState::Corrected ? 0.6
                                                                           : 0.25;
        cell.setTop(cell.bottom() - part * cell.height());
        painter.fillRect(cell, palette().color(QPalette::WindowText));
    }
}

void TimelineStrip::paintReviewGlyph(QPainter& painter, const QRectF& cell, annotation::ReviewState review) const
{
    const double r = std::min(cell.width(), cell.height()) * 0.32;
    const QPointF c = cell.center();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(palette().color(QPalette::WindowText), std::max(1.2, r / 3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (review) {
    case annotation::ReviewState::ToDo:
        painter.setPen(Qt::NoPen);
        painter.setBrush(mutedText(palette()));
        painter.drawEllipse(c, r / 4, r / 4);
        break;
    case annotation::ReviewState::Accepted:
        painter.drawPolyline(QPolygonF{c + QPointF(-r, 0), c + QPointF(-r / 3, r * 0.7), c + QPointF(r, -r * 0.8)});
        break;
    case annotation::ReviewState::Corrected: // a pencil's stroke over a line
        painter.drawLine(c + QPointF(-r * 0.5, r * 0.3), c + QPointF(r, -r));
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, r));
        break;
    case annotation::ReviewState::Rejected:
        painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
        break;
    }
}

void TimelineStrip::paintCursor(QPainter& painter) const
{
    if (m_marks.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = gridUnit(this);
    if (m_hovered && *m_hovered != m_current) {
        const double x = std::round(centerOf(*m_hovered));
        painter.fillRect(QRectF(x - 0.5, 0, 1, height()), mutedText(palette()));
    }
    const double x = std::round(centerOf(m_current));
    const QColor accent = accentText(palette());
    painter.fillRect(QRectF(x - 1, 0, 2, height()), accent);
    QPainterPath handle;
    handle.addPolygon(QPolygonF{{x - unit / 2, 0}, {x + unit / 2, 0}, {x, unit / 2}});
    painter.fillPath(handle, accent);
}

void TimelineStrip::invalidate()
{
    m_cache = QPixmap();
    update();
}

void TimelineStrip::hover(std::optional<int> frame)
{
    if (m_hovered == frame)
        return;
    m_hovered = frame;
    update();
    emit frameHovered(frame);
}

void TimelineStrip::scrubTo(double x)
{
    const std::optional<int> frame = frameAt(x);
    if (frame && *frame != m_current)
        emit frameRequested(*frame);
}

void TimelineStrip::resizeEvent(QResizeEvent* event)
{
    invalidate();
    QWidget::resizeEvent(event);
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_marks.empty())
        return;
    m_scrubbing = true;
    emit scrubStarted();
    hover(frameAt(event->position().x())); // a pen or a finger comes from nowhere
    scrubTo(event->position().x());
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (m_scrubbing && !(event->buttons() & Qt::LeftButton))
        endScrubbing(); // a dialog got the release
    hover(frameAt(event->position().x()));
    if (m_scrubbing)
        scrubTo(event->position().x());
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_scrubbing)
        endScrubbing();
}

void TimelineStrip::endScrubbing()
{
    m_scrubbing = false;
    emit scrubEnded();
}

void TimelineStrip::leaveEvent(QEvent* event)
{
    hover(std::nullopt);
    QWidget::leaveEvent(event);
}

void TimelineStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        updateGeometry();
        invalidate();
    }
    QWidget::changeEvent(event);
}

} // namespace blastoscope::ui
