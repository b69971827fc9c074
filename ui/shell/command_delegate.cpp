// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include "ui/shell/command_list_model.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

void drawMarkedText(QPainter& painter, const QRect& area, const QString& text, const QList<int>& marked)
{
    const QFont plain = painter.font();
    QFont bold = plain;
    bold.setBold(true);
    qreal x = area.left();
    for (int begin = 0; begin < text.size();) {
        const bool hit = marked.contains(begin);
        int end = begin + 1;
        while (end < text.size() && marked.contains(end) == hit)
            ++end;
        painter.setFont(hit ? bold : plain);
        const QString part = text.mid(begin, end - begin);
        painter.drawText(QPointF(x, area.center().y() + painter.fontMetrics().capHeight() / 2.0), part);
        x += painter.fontMetrics().horizontalAdvance(part);
        begin = end;
    }
    painter.setFont(plain);
}

} // namespace

void CommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int unit = gridUnit(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect inner = option.rect.adjusted(unit, 0, -unit, 0);

    painter->save();
    painter->setFont(option.font);
    const QRect picture(inner.left(), inner.center().y() - unit, unit * 2, unit * 2);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, picture, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);

    painter->setPen(ink);
    drawMarkedText(*painter, inner.adjusted(unit * 3, 0, 0, 0), index.data().toString(),
                   index.data(CommandListModel::PositionsRole).value<QList<int>>());

    painter->setPen(selected ? ink : mutedText(option.palette));
    const QString key = index.data(CommandListModel::KeyRole).toString();
    const int keyWidth = unit * 18; // "Strg+Umschalt+F5" must fit
    painter->drawText(inner, int(Qt::AlignRight | Qt::AlignVCenter), key);
    painter->drawText(inner.adjusted(0, 0, -keyWidth, 0), int(Qt::AlignRight | Qt::AlignVCenter),
                      index.data(CommandListModel::GroupRole).toString());
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {gridUnit(option.widget) * 40, gridUnit(option.widget) * 4};
}

} // namespace blastoscope::ui
