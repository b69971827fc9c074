// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/pair_delegate.h"

#include <QPainter>

#include "ui/factory/pair_list_model.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr double kPale = 0.35;

} // namespace

PairDelegate::PairDelegate(PairImages& images, QObject* parent) : QStyledItemDelegate(parent), m_images(images) {}

QSize PairDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int side = 12 * gridUnit(option.widget);
    return {side, side};
}

void PairDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int unit = gridUnit(option.widget);
    const QRect area = option.rect.adjusted(unit / 2, unit / 2, -unit / 2, -unit / 2);
    const bool accepted = index.data(PairListModel::AcceptedRole).toBool();
    painter->save();
    painter->fillRect(area, option.palette.color(QPalette::AlternateBase));
    if (const PairImage* pair = m_images.find(index.data(PairListModel::FileRole).toString())) {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->setOpacity(accepted ? 1 : kPale);
        painter->drawImage(area, pair->picture);
        if (m_layer != PairLayer::Picture)
            painter->drawImage(area, m_layer == PairLayer::Labels ? pair->labels : pair->uncertainty);
        painter->setOpacity(1);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    if (!accepted) {
        painter->setPen(QPen(mutedText(option.palette), 1.5));
        painter->drawLine(area.topLeft(), area.bottomRight());
    }
    if (index.data(PairListModel::DecidedRole).toBool()) { // a person looked at it
        const QRectF dot(area.right() - 1.25 * unit, area.top() + 0.5 * unit, 0.75 * unit, 0.75 * unit);
        painter->setPen(QPen(option.palette.color(QPalette::Base), 1));
        painter->setBrush(accentText(option.palette));
        painter->drawEllipse(dot);
        painter->setBrush(Qt::NoBrush);
    }
    if (option.state & QStyle::State_Selected) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 3));
        painter->drawRect(QRectF(area).adjusted(-1.5, -1.5, 1.5, 1.5));
    }
    painter->restore();
}

} // namespace blastoscope::ui
