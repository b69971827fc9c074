// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>

#include "core/base/image.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// Frames kept up to a number of bytes; the least recently used goes first. Not thread-safe.
class FrameStore {
public:
    using Frame = std::shared_ptr<const base::Image>;

    explicit FrameStore(std::size_t maxBytes) : m_maxBytes(maxBytes) {}

    /// Null when the frame is not kept; else it becomes the most recently used.
    Frame take(const FrameIndex& index);
    bool has(const FrameIndex& index) const { return m_entries.contains(index); }
    /// Keeps the frame, unless it is larger than the whole store.
    void put(const FrameIndex& index, Frame frame);

    std::size_t maxBytes() const { return m_maxBytes; }

private:
    struct Entry {
        Frame frame;
        std::list<FrameIndex>::iterator position; ///< in m_order
    };
    void drop(const FrameIndex& index);

    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::map<FrameIndex, Entry> m_entries;
    std::list<FrameIndex> m_order; ///< most recently used first
};

} // namespace blastoscope::imaging
