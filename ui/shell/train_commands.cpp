// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/train_commands.h"

#include <utility>

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMainWindow>

#include "ui/factory/factory_desk.h"
#include "ui/session/workspace.h"
#include "ui/shell/message_bar.h"
#include "ui/theme/text.h"
#include "ui/training/fine_tuning_form.h"
#include "ui/training/model_collection.h"
#include "ui/training/models_panel.h"
#include "ui/training/run_store.h"
#include "ui/training/training_set_dialog.h"
#include "ui/training/training_window.h"

namespace blastoscope::ui {

TrainCommands::TrainCommands(const ShellContext& context, TrainingServices services, FactoryServices factoryServices,
                             const QStringList& shippedModels, const QString& dataFolder, QObject* parent)
    : CommandGroup(context, QStringLiteral("train"), tr("&Train"), parent), m_services(std::move(services))
{
    const QDir data(dataFolder);
    const QString runs = data.filePath(QStringLiteral("runs"));
    m_datasets = data.filePath(QStringLiteral("datasets"));
    m_runs = new RunStore(runs, m_services.worker, this);
    m_models = new ModelCollection(shippedModels, runs, m_services.readModelCard, this);
    add("buildSet", tr("&Build training set…"), [this] { buildTrainingSet(); });
    add("fineTune", tr("&Fine-tune…"), [this] { fineTune(); });
    connect(m_runs, &RunStore::runEnded, this, [this](TrainingRun* run) { tellEnd(*run); });
    createFactories(std::move(factoryServices), dataFolder);
}

void TrainCommands::createFactories(FactoryServices services, const QString& dataFolder)
{
    m_factories = new FactoryDesk(std::move(services), *m_runs, shell().workspace, dataFolder, this);
    add("factory", tr("&Labelling factory…"), [this] { m_factories->open(&shell().window); });
    connect(m_factories, &FactoryDesk::openRequested, this, &TrainCommands::openRequested);
    connect(m_factories, &FactoryDesk::trainingSetWritten, this, [this](const QString& folder) {
        if (m_window)
            m_window->form().reloadDatasets(folder);
    });
    connect(m_factories, &FactoryDesk::fineTuneRequested, this,
            [this](const QString& folder) { fineTune().form().reloadDatasets(folder); });
}

TrainCommands::~TrainCommands()
{
    // Both look at the runs and models, which go with this object.
    delete m_dialog;
    delete m_window;
    delete m_factories;
}

ModelsPanel* TrainCommands::createModelsPanel()
{
    auto* panel = new ModelsPanel(*m_models);
    connect(panel, &ModelsPanel::makeDefaultRequested, this, &TrainCommands::makeDefault);
    connect(panel, &ModelsPanel::failed, this, [this](const base::Error& error) { shell().messages.showError(error); });
    connect(panel, &ModelsPanel::exported, this, [this](const QString& file) {
        shell().messages.showInformation(tr("The model was copied to %1.").arg(QDir::toNativeSeparators(file)));
    });
    return panel;
}

TrainingSetDialog& TrainCommands::buildTrainingSet()
{
    delete m_dialog; // its frames are those of another moment
    QWidget* parent = m_window && m_window->isActiveWindow() ? static_cast<QWidget*>(m_window) : &shell().window;
    m_dialog = new TrainingSetDialog(m_services, shell().workspace, m_datasets, parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &TrainingSetDialog::built, this, [this](const QString& folder) {
        if (m_window)
            m_window->form().reloadDatasets(folder);
    });
    connect(m_dialog, &TrainingSetDialog::fineTuneRequested, this, [this](const QString& folder) {
        fineTune().form().reloadDatasets(folder);
        m_dialog->close();
    });
    m_dialog->show();
    return *m_dialog;
}

TrainingWindow& TrainCommands::fineTune()
{
    if (!m_window) {
        m_window = new TrainingWindow(m_services, *m_runs, *m_models, m_datasets, &shell().window);
        connect(m_window, &TrainingWindow::buildDatasetRequested, this, [this] { buildTrainingSet(); });
        connect(m_window, &TrainingWindow::makeDefaultRequested, this, &TrainCommands::makeDefault);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    return *m_window;
}

void TrainCommands::noteModel(const QString& file)
{
    m_models->setDefaultModel(file);
}

void TrainCommands::makeDefault(const QString& file)
{
    if (!m_services.checkModel)
        return;
    shell().messages.showInformation(tr("Checking that the model loads…"));
    auto* job = new Job<void>(
        tr("Checking the model"),
        [check = m_services.checkModel, file](const auto&, const auto&) { return check(file.toStdString()); }, this);
    m_check = job;
    job->onSuccess([this, job, file] {
        if (job != m_check)
            return;
        noteModel(file);
        emit modelChosen(file);
        const inference::ModelCard* card = m_models->cardOf(file);
        shell().messages.showInformation(
            tr("%1 segments from now on.")
                .arg(shortened(card ? QString::fromStdString(card->title()) : QFileInfo(file).fileName(), 60)));
    });
    connect(job, &JobBase::failed, this, [this, job](const base::Error& error) {
        if (job == m_check)
            shell().messages.showError(error);
    });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start(QThread::LowPriority);
}

void TrainCommands::tellEnd(TrainingRun& run)
{
    if (run.settings().kind == QLatin1String(kGeneratorKind))
        tellGeneratorEnd(run);
    if (run.state() == RunState::Stopped || !run.settings().kind.isEmpty())
        return;
    const QString name = shortened(run.settings().title, 60);
    const bool finished = run.state() == RunState::Finished;
    shell().messages.show({.kind = finished ? MessageKind::Information : MessageKind::Warning,
                           .text = finished ? tr("Fine-tuning of %1 is finished.").arg(name)
                                            : tr("Fine-tuning of %1 ended early: %2").arg(name, run.trouble()),
                           .details = run.troubleDetail(),
                           .actionText = finished ? tr("Compare with the old model") : tr("Show"),
                           .action =
                               [this, run = QPointer(&run)] {
                                   fineTune();
                                   if (run)
                                       m_window->showRun(run);
                               },
                           .key = QStringLiteral("run ") + run.folder()});
}

void TrainCommands::tellGeneratorEnd(TrainingRun& run)
{
    if (run.state() == RunState::Stopped)
        return;
    const QString name = shortened(run.settings().title, 60);
    const bool finished = run.state() == RunState::Finished;
    shell().messages.show({.kind = finished ? MessageKind::Information : MessageKind::Warning,
                           .text = finished ? tr("The generator of the labelling factory %1 is trained.").arg(name)
                                            : tr("Training the generator of the labelling factory %1 ended early: %2")
                                                  .arg(name, run.trouble()),
                           .details = run.troubleDetail(),
                           .actionText = tr("Show"),
                           .action = [this] { m_factories->open(&shell().window); },
                           .key = QStringLiteral("run ") + run.folder()});
}

} // namespace blastoscope::ui
