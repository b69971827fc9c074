// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stacks_panel.h"

#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

void StackDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int unit = gridUnit(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QRect inner = option.rect.adjusted(unit, unit / 2, -unit, -unit / 2);

    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect picture(inner.left(), inner.top(), inner.height(), inner.height());
    painter->fillRect(picture, QColor(0x14, 0x16, 0x19));
    const QImage thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    if (index.data(StackListModel::MissingRole).toBool()) {
        QRect warning(QPoint(), QSize(unit * 3, unit * 3));
        warning.moveCenter(picture.center());
        icon(Icon::Warning).paint(painter, warning);
    } else if (!thumbnail.isNull()) {
        const QSize size = thumbnail.size().scaled(picture.size(), Qt::KeepAspectRatio);
        QRect target(QPoint(), size);
        target.moveCenter(picture.center());
        painter->drawImage(target, thumbnail);
    }

    const QRect texts = inner.adjusted(picture.width() + unit, 0, 0, 0);
    const int line = option.fontMetrics.height();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(texts.left(), texts.top(), texts.width(), line), int(Qt::AlignLeft | Qt::AlignVCenter),
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, texts.width()));
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : mutedText(option.palette));
    painter->drawText(QRect(texts.left(), texts.top() + line, texts.width(), line),
                      int(Qt::AlignLeft | Qt::AlignVCenter),
                      option.fontMetrics.elidedText(index.data(StackListModel::SubtitleRole).toString(), Qt::ElideRight,
                                                    texts.width()));
    const QRect track(texts.left(), inner.bottom() - unit / 4, texts.width(), qMax(2, unit / 4));
    painter->fillRect(track, separatorColor(option.palette));
    const double done = index.data(StackListModel::ProgressRole).toDouble();
    painter->fillRect(QRect(track.topLeft(), QSize(int(track.width() * done), track.height())),
                      selected ? option.palette.color(QPalette::HighlightedText) : accentText(option.palette));
    painter->restore();
}

QSize StackDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int unit = gridUnit(option.widget);
    return {unit * 20, option.fontMetrics.height() * 2 + unit * 2};
}

StacksPanel::StacksPanel(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
{
    m_model = new StackListModel(workspace, this);
    m_view = new QListView(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new StackDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_tools = new QHBoxLayout;
    m_tools->setContentsMargins(gridUnit(this), gridUnit(this) / 2, gridUnit(this), gridUnit(this) / 2);
    m_tools->setSpacing(gridUnit(this) / 2);
    m_tools->addStretch(1);
    layout->addLayout(m_tools);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            m_workspace.setCurrent(index.data(StackListModel::StackRole).value<OpenStack*>());
    });
    connect(&workspace, &Workspace::currentChanged, this,
            [this](OpenStack* stack) { m_view->setCurrentIndex(m_model->indexOf(stack)); });
    connect(m_view, &QListView::customContextMenuRequested, this, &StacksPanel::showMenu);
}

void StacksPanel::addTool(QAction& action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(&action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIconSize(QSize(gridUnit(this), gridUnit(this)) * 5 / 2);
    m_tools->insertWidget(m_tools->count() - 1, button);
}

void StacksPanel::showMenu(const QPoint& position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    const QPointer stack(index.data(StackListModel::StackRole).value<OpenStack*>()); // may go while the menu is open
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Properties), tr("&Properties…"), this, [this, stack] {
        if (stack)
            emit propertiesRequested(stack);
    });
    menu->addAction(icon(Icon::Close), tr("&Close"), this, [this, stack] {
        if (stack)
            emit closeRequested(stack);
    });
    menu->addActions(m_entries);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace blastoscope::ui
