// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/project_thread.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "core/base/log.h"

namespace blastoscope::ui {

namespace {

/// On a network drive the owner file says that the project is in use; it counts as left behind after two minutes.
constexpr auto kRenewal = std::chrono::seconds(30);

} // namespace

ProjectThread::~ProjectThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_wake.notify_all();
    wait();
}

void ProjectThread::appendEdit(int stack, annotation::Edit edit)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_items.empty() && m_items.back().stack == stack && !m_items.back().edits.empty()) {
            m_items.back().edits.push_back(std::move(edit));
        } else {
            m_items.push_back({.stack = stack});
            m_items.back().edits.push_back(std::move(edit));
        }
    }
    m_wake.notify_all();
}

void ProjectThread::appendWrite(Write work, bool barrier)
{
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back({.write = std::move(work), .barrier = barrier});
    }
    m_wake.notify_all();
}

void ProjectThread::appendRead(Read work, std::optional<project::StackKey> about)
{
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back({.read = std::move(work), .about = about});
    }
    m_wake.notify_all();
}

void ProjectThread::prependRead(Read work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_urgent.push_back({.read = std::move(work)});
    }
    m_wake.notify_all();
}

void ProjectThread::retry()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_retryAt)
            m_retryAt = Clock::now();
        m_renewNow = !m_retryAt;
    }
    m_wake.notify_all();
}

void ProjectThread::setRetryDelay(std::chrono::milliseconds delay)
{
    const std::lock_guard lock(m_mutex);
    m_retryDelay = delay;
}

int ProjectThread::dropWrites()
{
    int dropped = 0;
    {
        const std::lock_guard lock(m_mutex);
        for (const Item& item : m_items)
            dropped += item.count();
        std::erase_if(m_items, [](const Item& item) { return !item.isRead(); });
        m_retryAt.reset();
        ++m_drops;
    }
    m_wake.notify_all(); // reads that waited for them
    return dropped;
}

void ProjectThread::run()
{
    while (auto item = take())
        perform(std::move(*item));
    m_slot = {}; // closes the projects on the thread they belong to
}

std::optional<ProjectThread::Item> ProjectThread::take()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (auto item = takeReady())
            return item;
        if (m_quit)
            return std::nullopt;
        const auto until = m_retryAt && !m_items.empty() ? *m_retryAt : Clock::now() + kRenewal;
        const bool due = std::exchange(m_renewNow, false) || m_wake.wait_until(lock, until) == std::cv_status::timeout;
        if (due && m_slot.current && !m_retryAt) {
            lock.unlock();
            renewOwner();
            lock.lock();
        }
    }
}

void ProjectThread::renewOwner()
{
    const base::Status renewed = m_slot.current->renewOwner();
    if (!renewed)
        m_report(tl::unexpected(renewed.error()));
    else if (m_ownerFailed)
        m_report(0); // nothing was written, but it could be
    m_ownerFailed = !renewed;
}

std::optional<ProjectThread::Item> ProjectThread::takeReady()
{
    const auto takeFrom = [](std::deque<Item>& items, std::deque<Item>::iterator it) {
        Item item = std::move(*it);
        items.erase(it);
        return item;
    };
    if (m_quit) {
        std::erase_if(m_items, [](const Item& item) { return item.isRead(); });
        if (m_retryAt && *m_retryAt > Clock::now())
            return std::nullopt; // tried a moment ago
    } else if (!m_urgent.empty()) {
        return takeFrom(m_urgent, m_urgent.begin());
    }
    if (m_items.empty())
        return std::nullopt;
    if (!m_retryAt || *m_retryAt <= Clock::now())
        return takeFrom(m_items, m_items.begin());
    // What is only read need not wait for a drive that refuses to be written to.
    const auto end = std::find_if(m_items.begin(), m_items.end(), [](const Item& item) { return item.barrier; });
    const auto mayPass = [&](std::deque<Item>::iterator read) {
        const auto isMissed = [&](const Item& item) { return isEditOf(item, *read->about); };
        return !read->about || std::none_of(m_items.begin(), read, isMissed);
    };
    for (auto it = m_items.begin(); it != end; ++it)
        if (it->isRead() && mayPass(it))
            return takeFrom(m_items, it);
    return std::nullopt;
}

bool ProjectThread::isEditOf(const Item& item, project::StackKey key) const
{
    const auto row = item.edits.empty() ? m_slot.keys.end() : m_slot.keys.find(item.stack);
    return row != m_slot.keys.end() && row->second == key;
}

void ProjectThread::perform(Item item)
{
    if (item.isRead()) {
        try {
            item.read(m_slot);
        } catch (const std::exception& exception) {
            base::logError("project", std::string("reading failed: ") + exception.what());
        }
        return;
    }
    int drops = 0;
    {
        const std::lock_guard lock(m_mutex);
        drops = m_drops;
    }
    const base::Status done = performWrite(item, m_slot);
    const int count = item.count();
    {
        const std::lock_guard lock(m_mutex);
        if (done || drops != m_drops) {
            m_retryAt.reset();
        } else {
            m_items.push_front(std::move(item));
            m_retryAt = Clock::now() + m_retryDelay;
        }
    }
    m_report(done || drops != m_drops ? base::Result<int>(count) : tl::unexpected(done.error()));
}

base::Status ProjectThread::performWrite(const Item& item, ProjectSlot& slot)
{
    try {
        if (item.write)
            return item.write(slot);
        const auto key = slot.keys.find(item.stack);
        if (!slot.current || key == slot.keys.end())
            return base::fail(base::ErrorCode::Internal, "The project that these changes belong to is not open.");
        return slot.current->commit(key->second, item.edits);
    } catch (const std::bad_alloc&) {
        return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory to save the changes.");
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorCode::Internal, "The changes could not be saved.", exception.what());
    }
}

} // namespace blastoscope::ui
