// SPDX-License-Identifier: Apache-2.0
#include "core/inference/quality_flags.h"

#include <algorithm>
#include <cmath>

#include "core/inference/training_look.h"

namespace blastoscope::inference {

namespace {

/// The counted blastomeres of a frame, summed up.
struct CellSummary {
    int count = 0;
    double meanScore = 0;
    double smallest = 0;
    double largest = 0;
    std::int64_t covered = 0; ///< pixels under at least one of them
};

CellSummary summarise(const Segmentation& segmentation, int imageWidth, int imageHeight, int blastomereClass)
{
    CellSummary cells;
    masks::RleMask all(imageWidth, imageHeight);
    for (const int index : segmentation.counted) {
        const Detection& detection = segmentation.detections[std::size_t(index)];
        if (detection.classId != blastomereClass)
            continue;
        const double area = double(detection.amodal.area());
        cells.smallest = cells.count == 0 ? area : std::min(cells.smallest, area);
        cells.largest = std::max(cells.largest, area);
        cells.meanScore += double(detection.score);
        ++cells.count;
        all = masks::united(all, detection.amodal);
    }
    if (cells.count > 0)
        cells.meanScore /= cells.count;
    cells.covered = all.area();
    return cells;
}

/// A blastomere of nearly the counting threshold that does not repeat a counted one.
bool hasDoubtfulCell(const Segmentation& segmentation, double countThreshold, int blastomereClass, double margin)
{
    constexpr double kSameObject = 0.5;
    const auto repeatsCounted = [&](const Detection& detection) {
        return std::any_of(segmentation.counted.begin(), segmentation.counted.end(), [&](int index) {
            return masks::iou(segmentation.detections[std::size_t(index)].amodal, detection.amodal) > kSameObject;
        });
    };
    return std::any_of(segmentation.detections.begin(), segmentation.detections.end(), [&](const Detection& detection) {
        return detection.classId == blastomereClass && detection.score < countThreshold &&
               detection.score >= margin * countThreshold && !repeatsCounted(detection);
    });
}

bool reachesBorder(const base::Box& box, int width, int height)
{
    return box.x1 <= 0.5 || box.y1 <= 0.5 || box.x2 >= width - 0.5 || box.y2 >= height - 0.5;
}

} // namespace

std::vector<std::string> qualityFlags(const Segmentation& segmentation, const EmbryoEvidence& evidence, int imageWidth,
                                      int imageHeight, double countThreshold, int blastomereClass,
                                      const QualityLimits& limits)
{
    std::vector<std::string> flags;
    const auto flagIf = [&flags](bool condition, const char* flag) {
        if (condition)
            flags.emplace_back(flag);
    };
    if (evidence.embryos.empty() && evidence.cellArea <= 0)
        return {qc::kNoEmbryo};
    const CellSummary cells = summarise(segmentation, imageWidth, imageHeight, blastomereClass);
    flagIf(evidence.embryos.size() > 1, qc::kSeveralEmbryos);
    flagIf(std::any_of(evidence.embryos.begin(), evidence.embryos.end(),
                       [&](const base::Box& box) { return reachesBorder(box, imageWidth, imageHeight); }),
           qc::kAtBorder);
    flagIf(cells.count == 0 || double(cells.covered) < limits.minExplained * evidence.cellArea, qc::kNotCountable);
    flagIf(cells.count > limits.maxCells, qc::kManyCells);
    flagIf((cells.count > 0 && cells.meanScore < limits.minMeanScore) ||
               hasDoubtfulCell(segmentation, countThreshold, blastomereClass, limits.clearMargin),
           qc::kLowConfidence);
    flagIf(cells.count > 1 && cells.largest > limits.maxAreaRatio * cells.smallest, qc::kImplausibleSizes);
    return flags;
}

void flagUnlikeTraining(std::vector<std::string>& flags, const nn::ModelDescription& model, std::span<const float> gray,
                        int width, int height)
{
    if (!differencesFromTraining(model, gray, width, height).empty())
        flags.emplace_back(qc::kUnlikeTraining);
}

} // namespace blastoscope::inference
