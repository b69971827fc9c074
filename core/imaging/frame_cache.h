// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// What a cache may take and do in advance.
struct FrameCacheOptions {
    std::size_t maxBytes = std::size_t(128) << 20; ///< upper bound of the decoded pixels that are kept
    int readAhead = 8;                             ///< frames decoded in advance in the direction of travel; 0 = none
};

/// Decoded frames of one stack, least recently used dropped first, with a worker thread that answers requests and reads
/// ahead along the time axis: forwards until a step goes backwards. A frame that several threads want is decoded once.
/// Frames that cannot be decoded are not kept; what is shown instead is the caller's decision.
/// All members may be called from any thread. The destructor cancels pending requests and waits for the one in work.
class FrameCache {
public:
    using Frame = std::shared_ptr<const base::Image>;
    /// Called once per request, on the worker thread, or by the destructor; must not destroy the cache.
    using Callback = std::function<void(const FrameIndex& index, const base::Result<Frame>& frame)>;

    struct Statistics {
        std::uint64_t hits = 0;   ///< get() and request() answered without decoding
        std::uint64_t misses = 0;
        std::size_t bytes = 0;    ///< pixels kept now
        std::size_t frames = 0;
    };

    explicit FrameCache(std::shared_ptr<const ImageStack> stack, FrameCacheOptions options = {});
    ~FrameCache();
    FrameCache(const FrameCache&) = delete;
    FrameCache& operator=(const FrameCache&) = delete;

    /// The frame, decoded on the calling thread when it is not kept. Errors: those of ImageStack::read.
    base::Result<Frame> get(const FrameIndex& index);

    /// The frame when it is kept, else null. Never blocks for decoding.
    Frame peek(const FrameIndex& index) const;

    /// Decodes the frame on the worker thread. The newest request comes first: who scrubs wants the frame under the
    /// cursor now. The destructor answers requests that wait with ErrorCode::Cancelled.
    void request(const FrameIndex& index, Callback callback);

    Statistics statistics() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace blastoscope::imaging
