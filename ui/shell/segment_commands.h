// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/export.h"
#include "ui/jobs/segmentation_queue.h"
#include "ui/session/segmentation_runs.h"
#include "ui/session/tracking_runs.h"
#include "ui/shell/command_group.h"
#include "ui/shell/shell_services.h"

class QStatusBar;

namespace blastoscope::ui {

class DevicePicker;
class LookCheck;
class ModelPicker;
class ProgressStrip;

/// Running the model and following what it found: the Segment menu, model and device in the status bar with a sign for
/// frames that the model does not know, progress and what went wrong.
class SegmentCommands : public CommandGroup {
    Q_OBJECT
public:
    SegmentCommands(const ShellContext& context, SegmentationQueue& queue, SegmentationRuns& runs,
                    TrackingRuns& tracking, const ShellServices& services, QStatusBar& bar, QObject* parent);

    /// Loads the model in the background; call it after the window is on the screen.
    void warmUp();
    void useModel(const QString& path);
    /// The weight file that segments; empty = none.
    QString modelPath() const;
    ProgressStrip& progress() { return *m_progress; }

signals:
    void modelLoaded(const blastoscope::measure::ModelRecord& model);
    /// Another weight file is to segment; it may not be loaded yet.
    void modelChanged(const QString& file);

private:
    void createActions();
    void segmentRange();
    void createStatusWidgets(QStatusBar& bar, const ShellServices& services);
    void connectQueue();
    void connectTracking();
    void cancel();
    void applyLoader();
    void showProgress(const SegmentationProgress& progress);
    void showSummary(const SegmentationSummary& summary);
    void updateEnabled();

    SegmentationQueue& m_queue;
    SegmentationRuns& m_runs;
    TrackingRuns& m_tracking;
    ShellServices m_services;
    ModelPicker* m_model = nullptr;
    DevicePicker* m_device = nullptr;
    LookCheck* m_look = nullptr;
    ProgressStrip* m_progress = nullptr;
    QList<QAction*> m_stackActions;
    QAction* m_cancel = nullptr;
    int m_kept = 0; ///< reviewed frames that this stretch of work left alone
    base::Error m_lastFrameError;
};

} // namespace blastoscope::ui
