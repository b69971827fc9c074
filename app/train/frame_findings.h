// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/object_class.h"
#include "core/evaluation/coco_eval.h"
#include "core/masks/rle_mask.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/models/count_rule.h"
#include "core/nn/models/detections.h"

namespace blastoscope::train {

inline constexpr int kBlastomere = int(base::ObjectClass::Blastomere);

/// What a detector found in one window, best first; masks have the window's size.
struct FrameFindings {
    std::vector<evaluation::Detection> detections; ///< amodal masks
    std::vector<bool> onIgnored;                   ///< parallel: matches a cell best that is not scored
    std::vector<double> countProbabilities;        ///< of 0, 1, 2, ... cells; empty without a count head

    /// Indices of the blastomeres left when every one that overlaps a better one by `mergeIou` or more is dropped.
    std::vector<std::size_t> mergedBlastomeres(double mergeIou) const;
    /// Which of `merged` (mergedBlastomeres() with the rule's IoU) the rule counts, without those on ignored cells.
    std::vector<std::size_t> counted(const std::vector<std::size_t>& merged, const nn::CountRule& rule) const;
};

/// `output` is what the detector says about `window` alone.
FrameFindings findingsIn(const nn::WindowSample& window, const nn::DetectorOutput& output);

/// The objects of a window, in its order; those that are neither learned nor scored are crowds.
std::vector<evaluation::GroundTruth> truthsOf(const nn::WindowSample& window);

/// `pixels` size x size, row-major; not 0 is inside.
masks::RleMask toRle(const std::vector<std::uint8_t>& pixels, int size);

} // namespace blastoscope::train
