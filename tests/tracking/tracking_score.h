// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tracking/lineage.h"
#include "tests/tracking/simulated_lapse.h"

namespace blastoscope::tests {

struct Score {
    int found = 0; ///< of what is said
    int said = 0;
    int wanted = 0;

    double precision() const { return said ? double(found) / said : 1; }
    double recall() const { return wanted ? double(found) / wanted : 1; }
    double f1() const { return said + wanted ? 2. * found / (said + wanted) : 1; }
    Score& operator+=(const Score& other);
};

/// Pairs of consecutive sightings of one cell.
Score scoreLinks(const SimulatedLapse& truth, const tracking::Lineage& lineage);

/// Divisions into two or three: right are those with the right mother and daughters, at most `tolerance` frames off.
/// `exact` tells the frames of the divisions.
Score scoreDivisions(const SimulatedLapse& exact, const tracking::Lineage& lineage, int tolerance);

} // namespace blastoscope::tests
