// SPDX-License-Identifier: Apache-2.0
#include "app/train/gan_data.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/nn/data/dataset_file.h"
#include "core/nn/data/preprocess.h"

namespace blastoscope::train {
namespace {

std::string sizeOf(const nn::DatasetFrame& frame)
{
    return std::to_string(frame.width) + " x " + std::to_string(frame.height);
}

base::Status checkFrames(const std::vector<const nn::DatasetFrame*>& frames, const std::filesystem::path& dataset,
                         int resolution, bool anySize)
{
    const auto refuse = [](const std::string& message) {
        return base::fail(base::ErrorCode::InvalidArgument, message);
    };
    if (frames.size() < 2)
        return refuse("The dataset in " + dataset.string() + " has " +
                      (frames.empty() ? "no picture" : "one picture only") +
                      " to train on; a generator needs several different ones, better hundreds.");
    for (const nn::DatasetFrame* frame : frames) {
        const nn::DatasetFrame& first = *frames.front();
        if (!anySize && (frame->width != first.width || frame->height != first.height))
            return refuse("The pictures in " + dataset.string() + " have several sizes, e.g. " + sizeOf(first) +
                          " and " + sizeOf(*frame) + " (" + frame->name +
                          "). Crop them to one scale, or set \"gan.any_size\" to "
                          "take the middle square of each.");
        if (std::min(frame->width, frame->height) < resolution)
            return refuse("The picture " + frame->name + " (" + sizeOf(*frame) + ") is smaller than the generator's " +
                          std::to_string(resolution) + " px; set \"gan.resolution\" lower.");
    }
    return {};
}

/// The middle square of a grey picture at `resolution`.
torch::Tensor shrunk(const std::vector<std::uint8_t>& pixels, int width, int height, int resolution)
{
    const double side = std::min(width, height);
    const double left = std::floor((width - side) / 2), top = std::floor((height - side) / 2);
    const std::vector<float> grey(pixels.begin(), pixels.end());
    const auto small =
        nn::resampleWindow(grey, width, height, {left, top, left + side, top + side}, resolution, resolution);
    auto bytes = torch::empty({1, resolution, resolution}, torch::kUInt8);
    std::transform(small.begin(), small.end(), bytes.data_ptr<std::uint8_t>(),
                   [](float value) { return std::uint8_t(std::clamp(std::lround(value), 0L, 255L)); });
    return bytes;
}

/// The same picture mirrored or turned, as the recipe allows.
torch::Tensor oriented(const torch::Tensor& picture, const GanRecipe& recipe, base::Random& random)
{
    auto x = picture;
    if (recipe.mirror && random.chance(0.5))
        x = x.flip({2});
    if (recipe.quarterTurns)
        x = x.rot90(random.integer(0, 3), {1, 2});
    return x;
}

} // namespace

base::Result<GanPictures> loadGanPictures(const std::filesystem::path& dataset, int resolution, bool anySize)
{
    const auto file = dataset / nn::kDatasetFileName;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return base::fail(base::ErrorCode::NotFound, "There is no dataset in " + dataset.string() +
                                                         ": it has no file " + nn::kDatasetFileName + ".");
    auto hash = base::sha256OfFile(file);
    if (!hash)
        return tl::unexpected<base::Error>(hash.error());
    const auto frames = nn::readDatasetFile(file);
    if (!frames)
        return tl::unexpected<base::Error>(frames.error());
    std::vector<const nn::DatasetFrame*> chosen;
    for (const nn::DatasetFrame& frame : *frames)
        if (!frame.validation)
            chosen.push_back(&frame);
    if (auto status = checkFrames(chosen, dataset, resolution, anySize); !status)
        return tl::unexpected<base::Error>(status.error());
    std::vector<torch::Tensor> pictures;
    for (const nn::DatasetFrame* frame : chosen)
        pictures.push_back(shrunk(frame->pixels, frame->width, frame->height, resolution));
    return GanPictures{torch::stack(pictures), std::move(*hash)};
}

torch::Tensor toGanRange(const torch::Tensor& bytes)
{
    return bytes.to(torch::kFloat32) / 127.5 - 1;
}

base::Image toImage(const torch::Tensor& pictures, std::int64_t index)
{
    const auto bytes = ((pictures[index].to(torch::kCPU).to(torch::kFloat32) + 1) * 127.5)
                           .round()
                           .clamp(0, 255)
                           .to(torch::kUInt8)
                           .permute({1, 2, 0})
                           .contiguous();
    base::Image image(int(bytes.size(1)), int(bytes.size(0)), int(bytes.size(2)), base::PixelType::U8);
    std::copy_n(bytes.data_ptr<std::uint8_t>(), image.bytes.size(), image.row<std::uint8_t>(0));
    return image;
}

torch::Tensor ganBatch(const RunContext& context, const GanPictures& pictures, std::int64_t step)
{
    const GanRecipe& recipe = context.recipe.gan;
    const int count = recipe.training.batch;
    base::Random random = base::Random(nn::stepSeed(context.recipe.seed, step)).split(0);
    std::vector<torch::Tensor> batch;
    if (pictures.bytes.defined()) {
        for (int i = 0; i < count; ++i) {
            const auto index = std::int64_t(random.next() % std::uint64_t(pictures.bytes.size(0)));
            batch.push_back(oriented(pictures.bytes[index], recipe, random));
        }
    } else {
        for (const auto& sample : samplesOf(context, step, count))
            batch.push_back(
                oriented(shrunk(sample->canvas, sample->canvasSize, sample->canvasSize, recipe.networks.resolution),
                         recipe, random));
    }
    return toGanRange(torch::stack(batch));
}

} // namespace blastoscope::train
