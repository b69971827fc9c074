// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace blastoscope::nn {

/// Which samples a step uses: draws from a prefix of the data set that grows while the run goes on, so that training
/// starts before everything is rendered.
struct SampleSchedule {
    std::uint64_t seed = 0;
    std::int64_t capacity = 1000;   ///< the prefix never grows beyond this
    std::int64_t initial = 64;      ///< length of the prefix at step 0
    double freshPerStep = 2;        ///< by how much it grows each step

    /// Steps below 0, e.g. for measuring between the real ones, see what step 0 sees.
    std::int64_t prefix(std::int64_t step) const;
    /// `count` indices below prefix(step), all different if there are so many; a function of (seed, step) alone.
    std::vector<std::int64_t> indices(std::int64_t step, int count) const;
};

} // namespace blastoscope::nn
