// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::nn {

/// One object of a sample; both masks lie on the sample's canvas.
struct SampleInstance {
    int label = 1; ///< 1-based class
    masks::RleMask amodal;
    masks::RleMask visible;
    bool ignore = false;
    bool visibleKnown = true; ///< false: nobody said which part is topmost, and `visible` is only a guess
    int id = 0;               ///< what TrainingSample::order calls it
};

/// Two overlapping objects, by their ids, of which one lies nearer to the viewer.
struct SampleDepthPair {
    int nearer = 0;
    int farther = 0;

    bool operator==(const SampleDepthPair&) const = default;
};

/// One rendered picture as it waits in memory for its turn, small enough that thousands fit. It holds two views:
/// the canvas, a square around the embryo with room for random windows, for the detector; and the whole frame at low
/// resolution, for the network that finds the embryo.
struct TrainingSample {
    int canvasSize = 0;
    std::vector<std::uint8_t> canvas; ///< canvasSize * canvasSize, row-major
    std::optional<base::Box> clump;   ///< all cells together, canvas pixels; none in an empty well
    std::vector<SampleInstance> instances;
    std::vector<SampleDepthPair> order; ///< of the pairs whose order is known
    int countableCells = 0; ///< blastomeres that are not ignored
    bool exhaustive = true; ///< false: there may be objects that `instances` does not list

    int overviewSize = 0;
    std::vector<std::uint8_t> overview; ///< overviewSize * overviewSize, the whole frame
    masks::RleMask overviewClump; ///< all cells together, on the overview
    std::optional<base::Box> overviewZona; ///< overview pixels, unclipped
};

/// Where samples come from. Must be a pure function of the index and safe to call from several threads.
class SampleSource {
public:
    virtual ~SampleSource() = default;
    virtual TrainingSample sample(std::uint64_t index) const = 0;
    /// Names the data: changes whenever any sample would (version, options, seed).
    virtual std::string fingerprint() const = 0;
};

} // namespace blastoscope::nn
