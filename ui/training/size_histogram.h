// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QWidget>

#include "core/dataset/dataset_report.h"

class QCPBars;
class QCustomPlot;

namespace blastoscope::ui {

/// How many blastomeres, or what is counted in their place, of a training set have which diameter.
class SizeHistogram : public QWidget {
    Q_OBJECT
public:
    explicit SizeHistogram(QWidget* parent = nullptr);

    /// `ownName` as in dataset::DatasetReport.
    void setSizes(const std::vector<dataset::SizeBin>& sizes, const std::string& ownName);
    QCustomPlot& plot() { return *m_plot; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();

    QCustomPlot* m_plot = nullptr;
    QCPBars* m_bars = nullptr;
};

} // namespace blastoscope::ui
