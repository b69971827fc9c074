// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "ui/factory/factory_services.h"
#include "ui/jobs/job.h"
#include "ui/shell/command_group.h"
#include "ui/training/training_services.h"

namespace blastoscope::ui {

class FactoryDesk;
class ModelCollection;
class ModelsPanel;
class RunStore;
class TrainingRun;
class TrainingSetDialog;
class TrainingWindow;

/// Training sets, fine-tuning and models: the Train menu and what belongs to the whole program behind it, the runs and
/// the collection of models.
class TrainCommands : public CommandGroup {
    Q_OBJECT
public:
    /// `dataFolder` holds the folders "runs", "datasets" and "factories".
    TrainCommands(const ShellContext& context, TrainingServices services, FactoryServices factoryServices,
                  const QStringList& shippedModels, const QString& dataFolder, QObject* parent);
    ~TrainCommands() override;

    RunStore& runs() { return *m_runs; }
    ModelCollection& models() { return *m_models; }
    /// The content of the dock "Models".
    ModelsPanel* createModelsPanel();

    TrainingSetDialog& buildTrainingSet();
    TrainingWindow& fineTune();
    FactoryDesk& factories() { return *m_factories; }
    /// The weight file that segments from now on; from elsewhere in the window, too.
    void noteModel(const QString& file);

signals:
    /// The file loads and shall segment from now on.
    void modelChosen(const QString& file);
    /// A folder of pictures shall be opened as a stack.
    void openRequested(const QString& folder);

private:
    void makeDefault(const QString& file);
    void createFactories(FactoryServices services, const QString& dataFolder);
    void tellEnd(TrainingRun& run);
    void tellGeneratorEnd(TrainingRun& run);

    TrainingServices m_services;
    QString m_datasets;
    RunStore* m_runs = nullptr;
    ModelCollection* m_models = nullptr;
    FactoryDesk* m_factories = nullptr;
    QPointer<TrainingSetDialog> m_dialog;
    QPointer<TrainingWindow> m_window;
    const JobBase* m_check = nullptr; ///< the latest; what earlier ones find counts no more
};

} // namespace blastoscope::ui
