// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include <QBasicTimer>
#include <QObject>

#include "core/measure/frame_metrics.h"
#include "ui/canvas/instance_colors.h"
#include "ui/jobs/job.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// One frame as the tables, plots and readouts need it.
struct MeasuredFrame {
    measure::FrameMetrics metrics;
    InstanceColors colors;
};

/// Keeps the measurements of one stack up to date, frame by frame as they change, on a thread of its own.
class StackMetrics : public QObject {
    Q_OBJECT
public:
    explicit StackMetrics(OpenStack& stack, QObject* parent = nullptr);

    OpenStack& stack() const { return m_stack; }
    /// Null while the frame isn't segmented or is being measured.
    const MeasuredFrame* at(int time) const;
    bool isUpToDate() const { return m_dirty.empty() && !m_job; }

signals:
    void measured(const std::vector<int>& times);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    using Results = std::vector<std::pair<int, MeasuredFrame>>;

    void markDirty(int time);
    void markAllDirty();
    void startNext();
    void take(Results results);

    OpenStack& m_stack;
    std::map<int, MeasuredFrame> m_frames;
    std::set<int> m_dirty;
    QBasicTimer m_timer;
    std::unique_ptr<Job<Results>> m_job;
};

} // namespace blastoscope::ui
