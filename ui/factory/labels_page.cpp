// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/labels_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/factory/factory.h"
#include "ui/factory/job_row.h"
#include "ui/factory/sample_grid_view.h"
#include "ui/factory/sample_stacks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"
#include "ui/training/run_store.h"

namespace blastoscope::ui {

namespace {

constexpr int kUsualCount = 30;
constexpr int kChoice = 10; ///< so many times as many samples are looked at to choose the most uncertain ones

enum Column { Name, Samples, Labelled };

} // namespace

LabelsPage::LabelsPage(FactoryContext& context)
    : FactoryPage(
          context, tr("Labels"),
          tr("Outline the cells of some generated pictures as in any stack: whole, also where they overlap; "
             "fragments and polar bodies with their own class. Accept each picture that is right. From whole "
             "outlines the program knows for each pixel whether it is background, fragment, one cell or an overlap."))
{
    m_how = muted({});
    m_how->setObjectName(QStringLiteral("labelsHow"));
    m_count = new QSpinBox(this);
    m_count->setObjectName(QStringLiteral("sampleCount"));
    m_count->setRange(1, 500);
    m_count->setValue(kUsualCount);
    m_make = new QPushButton(tr("Make pictures to label"), this);
    m_make->setObjectName(QStringLiteral("makeSamples"));
    m_batches = new QTreeWidget(this);
    m_batches->setObjectName(QStringLiteral("sampleBatches"));
    m_batches->setAccessibleName(tr("Pictures to label"));
    m_batches->setRootIsDecorated(false);
    m_batches->setUniformRowHeights(true);
    m_batches->setHeaderLabels({tr("Stack"), tr("Pictures"), tr("Accepted")});
    m_batches->setFont(tabularFigures(font()));
    m_batches->header()->setStretchLastSection(false);
    m_batches->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_batches->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_batches->setMaximumHeight(16 * gridUnit(this));
    m_samples = new SampleGridView(this);
    m_open = new QPushButton(tr("Open to label"), this);
    m_open->setObjectName(QStringLiteral("openSamples"));
    connect(m_make, &QPushButton::clicked, this, &LabelsPage::make);
    connect(m_open, &QPushButton::clicked, this, &LabelsPage::openChosen);
    connect(m_batches, &QTreeWidget::itemActivated, this, &LabelsPage::openChosen);
    connect(m_batches, &QTreeWidget::currentItemChanged, this, &LabelsPage::showChosen);
    connect(&context.samples, &SampleStacks::changed, this, [this] {
        if (!factory())
            return;
        listBatches();
        emit stateChanged();
    });
    connect(&context.samples, &SampleStacks::failed, &jobs(), &JobRow::showError);
    connect(&context.runs, &RunStore::runEnded, this, [this] { refresh(); });
    auto* making = new QHBoxLayout;
    making->addWidget(m_count);
    making->addWidget(m_make);
    making->addStretch(1);
    auto* opening = new QHBoxLayout;
    opening->addStretch(1);
    opening->addWidget(m_open);
    column().addLayout(making);
    column().addWidget(m_how);
    column().addWidget(&jobs());
    column().addWidget(m_batches);
    column().addLayout(opening);
    column().addWidget(m_samples, 1);
}

QString LabelsPage::missing() const
{
    return factory() && context().generatorOf(*factory()).isEmpty() ? tr("First train the generator to its end.")
                                                                    : QString();
}

QString LabelsPage::state() const
{
    if (!factory() || factory()->record().batches.empty())
        return {};
    int samples = 0;
    for (const SampleBatch& batch : factory()->record().batches)
        samples += batch.samples;
    return tr("%1 of %2 labelled").arg(context().samples.labelled(*factory())).arg(samples);
}

bool LabelsPage::choosesUncertain() const
{
    return factory() && factory()->record().learnedFrom > 0 && QFileInfo::exists(factory()->interpreterFile());
}

void LabelsPage::refresh()
{
    const QString hint = missing();
    m_make->setEnabled(factory() && !factory()->trouble() && hint.isEmpty() && !isBusy() &&
                       context().services.makeSamples);
    m_count->setEnabled(m_make->isEnabled());
    if (!hint.isEmpty())
        m_how->setText(hint);
    else if (choosesUncertain())
        m_how->setText(
            tr("They are the ones that the interpreter is least sure about, out of %1 times as many.").arg(kChoice));
    else
        m_how->setText(
            tr("About thirty are a beginning. Once the interpreter has learned from them, the next ones are those "
               "that it is least sure about."));
    listBatches();
}

void LabelsPage::listBatches()
{
    const int row = m_batches->indexOfTopLevelItem(m_batches->currentItem());
    const QSignalBlocker quiet(m_batches);
    m_batches->clear();
    if (!factory()) {
        showChosen();
        return;
    }
    for (const SampleBatch& batch : factory()->record().batches) {
        const QString folder = factory()->file(batch.folder);
        auto* item = new QTreeWidgetItem(m_batches, {batch.folder, QString::number(batch.samples),
                                                     QString::number(context().samples.labelled(folder))});
        item->setTextAlignment(Samples, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(Labelled, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(Name, Qt::UserRole, folder);
    }
    const int last = m_batches->topLevelItemCount() - 1;
    m_batches->setCurrentItem(m_batches->topLevelItem(row >= 0 && row <= last ? row : last));
    showChosen();
}

void LabelsPage::showChosen()
{
    const QTreeWidgetItem* item = m_batches->currentItem();
    m_open->setEnabled(item);
    m_samples->setSource(item ? item->data(Name, Qt::UserRole).toString() : QString());
}

void LabelsPage::openChosen()
{
    if (const QTreeWidgetItem* item = m_batches->currentItem())
        emit openRequested(item->data(Name, Qt::UserRole).toString());
}

void LabelsPage::make()
{
    const QString batch = factory()->nextBatch();
    SampleOrder order;
    order.generator = context().generatorOf(*factory()).toStdString();
    order.first = factory()->record().nextSample;
    order.count = m_count->value();
    order.outOf = order.count;
    if (choosesUncertain()) {
        order.interpreter = factory()->interpreterFile().toStdString();
        order.outOf = kChoice * order.count;
    }
    order.out = factory()->file(batch).toStdString();
    jobs().run<int>(
        tr("Making pictures"),
        [make = context().services.makeSamples, order](const auto& cancel, const auto& progress) {
            return make(order, cancel, progress);
        },
        [this, batch, next = order.first + order.outOf, target = QPointer<Factory>(factory())](int made) {
            if (!target)
                return;
            const bool noted = note(target->edit([&](FactoryRecord& record) {
                record.batches.push_back({batch, made});
                record.nextSample = next;
            }));
            if (noted)
                m_batches->setCurrentItem(m_batches->topLevelItem(m_batches->topLevelItemCount() - 1));
        });
}

} // namespace blastoscope::ui
