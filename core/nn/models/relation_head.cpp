// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/relation_head.h"

#include <algorithm>
#include <cmath>

#include "core/nn/ops/paste.h"

namespace blastoscope::nn {
namespace {

constexpr int kCountedClass = 1;
constexpr int kGridStride = 2;
constexpr double kNear = 1e-4; ///< scores are kept this far from 0 and 1

torch::Tensor logOdds(const torch::Tensor& scores)
{
    return torch::logit(scores.clamp(kNear, 1 - kNear));
}

/// Maps [n, M, M] over boxes [n, 4] at a grid's resolution: [n, cells], 1 where at least .5.
torch::Tensor onGrid(const torch::Tensor& maps, const torch::Tensor& boxes, std::int64_t height, std::int64_t width,
                     int stride = kGridStride)
{
    const int rows = int((height + stride - 1) / stride), columns = int((width + stride - 1) / stride);
    const auto grid = torch::zeros({maps.size(0), rows, columns});
    const auto corners = boxes.to(torch::kFloat64).contiguous();
    const auto at = corners.accessor<double, 2>();
    for (std::int64_t k = 0; k < maps.size(0); ++k) {
        const base::Box box{at[k][0] / stride, at[k][1] / stride, at[k][2] / stride, at[k][3] / stride};
        PastedMap map = paste(maps[k].contiguous(), box, columns, rows);
        if (!map.values.empty())
            grid[k].narrow(0, map.y, map.height)
                .narrow(1, map.x, map.width)
                .copy_(torch::from_blob(map.values.data(), {map.height, map.width}) >= 0.5);
    }
    return grid.flatten(1);
}

/// a / b, 0 where b is 0.
torch::Tensor share(const torch::Tensor& a, const torch::Tensor& b)
{
    return a / b.clamp_min(1) * (b > 0);
}

/// The layer at every place of `x` [..., C].
torch::Tensor everywhere(Linear& layer, const torch::Tensor& x)
{
    auto shape = x.sizes().vec();
    shape.back() = layer->options.out;
    return layer(x.flatten(0, -2)).reshape(shape);
}

/// How much of each silhouette none of the better ones covers, [n].
torch::Tensor uncovered(const torch::Tensor& masks, const torch::Tensor& area)
{
    const auto better = masks.cumsum(0) - masks;
    return share((masks * (better == 0)).sum(1), area);
}

/// The count head's mean, spread and probability of no cell, [3]; zeros without one.
torch::Tensor expectation(const torch::Tensor& counts)
{
    if (!counts.defined())
        return torch::zeros({3});
    const auto shares = counts.to(torch::kFloat32);
    const auto numbers = torch::arange(shares.size(0), torch::kFloat32);
    const auto mean = (shares * numbers).sum();
    const auto spread = (shares * (numbers - mean).square()).sum().sqrt();
    return torch::stack({mean / 5, spread / 2, shares[0]});
}

} // namespace

torch::Tensor silhouettesOnGrid(const DetectorOutput& output, std::int64_t height, std::int64_t width, int stride)
{
    return onGrid(output.amodal, output.maskBoxes, height, width, stride);
}

RelationInput relationInput(const DetectorOutput& output, std::int64_t height, std::int64_t width)
{
    const torch::NoGradGuard noGrad;
    RelationInput input;
    input.rows = (output.labels == kCountedClass).nonzero().flatten();
    const auto n = input.rows.size(0);
    const auto pick = [&](const torch::Tensor& t) { return t.index_select(0, input.rows); };
    const auto score = pick(output.scores).to(torch::kFloat32);
    const auto maps = pick(output.amodal).to(torch::kFloat32);
    const auto maskBoxes = pick(output.maskBoxes);
    const auto masks = onGrid(maps, maskBoxes, height, width);
    const auto visible = onGrid(pick(output.visible).to(torch::kFloat32), maskBoxes, height, width) * masks;
    const auto boxes = pick(output.boxes).to(torch::kFloat32);
    const auto area = masks.sum(1), visibleArea = visible.sum(1);
    const auto logArea = area.clamp_min(1).log();
    const auto common = torch::matmul(masks, masks.t());          // of whole silhouettes
    const auto commonVisible = torch::matmul(visible, visible.t());
    const auto seenInside = torch::matmul(visible, masks.t());    // of i's visible part with the whole of j
    const auto others = 1 - torch::eye(n);
    const auto confidence = score.square();
    const auto typical = n > 0 ? (logArea * confidence).sum() / confidence.sum().clamp_min(1e-6) : torch::zeros({});
    const auto w = boxes.select(1, 2) - boxes.select(1, 0), h = boxes.select(1, 3) - boxes.select(1, 1);
    const auto touches = (boxes.select(1, 0) < 1) | (boxes.select(1, 1) < 1) |
                         (boxes.select(1, 2) > double(width) - 1) | (boxes.select(1, 3) > double(height) - 1);
    const auto expected = expectation(output.counts);
    const auto repeated = [&](const torch::Tensor& value) { return value.expand({n}); };
    input.own = torch::stack({logOdds(score) / 4,
                              logArea - std::log(double(masks.size(1))),
                              logArea - typical,
                              share(visibleArea, area),
                              (2 * maps - 1).abs().flatten(1).mean(1),
                              touches.to(torch::kFloat32),
                              (w / h.clamp_min(1e-3)).clamp_min(1e-3).log().abs(),
                              torch::arange(n, torch::kFloat32) / 10,
                              repeated(score.sum() / 5),
                              uncovered(masks, area),
                              share((common * others * score).sum(1), area),
                              (score.cumsum(0) - score) / 5,
                              repeated(expected[0]),
                              repeated(expected[1]),
                              repeated(expected[2])},
                             1);
    const auto rows = [n](const torch::Tensor& v) { return v.unsqueeze(1).expand({n, n}); };
    const auto columns = [n](const torch::Tensor& v) { return v.unsqueeze(0).expand({n, n}); };
    const auto cx = (boxes.select(1, 0) + boxes.select(1, 2)) / 2, cy = (boxes.select(1, 1) + boxes.select(1, 3)) / 2;
    const auto apart = ((rows(cx) - columns(cx)).square() + (rows(cy) - columns(cy)).square()).sqrt() /
                       (kGridStride * rows(area).clamp_min(1).sqrt());
    input.pairs = torch::stack({share(common, rows(area) + columns(area) - common),
                                share(common, rows(area)),
                                share(common, columns(area)),
                                share(commonVisible, rows(visibleArea)),
                                share(seenInside, rows(visibleArea)),
                                share(seenInside.t(), columns(visibleArea)),
                                columns(score),
                                (columns(logArea) - rows(logArea)).clamp(-3, 3),
                                torch::ones({n, n}).tril(-1), // j is better
                                apart.clamp_max(3)},
                               2);
    return input;
}

RelationBatch relationBatch(const std::vector<RelationInput>& inputs)
{
    std::int64_t most = 1;
    for (const RelationInput& input : inputs)
        most = std::max(most, input.rows.size(0));
    const auto count = std::int64_t(inputs.size());
    RelationBatch batch{torch::zeros({count, most, RelationHeadImpl::kOwnFeatures}),
                        torch::zeros({count, most, most, RelationHeadImpl::kPairFeatures}),
                        torch::zeros({count, most})};
    for (std::int64_t i = 0; i < count; ++i) {
        const RelationInput& input = inputs[std::size_t(i)];
        const auto n = input.rows.size(0);
        batch.own[i].narrow(0, 0, n).copy_(input.own);
        batch.pairs[i].narrow(0, 0, n).narrow(1, 0, n).copy_(input.pairs);
        batch.valid[i].narrow(0, 0, n).fill_(1);
    }
    return batch;
}

RelationHeadImpl::RelationHeadImpl(const RelationHeadOptions& o) : options(o)
{
    TORCH_CHECK(o.hidden > 0, "RelationHead: the width must be positive");
    own = register_module("own", Linear(LinearOptions{kOwnFeatures, o.hidden}));
    pair = register_module("pair", Linear(LinearOptions{kPairFeatures + 2 * o.hidden, o.hidden}));
    merge1 = register_module("merge1", Linear(LinearOptions{3 * o.hidden, o.hidden}));
    merge2 = register_module("merge2", Linear(LinearOptions{o.hidden, 1}));
    const torch::NoGradGuard noGrad;
    merge2->weight.zero_();
    merge2->bias.zero_();
}

torch::Tensor RelationHeadImpl::forward(const RelationBatch& batch)
{
    const auto n = batch.own.size(1);
    const auto seen = torch::relu(everywhere(own, batch.own));
    const auto of = [&](std::int64_t dimension) {
        return seen.unsqueeze(dimension).expand({seen.size(0), n, n, options.hidden});
    };
    const auto message = torch::relu(everywhere(pair, torch::cat({batch.pairs, of(2), of(1)}, 3)));
    const auto counts = (batch.valid.unsqueeze(1) * (1 - torch::eye(n, batch.valid.options()))).unsqueeze(3);
    const auto heard = message * counts;
    const auto merged =
        torch::relu(everywhere(merge1, torch::cat({seen, heard.sum(2) / 4, std::get<0>(heard.max(2))}, 2)));
    return 4 * batch.own.select(2, 0) + everywhere(merge2, merged).squeeze(2);
}

DetectorOutput RelationHeadImpl::judged(const DetectorOutput& output, std::int64_t height, std::int64_t width)
{
    const torch::NoGradGuard noGrad;
    const RelationInput input = relationInput(output, height, width);
    auto quality = torch::ones_like(output.scores);
    if (input.rows.size(0) > 0) {
        const auto device = merge2->weight.device();
        const auto alone = relationBatch({input});
        const auto logits = forward({alone.own.to(device), alone.pairs.to(device), alone.valid.to(device)});
        const auto probability = torch::sigmoid(logits[0]).cpu();
        const auto score = output.scores.index_select(0, input.rows);
        quality.index_copy_(0, input.rows, (probability / score.clamp_min(kNear)).sqrt().to(quality.scalar_type()));
    }
    return rescored(output, quality);
}

torch::Tensor relationLoss(const torch::Tensor& logits, const torch::Tensor& target, const torch::Tensor& weight)
{
    const auto each = torch::binary_cross_entropy_with_logits(logits, target, {}, {}, at::Reduction::None);
    return (each * weight).sum() / weight.sum().clamp_min(1);
}

} // namespace blastoscope::nn
