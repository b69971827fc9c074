// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/inference/segmenter.h"

namespace blastoscope::inference {

/// Where the networks of a model compute: the device that was chosen or, from the moment on when the memory of the GPU
/// does not suffice even for one picture, the CPU. Everything that uses the networks goes through here. Work may fail
/// half-way and is then done again, so it must leave nothing behind when it fails. Not thread-safe.
class ComputeDevice {
public:
    /// Puts the networks on the GPU or on the CPU, wherever they (or a part of them) are.
    using Place = std::function<base::Status(bool onGpu)>;
    /// Works on the items [from, to).
    using Batch = std::function<base::Status(std::size_t from, std::size_t to)>;

    ComputeDevice(DeviceInfo info, Place place);

    /// After a fall back to the CPU: that, and why.
    const DeviceInfo& info() const { return m_info; }

    /// Puts the networks on their device; on the CPU when the GPU has no room for them. Once, before everything else.
    base::Status place();

    /// Works through `count` items in batches: on the GPU all at once first, half as many whenever the memory does not
    /// suffice, and on the CPU when it does not suffice for one; on the CPU one by one, so that `cancel` ends it soon.
    /// Fails with Cancelled between two batches, with OutOfMemory when one item is too much for the CPU as well, and
    /// with every other error of `run`.
    base::Status runBatches(std::size_t count, const Batch& run, const base::CancellationToken& cancel = {});

    /// The same for work that is one piece and returns a base::Result.
    template<typename Work>
    auto run(const Work& work) -> decltype(work())
    {
        decltype(work()) result = tl::unexpected(base::Error());
        const auto done = runBatches(1, [&](std::size_t, std::size_t) -> base::Status {
            result = work();
            return result ? base::Status() : base::Status(tl::unexpected(result.error()));
        });
        if (!done)
            return tl::unexpected(done.error());
        return result;
    }

private:
    base::Status fallBackToCpu();

    DeviceInfo m_info;
    Place m_place;
};

} // namespace blastoscope::inference
