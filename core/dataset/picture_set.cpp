// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/picture_set.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

#include "core/base/file_io.h"
#include "core/imaging/contrast.h"
#include "core/nn/data/dataset_file.h"
#include "core/nn/data/preprocess.h"

namespace blastoscope::dataset {
namespace {

/// The largest square in the middle at `side` pixels; smaller ones and `side` 0 stay as they are.
base::Image middleSquare(const base::Image& gray, int side)
{
    const int most = std::min(gray.width, gray.height);
    if (side <= 0 || most < side || (gray.width == side && gray.height == side))
        return gray;
    const int left = (gray.width - most) / 2, top = (gray.height - most) / 2;
    const auto* first = gray.row<std::uint8_t>(0);
    const std::vector<float> values(first, first + gray.bytes.size());
    const auto small =
        nn::resampleWindow(values, gray.width, gray.height,
                           {double(left), double(top), double(left + most), double(top + most)}, side, side);
    base::Image out(side, side, 1, base::PixelType::U8);
    std::transform(small.begin(), small.end(), out.row<std::uint8_t>(0),
                   [](float value) { return std::uint8_t(std::clamp(std::lround(value), 0L, 255L)); });
    return out;
}

nn::DatasetFrame toFrame(const base::Image& gray, const std::string& name, const std::string& embryo)
{
    nn::DatasetFrame frame;
    frame.width = gray.width;
    frame.height = gray.height;
    const auto* first = gray.row<std::uint8_t>(0);
    frame.pixels.assign(first, first + gray.bytes.size());
    frame.name = name;
    frame.embryo = embryo;
    frame.exhaustive = false;
    return frame;
}

} // namespace

base::Image toGrayBytes(const base::Image& image)
{
    const base::Image bytes =
        image.type == base::PixelType::U8
            ? image
            : imaging::displayImage(image, imaging::autoContrast(image, 0.1, 99.9));
    const std::vector<float> gray = base::toGrayFloats(bytes);
    base::Image out(image.width, image.height, 1, base::PixelType::U8);
    auto* pixel = out.row<std::uint8_t>(0);
    for (const float value : gray)
        *pixel++ = std::uint8_t(std::clamp(std::lround(value), 0L, 255L));
    return out;
}

base::Result<PictureSetReport> writePictureSet(const std::vector<PictureSource>& sources,
                                               const std::filesystem::path& folder, int largestSide,
                                               const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress)
{
    PictureSetReport report;
    std::vector<nn::DatasetFrame> frames;
    std::set<std::pair<int, int>> sizes;
    const std::int64_t total =
        std::accumulate(sources.begin(), sources.end(), std::int64_t(0),
                        [](auto sum, const auto& source) { return sum + std::ssize(source.frames); });
    std::int64_t done = 0;
    for (const PictureSource& source : sources) {
        for (const imaging::FrameIndex& index : source.frames) {
            if (cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            const std::string name = source.stack->frameName(index);
            if (onProgress)
                onProgress({done++, total, "Reading " + name});
            const auto image = source.stack->read(index);
            if (!image) {
                report.warnings.push_back(name + " is left out: " + image.error().message);
                continue;
            }
            sizes.emplace(image->width, image->height);
            frames.push_back(toFrame(middleSquare(toGrayBytes(*image), largestSide), name, source.embryo));
        }
    }
    if (frames.empty())
        return base::fail(base::ErrorCode::InvalidArgument, "There is no picture that can be read.");
    report.pictures = int(frames.size());
    report.oneSize = sizes.size() == 1;
    report.smallestSide = std::min(frames.front().width, frames.front().height);
    for (const nn::DatasetFrame& frame : frames)
        report.smallestSide = std::min({report.smallestSide, frame.width, frame.height});
    if (auto made = base::makeFolder(folder); !made)
        return tl::unexpected(made.error());
    if (auto written = nn::writeDatasetFile(folder / nn::kDatasetFileName, frames); !written)
        return tl::unexpected(written.error());
    return report;
}

base::Result<PictureSetReport> writePictureSet(const std::shared_ptr<const imaging::ImageStack>& stack,
                                               const std::filesystem::path& folder,
                                               const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress)
{
    const imaging::StackInfo& info = stack->info();
    PictureSource source{stack, {}, info.path.filename().string()};
    for (int time = 0; time < info.times; ++time)
        source.frames.push_back({time, info.defaultPlane, 0});
    return writePictureSet({source}, folder, 0, cancel, onProgress);
}

} // namespace blastoscope::dataset
