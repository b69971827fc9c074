// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of the page of pairs.
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QToolButton>

#include "core/masks/semantic/semantic_map.h"
#include "ui/factory/pair_delegate.h"
#include "ui/factory/pair_list_model.h"
#include "ui/factory/pair_preview.h"
#include "ui/factory/pairs_page.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

namespace {

constexpr int kUsualCount = 500;

/// What the colours of the labels mean.
QString legendText()
{
    const masks::SemanticClasses classes;
    const std::pair<int, QString> entries[] = {{classes.cell, PairsPage::tr("one cell")},
                                               {classes.overlap, PairsPage::tr("overlap")},
                                               {classes.fragment, PairsPage::tr("fragment")}};
    QString text;
    for (const auto& [number, name] : entries)
        text += QStringLiteral("<span style='color:%1'>■</span> %2 &nbsp;")
                    .arg(semanticColor(number).name(), name.toHtmlEscaped());
    return text;
}

} // namespace

QWidget* PairsPage::createMaking()
{
    auto* area = new QWidget(this);
    m_count = new QSpinBox(area);
    m_count->setObjectName(QStringLiteral("pairCount"));
    m_count->setRange(1, 20'000);
    m_count->setSingleStep(100);
    m_count->setValue(kUsualCount);
    m_make = new QPushButton(area);
    m_make->setObjectName(QStringLiteral("makePairs"));
    m_hint = wrappedLabel({}, area);
    m_hint->setObjectName(QStringLiteral("pairsHint"));
    connect(m_make, &QPushButton::clicked, this, &PairsPage::make);
    auto* row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_count);
    row->addWidget(m_make);
    row->addWidget(m_hint, 1);
    m_legend = new QLabel(legendText(), area);
    m_legend->setTextFormat(Qt::RichText);
    row->addWidget(m_legend);
    row->addSpacing(gridUnit(this));
    m_layers = new QButtonGroup(this);
    const std::pair<PairLayer, QString> layers[] = {{PairLayer::Picture, tr("Picture")},
                                                    {PairLayer::Labels, tr("Labels")},
                                                    {PairLayer::Uncertainty, tr("Uncertainty")}};
    for (const auto& [layer, name] : layers) {
        auto* button = new QToolButton(area);
        button->setText(name);
        button->setCheckable(true);
        button->setShortcut(QKeySequence(QString::number(int(layer) + 1)));
        m_layers->addButton(button, int(layer));
        row->addWidget(button);
    }
    m_layers->button(int(PairLayer::Labels))->setChecked(true);
    connect(m_layers, &QButtonGroup::idClicked, this, [this](int layer) { showLayer(PairLayer(layer)); });
    return area;
}

QWidget* PairsPage::createGrid()
{
    auto* area = new QWidget(this);
    m_delegate = new PairDelegate(*m_images, this);
    m_grid = new QListView(area);
    m_grid->setObjectName(QStringLiteral("pairGrid"));
    m_grid->setAccessibleName(tr("Pairs, the most uncertain first"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(m_delegate);
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setLayoutMode(QListView::Batched);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_preview = new PairPreview(*m_images, area);
    connect(m_images, &PairImages::loaded, m_grid->viewport(), qOverload<>(&QWidget::update));
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        m_preview->setFile(index.isValid() ? m_model->fileAt(index.row()) : QString());
        updateCounts();
    });
    connect(m_grid, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { m_model->decide({index}, !m_model->isAccepted(index.row())); });
    const auto key = [this](Qt::Key of, auto run) {
        auto* shortcut = new QShortcut(QKeySequence(of), m_grid);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::Key_A, [this] { decide(true); });
    key(Qt::Key_X, [this] { decide(false); });
    key(Qt::Key_Delete, [this] { decide(false); });
    key(Qt::Key_Space, [this] {
        if (const QModelIndex index = m_grid->currentIndex(); index.isValid())
            m_model->decide({index}, !m_model->isAccepted(index.row()));
    });
    auto* row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_grid, 4);
    row->addWidget(m_preview, 1);
    return area;
}

QWidget* PairsPage::createDeciding()
{
    auto* area = new QWidget(this);
    m_leftOut = new QSpinBox(area);
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    m_leftOut->setRange(0, 90);
    m_leftOut->setSingleStep(5);
    m_leftOut->setSuffix(tr(" %"));
    m_leftOut->setToolTip(tr("Pairs that you accept or reject yourself stay as you decide"));
    m_accepted = new QLabel(area);
    m_accepted->setObjectName(QStringLiteral("acceptedPairs"));
    m_accept = new QPushButton(tr("Accept (A)"), area);
    m_accept->setObjectName(QStringLiteral("acceptPair"));
    m_reject = new QPushButton(tr("Reject (X)"), area);
    m_reject->setObjectName(QStringLiteral("rejectPair"));
    connect(m_leftOut, &QSpinBox::valueChanged, this, [this](int percent) {
        m_model->setLeftOut(percent / 100.0);
        m_keep.start();
    });
    connect(m_accept, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_reject, &QPushButton::clicked, this, [this] { decide(false); });
    auto* row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Leave out the most uncertain"), area));
    row->addWidget(m_leftOut);
    row->addSpacing(2 * gridUnit(this));
    row->addWidget(m_accepted, 1);
    row->addWidget(m_accept);
    row->addWidget(m_reject);
    return area;
}

} // namespace blastoscope::ui
