// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tool_strip.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/tools/brush_settings.h"

namespace blastoscope::ui {

ToolStrip::ToolStrip(const BrushSettings& brush, QWidget* parent) : QWidget(parent), m_brush(brush)
{
    setAutoFillBackground(true);
    const int unit = gridUnit(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit / 2, unit / 2, unit / 2, unit / 2);
    layout->setSpacing(unit / 2);
    m_tools = new QVBoxLayout;
    m_tools->setSpacing(unit / 4);
    layout->addLayout(m_tools);
    m_size = new QLabel(this);
    m_size->setFont(tabularFigures(font()));
    m_size->setAlignment(Qt::AlignHCenter);
    m_size->setToolTip(tr("Diameter of the brush in pixels of the picture"));
    m_size->hide();
    layout->addWidget(m_size);
    m_settings = new QVBoxLayout;
    layout->addLayout(m_settings);
    layout->addStretch(1);
    connect(&brush, &BrushSettings::radiusChanged, this, &ToolStrip::showBrush);
    showBrush();
}

void ToolStrip::addTool(QAction& action)
{
    const int unit = gridUnit(this);
    auto* button = new QToolButton(this);
    button->setDefaultAction(&action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIconSize(QSize(unit, unit) * 11 / 4);
    m_tools->addWidget(button);
}

void ToolStrip::setBrushShown(bool shown)
{
    m_size->setVisible(shown);
}

void ToolStrip::addSettings(QWidget& widget)
{
    m_settings->addWidget(&widget);
}

void ToolStrip::showBrush()
{
    const double diameter = 2 * m_brush.radius();
    m_size->setText(QLocale().toString(diameter, 'f', diameter < 10 ? 1 : 0));
}

} // namespace blastoscope::ui
