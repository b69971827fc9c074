// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/instrument_style.h"

#include <QPainter>
#include <QStyleOptionDockWidget>
#include <QWidget>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr int kUndoDarkening = 140; ///< per cent: what Fusion darkens an outline by

void drawDockTitle(const QStyleOptionDockWidget& option, QPainter& painter, const QRect& textRect)
{
    painter.save();
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(mutedText(option.palette));
    const QString text = painter.fontMetrics().elidedText(option.title, Qt::ElideRight, textRect.width());
    painter.drawText(textRect, int(Qt::AlignLeft | Qt::AlignVCenter), text);
    painter.restore();
}

} // namespace

InstrumentStyle::InstrumentStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int InstrumentStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int unit = gridUnit(widget);
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth: return unit * 3 / 4;
    case PM_DockWidgetTitleMargin: return unit * 3 / 4;
    case PM_DockWidgetFrameWidth: return 0;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return unit * 5 / 2;
    case PM_SmallIconSize:
    case PM_TabBarIconSize: return unit * 2;
    case PM_ScrollBarExtent: return unit * 3 / 2;
    case PM_ToolBarItemSpacing: return unit / 4;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int InstrumentStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                               QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_UnderlineShortcut: return 1;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize InstrumentStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                        const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ToolButton: result.setHeight(qMax(result.height(), gridUnit(widget) * 3)); break;
    case CT_MenuItem:
        if (!size.isEmpty() && size.height() > 3)
            result.setHeight(qMax(result.height(), gridUnit(widget) * 3));
        break;
    case CT_TabBarTab: result.setHeight(qMax(result.height(), gridUnit(widget) * 7 / 2)); break;
    default: break;
    }
    return result;
}

void InstrumentStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    if (element == CE_DockWidgetTitle) {
        if (const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option)) {
            const QRect text = subElementRect(SE_DockWidgetTitleBarText, option, widget);
            drawDockTitle(*dock, *painter, text.adjusted(gridUnit(widget) / 2, 0, 0, 0));
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void InstrumentStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                         const QWidget* widget) const
{
    if (control == CC_ToolButton) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            // The tiny arrow in the corner says nothing; buttons with a menu carry one in their text.
            QStyleOptionToolButton plain(*button);
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void InstrumentStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                    const QWidget* widget) const
{
    // No frames around the sections of the status bar, no grip pattern between docks.
    if (element == PE_FrameStatusBarItem || element == PE_IndicatorDockWidgetResizeHandle)
        return;
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton) {
        // Fusion draws these outlines a shade darker than the window: hardly seen on a light one, not at all on a dark.
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton visible(*button);
            visible.palette.setColor(QPalette::Window, mutedText(option->palette).lighter(kUndoDarkening));
            QProxyStyle::drawPrimitive(element, &visible, painter, widget);
            return;
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace blastoscope::ui
