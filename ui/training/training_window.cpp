// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_window.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"
#include "ui/training/comparison_panel.h"
#include "ui/training/curves_view.h"
#include "ui/training/fine_tuning_form.h"
#include "ui/training/model_collection.h"
#include "ui/training/run_list_model.h"
#include "ui/training/run_status_text.h"

namespace blastoscope::ui {

namespace {

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(1.15 * font.pointSizeF());
    label->setFont(font);
    return label;
}

/// A column of the page with its heading.
QWidget* column(const QString& title, QWidget* content)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->addWidget(heading(title, widget));
    layout->addWidget(content, 1);
    return widget;
}

} // namespace

TrainingWindow::TrainingWindow(const TrainingServices& services, RunStore& runs, ModelCollection& models,
                               QString datasetsFolder, QWidget* parent)
    : QWidget(parent, Qt::Window), m_runs(runs), m_models(models)
{
    setObjectName(QStringLiteral("trainingWindow"));
    setWindowTitle(tr("Fine-tuning"));
    m_form = new FineTuningForm(services, models, std::move(datasetsFolder));
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    m_comparison = new ComparisonPanel;
    auto* columns = new QSplitter(Qt::Horizontal, this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(column(tr("What goes in"), scroll));
    columns->addWidget(column(tr("Training"), createRuns()));
    columns->addWidget(column(tr("Old and new model"), m_comparison));
    const int unit = gridUnit(this);
    scroll->setMinimumWidth(34 * unit);
    m_comparison->setMinimumWidth(44 * unit);
    columns->setSizes({42 * unit, 56 * unit, 58 * unit});
    columns->setStretchFactor(1, 1);
    columns->setStretchFactor(2, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
    resize(160 * unit, 100 * unit);

    connect(m_form, &FineTuningForm::startRequested, this, &TrainingWindow::start);
    connect(m_form, &FineTuningForm::buildRequested, this, &TrainingWindow::buildDatasetRequested);
    connect(m_comparison, &ComparisonPanel::makeDefaultRequested, this, &TrainingWindow::makeDefaultRequested);
    const auto noteDefault = [this] {
        m_comparison->setDefaultModel(m_models.defaultModel());
        updateButtons();
    };
    connect(&models, &ModelCollection::defaultChanged, this, noteDefault);
    connect(&models, &ModelCollection::changed, this, noteDefault);
    noteDefault();
    connectStore();
    models.reload();
}

QWidget* TrainingWindow::createRuns()
{
    auto* page = new QWidget;
    m_list = new RunListModel(m_runs, this);
    m_table = new QTreeView(page);
    m_table->setObjectName(QStringLiteral("runList"));
    m_table->setModel(m_list);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFont(tabularFigures(font()));
    m_table->setMaximumHeight(18 * gridUnit(this));
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(RunListModel::Name, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { showRun(m_list->runAt(index)); });
    m_title = wrappedLabel({}, page);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_curves = new CurvesView(page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_title);
    layout->addWidget(createControls());
    layout->addWidget(m_curves, 1);
    return page;
}

QWidget* TrainingWindow::createControls()
{
    auto* area = new QWidget;
    m_bar = new QProgressBar(area);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_status = new QLabel(area);
    m_status->setObjectName(QStringLiteral("runStatus"));
    m_message = wrappedLabel({}, area);
    m_message->setObjectName(QStringLiteral("runMessage"));
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pause = new QPushButton(area);
    m_pause->setObjectName(QStringLiteral("pauseRun"));
    m_stop = new QPushButton(tr("Stop"), area);
    m_stop->setObjectName(QStringLiteral("stopRun"));
    m_stop->setToolTip(tr("Ends the run after the present step and keeps how far it is, so that it can go on later"));
    m_remove = new QPushButton(tr("Remove…"), area);
    m_remove->setObjectName(QStringLiteral("removeRun"));
    m_parts = new QCheckBox(tr("Single losses"), area);
    m_parts->setToolTip(
        tr("What the model is wrong about, part by part: boxes, classes, whole and visible masks, occlusion"));
    connect(m_pause, &QPushButton::clicked, this, &TrainingWindow::pauseOrGoOn);
    connect(m_stop, &QPushButton::clicked, this, &TrainingWindow::stop);
    connect(m_remove, &QPushButton::clicked, this, &TrainingWindow::askToRemove);
    connect(m_parts, &QCheckBox::toggled, this, [this](bool on) { m_curves->setPartsVisible(on); });
    auto* buttons = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_pause, m_stop, m_remove})
        buttons->addWidget(widget);
    buttons->addStretch(1);
    buttons->addWidget(m_parts);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_status);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    return area;
}

void TrainingWindow::connectStore()
{
    connect(&m_runs, &RunStore::runChanged, this, [this](TrainingRun* run) {
        if (run == m_run)
            updateRun();
        updateBlocked();
    });
    connect(&m_runs, &RunStore::runAdded, this, [this] {
        if (!m_run || m_run->state() == RunState::Unread) // the first look at the folder finds one after another
            showFirst();
    });
    connect(&m_runs, &RunStore::runEnded, this, [this](TrainingRun* run) {
        updateBlocked();
        if (run->state() == RunState::Finished)
            m_models.reload();
    });
    connect(&m_runs, &RunStore::runRemoved, this, [this](TrainingRun* run) {
        if (run == m_run)
            showFirst();
        m_models.reload();
    });
    showFirst();
    updateBlocked();
}

/// The run that trains, else the newest.
void TrainingWindow::showFirst()
{
    TrainingRun* active = m_runs.active();
    showRun(m_list->indexOf(active).isValid() ? active : m_list->runAt(m_list->index(0, 0)));
}

void TrainingWindow::showRun(TrainingRun* run)
{
    m_run = run;
    const QModelIndex index = m_list->indexOf(run);
    if (m_table->currentIndex().row() != index.row())
        m_table->setCurrentIndex(index);
    m_bar->setVisible(run != nullptr);
    updateRun();
}

void TrainingWindow::updateRun()
{
    m_curves->setProgress(m_run ? m_run->progress() : RunProgress());
    m_comparison->setRun(m_run);
    updateStatus();
    updateButtons();
}

void TrainingWindow::updateStatus()
{
    if (!m_run) {
        m_title->setText(
            tr("Nothing was trained yet. Choose a training set on the left and press “Start fine-tuning”; the "
               "defaults are good to begin with."));
        m_status->clear();
        m_message->hide();
        return;
    }
    m_title->setText(tr("%1, from %2\n%3")
                         .arg(m_run->settings().title, m_run->settings().baseTitle, settingsText(m_run->settings())));
    m_bar->setValue(qRound(1000 * m_run->progress().fraction));
    m_status->setText(runStatusText(*m_run));
    const QString trouble = m_run->trouble();
    m_message->setText(breakable(trouble));
    m_message->setToolTip(m_run->troubleDetail());
    m_message->setVisible(!trouble.isEmpty());
}

void TrainingWindow::updateButtons()
{
    const RunState state = m_run ? m_run->state() : RunState::Finished;
    const bool waits = state == RunState::Paused || state == RunState::Pausing;
    const bool resumable = m_run && m_run->canResume();
    m_pause->setText(waits || resumable ? tr("Go on") : tr("Pause"));
    m_pause->setToolTip(resumable ? tr("Takes the run up again at its last checkpoint")
                        : waits   ? tr("Lets the run go on")
                                  : tr("The run waits, and its time does not run, until it may go on"));
    // The worker looks for wishes between training steps only.
    const bool listens = state == RunState::Running && m_run->progress().phase <= RunPhase::Training;
    m_pause->setEnabled(waits || resumable || listens);
    m_stop->setEnabled(waits || listens);
    const bool segments = m_run && m_run->modelFile() == m_models.defaultModel();
    m_remove->setEnabled(m_run && !m_run->isActive() && !segments);
    m_remove->setToolTip(segments ? tr("Its model is the default. Choose another one first.") : QString());
}

void TrainingWindow::updateBlocked()
{
    const TrainingRun* active = m_runs.active();
    m_form->setBlocked(active ? tr("“%1” is training; one run at a time.").arg(active->settings().title) : QString());
}

void TrainingWindow::report(const base::Status& status)
{
    if (status)
        return;
    m_message->setText(breakable(QString::fromStdString(status.error().message)));
    m_message->setToolTip(QString::fromStdString(status.error().detail));
    m_message->show();
    emit failed(status.error());
}

void TrainingWindow::start(const RunSettings& settings)
{
    const auto run = m_runs.start(settings);
    if (run)
        showRun(*run);
    else
        report(tl::unexpected(run.error()));
    updateBlocked();
}

void TrainingWindow::pauseOrGoOn()
{
    if (m_run->canResume())
        report(m_runs.resume(*m_run));
    else if (m_run->state() == RunState::Running)
        report(m_run->pause());
    else
        report(m_run->goOn());
}

void TrainingWindow::stop()
{
    report(m_run->stop());
}

void TrainingWindow::askToRemove()
{
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Remove the run"),
        tr("Remove the run “%1” with its curves and its model?").arg(shortened(m_run->settings().title, 60)),
        QMessageBox::Cancel, this);
    box->setInformativeText(tr("Export the model first if you want to keep it."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, run = m_run] {
        if (m_list->indexOf(run).isValid())
            report(m_runs.remove(*run));
    });
    box->open();
}

} // namespace blastoscope::ui
