// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/contrast_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

namespace blastoscope::ui {

namespace {

constexpr int kSteps = 1000;
constexpr double kMinGamma = 0.2;
constexpr double kMaxGamma = 5;

} // namespace

ContrastPanel::ContrastPanel(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    m_level = addRow(*grid, 0, tr("Level"), tr("The grey value in the middle of what is shown"));
    m_window = addRow(*grid, 1, tr("Window"), tr("The span of grey values from black to white"));
    m_gamma = addRow(*grid, 2, tr("Gamma"), tr("Above 1 lifts the dark parts"));
    m_gamma.box->setDecimals(2);
    setRange(0, 255);
    setContrast({});

    auto* fit = new QPushButton(tr("Fit"), this);
    fit->setToolTip(tr("Black and white at the darkest and brightest values of this frame"));
    connect(fit, &QPushButton::clicked, this, &ContrastPanel::fitRequested);
    auto* full = new QPushButton(tr("Full range"), this);
    full->setToolTip(tr("All values that the file format can hold"));
    connect(full, &QPushButton::clicked, this, &ContrastPanel::fullRangeRequested);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(fit);
    buttons->addWidget(full);
    buttons->addStretch(1);
    grid->addLayout(buttons, 3, 0, 1, 3);

    m_channelLabel = new QLabel(tr("Channel"), this);
    m_channel = new QComboBox(this);
    connect(m_channel, &QComboBox::activated, this, &ContrastPanel::channelRequested);
    grid->addWidget(m_channelLabel, 4, 0);
    grid->addWidget(m_channel, 4, 1, 1, 2);
    grid->setRowStretch(5, 1);
    setChannels(1, 0);
}

ContrastPanel::Row ContrastPanel::addRow(QGridLayout& grid, int row, const QString& label, const QString& hint)
{
    Row made{new QSlider(Qt::Horizontal, this), new QDoubleSpinBox(this)};
    made.slider->setRange(0, kSteps);
    made.slider->setToolTip(hint);
    made.box->setToolTip(hint);
    made.box->setDecimals(0);
    made.box->setAccelerated(true);
    auto* text = new QLabel(label, this);
    text->setBuddy(made.box);
    grid.addWidget(text, row, 0);
    grid.addWidget(made.slider, row, 1);
    grid.addWidget(made.box, row, 2);
    connect(made.slider, &QSlider::valueChanged, this, [this, made](int step) {
        const QDoubleSpinBox& box = *made.box;
        const double value = box.minimum() + (box.maximum() - box.minimum()) * step / kSteps;
        {
            const QSignalBlocker quiet(made.box);
            made.box->setValue(value);
        }
        edited();
    });
    connect(made.box, &QDoubleSpinBox::valueChanged, this, [this, made](double value) {
        setRow(made, made.box->minimum(), made.box->maximum(), value);
        edited();
    });
    return made;
}

void ContrastPanel::setRow(const Row& row, double lowest, double highest, double value)
{
    const QSignalBlocker quietSlider(row.slider);
    const QSignalBlocker quietBox(row.box);
    row.box->setRange(lowest, highest);
    row.box->setValue(value);
    row.slider->setValue(int((row.box->value() - lowest) / (highest - lowest) * kSteps));
}

void ContrastPanel::setRange(double lowest, double highest)
{
    const imaging::Contrast now = contrast();
    const int decimals = highest - lowest > 20 ? 0 : 3;
    m_level.box->setDecimals(decimals);
    m_window.box->setDecimals(decimals);
    setRow(m_level, lowest, highest, now.level());
    setRow(m_window, 0, highest - lowest, now.window());
    setRow(m_gamma, kMinGamma, kMaxGamma, now.gamma);
}

void ContrastPanel::setContrast(const imaging::Contrast& contrast)
{
    const double lowest = std::min(m_level.box->minimum(), contrast.low);
    const double highest = std::max(m_level.box->maximum(), contrast.high);
    setRow(m_level, lowest, highest, contrast.level());
    setRow(m_window, 0, highest - lowest, contrast.window());
    setRow(m_gamma, kMinGamma, kMaxGamma, contrast.gamma);
}

imaging::Contrast ContrastPanel::contrast() const
{
    return imaging::Contrast::fromWindow(m_level.box->value(), m_window.box->value(), m_gamma.box->value());
}

void ContrastPanel::setChannels(int count, int current)
{
    m_channelLabel->setVisible(count > 1);
    m_channel->setVisible(count > 1);
    m_channel->clear();
    for (int channel = 0; channel < count; ++channel)
        m_channel->addItem(tr("Channel %1").arg(channel + 1));
    m_channel->setCurrentIndex(current);
}

void ContrastPanel::edited()
{
    emit contrastEdited(contrast());
}

} // namespace blastoscope::ui
