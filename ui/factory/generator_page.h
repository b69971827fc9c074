// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/factory/factory_page.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace blastoscope::ui {

class DeviceBox;
class GeneratorCurves;
class SampleGridView;

/// Step 2: training the generator, in a process of its own like a fine-tuning.
class GeneratorPage : public FactoryPage {
    Q_OBJECT
public:
    explicit GeneratorPage(FactoryContext& context);

    QString state() const override;
    QString missing() const override;

    /// For scripts and tests.
    void setMinutes(double minutes);

protected:
    void refresh() override;

private:
    QWidget* createSettings();
    QWidget* createControls();
    void start();
    void pauseOrGoOn();
    void stop();
    void askToStartAgain();
    void startAgain();
    void showRun(const TrainingRun& run);

    QWidget* m_settings = nullptr;
    QWidget* m_controls = nullptr;
    QWidget* m_views = nullptr;
    QComboBox* m_resolution = nullptr;
    QDoubleSpinBox* m_minutes = nullptr;
    DeviceBox* m_device = nullptr;
    QPushButton* m_start = nullptr;
    QLabel* m_hint = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_again = nullptr;
    SampleGridView* m_samples = nullptr;
    GeneratorCurves* m_curves = nullptr;
};

} // namespace blastoscope::ui
