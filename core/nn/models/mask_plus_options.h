// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace blastoscope::nn {

/// Original: two convolutions as one residual block (Peng et al. 2017, "Large Kernel Matters"). Improved: densely
/// connected modules (Xu et al., MaskPlus, sec. 3.3).
enum class BoundaryRefinementKind { None, Original, Improved };

/// The five techniques of MaskPlus (Xu et al., "MaskPlus: Improving Mask Generation for Instance Segmentation", sec.
/// 3), each a switch of its own; as they are here, all are off.
struct MaskPlusOptions {
    /// Contextual fusion (sec. 3.1): channels of the convolutions over the whole picture's features; the last one must
    /// be that of the RoI features. Empty: off.
    std::vector<int> context;
    bool pyramid = false;               ///< deconvolutional pyramid (sec. 3.2)
    int pyramidWidth = 0;               ///< its channels; 0: those of the mask convolutions
    BoundaryRefinementKind boundary = BoundaryRefinementKind::None;
    std::vector<double> auxiliaryScales; ///< quasi-multitask learning (sec. 3.4): any of 0.5 and 2; training only
    double earlyWeight = 1;             ///< biased training (sec. 3.5): factor of the mask losses at first; 1: off
    double earlyShare = 1.0 / 3;        ///< share of the training for which it holds

    /// Throws c10::Error when a value is impossible for RoI features of so many channels.
    void check(int roiChannels) const;
};

} // namespace blastoscope::nn
