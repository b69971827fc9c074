// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/layers/precision.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// How the program looks, and so whatever trains or measures for it.
inline constexpr int kViewsOfInference = 4;

struct DetectOptions {
    double scoreThreshold = 0.05;
    double nmsThreshold = 0.7; ///< box IoU, per class
    int maxDetections = 40;    ///< per image
    int preNms = 0;            ///< proposals per level before NMS; 0: as the architecture says
    int postNms = 0;           ///< proposals per image after NMS; 0: as the architecture says
    Precision precision = Precision::Fp32;
    int views = 1;             ///< 1; 2: the mirrored picture, too; 4: both upside down, too; merged (view_merging.h)
    bool relations = true;     ///< let the relation head, if there is one, judge the detections
    bool depthOrder = false;   ///< let the depth order head, if there is one, order overlapping detections
    bool softNms = false;      ///< Gaussian Soft-NMS (Bodla et al. 2017), sigma .5, instead of greedy NMS
};

/// Detections of one image, best first, all on the CPU; boxes in input pixels, clipped to the image.
struct DetectorOutput {
    torch::Tensor boxes;     ///< [n, 4] float
    torch::Tensor scores;    ///< [n] float in [0, 1]
    torch::Tensor labels;    ///< [n] int64, 1-based
    torch::Tensor maskBoxes; ///< [n, 4] float: what the mask probabilities spread over, not clipped
    torch::Tensor amodal;    ///< [n, 28, 28] float probabilities over maskBoxes: the whole silhouette
    torch::Tensor visible;   ///< [n, 28, 28] float probabilities over maskBoxes: where the instance is topmost
    /// [maxCount + 1] float: probabilities of 0, 1, 2, ... countable objects; undefined without a count head
    torch::Tensor counts;
    torch::Tensor occlusion; ///< [H / 4, W / 4] float probability of two or more cells; undefined without the branch
    /// [n, n] float: how probable it is that the row's is nearer than the column's; undefined without a depth order
    /// head
    torch::Tensor nearer;
};

/// Boxes, scores and labels of one image from the box head's class-wise answers: `boxes` [R, 4 * (K + 1)] decoded and
/// clipped, `scores` [R, K + 1] probabilities with background first, both on the CPU. Masks are left undefined.
DetectorOutput selectDetections(const torch::Tensor& boxes, const torch::Tensor& scores, const DetectOptions& options);

/// `output` with its scores multiplied by `quality` [n] and in their new order.
DetectorOutput rescored(const DetectorOutput& output, const torch::Tensor& quality);

} // namespace blastoscope::nn
