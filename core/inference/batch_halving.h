// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>

#include "core/base/error.h"

namespace blastoscope::inference {

/// Works through [begin, end) in batches: all at once first, half as many whenever `run(from, to)`, a base::Status,
/// says OutOfMemory. Returns where it came to: `end`, or the item that does not even fit alone. Any other error ends
/// it.
template<typename Run>
base::Result<std::size_t> runHalving(std::size_t begin, std::size_t end, const Run& run)
{
    std::size_t step = end - begin;
    while (begin < end) {
        const std::size_t to = std::min(begin + step, end);
        const base::Status status = run(begin, to);
        if (status)
            begin = to;
        else if (status.error().code != base::ErrorCode::OutOfMemory)
            return tl::unexpected(status.error());
        else if (to - begin > 1)
            step = (to - begin) / 2;
        else
            return begin;
    }
    return end;
}

} // namespace blastoscope::inference
