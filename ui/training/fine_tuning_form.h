// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/training/run_settings.h"
#include "ui/training/training_services.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace blastoscope::ui {

class DatasetPicker;
class DeviceBox;
class ModelCollection;

/// What goes into a fine-tuning: base model, training set and a few settings, each with a word on what it means. The
/// defaults are right for a person who never trained a model.
class FineTuningForm : public QWidget {
    Q_OBJECT
public:
    FineTuningForm(const TrainingServices& services, ModelCollection& models, const QString& datasetsFolder,
                   QWidget* parent = nullptr);

    /// Fails with InvalidArgument when something is missing; the message says what.
    base::Result<RunSettings> settings() const;

    /// Looks for training sets again and chooses `folder` when it is given.
    void reloadDatasets(const QString& folder = {});
    /// Says why nothing can be started at the moment; empty = it can.
    void setBlocked(const QString& reason);

    /// For scripts and tests: what the fields hold.
    void setMinutes(double minutes);
    void setEpochs(int epochs);
    void setSimulatedShare(double share);

signals:
    void startRequested(const blastoscope::ui::RunSettings& settings);
    void buildRequested();

private:
    void createInputs(const QString& datasetsFolder);
    void createSettings();
    /// The label with the explanation.
    QLabel* addField(const QString& name, QWidget* field, const QString& explanation);
    QWidget* budgetField();
    void fillModels();
    void proposeName();
    void updateStart();

    TrainingServices m_services;
    ModelCollection& m_models;
    QString m_blocked;

    QVBoxLayout* m_column = nullptr;
    QComboBox* m_base = nullptr;
    DatasetPicker* m_dataset = nullptr;
    QLineEdit* m_name = nullptr;
    QDoubleSpinBox* m_budget = nullptr;
    QComboBox* m_unit = nullptr;
    QComboBox* m_rate = nullptr;
    QComboBox* m_frozen = nullptr;
    QComboBox* m_augmentation = nullptr;
    QSpinBox* m_share = nullptr;
    DeviceBox* m_device = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_start = nullptr;
};

} // namespace blastoscope::ui
