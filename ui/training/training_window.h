// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/training/run_store.h"
#include "ui/training/training_services.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace blastoscope::ui {

class ComparisonPanel;
class CurvesView;
class FineTuningForm;
class ModelCollection;
class RunListModel;

/// The training page: what goes in on the left, runs with live curves in the middle, old against new on the right. A
/// window of its own, so that work on the stacks goes on beside it; runs don't end with it.
class TrainingWindow : public QWidget {
    Q_OBJECT
public:
    TrainingWindow(const TrainingServices& services, RunStore& runs, ModelCollection& models, QString datasetsFolder,
                   QWidget* parent = nullptr);

    FineTuningForm& form() { return *m_form; }
    /// The run whose curves are shown; null when there is none.
    TrainingRun* shownRun() const { return m_run; }
    void showRun(TrainingRun* run);

signals:
    void buildDatasetRequested();
    void makeDefaultRequested(const QString& modelFile);
    /// Something that the person asked for did not work.
    void failed(const blastoscope::base::Error& error);

private:
    QWidget* createRuns();
    QWidget* createControls();
    void connectStore();
    void showFirst();
    void start(const RunSettings& settings);
    void pauseOrGoOn();
    void stop();
    void askToRemove();
    void report(const base::Status& status);
    void updateRun();
    void updateStatus();
    void updateButtons();
    void updateBlocked();

    RunStore& m_runs;
    ModelCollection& m_models;
    TrainingRun* m_run = nullptr;
    FineTuningForm* m_form = nullptr;
    RunListModel* m_list = nullptr;
    QTreeView* m_table = nullptr;
    CurvesView* m_curves = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_message = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_remove = nullptr;
    QCheckBox* m_parts = nullptr;
    ComparisonPanel* m_comparison = nullptr;
};

} // namespace blastoscope::ui
