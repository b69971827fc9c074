// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace blastoscope::base {

/// How far a job is. `total` is 0 while unknown.
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string what; ///< e.g. "Segmenting frame 41"
};

/// Called by jobs on their own thread; must return quickly.
using ProgressCallback = std::function<void(const Progress&)>;

} // namespace blastoscope::base
