// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/frame_store.h"

namespace blastoscope::imaging {

FrameStore::Frame FrameStore::take(const FrameIndex& index)
{
    const auto found = m_entries.find(index);
    if (found == m_entries.end())
        return nullptr;
    m_order.splice(m_order.begin(), m_order, found->second.position);
    return found->second.frame;
}

void FrameStore::put(const FrameIndex& index, Frame frame)
{
    const std::size_t size = frame->bytes.size();
    drop(index);
    if (size > m_maxBytes)
        return;
    while (m_bytes + size > m_maxBytes)
        drop(FrameIndex(m_order.back()));
    m_order.push_front(index);
    m_entries[index] = {std::move(frame), m_order.begin()};
    m_bytes += size;
}

void FrameStore::drop(const FrameIndex& index)
{
    const auto found = m_entries.find(index);
    if (found == m_entries.end())
        return;
    m_bytes -= found->second.frame->bytes.size();
    m_order.erase(found->second.position);
    m_entries.erase(found);
}

} // namespace blastoscope::imaging
