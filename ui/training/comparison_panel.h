// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "ui/jobs/job.h"
#include "ui/training/comparison_report.h"
#include "ui/training/frame_comparison_view.h"

class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace blastoscope::ui {

class ComparisonModel;
class TrainingRun;

/// What came out of a run: old and new model in numbers, the worst held-out frames side by side, and the one button
/// that makes the new model the default.
class ComparisonPanel : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonPanel(QWidget* parent = nullptr);
    ~ComparisonPanel() override;

    /// Null: none is chosen. Reads the comparison once the run is finished.
    void setRun(const TrainingRun* run);
    /// The weight file that segments at the moment.
    void setDefaultModel(const QString& path);

signals:
    void makeDefaultRequested(const QString& modelFile);

private:
    struct Loaded {
        ComparisonReport report;
        std::vector<ComparedFrame> frames;
    };

    QWidget* createPage();
    QWidget* createFrames();
    void load(const TrainingRun& run);
    void showReport(Loaded loaded);
    void showFrame(int index);
    void showHint(const QString& hint);
    void updateButton();

    QString m_loadedFrom; ///< comparison.json that is shown or being read
    QString m_modelFile;
    QString m_defaultModel;
    std::vector<ComparedFrame> m_frames;
    int m_shown = 0;
    std::unique_ptr<Job<Loaded>> m_job;

    ComparisonModel* m_model = nullptr;
    QStackedLayout* m_pages = nullptr;
    QLabel* m_hint = nullptr;
    QTreeView* m_table = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_notes = nullptr;
    QWidget* m_frameArea = nullptr;
    QLabel* m_frameTitle = nullptr;
    FrameComparisonView* m_view = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QPushButton* m_makeDefault = nullptr;
};

} // namespace blastoscope::ui
