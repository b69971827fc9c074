// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/review/frame_facts.h"

namespace blastoscope::review {

/// Which frames are picked by chance.
struct QueueOptions {
    std::uint64_t seed = 0;    ///< of the random frames: the same seed picks the same ones
    double randomShare = 0.05; ///< of all frames of the stack, at least one
};

/// A frame that needs eyes.
struct QueueEntry {
    int frame = 0;
    double need = 0;             ///< [0, 1]: 1 - product of (1 - weight) over the reasons
    std::vector<Reason> reasons; ///< the weightiest first; never empty
    bool operator==(const QueueEntry&) const = default;
};

/// The frames of a stack that nobody reviewed yet and that there is a reason to look at, the neediest first; of equal
/// ones the earlier. Random frames that nothing else speaks for take every fifth place, so that they are reached while
/// the work is still going on. `facts` has one entry per time index.
std::vector<QueueEntry> rankFrames(std::span<const FrameFacts> facts, const QueueOptions& options);

/// The frames that chance picks, ascending; they depend on nothing but these three.
std::vector<int> randomFrames(int frameCount, double share, std::uint64_t seed);

/// A seed from the id of an embryo, so that each stack has random frames of its own.
std::uint64_t seedOf(const std::string& embryoId);

} // namespace blastoscope::review
