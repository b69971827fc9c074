// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include "core/inference/training_look.h"
#include "ui/jobs/job.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// Whether the frame that one looks at looks like those that the model in use was trained on, before anything is
/// segmented. Reads and judges on a thread of its own once the frame has stood still for a moment; only the newest wish
/// is answered, and what cannot be read says nothing.
class LookCheck : public QObject {
    Q_OBJECT
public:
    /// Called on a worker thread; see inference::readLookJudge().
    using JudgeReader = std::function<base::Result<inference::LookJudge>(const std::filesystem::path& weights)>;

    /// Without a reader nothing is ever found.
    LookCheck(Workspace& workspace, JudgeReader reader, QObject* parent = nullptr);

    /// The weight file that segments, which need not be loaded; empty = none.
    void setModel(const QString& file);

    /// In what the frame looks unlike the training pictures; empty while it does not, or while that is not known.
    /// Another frame of the same stack keeps what was found until it is judged itself.
    const std::vector<inference::LookDifference>& differences() const { return m_differences; }
    bool isUpToDate() const { return !m_delay.isActive() && !m_job; }

signals:
    void changed();

private:
    using Differences = std::vector<inference::LookDifference>;

    void follow(OpenStack* stack);
    void forget();
    void wish();
    void start();
    void take(Differences differences);

    JudgeReader m_reader;
    QString m_model;
    QPointer<OpenStack> m_stack;
    Differences m_differences;
    QTimer m_delay;
    int m_latest = 0;       ///< number of the newest wish
    bool m_waiting = false; ///< for the job in work to end
    std::unique_ptr<Job<Differences>> m_job;
};

} // namespace blastoscope::ui
