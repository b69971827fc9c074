// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/comparison_panel.h"

#include <algorithm>
#include <utility>

#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"
#include "ui/training/comparison_model.h"
#include "ui/training/comparison_verdict.h"
#include "ui/training/training_run.h"

namespace blastoscope::ui {

namespace {

/// What there is to see while a run has no result.
QString waitingFor(const TrainingRun& run)
{
    if (run.state() == RunState::Failed || run.state() == RunState::Interrupted || run.state() == RunState::Stopped)
        return ComparisonPanel::tr("This run ended before there was a new model to compare.");
    switch (run.progress().phase) {
    case RunPhase::Measuring: return ComparisonPanel::tr("Measuring the new model…");
    case RunPhase::Comparing: return ComparisonPanel::tr("Comparing the new model with the one it came from…");
    case RunPhase::Preparing:
    case RunPhase::Training:
    case RunPhase::Done: break;
    }
    return ComparisonPanel::tr("When the training is over the old and the new model stand here side by side.");
}

} // namespace

ComparisonPanel::ComparisonPanel(QWidget* parent) : QWidget(parent), m_model(new ComparisonModel(this))
{
    m_hint = wrappedLabel({}, this);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMargin(2 * gridUnit(this));
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(createPage());
    setRun(nullptr);
}

ComparisonPanel::~ComparisonPanel() = default;

QWidget* ComparisonPanel::createPage()
{
    auto* page = new QWidget(this);
    m_table = new QTreeView(page);
    m_table->setObjectName(QStringLiteral("comparisonTable"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFont(tabularFigures(font()));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(ComparisonModel::Measure, QHeaderView::Stretch);
    m_verdict = wrappedLabel({}, page);
    m_verdict->setObjectName(QStringLiteral("comparisonVerdict"));
    m_notes = wrappedLabel({}, page);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_makeDefault = new QPushButton(tr("Make default"), page);
    m_makeDefault->setObjectName(QStringLiteral("makeDefault"));
    m_makeDefault->setToolTip(
        tr("The new model then segments, after a check that its file loads. The old one stays in the list of models."));
    connect(m_makeDefault, &QPushButton::clicked, this, [this] { emit makeDefaultRequested(m_modelFile); });
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_verdict);
    layout->addWidget(m_notes);
    layout->addWidget(createFrames(), 1);
    layout->addWidget(m_makeDefault);
    return page;
}

QWidget* ComparisonPanel::createFrames()
{
    m_frameArea = new QWidget(this);
    m_frameTitle = wrappedLabel({}, m_frameArea);
    m_previous = new QToolButton(m_frameArea);
    m_previous->setIcon(icon(Icon::Previous));
    m_previous->setToolTip(tr("A frame that is worse"));
    m_next = new QToolButton(m_frameArea);
    m_next->setObjectName(QStringLiteral("nextWorst"));
    m_next->setIcon(icon(Icon::Next));
    m_next->setToolTip(tr("A frame that is better"));
    connect(m_previous, &QToolButton::clicked, this, [this] { showFrame(m_shown - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showFrame(m_shown + 1); });
    m_view = new FrameComparisonView(m_frameArea);
    auto* legend =
        wrappedLabel(tr("Dashed: what you drew. Lines: what the model counts. The percentage says how well they agree; "
                        "cells that are missing or too many lower it."),
                     m_frameArea);
    legend->setForegroundRole(QPalette::PlaceholderText);
    auto* top = new QHBoxLayout;
    top->addWidget(m_frameTitle, 1);
    top->addWidget(m_previous);
    top->addWidget(m_next);
    auto* layout = new QVBoxLayout(m_frameArea);
    layout->setContentsMargins(0, gridUnit(this), 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addWidget(legend);
    return m_frameArea;
}

void ComparisonPanel::setRun(const TrainingRun* run)
{
    if (!run) {
        showHint(tr("Start a run, or choose one from the list."));
        return;
    }
    if (run->state() != RunState::Finished) {
        showHint(waitingFor(*run));
        return;
    }
    m_modelFile = run->modelFile();
    updateButton();
    if (m_loadedFrom != run->comparisonFile())
        load(*run);
}

void ComparisonPanel::showHint(const QString& hint)
{
    JobBase::abandon(std::move(m_job), this);
    m_loadedFrom.clear();
    m_hint->setText(hint);
    m_pages->setCurrentWidget(m_hint);
}

void ComparisonPanel::load(const TrainingRun& run)
{
    showHint(tr("Reading the comparison…"));
    m_loadedFrom = run.comparisonFile();
    m_job =
        std::make_unique<Job<Loaded>>(tr("Reading the comparison"),
                                      [file = m_loadedFrom, folder = run.settings().datasetPath](
                                          const base::CancellationToken& cancel, const auto&) -> base::Result<Loaded> {
                                          auto report = readComparison(file);
                                          if (!report)
                                              return tl::unexpected(report.error());
                                          Loaded loaded{std::move(*report), {}};
                                          for (const ShownFrame& frame : loaded.report.worst) {
                                              if (cancel.isCancelled())
                                                  return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
                                              loaded.frames.push_back(comparedFrame(frame, folder));
                                          }
                                          return loaded;
                                      });
    m_job->onSuccess([this](Loaded loaded) { showReport(std::move(loaded)); });
    connect(m_job.get(), &JobBase::failed, this, [this](const base::Error& error) {
        m_hint->setText(QString::fromStdString(error.message));
        m_pages->setCurrentWidget(m_hint);
    });
    m_job->start(QThread::LowPriority);
}

void ComparisonPanel::showReport(Loaded loaded)
{
    m_model->setReport(loaded.report);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool title = m_model->index(row, 0).data(ComparisonModel::IsTitleRole).toBool();
        m_table->setFirstColumnSpanned(row, {}, title);
    }
    const int rowHeight = qMax(m_table->sizeHintForRow(0), fontMetrics().height() + 4);
    m_table->setFixedHeight(m_table->header()->sizeHint().height() + m_model->rowCount() * rowHeight +
                            2 * m_table->frameWidth() + 2);
    m_verdict->setText(verdictText(loaded.report));
    QStringList notes;
    for (const ComparisonNote& note : loaded.report.notes)
        notes << noteText(note);
    const bool missing = std::any_of(loaded.frames.begin(), loaded.frames.end(),
                                     [](const ComparedFrame& frame) { return frame.picture.isNull(); });
    if (missing)
        notes << tr("Some pictures of the training set are no longer there, so only outlines are shown.");
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_frames = std::move(loaded.frames);
    m_frameArea->setVisible(!m_frames.empty());
    showFrame(0);
    m_pages->setCurrentIndex(1);
}

void ComparisonPanel::showFrame(int index)
{
    const int count = int(m_frames.size());
    if (count == 0) {
        m_view->clear();
        return;
    }
    m_shown = std::clamp(index, 0, count - 1);
    m_previous->setEnabled(m_shown > 0);
    m_next->setEnabled(m_shown + 1 < count);
    const ComparedFrame& frame = m_frames[std::size_t(m_shown)];
    m_frameTitle->setText(
        tr("Worst held-out frames: %1 of %2, embryo %3").arg(m_shown + 1).arg(count).arg(shortened(frame.embryo, 24)));
    m_view->setFrame(frame);
}

void ComparisonPanel::setDefaultModel(const QString& path)
{
    m_defaultModel = path;
    updateButton();
}

void ComparisonPanel::updateButton()
{
    const bool isDefault = !m_modelFile.isEmpty() && m_modelFile == m_defaultModel;
    const bool there = QFile::exists(m_modelFile);
    m_makeDefault->setEnabled(there && !isDefault);
    m_makeDefault->setText(isDefault ? tr("This model is the default")
                           : there   ? tr("Make default")
                                     : tr("The model was removed"));
}

} // namespace blastoscope::ui
