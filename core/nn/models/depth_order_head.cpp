// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/depth_order_head.h"

#include <algorithm>

#include "core/nn/models/relation_head.h"

namespace blastoscope::nn {
namespace {

constexpr int kCountedClass = 1;
constexpr double kLeastOverlap = 12; ///< px
constexpr double kSameObject = .8;   ///< silhouettes with a larger IoU are two outlines of one cell
constexpr double kLeastScore = .15;  ///< what will hardly be counted need not be ordered
constexpr std::int64_t kMostCells = 14;

ConvNormRelu convolution(int in, int out, int stride)
{
    return ConvNormRelu(Conv2dOptions{.in = in, .out = out, .stride = stride});
}

/// Of the planes of a rim, how many of the first.
int planesRead(const DepthOrderHeadOptions& options)
{
    return int(kRimPlanes) - (options.company ? 0 : 1);
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

DepthQuestions depthQuestions(const DetectorOutput& output, std::int64_t height, std::int64_t width)
{
    auto rows = ((output.labels == kCountedClass) & (output.scores >= kLeastScore)).nonzero().flatten();
    rows = rows.narrow(0, 0, std::min(rows.size(0), kMostCells)); // the best come first
    if (rows.size(0) == 0)
        return {rows, torch::zeros({0, height, width}), torch::zeros({0}), {rows, rows}};
    const auto silhouettes =
        silhouettesOnGrid(output, height, width, 1).index_select(0, rows).reshape({rows.size(0), height, width});
    const auto shared = sharedPixels(silhouettes), area = silhouettes.flatten(1).sum(1);
    const auto iou = shared / (area.unsqueeze(0) + area.unsqueeze(1) - shared).clamp_min(1);
    return {rows, silhouettes, output.scores.index_select(0, rows),
            pairsWhere((shared >= kLeastOverlap) & (iou <= kSameObject))};
}

DepthOrderHeadImpl::DepthOrderHeadImpl(const DepthOrderHeadOptions& o) : options(o)
{
    TORCH_CHECK(o.width >= 4, "DepthOrderHead: the width must be at least 4");
    stem = register_module("stem", convolution(planesRead(o), o.width, 1));
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
    const auto read = rims.narrow(2, 0, planesRead(options));
    auto x = down1(stem(read.flatten(0, 1).contiguous(torch::MemoryFormat::ChannelsLast)));
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
    const DepthQuestions questions = depthQuestions(output, picture.size(0), picture.size(1));
    if (questions.pairs.size() == 0)
        return probabilities;
    const auto rims =
        pairRims(picture.cpu().to(torch::kFloat32), questions.silhouettes, questions.presence, questions.pairs);
    const auto first = torch::sigmoid(forward(rims.to(compare2->weight.device()))).cpu();
    const auto firstRows = questions.rows.index_select(0, questions.pairs.first);
    const auto secondRows = questions.rows.index_select(0, questions.pairs.second);
    probabilities.index_put_({firstRows, secondRows}, first);
    probabilities.index_put_({secondRows, firstRows}, 1 - first);
    return probabilities;
}

torch::Tensor depthOrderLoss(const torch::Tensor& logits, const torch::Tensor& target)
{
    const auto known = (target >= 0).to(torch::kFloat32);
    const auto each = torch::binary_cross_entropy_with_logits(logits, target.clamp_min(0), {}, {}, at::Reduction::None);
    return (each * known).sum() / known.sum().clamp_min(1);
}

} // namespace blastoscope::nn
