// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDialog>

#include "core/imaging/calibration.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace blastoscope::ui {

/// Asks for the size of a pixel: typed, from a line of known length on the canvas, or from a preset of the user. Stays
/// beside the canvas while the line is drawn, so it is not modal.
class CalibrationDialog : public QDialog {
    Q_OBJECT
public:
    explicit CalibrationDialog(QWidget* parent = nullptr);

    /// Of the stack that is asked about; in the title.
    void setStackName(const QString& name);
    /// Nothing = not calibrated yet.
    void setUmPerPixel(std::optional<double> umPerPixel);
    void setPresets(const imaging::PixelSizePresets& presets);
    const imaging::PixelSizePresets& presets() const { return m_presets; }
    /// Of the stack, so that implausible sizes can be pointed out.
    void setImageSize(int width, int height);
    /// A line was drawn on the canvas.
    void setLineLength(double pixels);
    /// What is in the field; nothing while it is empty.
    std::optional<double> umPerPixel() const;

public slots:
    /// Keeps the current value under a name, in the place of a preset of that name.
    void savePreset(const QString& name);
    void removeSelectedPreset();

signals:
    void drawLineRequested();
    /// Nothing takes the calibration away. `allStacks`: also for the other open stacks.
    void applied(std::optional<double> umPerPixel, bool fromPreset, bool allStacks);
    void presetsChanged(const blastoscope::imaging::PixelSizePresets& presets);

private:
    void createWidgets();
    void askForPresetName();
    void choosePreset(int index);
    void useLine();
    void updateState();
    bool isPresetValue() const;

    imaging::PixelSizePresets m_presets;
    int m_imageWidth = 0;
    int m_imageHeight = 0;
    double m_linePixels = 0;
    QDoubleSpinBox* m_value = nullptr;
    QComboBox* m_presetBox = nullptr;
    QPushButton* m_savePreset = nullptr;
    QPushButton* m_removePreset = nullptr;
    QLabel* m_lineText = nullptr;
    QLabel* m_warning = nullptr;
    QDoubleSpinBox* m_lineUm = nullptr;
    QCheckBox* m_allStacks = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace blastoscope::ui
