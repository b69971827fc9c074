// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/plots/lineage_layout.h"
#include "ui/plots/time_plot.h"

class QCPItemText;
class QPen;

namespace blastoscope::ui {

/// Who descends from whom over time: a line per track in its colour, joined where a cell divides, with the number of
/// the track where there is room. A click goes to the frame and the cell.
class LineagePlot : public TimePlot {
    Q_OBJECT
public:
    explicit LineagePlot(QWidget* parent = nullptr);

protected:
    std::vector<Point> addGraphs(const StackSeries& series, const std::vector<double>& times) override;
    QString valueTitle(const StackSeries& series) const override;
    QString emptyText(const StackSeries* series) const override;
    std::pair<double, double> valueRange(double highest) const override;

private:
    struct Label {
        QCPItemText* item = nullptr;
        double from = 0; ///< on the time axis
        double to = 0;
        double value = 0;
    };

    void addStroke(const QPointF& from, const QPointF& to, const QPen& pen);
    void addLine(double from, double to, double value, const QColor& color);
    void addLabel(const QString& text, double from, double to, double value);
    /// Where the lines begin in what is shown; a number that would cover something else is left out.
    void placeLabels();

    std::vector<Label> m_labels;
};

} // namespace blastoscope::ui
