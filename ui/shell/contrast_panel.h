// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/imaging/contrast.h"

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace blastoscope::ui {

/// Level, window and gamma of the picture, and the channel where a stack has several. Changes only what is seen.
class ContrastPanel : public QWidget {
    Q_OBJECT
public:
    explicit ContrastPanel(QWidget* parent = nullptr);

    /// The values that a picture of the stack can have, e.g. 0..65535.
    void setRange(double lowest, double highest);
    void setContrast(const imaging::Contrast& contrast);
    imaging::Contrast contrast() const;
    void setChannels(int count, int current);

signals:
    void contrastEdited(const blastoscope::imaging::Contrast& contrast);
    void fitRequested();
    void fullRangeRequested();
    void channelRequested(int channel);

private:
    struct Row {
        QSlider* slider = nullptr;
        QDoubleSpinBox* box = nullptr;
    };
    Row addRow(QGridLayout& grid, int row, const QString& label, const QString& hint);
    void setRow(const Row& row, double lowest, double highest, double value);
    void edited();

    Row m_level;
    Row m_window;
    Row m_gamma;
    QLabel* m_channelLabel = nullptr;
    QComboBox* m_channel = nullptr;
};

} // namespace blastoscope::ui
