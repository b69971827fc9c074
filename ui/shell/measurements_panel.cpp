// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/measurements_panel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include "core/annotation/object_names.h"
#include "ui/models/measurement_table_model.h"
#include "ui/session/measurement_tables.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

MeasurementsPanel::MeasurementsPanel(QWidget* parent) : MetricsPanel(parent)
{
    m_model = new MeasurementTableModel(this);
    m_proxy = new MeasurementSortProxy(this);
    m_proxy->setSourceModel(m_model);
    m_table = new QTableView(this);
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setFont(tabularFigures(font()));
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(gridUnit(this) * 3);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    auto* copy = new QAction(icon(Icon::Copy), tr("Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &MeasurementsPanel::copySelection);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        emit frameRequested(index.data(MeasurementTableModel::FrameRole).toInt(),
                            index.data(MeasurementTableModel::IdRole).toInt());
    });

    m_kind = new QComboBox(this);
    m_kind->addItems({tr("A row per cell"), tr("A row per frame")});
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MeasurementsPanel::refresh);
    auto* copyButton = new QPushButton(icon(Icon::Copy), tr("Copy"), this);
    copyButton->setToolTip(tr("Copy the selected cells, or everything, for a spreadsheet"));
    connect(copyButton, &QPushButton::clicked, this, &MeasurementsPanel::copySelection);
    auto* top = new QHBoxLayout;
    top->addWidget(m_kind);
    top->addWidget(copyButton);
    top->addStretch(1);

    m_hint = new QLabel(tr("Nothing is measured yet. Segment a frame or the whole stack first."), this);
    m_hint->setAlignment(Qt::AlignCenter);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(gridUnit(this), gridUnit(this), gridUnit(this), 0);
    column->addLayout(top);
    column->addWidget(m_table);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(page);
}

void MeasurementsPanel::refresh()
{
    const bool perCell = m_kind->currentIndex() == 0;
    const std::string ownName = metrics() ? annotation::sharedNameOf(metrics()->stack().document()) : std::string();
    m_kind->setItemText(0, ownName.empty() ? tr("A row per cell") : tr("A row per object"));
    std::vector<MeasurementRow> rows;
    if (metrics())
        rows = perCell ? cellRows(*metrics()) : frameRows(*metrics(), ownName);
    m_pages->setCurrentIndex(rows.empty() ? 0 : 1);
    const bool calibrated = metrics() && metrics()->stack().properties().umPerPixel;
    const QString columns = QStringLiteral("%1 %2 ").arg(perCell).arg(calibrated) + QString::fromStdString(ownName);
    if (columns == m_shownColumns) {
        m_model->setRows(std::move(rows));
        return;
    }
    m_shownColumns = rows.empty() ? QString() : columns; // an empty table says nothing about widths
    m_model->setTable(perCell ? cellColumns(calibrated) : frameColumns(calibrated, ownName), std::move(rows));
    m_table->horizontalHeader()->resizeSections(QHeaderView::ResizeToContents);
}

void MeasurementsPanel::copySelection()
{
    QItemSelection selection = m_table->selectionModel()->selection();
    if (selection.isEmpty() && m_proxy->rowCount() > 0) {
        selection.select(m_proxy->index(0, 0), m_proxy->index(m_proxy->rowCount() - 1, m_proxy->columnCount() - 1));
    }
    QApplication::clipboard()->setText(toTabSeparated(*m_proxy, selection));
}

} // namespace blastoscope::ui
