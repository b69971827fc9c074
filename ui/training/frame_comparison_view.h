// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QPainterPath>
#include <QWidget>

#include "ui/training/comparison_report.h"

namespace blastoscope::ui {

/// A held-out frame ready to paint: its picture and outlines in the picture's pixels. Built on any thread.
struct ComparedFrame {
    QImage picture; ///< null when it could not be read
    QRectF window;  ///< the part that is shown
    QString embryo;
    int cells = 0;
    QPainterPath truth;
    struct Side {
        QPainterPath outlines;
        int counted = 0;
        double quality = 0;
    };
    std::vector<Side> sides; ///< old and new
};

/// `folder` is that of the training set. A picture that is not there leaves its place empty.
ComparedFrame comparedFrame(const ShownFrame& frame, const QString& folder);

/// One frame twice, side by side: what the old and what the new model counts (lines) over what was drawn (dashes).
class FrameComparisonView : public QWidget {
    Q_OBJECT
public:
    explicit FrameComparisonView(QWidget* parent = nullptr);

    void setFrame(const ComparedFrame& frame);
    void clear();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString captionOf(std::size_t side) const;
    void paintSide(QPainter& painter, const QRectF& place, std::size_t side) const;

    ComparedFrame m_frame;
};

} // namespace blastoscope::ui
