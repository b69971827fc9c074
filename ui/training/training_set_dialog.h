// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "ui/jobs/job.h"
#include "ui/training/accepted_frames.h"
#include "ui/training/training_services.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;
class QVBoxLayout;

namespace blastoscope::ui {

class EmbryoSplitModel;
class SizeHistogram;

/// Plans a training set from the accepted frames, which it gathers in the background, shows what would be in it while
/// the person decides, and builds it in the background, too. Not modal.
class TrainingSetDialog : public QDialog {
    Q_OBJECT
public:
    /// `folder`: where training sets are kept; the new one gets a folder of its own in it.
    TrainingSetDialog(const TrainingServices& services, ReviewedStacks stacks, const QString& folder,
                      QWidget* parent = nullptr);
    ~TrainingSetDialog() override;

    EmbryoSplitModel& embryos() { return *m_embryos; }
    /// For tests and scripts: where the set goes.
    void setTarget(const QString& folder);
    void build();

signals:
    void built(const QString& folder);
    /// The person wants to go on with the set that was built.
    void fineTuneRequested(const QString& folder);

private:
    void createSplit(QVBoxLayout& column);
    void createResult(QVBoxLayout& column);
    void createTarget(QVBoxLayout& column);
    void gather(ReviewedStacks stacks);
    void showFrames();
    void drawSplit();
    void preview();
    void showReport(const dataset::DatasetReport& report);
    void showTrouble(const base::Error& error);
    void noteBuilt(const dataset::DatasetReport& report, const QString& folder);
    void setBusy(bool busy);
    void chooseTarget();
    dataset::SplitOptions split() const;

    TrainingServices m_services;
    AcceptedFrames m_frames;
    QString m_folder;
    QString m_built;
    EmbryoSplitModel* m_embryos = nullptr;
    std::unique_ptr<Job<AcceptedFrames>> m_gathering;
    std::unique_ptr<Job<dataset::DatasetReport>> m_preview;
    bool m_previewAgain = false; ///< the split changed while it was looked at
    std::unique_ptr<Job<dataset::DatasetReport>> m_job;

    QSpinBox* m_share = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_intro = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_warnings = nullptr;
    SizeHistogram* m_sizes = nullptr;
    QCheckBox* m_exhaustive = nullptr;
    QLineEdit* m_target = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_outcome = nullptr;
    QPushButton* m_build = nullptr;
    QPushButton* m_fineTune = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace blastoscope::ui
