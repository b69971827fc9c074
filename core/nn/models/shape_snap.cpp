// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/shape_snap.h"

#include <algorithm>
#include <cmath>

#include "core/masks/components.h"
#include "core/nn/losses/mask_targets.h"
#include "core/nn/ops/paste.h"

namespace blastoscope::nn {
namespace {

constexpr double kSmallestPiece = 0.1; ///< of the largest; smaller ones are specks that must not widen the window
constexpr int kSides = 8;

/// One of the eight symmetries of the square, of [1, N, N].
torch::Tensor turned(const torch::Tensor& map, int side)
{
    const auto rotated = torch::rot90(map, side % 4, {1, 2});
    return side >= 4 ? rotated.flip(2) : rotated;
}

torch::Tensor turnedBack(const torch::Tensor& map, int side)
{
    return torch::rot90(side >= 4 ? map.flip(2) : map, -(side % 4), {1, 2});
}

/// How much of each of size x size cells of the window the mask covers, [1, size, size].
torch::Tensor coverage(const masks::RleMask& mask, const base::Box& window, int size)
{
    const base::Box box = mask.boundingBox();
    const masks::Bitmap pixels = mask.crop(int(box.x1), int(box.y1), int(box.width()), int(box.height()));
    const auto tensor = torch::tensor(pixels.pixels, torch::kUInt8).reshape({1, pixels.height, pixels.width});
    const auto where = torch::tensor({float(window.x1 - box.x1), float(window.y1 - box.y1), float(window.x2 - box.x1),
                                      float(window.y2 - box.y1)})
                           .reshape({1, 4});
    return cropMasks(tensor, torch::zeros({1}, torch::kLong), where, size)[0];
}

} // namespace

base::Box snapWindow(const masks::RleMask& mask, double margin)
{
    const auto pieces = masks::components(mask);
    if (pieces.empty())
        return {};
    const double least = kSmallestPiece * double(pieces.front().area());
    base::Box box = pieces.front().boundingBox();
    for (const masks::RleMask& piece : pieces) {
        if (double(piece.area()) < least)
            break;
        box = base::united(box, piece.boundingBox());
    }
    const base::Point center = box.center();
    const double half = std::max(box.width(), box.height()) * (.5 + margin);
    return {center.x - half, center.y - half, center.x + half, center.y + half};
}

masks::RleMask snappedShape(VqVae& network, const masks::RleMask& mask, double margin)
{
    if (mask.isEmpty())
        return mask;
    const torch::NoGradGuard noGrad;
    const base::Box window = snapWindow(mask, margin);
    const auto seen = coverage(mask, window, network->options.maskSize);
    std::vector<torch::Tensor> views;
    for (int side = 0; side < kSides; ++side)
        views.push_back(turned(seen, side));
    const auto device = network->codebook.device();
    const auto whole = network->reconstruct(torch::stack(views).to(device)).to(torch::kCPU, torch::kFloat32);
    auto mean = torch::zeros_like(seen);
    for (int side = 0; side < kSides; ++side)
        mean += turnedBack(whole[side], side) / kSides;
    const auto pasted = paste(mean[0], window, mask.width(), mask.height());
    return masks::withoutHoles(masks::largestComponent(pasted.toMask(mask.width(), mask.height())));
}

} // namespace blastoscope::nn
