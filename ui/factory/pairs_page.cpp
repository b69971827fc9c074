// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/pairs_page.h"

#include <algorithm>
#include <utility>

#include <QButtonGroup>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/factory/factory.h"
#include "ui/factory/job_row.h"
#include "ui/factory/pair_delegate.h"
#include "ui/factory/pair_list_model.h"
#include "ui/factory/pair_preview.h"
#include "ui/factory/sample_stacks.h"
#include "ui/factory/training_set_row.h"
#include "ui/session/workspace.h"
#include "ui/theme/metrics.h"
#include "ui/training/accepted_frames.h"
#include "ui/training/run_store.h"

namespace blastoscope::ui {

namespace {

constexpr int kKeepMs = 400;
constexpr qint64 kFirstPair = 1'000'000; ///< of the series: far from those that people label

} // namespace

PairsPage::PairsPage(FactoryContext& context)
    : FactoryPage(
          context, tr("Pairs"),
          tr("Generated pictures with their labels become training data. With more than about thirty corrected "
             "frames of your own they have not been shown to help; whether they do, the comparison after fine-tuning "
             "decides."))
{
    m_model = new PairListModel(this);
    m_images = new PairImages(this);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMs);
    connect(&m_keep, &QTimer::timeout, this, &PairsPage::keepDecisions);
    column().addWidget(createMaking());
    column().addWidget(&jobs());
    column().addWidget(createGrid(), 1);
    column().addWidget(createDeciding());
    m_set = new TrainingSetRow(this);
    m_fineTune = new QPushButton(tr("Fine-tune with it…"), this);
    m_fineTune->setObjectName(QStringLiteral("fineTunePairs"));
    m_fineTune->hide();
    auto* writing = new QHBoxLayout;
    writing->addWidget(m_set, 1);
    writing->addWidget(m_fineTune);
    column().addLayout(writing);

    connect(m_set, &TrainingSetRow::writeRequested, this, &PairsPage::writeTrainingSet);
    connect(m_fineTune, &QPushButton::clicked, this, [this] { emit fineTuneRequested(m_written); });
    connect(m_model, &PairListModel::acceptedChanged, this, &PairsPage::updateCounts);
    connect(m_model, &PairListModel::decided, this, [this] { m_keep.start(); });
    connect(&context.runs, &RunStore::runEnded, this, [this] { refresh(); });
}

PairsPage::~PairsPage()
{
    const QSignalBlocker quiet(m_shown); // what would follow it may be gone
    keepDecisions();
}

void PairsPage::showLayer(PairLayer layer)
{
    m_delegate->setLayer(layer);
    m_legend->setVisible(layer == PairLayer::Labels);
    m_grid->viewport()->update();
}

QString PairsPage::missing() const
{
    const bool ready = factory() && factory()->record().learnedFrom > 0 && !context().generatorOf(*factory()).isEmpty();
    return factory() && !ready ? tr("First train the interpreter.") : QString();
}

QString PairsPage::state() const
{
    if (!factory() || factory()->record().pairs == 0)
        return {};
    return m_shown == factory() && m_model->rowCount() > 0
               ? tr("%1 of %2 accepted").arg(m_model->acceptedCount()).arg(m_model->rowCount())
               : tr("%n pair(s)", nullptr, factory()->record().pairs);
}

/// The interpreter has learned anew since the pairs were made.
bool PairsPage::isStale() const
{
    return factory()->record().pairs > 0 &&
           QFileInfo(factory()->interpreterFile()).lastModified() > QFileInfo(factory()->pairsFolder()).lastModified();
}

void PairsPage::refresh()
{
    if (m_shown != factory()) {
        keepDecisions();
        m_shown = factory();
        m_written.clear();
        m_fineTune->hide();
        loadPairs();
    }
    countRealFrames();
    const QString hint = missing();
    const bool made = factory() && factory()->record().pairs > 0;
    m_make->setText(made ? tr("Make them anew") : tr("Make pairs"));
    m_make->setEnabled(factory() && hint.isEmpty() && !isBusy() && context().services.makePairs);
    m_hint->setText(!hint.isEmpty()     ? hint
                    : made && isStale() ? tr("The interpreter has learned anew since they were made.")
                                        : QString());
    updateCounts();
}

void PairsPage::countRealFrames()
{
    m_real = 0;
    for (const auto& stack : context().workspace.stacks()) {
        const int accepted = acceptedFrames(*stack);
        m_real += accepted > 0 && !isSynthetic(*stack) ? accepted : 0;
    }
}

void PairsPage::showEvent(QShowEvent* event)
{
    FactoryPage::showEvent(event);
    refresh(); // frames may have been accepted meanwhile
}

void PairsPage::updateCounts()
{
    const int pairs = m_model->rowCount(), accepted = m_model->acceptedCount();
    m_accepted->setText(pairs == 0 ? QString() : tr("%1 of %2 accepted").arg(accepted).arg(pairs));
    const bool chosen = m_grid->currentIndex().isValid() && !isBusy();
    m_accept->setEnabled(chosen);
    m_reject->setEnabled(chosen);
    m_leftOut->setEnabled(pairs > 0);
    m_set->setCounts(accepted, m_real, !isBusy() && context().services.writeTrainingSet != nullptr);
    emit stateChanged();
}

void PairsPage::loadPairs()
{
    JobBase::abandon(std::move(m_reading), this);
    m_model->clear();
    m_preview->setFile({});
    if (!factory() || factory()->record().pairs == 0)
        return;
    const QString folder = factory()->pairsFolder();
    m_images->setFolder(folder);
    m_reading = std::make_unique<Job<dataset::PairList>>(
        tr("Reading pairs"),
        [folder = folder.toStdString()](const auto&, const auto&) { return dataset::readPairList(folder); });
    m_reading->onSuccess([this](dataset::PairList list) {
        const FactoryRecord& record = factory()->record();
        {
            const QSignalBlocker quiet(m_leftOut);
            m_leftOut->setValue(qRound(100 * record.leftOut));
        }
        m_model->setPairs(std::move(list.pairs), record.decisions, record.leftOut);
        m_grid->setCurrentIndex(m_model->index(0));
    });
    connect(m_reading.get(), &JobBase::failed, &jobs(), &JobRow::showError);
    m_reading->start(QThread::LowPriority);
}

void PairsPage::keepDecisions()
{
    if (!m_shown || m_model->rowCount() == 0 || !QDir(m_shown->folder()).exists()) // it may have been removed
        return;
    m_keep.stop();
    note(m_shown->edit([this](FactoryRecord& record) {
        record.decisions = m_model->decisions();
        record.leftOut = m_model->leftOut();
    }));
}

void PairsPage::decide(bool accepted)
{
    QModelIndexList rows = m_grid->selectionModel()->selectedIndexes();
    if (rows.isEmpty() && m_grid->currentIndex().isValid())
        rows = {m_grid->currentIndex()};
    if (rows.isEmpty())
        return;
    m_model->decide(rows, accepted);
    const int last = std::max_element(rows.begin(), rows.end())->row();
    if (last + 1 < m_model->rowCount())
        m_grid->setCurrentIndex(m_model->index(last + 1));
}

void PairsPage::make()
{
    PairOrder order;
    order.generator = context().generatorOf(*factory()).toStdString();
    order.interpreter = factory()->interpreterFile().toStdString();
    order.first = kFirstPair;
    order.count = m_count->value();
    order.out = factory()->pairsFolder().toStdString();
    jobs().run<int>(
        tr("Making pairs"),
        [make = context().services.makePairs, order](const auto& cancel, const auto& progress) {
            return make(order, cancel, progress);
        },
        [this, target = QPointer<Factory>(factory())](int made) {
            if (!target)
                return;
            m_keep.stop(); // what was decided about the pairs before
            m_model->clear();
            note(target->edit([&](FactoryRecord& record) {
                record.pairs = made;
                record.decisions.clear();
            }));
            loadPairs();
        });
}

void PairsPage::writeTrainingSet()
{
    TrainingSetOrder order;
    order.pairs = factory()->pairsFolder().toStdString();
    order.accepted = m_model->acceptedFiles();
    order.syntheticShare = m_set->syntheticShare();
    const QDir datasets(context().datasetsFolder);
    const QString stem = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm-")) +
                         QFileInfo(factory()->folder()).fileName();
    QString name = stem;
    for (int number = 2; datasets.exists(name); ++number)
        name = QStringLiteral("%1-%2").arg(stem).arg(number);
    const QString folder = datasets.filePath(name);
    order.out = folder.toStdString();
    m_fineTune->hide();
    jobs().run<dataset::DatasetReport>(
        tr("Writing a training set"),
        [write = context().services.writeTrainingSet, order = std::move(order),
         reviewed = std::make_shared<const ReviewedStacks>(context().workspace)](const auto& cancel,
                                                                                 const auto& progress) mutable {
            order.realFrames = acceptedFrames(*reviewed).frames;
            return write(order, cancel, progress);
        },
        [this, folder](const dataset::DatasetReport& report) {
            m_written = folder;
            m_fineTune->show();
            QString details;
            for (const std::string& warning : report.warnings)
                details += QString::fromStdString(warning) + u'\n';
            jobs().showMessage(
                tr("The training set with %n frame(s) to learn from is in %1.", nullptr, report.train.frames)
                    .arg(QDir::toNativeSeparators(folder)),
                details);
            emit trainingSetWritten(folder);
        });
}

} // namespace blastoscope::ui
