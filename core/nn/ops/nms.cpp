// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/nms.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace blastoscope::nn {

namespace {

/// Boxes by falling score, one array per coordinate, so that the inner loop over the rest vectorises.
struct SortedBoxes {
    std::vector<int64_t> original; ///< index of the caller
    std::vector<int64_t> group;
    std::vector<float> x1, y1, x2, y2, area, score;

    std::size_t size() const { return original.size(); }
};

std::vector<int64_t> byFallingScore(const float* scores, int64_t n)
{
    std::vector<int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), int64_t(0));
    std::stable_sort(order.begin(), order.end(), [scores](int64_t a, int64_t b) { return scores[a] > scores[b]; });
    return order;
}

torch::Tensor toIndices(const std::vector<int64_t>& indices)
{
    return torch::tensor(indices, torch::kLong);
}

SortedBoxes sorted(const torch::Tensor& boxes, const torch::Tensor& scores, const torch::Tensor& groups)
{
    TORCH_CHECK(boxes.dim() == 2 && boxes.size(1) == 4, "boxes must be [n, 4], got ", boxes.sizes());
    TORCH_CHECK(scores.dim() == 1 && scores.size(0) == boxes.size(0), "scores must be [n] with n = ", boxes.size(0),
                ", got ", scores.sizes());
    TORCH_CHECK(groups.dim() == 1 && groups.size(0) == boxes.size(0), "groups must be [n] with n = ", boxes.size(0),
                ", got ", groups.sizes());
    const auto b = boxes.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const auto s = scores.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const auto g = groups.to(torch::kCPU, torch::kLong).contiguous();
    TORCH_CHECK(!s.isnan().any().item<bool>(), "scores contain NaN");
    SortedBoxes result;
    result.original = byFallingScore(s.data_ptr<float>(), s.size(0));
    for (const int64_t i : result.original) {
        const float* box = b.data_ptr<float>() + 4 * i;
        result.group.push_back(g.data_ptr<int64_t>()[i]);
        result.score.push_back(s.data_ptr<float>()[i]);
        result.x1.push_back(box[0]);
        result.y1.push_back(box[1]);
        result.x2.push_back(box[2]);
        result.y2.push_back(box[3]);
        result.area.push_back(std::max(0.f, box[2] - box[0]) * std::max(0.f, box[3] - box[1]));
    }
    return result;
}

float iouOf(const SortedBoxes& b, std::size_t i, std::size_t j)
{
    const float w = std::max(0.f, std::min(b.x2[i], b.x2[j]) - std::max(b.x1[i], b.x1[j]));
    const float h = std::max(0.f, std::min(b.y2[i], b.y2[j]) - std::max(b.y1[i], b.y1[j]));
    const float common = w * h;
    const float all = b.area[i] + b.area[j] - common;
    return all > 0 ? common / all : 0.f;
}

/// Marks the boxes behind `i` that it suppresses. Without a branch and a division: common > threshold * union.
void suppressBehind(const SortedBoxes& b, std::size_t i, float threshold, std::vector<std::uint8_t>& dropped)
{
    const float x1 = b.x1[i], y1 = b.y1[i], x2 = b.x2[i], y2 = b.y2[i], area = b.area[i];
    const int64_t group = b.group[i];
    const std::size_t n = b.size();
    std::uint8_t* drop = dropped.data();
    for (std::size_t j = i + 1; j < n; ++j) {
        const float w = std::max(0.f, std::min(x2, b.x2[j]) - std::max(x1, b.x1[j]));
        const float h = std::max(0.f, std::min(y2, b.y2[j]) - std::max(y1, b.y1[j]));
        const float common = w * h;
        const bool over = common > threshold * (area + b.area[j] - common);
        drop[j] |= std::uint8_t(int(over) & int(b.group[j] == group));
    }
}

} // namespace

torch::Tensor batchedNms(const torch::Tensor& boxes, const torch::Tensor& scores, const torch::Tensor& groups,
                         double iouThreshold, int64_t maxKept)
{
    const SortedBoxes b = sorted(boxes, scores, groups);
    std::vector<std::uint8_t> dropped(b.size(), 0);
    std::vector<int64_t> kept;
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (dropped[i])
            continue;
        if (maxKept >= 0 && int64_t(kept.size()) >= maxKept)
            break;
        kept.push_back(b.original[i]);
        suppressBehind(b, i, float(iouThreshold), dropped);
    }
    return toIndices(kept).to(boxes.device());
}

torch::Tensor nms(const torch::Tensor& boxes, const torch::Tensor& scores, double iouThreshold, int64_t maxKept)
{
    return batchedNms(boxes, scores, torch::zeros({scores.size(0)}, torch::kLong), iouThreshold, maxKept);
}

SoftNmsResult softNms(const torch::Tensor& boxes, const torch::Tensor& scores, const torch::Tensor& groups,
                      double sigma, double dropBelow)
{
    TORCH_CHECK(sigma > 0, "sigma must be positive, got ", sigma);
    SortedBoxes b = sorted(boxes, scores, groups);
    std::vector<std::size_t> rest(b.size());
    std::iota(rest.begin(), rest.end(), std::size_t(0));
    std::vector<int64_t> indices;
    std::vector<float> decayed;
    const auto belowThreshold = [&](std::size_t i) { return b.score[i] < dropBelow; };
    std::erase_if(rest, belowThreshold);
    while (!rest.empty()) {
        const auto best = std::max_element(rest.begin(), rest.end(),
                                           [&](std::size_t i, std::size_t j) { return b.score[i] < b.score[j]; });
        const std::size_t picked = *best;
        rest.erase(best);
        indices.push_back(b.original[picked]);
        decayed.push_back(b.score[picked]);
        for (const std::size_t j : rest) {
            const float overlap = b.group[j] == b.group[picked] ? iouOf(b, picked, j) : 0.f;
            b.score[j] *= std::exp(-overlap * overlap / float(sigma));
        }
        std::erase_if(rest, belowThreshold);
    }
    return {toIndices(indices).to(boxes.device()), torch::tensor(decayed, torch::kFloat).to(boxes.device())};
}

} // namespace blastoscope::nn
