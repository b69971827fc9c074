// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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
/// ahead along the time axis: forwards until a step goes backwards. Frames that cannot be decoded are not kept; what is
/// shown instead is the caller's decision.
/// All members may be called from any thread. The destructor cancels pending requests and waits for the one in work.
class FrameCache {
public:
    using Frame = std::shared_ptr<const base::Image>;
    /// Called once per request, on the worker thread, or by the destructor; must not destroy the cache.
    using Callback = std::function<void(const FrameIndex& index, const base::Result<Frame>& frame)>;

    explicit FrameCache(std::shared_ptr<const ImageStack> stack, FrameCacheOptions options = {});
    ~FrameCache();
    FrameCache(const FrameCache&) = delete;
    FrameCache& operator=(const FrameCache&) = delete;

    /// Decodes the frame on the worker thread, unless it is kept. The newest request comes first: who scrubs wants the
    /// frame under the cursor now. Errors: those of ImageStack::read; the destructor answers requests that wait with
    /// ErrorCode::Cancelled.
    void request(const FrameIndex& index, Callback callback);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace blastoscope::imaging
