// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_theme.h"

#include <qcustomplot.h>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

void applyPlotTheme(QCPAxis& axis, const QWidget& widget)
{
    const QColor text = mutedText(widget.palette());
    const QColor line = separatorColor(widget.palette());
    axis.setLabelColor(text);
    axis.setTickLabelColor(text);
    axis.setLabelFont(widget.font());
    axis.setTickLabelFont(tabularFigures(widget.font()));
    axis.setBasePen(QPen(line));
    axis.setTickPen(QPen(line));
    axis.setSubTickPen(Qt::NoPen);
    axis.grid()->setPen(QPen(line, 0, Qt::DotLine));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

} // namespace blastoscope::ui
