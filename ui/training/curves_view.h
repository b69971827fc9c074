// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/training/run_progress.h"

class QCPAxisRect;
class QCPGraph;
class QCustomPlot;

namespace blastoscope::ui {

/// The live curves of a run over its steps: above the losses, below the average precision on held-out and on simulated
/// frames. In the colours of the palette.
class CurvesView : public QWidget {
    Q_OBJECT
public:
    explicit CurvesView(QWidget* parent = nullptr);

    void setProgress(const RunProgress& progress);
    /// The single losses besides their sum.
    void setPartsVisible(bool visible);

    QCustomPlot& plot() { return *m_plot; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void createAxes();
    QCPGraph* add(QCPAxisRect& axes, const QString& name, const Curve& curve, const QPen& pen, bool points);
    void refresh();
    void scale();
    void applyTheme();

    RunProgress m_progress;
    bool m_parts = false;
    bool m_stale = true;
    QCustomPlot* m_plot = nullptr;
    QCPAxisRect* m_losses = nullptr;
    QCPAxisRect* m_precision = nullptr;
};

} // namespace blastoscope::ui
