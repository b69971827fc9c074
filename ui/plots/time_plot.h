// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "ui/plots/stack_series.h"

class QCustomPlot;
class QCPGraph;
class QCPItemLine;
class QLabel;
class QStackedLayout;

namespace blastoscope::ui {

/// A plot over time with a mark at the current frame, in the colours of the palette. A click goes to the nearest frame
/// that has a point; wheel and drag zoom and move along the time axis, double-click shows everything again.
class TimePlot : public QWidget {
    Q_OBJECT
public:
    ~TimePlot() override;

    /// Null or a series without points shows the text of what to do next.
    void setSeries(std::shared_ptr<const StackSeries> series);
    void setCurrentFrame(int frame);
    /// The frame whose point lies nearest to a position in the widget; nothing when it is too far from all of them.
    std::optional<int> frameNear(const QPointF& position) const;
    bool isEmpty() const;

    QCustomPlot& plot() { return *m_plot; }

signals:
    void frameRequested(int frame);

protected:
    explicit TimePlot(const QString& emptyText, QWidget* parent);

    const StackSeries& series() const { return *m_series; }
    /// Rebuilds the graphs from series(); returns true when there is anything to see.
    virtual bool rebuild() = 0;
    /// Colours of graphs after a change of theme.
    virtual void restyle() {}
    virtual QString valueTitle() const = 0;
    virtual QString emptyText() const = 0;
    QCPGraph* addGraph();

    void changeEvent(QEvent* event) override;

private:
    void createPlot();
    void refresh();
    void applyTheme();
    void placeCursor();
    void showAll();

    std::shared_ptr<const StackSeries> m_series;
    int m_current = 0;
    QCustomPlot* m_plot = nullptr;
    QCPItemLine* m_cursor = nullptr;
    QLabel* m_empty = nullptr;
    QStackedLayout* m_layout = nullptr;
};

} // namespace blastoscope::ui
