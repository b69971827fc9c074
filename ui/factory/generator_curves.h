// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/training/run_progress.h"

class QCPAxisRect;
class QCustomPlot;

namespace blastoscope::ui {

/// How a generator's training goes: above the distance of its samples to the pictures (KID-own), below the strength of
/// the augmentation (ADA p), both over the thousands of pictures that were shown.
class GeneratorCurves : public QWidget {
    Q_OBJECT
public:
    explicit GeneratorCurves(QWidget* parent = nullptr);

    /// `batch`: pictures of a step.
    void setProgress(const RunProgress& progress, int batch);
    QCustomPlot& plot() { return *m_plot; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void draw(QCPAxisRect& axes, const Curve& curve, bool points);
    void refresh();
    void applyTheme();

    Curve m_distance;
    Curve m_strength;
    QCustomPlot* m_plot = nullptr;
    QCPAxisRect* m_above = nullptr;
    QCPAxisRect* m_below = nullptr;
};

} // namespace blastoscope::ui
