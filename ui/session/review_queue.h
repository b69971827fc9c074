// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include <QBasicTimer>
#include <QObject>
#include <QPointer>

#include "core/review/review_queue.h"
#include "ui/jobs/job.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// Keeps the frames of one stack that need eyes in order while the stack changes, on a thread of its own.
class ReviewQueue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Null empties the queue.
    void setStack(OpenStack* stack);
    OpenStack* stack() const { return m_stack; }

    /// The neediest first, as of the last time everything was looked at.
    const std::vector<review::QueueEntry>& entries() const { return m_entries; }
    /// The entry of a frame; null when nothing calls for eyes there.
    const review::QueueEntry* entryOf(int frame) const;
    bool isUpToDate() const { return m_dirty.empty() && !m_job; }
    /// The neediest frame that nobody reviewed, other than `current`.
    std::optional<int> neediest(int current) const;

signals:
    void changed();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Result {
        std::vector<std::pair<int, review::FrameFacts>> facts; ///< of the frames that were looked at
        std::vector<review::QueueEntry> entries;
    };

    void note(const annotation::ChangeEvent& event);
    void markDirty(int frame);
    void markAllDirty();
    void startNext();
    void take(Result result);

    QPointer<OpenStack> m_stack;
    std::vector<review::FrameFacts> m_facts; ///< per time index
    std::vector<review::QueueEntry> m_entries;
    std::set<int> m_dirty;
    QBasicTimer m_timer;
    std::unique_ptr<Job<Result>> m_job;
};

/// How far the review of a stack is.
struct ReviewProgress {
    int frames = 0;
    int accepted = 0; ///< corrected ones included
    int corrected = 0;
    int rejected = 0;
    ReviewProgress& operator+=(const ReviewProgress& other);
};
ReviewProgress reviewProgressOf(const OpenStack& stack);

} // namespace blastoscope::ui
