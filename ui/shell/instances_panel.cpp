// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instances_panel.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTreeView>

#include "ui/theme/metrics.h"

namespace blastoscope::ui {

InstancesPanel::InstancesPanel(QWidget* parent) : QWidget(parent)
{
    m_model = new InstanceListModel(this);
    m_view = new QTreeView(this);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFont(tabularFigures(font()));
    m_view->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setStretchLastSection(true);
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMargin(gridUnit(this) * 2);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(m_view);

    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QTreeView::customContextMenuRequested, this, [this](const QPoint& position) {
        if (m_view->indexAt(position).isValid())
            emit menuRequested(m_view->viewport()->mapToGlobal(position));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InstancesPanel::noteSelection);
    connect(m_view, &QTreeView::entered, this,
            [this](const QModelIndex& index) { emit hovered(index.data(InstanceListModel::IdRole).toInt()); });
}

void InstancesPanel::setRows(std::vector<InstanceRow> rows)
{
    m_pages->setCurrentIndex(rows.empty() ? 0 : 1);
    const QSignalBlocker quiet(m_view->selectionModel());
    m_model->setRows(std::move(rows));
}

void InstancesPanel::setHint(const QString& hint)
{
    m_hint->setText(hint);
}

void InstancesPanel::noteSelection()
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows.push_back(index.data(InstanceListModel::IdRole).toInt());
    const auto contains = [](const std::vector<int>& ids, int id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    std::vector<int> ids = m_selected;
    std::erase_if(ids, [&](int id) { return !contains(rows, id); });
    for (int id : rows)
        if (!contains(ids, id))
            ids.push_back(id);
    if (ids == m_selected)
        return;
    m_selected = ids;
    emit selectionChanged(ids);
}

void InstancesPanel::select(const std::vector<int>& ids)
{
    QItemSelection rows;
    for (int id : ids)
        if (const int row = m_model->rowOf(id); row >= 0)
            rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    m_selected = ids;
    const QSignalBlocker quiet(this);
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_selected = ids;
    const int first = ids.empty() ? -1 : m_model->rowOf(ids.front());
    m_view->selectionModel()->setCurrentIndex(first < 0 ? QModelIndex() : m_model->index(first, 0),
                                              QItemSelectionModel::NoUpdate);
    if (first >= 0)
        m_view->scrollTo(m_model->index(first, 0));
}

bool InstancesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Leave)
        emit hovered(std::nullopt);
    return QWidget::eventFilter(watched, event);
}

} // namespace blastoscope::ui
