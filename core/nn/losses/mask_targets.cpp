// SPDX-License-Identifier: Apache-2.0
#include "core/nn/losses/mask_targets.h"

#include <ATen/CPUGeneratorImpl.h>

#include "core/nn/ops/box_coder.h"

namespace blastoscope::nn {

namespace {

/// [R, cells, length]: how much of each pixel [k, k + 1) lies in each of the `cells` equal parts of [from, to], divided
/// by the width of a part; so a row times pixel values is the mean over that part.
torch::Tensor binOverlap(const torch::Tensor& from, const torch::Tensor& to, int cells, int64_t length)
{
    const auto step = ((to - from) / cells).clamp_min(1e-6).reshape({-1, 1, 1});
    const auto cell = torch::arange(cells, from.options()).reshape({1, cells, 1});
    const auto begin = from.reshape({-1, 1, 1}) + step * cell;
    const auto pixel = torch::arange(length, from.options()).reshape({1, 1, length});
    const auto covered = (torch::min(begin + step, pixel + 1) - torch::max(begin, pixel)).clamp_min(0);
    return covered / step;
}

/// Turns and mirrors every crop of [R, 1, n, n] by one of the eight symmetries of the square.
torch::Tensor randomSymmetry(const torch::Tensor& crops, at::Generator& generator)
{
    const auto kind = torch::randint(8, {crops.size(0)}, generator, torch::kLong).to(crops.device());
    auto result = crops;
    for (int k = 1; k < 8; ++k) {
        auto turned = torch::rot90(crops, k % 4, {2, 3});
        if (k >= 4)
            turned = turned.flip(3);
        result = torch::where((kind == k).reshape({-1, 1, 1, 1}), turned, result);
    }
    return result;
}

} // namespace

torch::Tensor cropMasks(const torch::Tensor& masks, const torch::Tensor& instance, const torch::Tensor& boxes, int size)
{
    TORCH_CHECK(masks.dim() == 3, "cropMasks: masks must be [n, H, W], got ", masks.sizes());
    TORCH_CHECK(boxes.dim() == 2 && boxes.size(1) == 4 && instance.size(0) == boxes.size(0),
                "cropMasks: one box per instance expected, got ", boxes.sizes(), " and ", instance.sizes());
    TORCH_CHECK(size > 0, "cropMasks: size must be positive");
    const torch::NoGradGuard noGrad;
    const auto count = boxes.size(0);
    const auto b = boxes.detach().to(torch::kFloat32);
    if (count == 0)
        return torch::zeros({0, 1, size, size}, b.options());
    const auto chosen = masks.index_select(0, instance).to(torch::kFloat32);
    const auto rows = binOverlap(b.select(1, 1), b.select(1, 3), size, masks.size(1));
    const auto columns = binOverlap(b.select(1, 0), b.select(1, 2), size, masks.size(2));
    return torch::bmm(torch::bmm(rows, chosen), columns.transpose(1, 2)).unsqueeze(1);
}

torch::Tensor cropBinaryMasks(const torch::Tensor& masks, const torch::Tensor& instance, const torch::Tensor& boxes,
                              int size)
{
    return (cropMasks(masks, instance, boxes, size) >= 0.5).to(torch::kFloat32);
}

torch::Tensor jitterBoxes(const torch::Tensor& boxes, double share, at::Generator& generator)
{
    TORCH_CHECK(share >= 0 && share < 0.5, "jitterBoxes: share must be in [0, .5), got ", share);
    const auto w = boxes.select(1, 2) - boxes.select(1, 0);
    const auto h = boxes.select(1, 3) - boxes.select(1, 1);
    const auto move = (torch::rand(boxes.sizes(), generator, torch::kFloat32) * 2 - 1) * share;
    return boxes + move.to(boxes.device()) * torch::stack({w, h, w, h}, 1);
}

torch::Tensor shapeCrops(const TrainingBatch& batch, int size, double jitter, double margin, std::uint64_t seed)
{
    const torch::NoGradGuard noGrad;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    std::vector<torch::Tensor> crops;
    for (const auto& truth : batch.targets) {
        const auto usable = truth.ignore.to(torch::kBool).logical_not().nonzero().flatten();
        if (usable.size(0) == 0)
            continue;
        const auto boxes = expandBoxes(jitterBoxes(truth.boxes.index_select(0, usable), jitter, generator), margin);
        crops.push_back(cropBinaryMasks(truth.amodal, usable, boxes, size));
    }
    if (crops.empty())
        return torch::zeros({0, 1, size, size}, batch.images.options().dtype(torch::kFloat32));
    const auto all = torch::cat(crops);
    const auto filled = all.flatten(1).any(1).nonzero().flatten();
    return randomSymmetry(all.index_select(0, filled), generator);
}

} // namespace blastoscope::nn
