// SPDX-License-Identifier: Apache-2.0
#include "app/train/nearest_pictures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "app/train/gan_data.h"
#include "app/train/sample_grid.h"
#include "core/nn/gan/style_generator.h"
#include "core/nn/torch_wall.h"
#include "core/nn/training/compute_threads.h"

namespace blastoscope::train {
namespace {

constexpr std::int64_t kBatch = 16;
constexpr double kGreyOfRange = 127.5; ///< grey values per unit of [-1, 1]

torch::Tensor samplesOf(nn::StyleGenerator& generator, const NearestOptions& options, std::int64_t count)
{
    const nn::Truncation truncation{options.truncation, generator->options.layerStyles() / 2};
    std::vector<torch::Tensor> parts;
    for (std::int64_t first = 0; first < count; first += kBatch) {
        std::vector<torch::Tensor> latents;
        for (std::int64_t i = first; i < std::min(count, first + kBatch); ++i)
            latents.push_back(nn::latentOf(options.seed, i, generator->options.latentSize));
        parts.push_back(generator(torch::stack(latents), nn::NoiseMode::Fixed, truncation));
    }
    return torch::cat(parts).clamp(-1, 1);
}

/// Distances of every row of `a` to every row of `b`, in grey values.
torch::Tensor distances(const torch::Tensor& a, const torch::Tensor& b)
{
    return torch::cdist(a.flatten(1), b.flatten(1)) * (kGreyOfRange / std::sqrt(double(a[0].numel())));
}

double medianOf(const torch::Tensor& values)
{
    return values.median().item<double>();
}

base::Image pictureOf(const torch::Tensor& samples, const torch::Tensor& pictures, const torch::Tensor& order)
{
    std::vector<base::Image> all;
    for (std::int64_t row = 0; row < order.size(0); ++row) {
        all.push_back(toImage(samples, row));
        for (std::int64_t column = 0; column < order.size(1); ++column)
            all.push_back(toImage(pictures, order[row][column].item<std::int64_t>()));
    }
    return pictureGrid(all, int(order.size(1)) + 1);
}

} // namespace

base::Result<Nearest> nearestPictures(const NearestOptions& options)
{
    nn::setComputeThreads(std::max(1, options.threads));
    auto file = nn::readGenerator(options.generator);
    if (!file)
        return tl::unexpected(file.error());
    const auto real = loadGanPictures(options.dataset, file->generator->options.resolution, options.anySize);
    if (!real)
        return tl::unexpected(real.error());
    return nn::guarded("The nearest pictures could not be found.", [&] {
        const torch::NoGradGuard noGrad;
        const auto pictures = toGanRange(real->bytes);
        const auto measured = std::min<std::int64_t>(std::max(1, options.measured), pictures.size(0));
        const auto samples = samplesOf(file->generator, options, std::max<std::int64_t>(measured, options.shown));
        const auto apart = distances(samples, pictures);
        auto among = distances(pictures.slice(0, 0, measured), pictures);
        among.diagonal().fill_(std::numeric_limits<float>::infinity());
        const auto neighbours = std::min<std::int64_t>(std::max(1, options.neighbours), pictures.size(0));
        const auto order = std::get<1>(apart.slice(0, 0, options.shown).topk(neighbours, 1, false));
        return Nearest{pictureOf(samples, pictures, order), medianOf(std::get<0>(apart.slice(0, 0, measured).min(1))),
                       medianOf(std::get<0>(among.min(1)))};
    });
}

} // namespace blastoscope::train
