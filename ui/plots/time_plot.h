// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QPointF>
#include <QWidget>

#include "ui/plots/stack_series.h"

class QCPAxis;
class QCPGraph;
class QCPItemStraightLine;
class QCustomPlot;
class QLabel;
class QStackedLayout;

namespace blastoscope::ui {

/// A plot over time with a mark at the current frame, in the colours of the palette. A click goes to the frame of the
/// nearest point; wheel and drag zoom and move along the time axis, double-click shows everything again. Without points
/// it says what to do next.
class TimePlot : public QWidget {
    Q_OBJECT
public:
    ~TimePlot() override;

    /// May be null.
    void setSeries(std::shared_ptr<const StackSeries> series);
    void setCurrentFrame(int frame);
    /// The frame whose point lies nearest to a position in the plot; nothing when it is too far from all of them.
    std::optional<int> frameNear(const QPointF& position) const;
    bool isEmpty() const { return m_points.empty(); }
    /// Where the point of a frame lies in the plot (the first one, if it has several); nothing when it has none.
    std::optional<QPointF> positionOf(int frame) const;

    QCustomPlot& plot() { return *m_plot; }

signals:
    /// `cell`: the instance that the point stands for; 0 when it stands for the frame.
    void frameRequested(int frame, int cell);

protected:
    explicit TimePlot(QWidget* parent);

    /// One point that can be clicked.
    struct Point {
        int frame = 0;
        double time = 0;
        double value = 0;
        int cell = 0; ///< instance id; 0 for a point of a whole frame
    };

    /// Adds graphs for the series (never null) and returns all their points; `times` are those of the frames.
    virtual std::vector<Point> addGraphs(const StackSeries& series, const std::vector<double>& times) = 0;
    virtual QString valueTitle(const StackSeries& series) const = 0;
    /// `series` may be null.
    virtual QString emptyText(const StackSeries* series) const = 0;
    /// What the value axis shows of points up to `highest`.
    virtual std::pair<double, double> valueRange(double highest) const;
    QCPGraph* addGraph();
    /// Ticks at whole numbers only, for counts and frames.
    static void useWholeNumbers(QCPAxis* axis);
    /// Diameter of a point in logical pixels; smaller where points crowd.
    double pointSize(const StackSeries& series) const;

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    const Point* pointNear(const QPointF& position) const;
    void createPlot();
    void replotWhenShown();
    void refresh();
    void applyTheme();
    void placeCursor();
    void showAll();
    void mousePressed(const QPointF& position);
    void mouseReleased(const QPointF& position);

    std::shared_ptr<const StackSeries> m_series;
    std::vector<double> m_times;
    std::vector<Point> m_points;
    int m_current = 0;
    QPointF m_pressedAt;
    bool m_zoomed = false; ///< the person chose a range
    bool m_stale = true;   ///< the painting is older than the data
    QCustomPlot* m_plot = nullptr;
    QCPItemStraightLine* m_cursor = nullptr;
    QLabel* m_empty = nullptr;
    QStackedLayout* m_layout = nullptr;
};

} // namespace blastoscope::ui
