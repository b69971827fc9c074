// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/depth_order_head.h"

#include <algorithm>

#include "core/nn/models/relation_head.h"

namespace blastoscope::nn
{
namespace
{

constexpr int kCountedClass = 1;
constexpr double kLeastOverlap = 12; ///< px
constexpr double kSameObject = .8;   ///< silhouettes with a larger IoU are two outlines of one cell
constexpr double kLeastScore = .15;  ///< what will hardly be counted need not be ordered
constexpr double kSureScore = .35;   ///< what is likely there and may cover others
constexpr std::int64_t kMostCells = 14;
constexpr double kLeastTopmost = .2; ///< share of an overlap on which one of the two must be topmost

ConvNormRelu convolution(int in, int out, int stride)
{
    return ConvNormRelu(Conv2dOptions{.in = in, .out = out, .stride = stride});
}

/// [n, n] shared pixels of silhouettes [n, H, W].
torch::Tensor sharedPixels(const torch::Tensor& silhouettes)
{
    const auto flat = silhouettes.flatten(1);
    return torch::matmul(flat, flat.t());
}

SilhouettePairs pairsWhere(const torch::Tensor& condition)
{
    const auto index = condition.triu(1).nonzero();
    return {index.select(1, 0).contiguous(), index.select(1, 1).contiguous()};
}

} // namespace

SilhouettePairs overlappingPairs(const torch::Tensor& silhouettes)
{
    return pairsWhere(sharedPixels(silhouettes) >= kLeastOverlap);
}

torch::Tensor seenPairs(const torch::Tensor& silhouettes, const torch::Tensor& nearer, const torch::Tensor& sure)
{
    const auto n = silhouettes.size(0);
    const auto masks = silhouettes.flatten(1);
    auto seen = torch::ones({n, n}, torch::kBool);
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t j = i + 1; j < n; ++j) {
            const auto covers = (sure & (nearer.select(1, i) > .5) & (nearer.select(1, j) > .5)).to(torch::kFloat32);
            const auto overlap = masks[i] * masks[j];
            const auto free = overlap * (torch::matmul(covers, masks) == 0);
            const bool enough = free.sum().item<double>() >= kLeastTopmost * overlap.sum().item<double>();
            seen[i][j] = seen[j][i] = enough;
        }
    return seen;
}

DepthOrderHeadImpl::DepthOrderHeadImpl(const DepthOrderHeadOptions& o) : options(o)
{
    TORCH_CHECK(o.width >= 4, "DepthOrderHead: the width must be at least 4");
    stem = register_module("stem", convolution(2, o.width, 1));
    down1 = register_module("down1", convolution(o.width, 2 * o.width, 2));
    mix1 = register_module("mix1", convolution(2 * o.width, 2 * o.width, 1));
    down2 = register_module("down2", convolution(2 * o.width, 4 * o.width, 2));
    mix2 = register_module("mix2", convolution(4 * o.width, 4 * o.width, 1));
    compare1 = register_module("compare1", Linear(LinearOptions{16 * o.width, 4 * o.width}));
    compare2 = register_module("compare2", Linear(LinearOptions{4 * o.width, 1}));
}

torch::Tensor DepthOrderHeadImpl::forward(const torch::Tensor& rims)
{
    if (rims.size(1) == 0) // frames of single cells: no answers, and a loss of 0 that can be descended on
        return compare2->bias.narrow(0, 0, 0);
    auto x = down1(stem(rims.flatten(0, 1).contiguous(torch::MemoryFormat::ChannelsLast)));
    x = down2(x + mix1(x));
    x = (x + mix2(x)).flatten(2);
    const auto features = torch::cat({x.mean(2), std::get<0>(x.max(2))}, 1).chunk(2); // of the first, of the second
    const auto evidence = [&](const torch::Tensor& own, const torch::Tensor& other) {
        return compare2(torch::relu(compare1(torch::cat({own, other}, 1)))).squeeze(1);
    };
    return evidence(features[0], features[1]) - evidence(features[1], features[0]);
}

torch::Tensor DepthOrderHeadImpl::nearer(const torch::Tensor& picture, const DetectorOutput& output)
{
    const torch::NoGradGuard noGrad;
    const auto n = output.scores.size(0);
    auto probabilities = torch::full({n, n}, .5);
    auto rows = ((output.labels == kCountedClass) & (output.scores >= kLeastScore)).nonzero().flatten();
    rows = rows.narrow(0, 0, std::min(rows.size(0), kMostCells)); // the best come first
    if (rows.size(0) < 2)
        return probabilities;
    const auto silhouettes = silhouettesOnGrid(output, picture.size(0), picture.size(1), 1)
                                 .index_select(0, rows)
                                 .reshape({rows.size(0), picture.size(0), picture.size(1)});
    const auto shared = sharedPixels(silhouettes), area = silhouettes.flatten(1).sum(1);
    const auto iou = shared / (area.unsqueeze(0) + area.unsqueeze(1) - shared).clamp_min(1);
    const auto pairs = pairsWhere((shared >= kLeastOverlap) & (iou <= kSameObject));
    if (pairs.size() == 0)
        return probabilities;
    const auto rims = pairRims(picture.cpu().to(torch::kFloat32), silhouettes, pairs);
    const auto first = torch::sigmoid(forward(rims.to(compare2->weight.device()))).cpu();
    auto known = torch::full({rows.size(0), rows.size(0)}, .5);
    known.index_put_({pairs.first, pairs.second}, first);
    known.index_put_({pairs.second, pairs.first}, 1 - first);
    const auto sure = output.scores.index_select(0, rows) >= kSureScore;
    const auto told = torch::where(seenPairs(silhouettes, known, sure), known, torch::full_like(known, .5));
    probabilities.index_put_({rows.unsqueeze(1), rows.unsqueeze(0)}, told);
    return probabilities;
}

torch::Tensor trueOrder(const torch::Tensor& amodal, const torch::Tensor& visible, const SilhouettePairs& pairs)
{
    const auto a = amodal.flatten(1), v = visible.flatten(1);
    const auto both = a.index_select(0, pairs.first) * a.index_select(0, pairs.second);
    const auto first = (both * v.index_select(0, pairs.first)).sum(1);
    const auto second = (both * v.index_select(0, pairs.second)).sum(1);
    const auto known = (first != second) & (first + second >= kLeastTopmost * both.sum(1));
    return torch::where(known, (first > second).to(torch::kFloat32), torch::full_like(first, -1));
}

torch::Tensor depthOrderLoss(const torch::Tensor& logits, const torch::Tensor& target)
{
    const auto known = (target >= 0).to(torch::kFloat32);
    const auto each = torch::binary_cross_entropy_with_logits(logits, target.clamp_min(0), {}, {}, at::Reduction::None);
    return (each * known).sum() / known.sum().clamp_min(1);
}

} // namespace blastoscope::nn
