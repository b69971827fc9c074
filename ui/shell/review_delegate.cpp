// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/models/review_list_model.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int unit = gridUnit(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect inner = option.rect.adjusted(unit, unit / 2, -unit, -unit / 2);
    const int line = option.fontMetrics.height();
    const int bar = unit * 5;

    painter->save();
    painter->setFont(tabularFigures(option.font));
    painter->setPen(text);
    painter->drawText(
        QRect(inner.left(), inner.top(), inner.width() - bar - unit, line), int(Qt::AlignLeft | Qt::AlignVCenter),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width() - bar - unit));
    painter->setPen(selected ? text : mutedText(option.palette));
    painter->drawText(QRect(inner.left(), inner.top() + line, inner.width(), line),
                      int(Qt::AlignLeft | Qt::AlignVCenter),
                      option.fontMetrics.elidedText(index.data(ReviewListModel::ReasonRole).toString(), Qt::ElideRight,
                                                    inner.width()));
    if (const double need = index.data(ReviewListModel::NeedRole).toDouble(); need > 0) {
        const int height = qMax(2, unit / 4);
        const QRect track(inner.right() + 1 - bar, inner.top() + (line - height) / 2, bar, height);
        painter->fillRect(track, separatorColor(option.palette));
        painter->fillRect(QRect(track.topLeft(), QSize(qMax(1, int(track.width() * need)), height)),
                          selected ? text : accentText(option.palette));
    }
    painter->restore();
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int unit = gridUnit(option.widget);
    return {unit * 20, option.fontMetrics.height() * 2 + unit};
}

} // namespace blastoscope::ui
