// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/geometry.h"
#include "core/base/image.h"
#include "core/base/object_class.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::simulation {

/// One object with its exact truth; masks have the size of the frame.
struct SimulatedInstance {
    int id = 0; ///< constant through time; a division ends one id and starts two
    std::optional<int> parentId;
    base::ObjectClass objectClass = base::ObjectClass::Blastomere;
    masks::RleMask amodal;  ///< the whole silhouette, clipped to the frame
    masks::RleMask visible; ///< where this object is the topmost one; subset of amodal
    double volumeUm3 = 0;
    bool ignore = false; ///< undetectable (almost wholly covered); exported as iscrowd
};

/// `nearer` covers `farther` where their silhouettes overlap; values are ids.
struct DepthPair {
    int nearer = 0;
    int farther = 0;
};

/// What an embryo with no countable cells shows, so that the model learns to stay silent.
enum class EmbryoStage { Empty, Cleavage, Compacted, Blastocyst };

/// One rendered picture with its exact truth.
struct SimulatedFrame {
    base::Image image; ///< U8, one channel
    double umPerPixel = 0;
    double timeHours = 0; ///< since insemination
    double focalPlaneUm = 0;
    EmbryoStage stage = EmbryoStage::Cleavage;
    std::vector<SimulatedInstance> instances;
    std::vector<DepthPair> order;
    std::optional<base::Box> clumpBox; ///< tight box of all cells together (also when compacted or cavitated), px
    std::optional<base::Box> zonaBox;  ///< box of the zona's outer contour, unclipped, px; the whole embryo
};

} // namespace blastoscope::simulation
