// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instances_panel.h"

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

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const QVariant id = index.data(InstanceListModel::IdRole);
        emit selected(id.isValid() ? std::optional(id.toInt()) : std::nullopt);
    });
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

void InstancesPanel::select(std::optional<int> id)
{
    const int row = id ? m_model->rowOf(*id) : -1;
    const QSignalBlocker quiet(this);
    if (row < 0)
        m_view->setCurrentIndex({});
    else
        m_view->setCurrentIndex(m_model->index(row, 0));
}

bool InstancesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Leave)
        emit hovered(std::nullopt);
    return QWidget::eventFilter(watched, event);
}

} // namespace blastoscope::ui
