// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include <QThread>

#include "core/annotation/edit.h"
#include "core/project/project.h"

namespace blastoscope::ui {

/// What belongs to the thread of a ProjectWorker alone.
struct ProjectSlot {
    std::unique_ptr<project::Project> current; ///< null while no project is open
    std::unique_ptr<project::Project> next;    ///< opened, but not looked at yet
    std::map<int, project::StackKey> keys;     ///< rows of `current`, by id of the open stack
};

/// The thread behind a ProjectWorker, with what waits for it. Writes are done in the order they came, and one that
/// fails is tried again until it succeeds; a read comes after the writes before it as long as those succeed. Otherwise
/// it passes them, but never edits of the stack that it says it is about.
class ProjectThread : public QThread {
public:
    using Write = std::function<base::Status(ProjectSlot&)>;
    using Read = std::function<void(ProjectSlot&)>;
    /// Called on this thread: so many writes are on the disk, or what failed.
    using Report = std::function<void(const base::Result<int>& written)>;

    explicit ProjectThread(Report report) : m_report(std::move(report)) {}
    /// Tries once more to write what waits.
    ~ProjectThread() override;

    /// Edits of one stack that wait for each other become one transaction.
    void appendEdit(int stack, annotation::Edit edit);
    /// No read that comes after a `barrier` is done before it.
    void appendWrite(Write work, bool barrier);
    /// `about`: the stack that is read whole, so that what waits for it must not be missing.
    void appendRead(Read work, std::optional<project::StackKey> about = {});
    /// Before everything that waits.
    void prependRead(Read work);

    /// A write that failed is tried again now rather than later; without one, whether the project is still ours is.
    void retry();
    void setRetryDelay(std::chrono::milliseconds delay);
    /// Gives up the writes that wait; how many those are.
    int dropWrites();

protected:
    void run() override;

private:
    using Clock = std::chrono::steady_clock;
    struct Item {
        int stack = 0;
        std::vector<annotation::Edit> edits = {}; ///< of that stack, when it is neither of the others
        Write write = {};
        Read read = {};
        bool barrier = false;
        std::optional<project::StackKey> about = {}; ///< what a read must not miss edits of

        bool isRead() const { return bool(read); }
        int count() const { return isRead() ? 0 : edits.empty() ? 1 : int(edits.size()); }
    };

    std::optional<Item> take();
    /// Under the lock; nothing while everything has to wait.
    std::optional<Item> takeReady();
    bool isEditOf(const Item& item, project::StackKey key) const;
    void perform(Item item);
    void renewOwner();
    static base::Status performWrite(const Item& item, ProjectSlot& slot);

    Report m_report;
    ProjectSlot m_slot;         ///< of this thread
    bool m_ownerFailed = false; ///< the same
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Item> m_urgent;
    std::deque<Item> m_items;
    std::optional<Clock::time_point> m_retryAt; ///< the first write failed
    std::chrono::milliseconds m_retryDelay{2000};
    int m_drops = 0;
    bool m_renewNow = false;
    bool m_quit = false;
};

} // namespace blastoscope::ui
