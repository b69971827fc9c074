// SPDX-License-Identifier: Apache-2.0
#include "app/train/frame_findings.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/nn/ops/paste.h"

namespace blastoscope::train {
namespace {

base::Box boxAt(const torch::Tensor& boxes, std::int64_t index)
{
    const torch::Tensor corners = boxes[index].to(torch::kFloat64).contiguous();
    const double* c = corners.data_ptr<double>();
    return {c[0], c[1], c[2], c[3]};
}

/// True when the truth that the detection covers best is one of those that are neither learned nor scored.
bool isOnIgnored(const evaluation::Detection& detection, std::span<const evaluation::GroundTruth> truths)
{
    constexpr double kSame = 0.5;
    double best = kSame;
    bool ignored = false;
    for (const evaluation::GroundTruth& truth : truths) {
        const double iou = truth.categoryId == detection.categoryId ? masks::iou(truth.mask, detection.mask) : 0;
        if (iou < best)
            continue;
        best = iou;
        ignored = truth.isCrowd;
    }
    return ignored;
}

} // namespace

std::vector<std::size_t> FrameFindings::mergedBlastomeres(double mergeIou) const
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < detections.size(); ++i) {
        if (detections[i].categoryId != kBlastomere)
            continue;
        const bool repeated = std::any_of(kept.begin(), kept.end(), [&](std::size_t k) {
            return masks::iou(detections[i].mask, detections[k].mask) >= mergeIou;
        });
        if (!repeated)
            kept.push_back(i);
    }
    return kept;
}

std::vector<std::size_t> FrameFindings::counted(const std::vector<std::size_t>& merged,
                                                const nn::CountRule& rule) const
{
    std::vector<double> scores;
    for (const std::size_t k : merged)
        scores.push_back(detections[k].score);
    std::vector<std::size_t> cells(merged.begin(),
                                   merged.begin() + nn::mostProbableCount(scores, countProbabilities, rule));
    std::erase_if(cells, [&](std::size_t k) { return onIgnored[k]; });
    return cells;
}

FrameFindings findingsIn(const nn::WindowSample& window, const nn::DetectorOutput& output)
{
    FrameFindings found;
    const auto truths = truthsOf(window);
    for (std::int64_t k = 0; k < output.scores.size(0); ++k) {
        evaluation::Detection detection;
        detection.categoryId = int(output.labels[k].item<std::int64_t>());
        detection.mask = nn::paste(output.amodal[k], boxAt(output.maskBoxes, k), window.size, window.size)
                             .toMask(window.size, window.size);
        detection.box = boxAt(output.boxes, k);
        detection.score = output.scores[k].item<double>();
        found.onIgnored.push_back(isOnIgnored(detection, truths));
        found.detections.push_back(std::move(detection));
    }
    if (output.counts.defined()) {
        const auto counts = output.counts.to(torch::kFloat64).contiguous();
        found.countProbabilities.assign(counts.data_ptr<double>(), counts.data_ptr<double>() + counts.numel());
    }
    return found;
}

std::vector<evaluation::GroundTruth> truthsOf(const nn::WindowSample& window)
{
    std::vector<evaluation::GroundTruth> truths;
    for (const nn::WindowInstance& instance : window.instances) {
        const masks::RleMask mask = toRle(instance.amodal, window.size);
        truths.push_back({instance.label, mask, instance.box, double(mask.area()), instance.ignore});
    }
    return truths;
}

masks::RleMask toRle(const std::vector<std::uint8_t>& pixels, int size)
{
    masks::Bitmap bitmap(size, size);
    bitmap.pixels = pixels;
    return masks::RleMask(bitmap);
}

} // namespace blastoscope::train
