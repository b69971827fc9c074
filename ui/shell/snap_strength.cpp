// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/snap_strength.h"

#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/tools/snap_settings.h"

namespace blastoscope::ui {

SnapStrength::SnapStrength(SnapSettings& settings, QWidget* parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Vertical, this)), m_label(new QLabel(this))
{
    const QString what = tr("How far the outline goes from the drawn to the mended shape");
    m_slider->setRange(0, 100);
    m_slider->setSingleStep(1);
    m_slider->setPageStep(SnapSettings::kStep);
    m_slider->setFocusPolicy(Qt::NoFocus); // Enter and Esc belong to the canvas
    m_slider->setMinimumHeight(gridUnit(this) * 14);
    m_slider->setToolTip(what);
    m_slider->setAccessibleName(what);
    m_label->setFont(tabularFigures(font()));
    m_label->setAlignment(Qt::AlignHCenter);
    m_label->setToolTip(what);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit(this) / 2);
    layout->addWidget(m_slider, 0, Qt::AlignHCenter);
    layout->addWidget(m_label);
    connect(m_slider, &QSlider::valueChanged, &settings, &SnapSettings::setStrength);
    connect(&settings, &SnapSettings::strengthChanged, this, &SnapStrength::showStrength);
    showStrength(settings.strength());
}

void SnapStrength::showStrength(int percent)
{
    m_slider->setValue(percent);
    m_label->setText(tr("%1 %").arg(percent));
}

} // namespace blastoscope::ui
