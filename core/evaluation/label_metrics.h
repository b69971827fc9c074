// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <span>
#include <vector>

#include "core/masks/rle_mask.h"

namespace blastoscope::evaluation {

/// The objects of one image without their scores; all masks of an image share one canvas. They may overlap.
struct LabelledImage {
    std::vector<masks::RleMask> truth;
    std::vector<masks::RleMask> predicted;
};

/// BD(A, B): the mean over the objects a of A of the best Dice, 2 |a & b| / (|a| + |b|), with any b of B. 1 when both
/// are empty, 0 when one is.
double bestDice(std::span<const masks::RleMask> a, std::span<const masks::RleMask> b);

/// SBD = min(BD(predicted, truth), BD(truth, predicted)) of one image (Minervini et al. 2016, of the leaf segmentation
/// challenge).
double symmetricBestDice(const LabelledImage& image);

/// SBD as the mean over images; 0 without images.
double meanSymmetricBestDice(std::span<const LabelledImage> images);

/// Difference in count, DiC = predicted - true, over a set of images; all zeros without images.
struct CountDifference {
    double meanAbsolute = 0; ///< |DiC|
    double mean = 0;
    double deviation = 0; ///< standard deviation of DiC over the images (of the population)
};

CountDifference countDifference(std::span<const LabelledImage> images);

/// AP without scores, TP / (TP + FP + FN), objects summed over all images; matched one to one so that most pairs reach
/// the IoU, and among those the sum of their IoUs is largest. 1 when there is no object at all.
struct LabelAp {
    std::array<double, 10> at{}; ///< IoU .50, .55 ... .95
    double mean = 0;             ///< of all ten
};

LabelAp labelAp(std::span<const LabelledImage> images);

/// Classes of one image as regions on one canvas; a class that is not listed is nowhere. Class 0 must not be listed:
/// the background is what no class covers.
struct ClassRegions {
    std::map<int, masks::RleMask> truth;
    std::map<int, masks::RleMask> predicted;
    int width = 0;
    int height = 0;
};

/// Mean IoU of classes including the background: intersection and union of every class are summed over all images
/// first, then divided. Classes that occur neither in a truth nor in a prediction are left out. 0 without images.
double meanClassIou(std::span<const ClassRegions> images);

} // namespace blastoscope::evaluation
