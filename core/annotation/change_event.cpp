// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/change_event.h"

#include <utility>

namespace blastoscope::annotation {

std::uint64_t ObserverList::add(ChangeObserver observer)
{
    m_observers.emplace(++m_lastId, std::make_shared<ChangeObserver>(std::move(observer)));
    return m_lastId;
}

void ObserverList::remove(std::uint64_t id)
{
    m_observers.erase(id);
}

void ObserverList::notify(const ChangeEvent& event)
{
    const std::uint64_t newest = m_lastId;
    for (auto it = m_observers.begin(); it != m_observers.end() && it->first <= newest;) {
        const std::uint64_t id = it->first;
        const std::shared_ptr<ChangeObserver> observer = it->second; // survives its own disconnection
        (*observer)(event);
        it = m_observers.upper_bound(id);
    }
}

Connection::Connection(Connection&& other) noexcept
    : m_list(std::exchange(other.m_list, {})), m_id(std::exchange(other.m_id, 0))
{
}

Connection& Connection::operator=(Connection&& other) noexcept
{
    if (this != &other) {
        disconnect();
        m_list = std::exchange(other.m_list, {});
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

void Connection::disconnect()
{
    if (const std::shared_ptr<ObserverList> list = m_list.lock())
        list->remove(m_id);
    m_list.reset();
}

} // namespace blastoscope::annotation
