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

void ProjectThread::appendRead(Read work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back({.read = std::move(work)});
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
    const std::lock_guard lock(m_mutex);
    int dropped = 0;
    for (const Item& item : m_items)
        dropped += item.count();
    std::erase_if(m_items, [](const Item& item) { return !item.isRead(); });
    m_retryAt.reset();
    ++m_drops;
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
        if (m_wake.wait_until(lock, until) == std::cv_status::timeout && m_slot.current && !m_retryAt) {
            lock.unlock();
            if (const auto renewed = m_slot.current->renewOwner(); !renewed)
                m_report(tl::unexpected(renewed.error()));
            lock.lock();
        }
    }
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
    const auto read = std::find_if(m_items.begin(), end, [](const Item& item) { return item.isRead(); });
    return read == end ? std::nullopt : std::optional(takeFrom(m_items, read));
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
