// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "core/inference/segmenter.h"

class QActionGroup;

namespace blastoscope::ui {

/// What the model runs on and why, in the status bar; its menu chooses.
class DevicePicker : public QToolButton {
    Q_OBJECT
public:
    explicit DevicePicker(QWidget* parent = nullptr);

    inference::DeviceChoice choice() const { return m_choice; }
    void setChoice(inference::DeviceChoice choice);
    void showDevice(const inference::DeviceInfo& device);
    void showLoading();

signals:
    void choiceMade(blastoscope::inference::DeviceChoice choice);

private:
    void showUnknown();
    void showText(const QString& text);

    inference::DeviceChoice m_choice = inference::DeviceChoice::Auto;
    QActionGroup* m_actions = nullptr;
};

/// Names in the settings: "auto", "cpu", "cuda".
QString deviceName(inference::DeviceChoice choice);
inference::DeviceChoice deviceChoiceOf(const QString& name);

} // namespace blastoscope::ui
