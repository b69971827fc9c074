// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace blastoscope::ui {

class SnapSettings;

/// The slider of the tool that snaps outlines, for the strip beside the canvas.
class SnapStrength : public QWidget {
    Q_OBJECT
public:
    explicit SnapStrength(SnapSettings& settings, QWidget* parent = nullptr);

private:
    void showStrength(int percent);

    QSlider* m_slider = nullptr;
    QLabel* m_label = nullptr;
};

} // namespace blastoscope::ui
