// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/step_list.h"

#include <algorithm>

#include <QApplication>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr int kStateRole = Qt::UserRole;
constexpr int kReadyRole = Qt::UserRole + 1;

class StepDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        const int unit = gridUnit(option.widget);
        return {24 * unit, 2 * option.fontMetrics.height() + 2 * unit};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString name = item.text, state = index.data(kStateRole).toString();
        item.text.clear();
        QStyle* style = option.widget ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

        const bool selected = option.state & QStyle::State_Selected;
        const QColor quiet = selected ? option.palette.color(QPalette::HighlightedText) : mutedText(option.palette);
        const QColor strong = selected ? quiet : option.palette.color(QPalette::Text);
        const int unit = gridUnit(option.widget), line = option.fontMetrics.height();
        QRect area = option.rect.adjusted(unit, unit / 2, -unit, -unit / 2);
        const int numbers = 2 * unit + unit / 2;
        painter->setPen(quiet);
        painter->drawText(QRect(area.left(), area.top(), numbers, line), Qt::AlignVCenter,
                          QString::number(index.row() + 1));
        area.setLeft(area.left() + numbers);
        QFont bold = option.font;
        bold.setBold(index.data(kReadyRole).toBool());
        painter->setFont(bold);
        painter->setPen(index.data(kReadyRole).toBool() ? strong : quiet);
        painter->drawText(QRect(area.left(), area.top(), area.width(), line), Qt::AlignVCenter, name);
        painter->setFont(option.font);
        painter->setPen(quiet);
        painter->drawText(QRect(area.left(), area.top() + line, area.width(), line), Qt::AlignVCenter,
                          option.fontMetrics.elidedText(state, Qt::ElideRight, area.width()));
    }
};

} // namespace

StepList::StepList(QWidget* parent) : QListWidget(parent)
{
    setItemDelegate(new StepDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Steps"));
}

void StepList::addStep(const QString& name)
{
    auto* item = new QListWidgetItem(name, this);
    item->setData(kReadyRole, true);
}

void StepList::setState(int step, const QString& state)
{
    item(step)->setData(kStateRole, state);
    item(step)->setToolTip(state);
}

void StepList::setReady(int step, bool ready)
{
    item(step)->setData(kReadyRole, ready);
}

QSize StepList::sizeHint() const
{
    return {26 * gridUnit(this), QListWidget::sizeHint().height()};
}

} // namespace blastoscope::ui
