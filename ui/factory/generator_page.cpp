// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/generator_page.h"

#include <algorithm>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/dataset/generated/generator_recipe.h"
#include "ui/factory/factory.h"
#include "ui/factory/generator_curves.h"
#include "ui/factory/job_row.h"
#include "ui/factory/sample_grid_view.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"
#include "ui/training/device_box.h"
#include "ui/training/run_status_text.h"
#include "ui/training/run_store.h"

namespace blastoscope::ui {

namespace {

constexpr double kDefaultMinutes = 120;
constexpr double kLooks = 40; ///< at samples in a training
constexpr int kBatch = 16;

QString thousandsShown(const TrainingRun& run)
{
    const double thousands = run.progress().step * kBatch / 1000.0;
    return QLocale().toString(thousands, 'f', thousands < 10 ? 1 : 0);
}

} // namespace

GeneratorPage::GeneratorPage(FactoryContext& context)
    : FactoryPage(context, tr("Generator"),
                  tr("A network learns to paint pictures like yours, while another one learns to tell them apart. On "
                     "a graphics card that takes minutes to hours, without one a night for small pictures."))
{
    m_samples = new SampleGridView(this);
    m_samples->setHint(tr("The first samples appear a little after the training begins."));
    m_curves = new GeneratorCurves(this);
    m_settings = createSettings();
    m_controls = createControls();
    m_views = new QWidget(this);
    auto* views = new QHBoxLayout(m_views);
    views->setContentsMargins(0, 0, 0, 0);
    views->addWidget(m_samples, 3);
    views->addWidget(m_curves, 2);
    column().addWidget(m_settings);
    column().addWidget(m_controls);
    column().addWidget(&jobs());
    column().addWidget(m_views, 1);
    column().addStretch(0);

    const auto look = [this](TrainingRun* run) {
        if (factory() && run == this->context().runOf(*factory()))
            emit stateChanged();
        refresh();
    };
    connect(&context.runs, &RunStore::runChanged, this, look);
    connect(&context.runs, &RunStore::runEnded, this, look);
    connect(&context.runs, &RunStore::runRemoved, this, look);
}

QWidget* GeneratorPage::createSettings()
{
    auto* area = new QWidget(this);
    m_resolution = new QComboBox(area);
    m_resolution->setObjectName(QStringLiteral("resolution"));
    for (const int side : {64, 128, 256})
        m_resolution->addItem(tr("%1 px").arg(side), side);
    m_resolution->setToolTip(tr("Side of the generated pictures. Twice the side takes about four times as long."));
    m_minutes = new QDoubleSpinBox(area);
    m_minutes->setObjectName(QStringLiteral("generatorMinutes"));
    m_minutes->setDecimals(0);
    m_minutes->setRange(1, 100'000);
    m_minutes->setValue(kDefaultMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_device = new DeviceBox(context().services.chooseDevice, area);
    m_device->setObjectName(QStringLiteral("generatorDevice"));
    QLabel* reason = muted(m_device->reason());
    reason->setObjectName(QStringLiteral("generatorDeviceReason"));
    connect(m_device, &DeviceBox::reasonChanged, reason, &QLabel::setText);
    m_start = new QPushButton(tr("Start training"), area);
    m_start->setObjectName(QStringLiteral("startGenerator"));
    m_hint = wrappedLabel({}, area);
    m_hint->setObjectName(QStringLiteral("generatorHint"));
    connect(m_start, &QPushButton::clicked, this, &GeneratorPage::start);
    connect(m_resolution, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    auto* row = new QHBoxLayout;
    const auto add = [&](const QString& name, QWidget* field) {
        row->addWidget(new QLabel(name, area));
        row->addWidget(field);
        row->addSpacing(gridUnit(this));
    };
    add(tr("Size"), m_resolution);
    add(tr("Time"), m_minutes);
    add(tr("Device"), m_device);
    row->addStretch(1);
    row->addWidget(m_start);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(reason);
    layout->addWidget(m_hint);
    return area;
}

QWidget* GeneratorPage::createControls()
{
    auto* area = new QWidget(this);
    m_bar = new QProgressBar(area);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_status = wrappedLabel({}, area);
    m_status->setObjectName(QStringLiteral("generatorStatus"));
    m_pause = new QPushButton(area);
    m_pause->setObjectName(QStringLiteral("pauseGenerator"));
    m_stop = new QPushButton(tr("Stop"), area);
    m_stop->setObjectName(QStringLiteral("stopGenerator"));
    m_stop->setToolTip(tr("Ends the run after the present step and keeps how far it is, so that it can go on later"));
    m_again = new QPushButton(tr("Start again…"), area);
    m_again->setObjectName(QStringLiteral("generatorAgain"));
    connect(m_pause, &QPushButton::clicked, this, &GeneratorPage::pauseOrGoOn);
    connect(m_stop, &QPushButton::clicked, this, &GeneratorPage::stop);
    connect(m_again, &QPushButton::clicked, this, &GeneratorPage::askToStartAgain);
    auto* row = new QHBoxLayout;
    row->addWidget(m_status, 1);
    for (QPushButton* button : {m_pause, m_stop, m_again})
        row->addWidget(button);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addLayout(row);
    return area;
}

void GeneratorPage::setMinutes(double minutes)
{
    m_minutes->setValue(minutes);
}

QString GeneratorPage::missing() const
{
    return factory() && factory()->record().pictures == 0 ? tr("First choose the pictures.") : QString();
}

QString GeneratorPage::state() const
{
    const TrainingRun* run = factory() ? context().runOf(*factory()) : nullptr;
    if (!run)
        return {};
    if (run->state() == RunState::Finished)
        return tr("trained, %1 thousand pictures").arg(thousandsShown(*run));
    if (run->state() == RunState::Running)
        return tr("training, %1 %").arg(QLocale().toString(100 * run->progress().fraction, 'f', 0));
    return stateName(run->state());
}

void GeneratorPage::refresh()
{
    const TrainingRun* run = factory() ? context().runOf(*factory()) : nullptr;
    m_settings->setVisible(!run);
    m_controls->setVisible(run != nullptr);
    m_views->setVisible(run != nullptr);
    m_samples->setSource(run ? run->file(QStringLiteral("samples.pnm")) : QString());
    m_curves->setProgress(run ? run->progress() : RunProgress(), kBatch);
    if (run) {
        showRun(*run);
        return;
    }
    QString hint = missing();
    const TrainingRun* active = context().runs.active();
    const int side = factory() ? factory()->record().pictureSide : 0;
    if (hint.isEmpty() && side > 0 && side < m_resolution->currentData().toInt())
        hint = tr("The smallest picture is only %1 px wide; choose a smaller size.").arg(side);
    else if (hint.isEmpty() && active)
        hint = tr("“%1” is training; one run at a time.").arg(shortened(active->settings().title, 60));
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_start->setEnabled(factory() && !factory()->trouble() && hint.isEmpty());
}

void GeneratorPage::showRun(const TrainingRun& run)
{
    m_bar->setValue(qRound(1000 * run.progress().fraction));
    m_bar->setVisible(run.state() != RunState::Finished);
    const QString trouble = run.trouble();
    QString status = runStatusText(run);
    if (run.progress().step > 0)
        status += QStringLiteral(" · ") + tr("%1 thousand pictures shown").arg(thousandsShown(run));
    m_status->setText(trouble.isEmpty() ? status : status + u'\n' + breakable(trouble));
    m_status->setToolTip(run.troubleDetail());
    const bool waits = run.state() == RunState::Paused || run.state() == RunState::Pausing;
    const bool listens = run.state() == RunState::Running && run.progress().phase <= RunPhase::Training;
    m_pause->setText(waits || run.canResume() ? tr("Go on") : tr("Pause"));
    m_pause->setEnabled(waits || run.canResume() || listens);
    m_stop->setEnabled(waits || listens);
    const bool done = run.state() == RunState::Finished;
    m_pause->setVisible(!done);
    m_stop->setVisible(!done);
    m_again->setVisible(!run.isActive() && factory()->record().batches.empty());
}

void GeneratorPage::start()
{
    dataset::GeneratorTraining training;
    training.name = factory()->record().name.toStdString();
    training.pictures = factory()->picturesFolder().toStdString();
    training.resolution = m_resolution->currentData().toInt();
    training.batch = kBatch;
    training.minutes = m_minutes->value();
    training.evaluateMinutes = std::max(0.25, m_minutes->value() / kLooks);
    training.features = context().services.featureModel;
    training.anySize = true; // the page of pictures has warned
    RunSettings settings;
    settings.title = factory()->record().name;
    settings.kind = QLatin1String(kGeneratorKind);
    settings.device = m_device->device();
    settings.recipe = QString::fromStdString(dataset::generatorRecipe(training));
    const auto run = context().runs.start(settings);
    if (!run) {
        jobs().showError(run.error());
        return;
    }
    jobs().showMessage({});
    note(factory()->edit([&](FactoryRecord& record) { record.run = QFileInfo((*run)->folder()).fileName(); }));
}

void GeneratorPage::pauseOrGoOn()
{
    TrainingRun* run = context().runOf(*factory());
    if (run->canResume())
        note(context().runs.resume(*run));
    else
        note(run->state() == RunState::Running ? run->pause() : run->goOn());
}

void GeneratorPage::stop()
{
    note(context().runOf(*factory())->stop());
}

void GeneratorPage::askToStartAgain()
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Train the generator again"),
                                tr("Remove this generator and begin from nothing?"), QMessageBox::Cancel, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, &GeneratorPage::startAgain);
    box->open();
}

void GeneratorPage::startAgain()
{
    TrainingRun* run = factory() ? context().runOf(*factory()) : nullptr;
    if (run && note(context().runs.remove(*run)))
        note(factory()->edit([](FactoryRecord& record) { record.run.clear(); }));
}

} // namespace blastoscope::ui
