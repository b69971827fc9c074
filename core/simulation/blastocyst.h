// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/simulation/embryo_builder.h"

namespace blastoscope::simulation {

/// 8 to 20 cells so compacted that none can be told apart; stage Compacted.
EmbryoState drawMorula(const Constitution& constitution, std::uint64_t textureSeed, base::Random& random);

/// How far a blastocyst has come.
struct BlastocystGrowth {
    float expansion = 1;     ///< radius over that of the cleavage stage
    float cavityShare = .7f; ///< radius of the cavity over that of the ball
};

/// Uniform: expansion in [.95, 1.4], cavity in [.35, .9].
BlastocystGrowth drawGrowth(base::Random& random);

/// A hollow ball: flat outer cells, a cavity of any size up to nearly all, an inner mass at one side, and a zona that
/// thins as the ball grows; stage Blastocyst.
EmbryoState drawBlastocyst(const Constitution& constitution, std::uint64_t textureSeed, base::Random& random,
                           const BlastocystGrowth& growth);

} // namespace blastoscope::simulation
