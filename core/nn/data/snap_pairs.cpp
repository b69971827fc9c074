// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/snap_pairs.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/masks/damage.h"
#include "core/masks/random_shape.h"
#include "core/nn/losses/mask_targets.h"
#include "core/nn/models/shape_snap.h"

namespace blastoscope::nn {
namespace {

constexpr int kRaster = 128;                                ///< side of the bitmaps on which silhouettes are damaged
constexpr double kSmallestRadius = 22, kLargestRadius = 32; ///< of silhouettes there
constexpr double kMostStretch = 1.15;

bool isWhole(const masks::RleMask& mask)
{
    const base::Box box = mask.boundingBox();
    return box.x1 > 0 && box.y1 > 0 && box.x2 < mask.width() && box.y2 < mask.height();
}

std::vector<const masks::RleMask*> usableIn(const std::vector<std::shared_ptr<const TrainingSample>>& samples,
                                            int minimumArea)
{
    std::vector<const masks::RleMask*> usable;
    for (const auto& sample : samples)
        for (const SampleInstance& instance : sample->instances)
            if (instance.amodal.area() >= minimumArea && isWhole(instance.amodal))
                usable.push_back(&instance.amodal);
    return usable;
}

/// The silhouette in the middle of a raster of its own, turned, mirrored and stretched at random; pixels take the value
/// of the nearest one.
masks::Bitmap placed(const masks::RleMask& mask, base::Random& random)
{
    const base::Box box = mask.boundingBox();
    const masks::Bitmap source = mask.crop(int(box.x1), int(box.y1), int(box.width()), int(box.height()));
    const double radius = std::sqrt(double(mask.area()) / std::numbers::pi);
    const double scale = radius / random.uniform(kSmallestRadius, kLargestRadius);
    const double stretch = random.uniform(1, kMostStretch), mirror = random.chance(.5) ? -1 : 1;
    const double axis = random.uniform(0, std::numbers::pi), turn = random.uniform(0, 2 * std::numbers::pi);
    const double ca = std::cos(axis), sa = std::sin(axis), ct = std::cos(turn), st = std::sin(turn);
    masks::Bitmap raster(kRaster, kRaster);
    for (int y = 0; y < kRaster; ++y)
        for (int x = 0; x < kRaster; ++x) {
            const double dx = x + .5 - kRaster / 2., dy = mirror * (y + .5 - kRaster / 2.);
            const double u = (ca * dx + sa * dy) * stretch, v = (ca * dy - sa * dx) / stretch;
            const int column = int(std::floor((ct * u - st * v) * scale + box.width() / 2));
            const int row = int(std::floor((st * u + ct * v) * scale + box.height() / 2));
            raster.at(x, y) = source.contains(column, row) && source.at(column, row);
        }
    return raster;
}

masks::Bitmap drawShape(const std::vector<const masks::RleMask*>& usable, const SnapPairOptions& options,
                        base::Random& random)
{
    if (!usable.empty() && !random.chance(options.inventedShare))
        return placed(*usable[std::size_t(random.integer(0, int(usable.size()) - 1))], random);
    masks::RandomShapeOptions shape;
    shape.radius = random.uniform(kSmallestRadius, kLargestRadius);
    if (random.chance(.5))
        shape.irregularity = 0;
    return masks::randomShape(kRaster, shape, random);
}

torch::Tensor toTensor(const masks::Bitmap& bitmap)
{
    return torch::tensor(bitmap.pixels, torch::kUInt8).reshape({bitmap.height, bitmap.width});
}

} // namespace

SnapPairs snapPairs(const std::vector<std::shared_ptr<const TrainingSample>>& samples, int count,
                    const SnapPairOptions& options, base::Random random)
{
    TORCH_CHECK(count > 0, "snapPairs: count must be positive");
    const auto usable = usableIn(samples, options.minimumArea);
    std::vector<torch::Tensor> whole, damaged;
    std::vector<float> corners;
    while (int(whole.size()) < count) {
        const masks::Bitmap shape = drawShape(usable, options, random);
        const masks::Bitmap broken = masks::damaged(shape, random);
        const base::Box window = snapWindow(masks::RleMask(broken), options.margin);
        if (window.isEmpty())
            continue;
        for (const double corner : {window.x1, window.y1, window.x2, window.y2})
            corners.push_back(float(corner));
        whole.push_back(toTensor(shape));
        damaged.push_back(toTensor(broken));
    }
    const auto boxes = torch::tensor(corners).reshape({count, 4});
    const auto instance = torch::arange(count, torch::kLong);
    return {cropMasks(torch::stack(damaged), instance, boxes, options.cropSize),
            cropMasks(torch::stack(whole), instance, boxes, options.cropSize)};
}

} // namespace blastoscope::nn
