// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::evaluation {

/// What the overlap of a detection and a ground truth is measured on.
enum class IouKind { Box, Segmentation };

/// One true object. `box` is used with IouKind::Box, `mask` with IouKind::Segmentation; the other may stay empty.
struct GroundTruth {
    int categoryId = 1;
    masks::RleMask mask;
    base::Box box;
    double area = 0;        ///< px^2; sorts the object into small, medium or large
    bool isCrowd = false;   ///< neither has to be found nor punishes what lies in it
    bool isIgnored = false; ///< need not be found, and what matches it does not count; e.g. outside of a stratum
};

/// One predicted object; `mask` and `box` as in GroundTruth. Its area is taken from whichever is compared.
struct Detection {
    int categoryId = 1;
    masks::RleMask mask;
    base::Box box;
    double score = 0; ///< only the order of scores matters
};

/// Everything of one image. With IouKind::Segmentation all masks of an image have the same canvas size.
struct EvaluationImage {
    std::int64_t id = 0; ///< images are visited in ascending id, as equal scores are ranked in that order
    std::vector<GroundTruth> groundTruths;
    std::vector<Detection> detections;
};

/// The twelve COCO numbers in [0, 1]; -1 where there is no ground truth to measure on. AP is the mean over IoU
/// .50:.05:.95 and 101 recalls, AR the mean over the same IoUs of the best recall with at most 1, 10 or 100
/// detections per image. Small, medium and large split at areas of 32^2 and 96^2 px.
struct CocoMetrics {
    double ap = -1;
    double ap50 = -1;
    double ap75 = -1;
    double apSmall = -1;
    double apMedium = -1;
    double apLarge = -1;
    double ar1 = -1;
    double ar10 = -1;
    double ar100 = -1;
    double arSmall = -1;
    double arMedium = -1;
    double arLarge = -1;

    /// In the order of the members, which is the order of the reference evaluator's report.
    std::array<double, 12> values() const;
};

/// Short stable names of CocoMetrics::values(), e.g. "AP", "AP50", "AR_large"; keys of JSON output.
extern const std::array<const char*, 12> kCocoMetricNames;

/// Evaluates detections exactly as the reference evaluator of COCO does (Lin et al. 2014; cocoapi, cocoeval.py):
/// at most 100 detections per image and category, greedy matching in order of score, crowds ignored. Detections of a
/// category without ground truth do not count. Thread-safe.
CocoMetrics evaluateCoco(std::span<const EvaluationImage> images, IouKind kind);

/// How much a detection and a ground truth of an image agree, in [0, 1]; indices into its lists.
using OverlapMeasure =
    std::function<double(const EvaluationImage& image, std::size_t detection, std::size_t groundTruth)>;

/// The same rules with a measure of one's own in the place of the IoU of masks; areas are those of the masks.
CocoMetrics evaluateCoco(std::span<const EvaluationImage> images, const OverlapMeasure& overlap);

/// The report of the reference evaluator: twelve lines, three decimals, each ended by a line feed.
std::string formatCocoReport(const CocoMetrics& metrics);

} // namespace blastoscope::evaluation
