// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/detections.h"

#include <algorithm>

#include "core/nn/ops/nms.h"

namespace blastoscope::nn {

namespace {

constexpr double kMinDetectionSide = 0.01;

} // namespace

DetectorOutput selectDetections(const torch::Tensor& boxes, const torch::Tensor& scores, const DetectOptions& options)
{
    TORCH_CHECK(boxes.size(0) == scores.size(0) && boxes.size(1) == 4 * scores.size(1), "selectDetections: boxes ",
                boxes.sizes(), " for scores ", scores.sizes());
    const auto classBoxes = boxes.reshape({boxes.size(0), scores.size(1), 4});
    const auto sides = classBoxes.narrow(2, 2, 2) - classBoxes.narrow(2, 0, 2);
    auto usable = (scores > options.scoreThreshold) & (sides >= kMinDetectionSide).all(2);
    usable.select(1, 0).fill_(false);
    const auto index = usable.nonzero();
    const auto row = index.select(1, 0);
    const auto label = index.select(1, 1);
    DetectorOutput all;
    all.boxes = classBoxes.index({row, label});
    all.scores = scores.index({row, label});
    torch::Tensor kept;
    torch::Tensor keptScores;
    if (options.softNms) {
        const auto soft = softNms(all.boxes, all.scores, label);
        const auto count = std::min<int64_t>(soft.indices.size(0), options.maxDetections);
        kept = soft.indices.narrow(0, 0, count);
        keptScores = soft.scores.narrow(0, 0, count);
    } else {
        kept = batchedNms(all.boxes, all.scores, label, options.nmsThreshold, options.maxDetections);
        keptScores = all.scores.index_select(0, kept);
    }
    return {all.boxes.index_select(0, kept), keptScores, label.index_select(0, kept), {}, {}, {}, {}, {}, {}};
}

DetectorOutput rescored(const DetectorOutput& output, const torch::Tensor& quality)
{
    const auto [scores, order] = (output.scores * quality).sort(/*stable=*/true, 0, /*descending=*/true);
    const auto pick = [&order = order](const torch::Tensor& t) { return t.index_select(0, order); };
    return {pick(output.boxes),
            scores,
            pick(output.labels),
            pick(output.maskBoxes),
            pick(output.amodal),
            pick(output.visible),
            output.counts,
            output.occlusion,
            {}};
}

} // namespace blastoscope::nn
