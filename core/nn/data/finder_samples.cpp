// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/finder_samples.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/nn/data/augmentation.h"
#include "core/nn/data/preprocess.h"

namespace blastoscope::nn {
namespace {

constexpr double kMinZoom = 0.75; ///< window side / frame side
constexpr double kMaxZoom = 1.15;
constexpr double kMinTileZoom = 0.55; ///< the same for a frame of a mosaic
constexpr double kMaxTileZoom = 1;
constexpr double kReach = 0.12; ///< largest shift of a window's centre in each direction, in frame sides
constexpr double kNineShare = 0.35; ///< of the mosaics: three frames in each direction in place of two

/// A square picture with its truth, all side x side: grey values and shares of pixels in [0, 1].
struct Scene {
    int side = 0;
    std::vector<float> picture, clump, embryo;
};

/// The frame's mask as floats, zero outside, averaged over the cells of a size x size grid on `window`.
std::vector<float> averagedMask(const std::vector<float>& mask, int side, const base::Box& window, int size)
{
    constexpr int kPoints = 4;
    const double step = window.width() / (size * kPoints);
    std::vector<float> out(std::size_t(size) * std::size_t(size));
    for (int y = 0; y < size * kPoints; ++y) {
        const int py = int(std::floor(window.y1 + (y + 0.5) * step));
        for (int x = 0; x < size * kPoints; ++x) {
            const int px = int(std::floor(window.x1 + (x + 0.5) * step));
            if (px >= 0 && py >= 0 && px < side && py < side)
                out[std::size_t(y / kPoints) * std::size_t(size) + std::size_t(x / kPoints)] +=
                    mask[std::size_t(py) * std::size_t(side) + std::size_t(px)] / float(kPoints * kPoints);
        }
    }
    return out;
}

std::vector<float> filledEllipse(const std::optional<base::Box>& box, int side)
{
    std::vector<float> mask(std::size_t(side) * std::size_t(side));
    if (!box)
        return mask;
    const base::Point center = box->center();
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double dx = 2 * (x + 0.5 - center.x) / box->width();
            const double dy = 2 * (y + 0.5 - center.y) / box->height();
            mask[std::size_t(y) * std::size_t(side) + std::size_t(x)] = dx * dx + dy * dy <= 1 ? 1.0F : 0.0F;
        }
    }
    return mask;
}

std::vector<float> asFloats(const std::vector<std::uint8_t>& bytes, float scale)
{
    std::vector<float> values(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i)
        values[i] = float(bytes[i]) * scale;
    return values;
}

Scene sceneOf(const TrainingSample& sample)
{
    const int side = sample.overviewSize;
    TORCH_CHECK(side > 0, "finderBatch: a sample without an overview");
    return {side, asFloats(sample.overview, 1 / 255.0F), asFloats(sample.overviewClump.toBitmap().pixels, 1),
            filledEllipse(sample.overviewZona, side)};
}

torch::Tensor asTensor(const std::vector<float>& values, std::int64_t side)
{
    torch::Tensor tensor = torch::empty({1, side, side});
    std::memcpy(tensor.data_ptr<float>(), values.data(), values.size() * sizeof(float));
    return tensor;
}

base::Box randomWindow(int side, double minZoom, double maxZoom, base::Random& random)
{
    const double extent = side * random.uniform(minZoom, maxZoom);
    const double x = side * (0.5 + random.uniform(-kReach, kReach)) - extent / 2;
    const double y = side * (0.5 + random.uniform(-kReach, kReach)) - extent / 2;
    return {x, y, x + extent, y + extent};
}

/// Copies a tile x tile picture into the grid's cell (column, row).
void place(const std::vector<float>& from, int tile, int column, int row, std::vector<float>& into, int side)
{
    for (int y = 0; y < tile; ++y)
        std::copy_n(from.begin() + std::ptrdiff_t(y) * tile, tile,
                    into.begin() + (std::ptrdiff_t(row) * tile + y) * side + std::ptrdiff_t(column) * tile);
}

/// Several frames beside each other, as embryos lie that share a dish: the given one and randomly chosen others.
Scene mosaic(const std::vector<std::shared_ptr<const TrainingSample>>& samples, std::size_t first, base::Random& random)
{
    const int across = random.chance(kNineShare) ? 3 : 2;
    const int tile = (samples[first]->overviewSize + across - 1) / across;
    Scene scene;
    scene.side = tile * across;
    for (auto* map : {&scene.picture, &scene.clump, &scene.embryo})
        map->resize(std::size_t(scene.side) * std::size_t(scene.side));
    for (int i = 0; i < across * across; ++i) {
        const std::size_t chosen = i == 0 ? first : std::size_t(random.integer(0, int(samples.size()) - 1));
        const Scene part = sceneOf(*samples[chosen]);
        const base::Box window = randomWindow(part.side, kMinTileZoom, kMaxTileZoom, random);
        const int column = i % across, row = i / across;
        place(resampleWindow(part.picture, part.side, part.side, window, tile, tile), tile, column, row, scene.picture,
              scene.side);
        place(averagedMask(part.clump, part.side, window, tile), tile, column, row, scene.clump, scene.side);
        place(averagedMask(part.embryo, part.side, window, tile), tile, column, row, scene.embryo, scene.side);
    }
    return scene;
}

} // namespace

FinderBatch finderBatch(const std::vector<std::shared_ptr<const TrainingSample>>& samples, int inputSize, int stride,
                        std::optional<base::Random> random, double mosaicShare)
{
    std::vector<torch::Tensor> images, clumps, embryos;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Scene scene = random && mosaicShare > 0 && random->chance(mosaicShare) ? mosaic(samples, i, *random)
                                                                                     : sceneOf(*samples[i]);
        const int side = scene.side;
        const base::Box window =
            random ? randomWindow(side, kMinZoom, kMaxZoom, *random) : base::Box{0, 0, double(side), double(side)};
        std::vector<float> picture = resampleWindow(scene.picture, side, side, window, inputSize, inputSize);
        if (random)
            disturb(picture, inputSize, inputSize, AugmentationOptions{}, *random);
        standardise(picture);
        const int cells = inputSize / stride;
        torch::Tensor image = asTensor(picture, inputSize);
        torch::Tensor clump = asTensor(averagedMask(scene.clump, side, window, cells), cells);
        torch::Tensor embryo = asTensor(averagedMask(scene.embryo, side, window, cells), cells);
        if (random) {
            const int turns = random->integer(0, 3);
            const bool flip = random->chance(0.5);
            for (torch::Tensor* map : {&image, &clump, &embryo}) {
                *map = map->rot90(turns, {1, 2});
                if (flip)
                    *map = map->flip({2});
            }
        }
        images.push_back(image);
        clumps.push_back(clump);
        embryos.push_back(embryo);
    }
    return {torch::stack(images), {torch::stack(clumps), torch::stack(embryos)}};
}

} // namespace blastoscope::nn
