// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>

#include "core/dataset/generated/pair_files.h"
#include "ui/factory/factory_page.h"
#include "ui/factory/pair_images.h"

class QButtonGroup;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;

namespace blastoscope::ui {

class PairDelegate;
class PairListModel;
class PairPreview;
class TrainingSetRow;

/// Step 5: pictures with the interpreter's labels, accepted or rejected by key or mouse, and the training set of them.
class PairsPage : public FactoryPage {
    Q_OBJECT
public:
    explicit PairsPage(FactoryContext& context);
    ~PairsPage() override;

    QString state() const override;
    QString missing() const override;

    PairListModel& model() { return *m_model; }
    QListView& grid() { return *m_grid; }
    void make();
    void writeTrainingSet();
    /// Of the chosen pairs; the next one is chosen then.
    void decide(bool accepted);

signals:
    void trainingSetWritten(const QString& folder);
    void fineTuneRequested(const QString& folder);

protected:
    void refresh() override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* createMaking();
    QWidget* createGrid();
    QWidget* createDeciding();
    void loadPairs();
    void keepDecisions();
    void showLayer(PairLayer layer);
    void updateCounts();
    void countRealFrames();
    bool isStale() const;

    PairListModel* m_model = nullptr;
    PairImages* m_images = nullptr;
    PairDelegate* m_delegate = nullptr;
    QSpinBox* m_count = nullptr;
    QPushButton* m_make = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_legend = nullptr;
    QListView* m_grid = nullptr;
    PairPreview* m_preview = nullptr;
    QButtonGroup* m_layers = nullptr;
    QSpinBox* m_leftOut = nullptr;
    QLabel* m_accepted = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_reject = nullptr;
    TrainingSetRow* m_set = nullptr;
    QPushButton* m_fineTune = nullptr;
    QTimer m_keep; ///< many decisions, one file
    QPointer<Factory> m_shown;
    int m_real = 0;    ///< accepted frames of the open stacks
    QString m_written; ///< folder of the training set
    std::unique_ptr<Job<dataset::PairList>> m_reading;
};

} // namespace blastoscope::ui
