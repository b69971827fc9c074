// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace blastoscope::train {

/// Which of a step's pictures are simulated and which real frames the others show. Everything is a function of the
/// step's number, so a resumed run sees what an uninterrupted one would have seen.
struct MixedSamples {
    std::uint64_t seed = 0;
    int batch = 4;
    double simulatedShare = 0.5;
    std::int64_t realFrames = 0; ///< how many there are; none: everything is simulated

    /// How many of the step's pictures are simulated; over many steps exactly the wanted share.
    int simulatedIn(std::int64_t step) const;
    /// The real frames of a step: all in random order, then all in another order, and so on.
    std::vector<std::int64_t> realIn(std::int64_t step) const;

private:
    std::int64_t simulatedBefore(std::int64_t step) const;
};

} // namespace blastoscope::train
