// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QPixmap>
#include <QWidget>

#include "ui/timeline/timeline_marks.h"

namespace blastoscope::ui {

/// Cell count, segmentation and review of every frame in one narrow strip; click or drag goes to a frame.
class TimelineStrip : public QWidget {
    Q_OBJECT
public:
    explicit TimelineStrip(QWidget* parent = nullptr);

    void setFrameCount(int count);
    int frameCount() const { return int(m_marks.size()); }
    void setCurrentFrame(int frame);
    int currentFrame() const { return m_current; }
    /// `marks` has frameCount() entries.
    void setMarks(std::vector<FrameMark> marks);
    void setMark(int frame, const FrameMark& mark);
    const FrameMark& mark(int frame) const { return m_marks[std::size_t(frame)]; }

    /// The frame at a horizontal position, clamped to the stack; nothing while the stack is empty.
    std::optional<int> frameAt(double x) const;
    /// Horizontal centre of a frame.
    double centerOf(int frame) const;
    /// What the strip knows about a frame, in words, e.g. "4 cells · accepted".
    QString describe(int frame) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void frameRequested(int frame);
    /// Between these the person holds the mouse down; pictures may be coarse.
    void scrubStarted();
    void scrubEnded();
    /// The cursor is over a frame, or left (nothing).
    void frameHovered(std::optional<int> frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Bands {
        QRectF counts;
        QRectF progress;
        QRectF review;
    };
    Bands bands() const;
    QRectF columnOf(int frame, const QRectF& band) const;
    void paintMarks(QPainter& painter) const;
    void paintCounts(QPainter& painter, const QRectF& band) const;
    void paintProgress(QPainter& painter, const QRectF& band) const;
    void paintReview(QPainter& painter, const QRectF& band) const;
    void paintCursor(QPainter& painter) const;
    void paintReviewGlyph(QPainter& painter, const QRectF& cell, annotation::ReviewState review) const;
    void invalidate();
    void hover(std::optional<int> frame);
    void scrubTo(double x);
    void endScrubbing();

    std::vector<FrameMark> m_marks;
    int m_current = 0;
    std::optional<int> m_hovered;
    bool m_scrubbing = false;
    QPixmap m_cache; ///< all marks, without the cursor
};

} // namespace blastoscope::ui
