// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/calibration_dialog.h"

#include <algorithm>
#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/session/core_texts.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

constexpr double kMaxUmPerPixel = 100.0;
constexpr int kDecimals = 5;

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

} // namespace

CalibrationDialog::CalibrationDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Calibrate"));
    setModal(false);
    createWidgets();
    setPresets({});
    updateState();
}

void CalibrationDialog::createWidgets()
{
    m_value = new QDoubleSpinBox(this);
    m_value->setObjectName(QStringLiteral("umPerPixel"));
    m_value->setDecimals(kDecimals);
    m_value->setRange(0, kMaxUmPerPixel);
    m_value->setSingleStep(0.01);
    m_value->setSpecialValueText(tr("not known"));
    m_value->setSuffix(tr(" µm per pixel"));
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &CalibrationDialog::updateState);

    auto* draw = new QPushButton(icon(Icon::Calibrate), tr("Draw a &line…"), this);
    draw->setToolTip(tr("Along something of known length, for example a scale bar or the zona"));
    connect(draw, &QPushButton::clicked, this, &CalibrationDialog::drawLineRequested);
    m_lineText = new QLabel(tr("no line yet"), this);
    m_lineUm = new QDoubleSpinBox(this);
    m_lineUm->setObjectName(QStringLiteral("lineLength"));
    m_lineUm->setDecimals(2);
    m_lineUm->setRange(0, 100'000);
    m_lineUm->setSpecialValueText(tr("its length"));
    m_lineUm->setSuffix(tr(" µm"));
    m_lineUm->setEnabled(false);
    connect(m_lineUm, &QDoubleSpinBox::valueChanged, this, &CalibrationDialog::useLine);

    m_presetBox = new QComboBox(this);
    connect(m_presetBox, &QComboBox::activated, this, &CalibrationDialog::choosePreset);
    m_savePreset = new QPushButton(tr("&Keep as preset…"), this);
    connect(m_savePreset, &QPushButton::clicked, this, &CalibrationDialog::askForPresetName);
    m_removePreset = new QPushButton(tr("&Remove"), this);
    connect(m_removePreset, &QPushButton::clicked, this, &CalibrationDialog::removeSelectedPreset);

    m_warning = new QLabel(this);
    m_warning->setWordWrap(true);
    m_allStacks = new QCheckBox(tr("Also for the other open stacks"), this);
    auto* note = new QLabel(tr("Blastoscope never guesses: without a pixel size all lengths stay in pixels."), this);
    note->setWordWrap(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Apply | QDialogButtonBox::Close, this);
    m_apply = buttons->button(QDialogButtonBox::Apply);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        emit applied(umPerPixel(), isPresetValue(), m_allStacks->isChecked());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &CalibrationDialog::reject);

    auto* form = new QFormLayout(this);
    form->addRow(tr("&Pixel size:"), m_value);
    form->addRow(tr("Measured:"), rowOf({draw, m_lineText, m_lineUm}));
    form->addRow(tr("Instrument:"), rowOf({m_presetBox, m_savePreset, m_removePreset}));
    form->addRow(m_warning);
    form->addRow(QString(), m_allStacks);
    form->addRow(note);
    form->addRow(buttons);
}

void CalibrationDialog::setStackName(const QString& name)
{
    setWindowTitle(tr("Calibrate %1").arg(shortened(name, 60)));
}

void CalibrationDialog::setUmPerPixel(std::optional<double> umPerPixel)
{
    m_value->setValue(umPerPixel.value_or(0));
    updateState();
}

std::optional<double> CalibrationDialog::umPerPixel() const
{
    return m_value->value() > 0 ? std::optional(m_value->value()) : std::nullopt;
}

void CalibrationDialog::setPresets(const imaging::PixelSizePresets& presets)
{
    m_presets = presets;
    m_presetBox->clear();
    m_presetBox->addItem(presets.all().empty() ? tr("no presets yet") : tr("choose…"));
    for (const imaging::PixelSizePreset& preset : presets.all()) {
        m_presetBox->addItem(
            tr("%1 (%2 µm)").arg(QString::fromStdString(preset.name), locale().toString(preset.umPerPixel, 'g', 5)));
    }
    updateState();
}

void CalibrationDialog::setImageSize(int width, int height)
{
    m_imageWidth = width;
    m_imageHeight = height;
    updateState();
}

void CalibrationDialog::setLineLength(double pixels)
{
    m_linePixels = pixels;
    m_lineText->setText(tr("%1 px are").arg(locale().toString(pixels, 'f', 1)));
    m_lineUm->setEnabled(true);
    m_lineUm->setFocus();
    m_lineUm->selectAll();
    useLine();
    show();
    raise();
    activateWindow();
}

void CalibrationDialog::useLine()
{
    if (m_linePixels > 0 && m_lineUm->value() > 0)
        m_value->setValue(m_lineUm->value() / m_linePixels);
}

void CalibrationDialog::choosePreset(int index)
{
    if (index > 0)
        m_value->setValue(m_presets.all()[std::size_t(index) - 1].umPerPixel);
    updateState();
}

void CalibrationDialog::askForPresetName()
{
    auto* question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Keep as preset"));
    question->setLabelText(tr("Name of the instrument and lens:"));
    connect(question, &QInputDialog::textValueSelected, this, &CalibrationDialog::savePreset);
    question->open();
}

void CalibrationDialog::savePreset(const QString& name)
{
    if (!umPerPixel())
        return;
    imaging::PixelSizePresets presets = m_presets;
    if (!presets.store({name.trimmed().toStdString(), *umPerPixel(), {}}))
        return; // only an empty name is refused: nothing to keep it under
    setPresets(presets);
    for (std::size_t i = 0; i < presets.all().size(); ++i) {
        if (presets.all()[i].name == name.trimmed().toStdString())
            m_presetBox->setCurrentIndex(int(i) + 1);
    }
    updateState();
    emit presetsChanged(m_presets);
}

void CalibrationDialog::removeSelectedPreset()
{
    const int index = m_presetBox->currentIndex() - 1;
    if (index < 0)
        return;
    imaging::PixelSizePresets presets = m_presets;
    presets.remove(presets.all()[std::size_t(index)].name);
    setPresets(presets);
    emit presetsChanged(m_presets);
}

void CalibrationDialog::updateState()
{
    m_savePreset->setEnabled(umPerPixel().has_value());
    m_removePreset->setVisible(m_presetBox->currentIndex() > 0);
    const auto warning = umPerPixel() && m_imageWidth > 0
                             ? imaging::pixelSizeWarning(*umPerPixel(), m_imageWidth, m_imageHeight)
                             : std::nullopt;
    m_warning->setText(warning ? inWindowLanguage(*warning) : QString());
    m_warning->setVisible(warning.has_value());
    m_apply->setText(umPerPixel() ? tr("&Apply") : tr("Measure in &pixels"));
}

bool CalibrationDialog::isPresetValue() const
{
    return std::any_of(m_presets.all().begin(), m_presets.all().end(), [this](const imaging::PixelSizePreset& preset) {
        return std::abs(preset.umPerPixel - m_value->value()) < std::pow(10.0, -kDecimals) / 2;
    });
}

} // namespace blastoscope::ui
