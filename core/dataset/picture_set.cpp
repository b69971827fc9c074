// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/picture_set.h"

#include <algorithm>
#include <cmath>

#include "core/base/file_io.h"
#include "core/imaging/contrast.h"
#include "core/nn/data/dataset_file.h"

namespace blastoscope::dataset {

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

base::Result<PictureSetReport> writePictureSet(const imaging::ImageStack& stack, const std::filesystem::path& folder,
                                               const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress)
{
    PictureSetReport report;
    std::vector<nn::DatasetFrame> frames;
    const imaging::StackInfo& info = stack.info();
    for (int time = 0; time < info.times; ++time) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        const imaging::FrameIndex index{time, info.defaultPlane, 0};
        const std::string name = stack.frameName(index);
        if (onProgress)
            onProgress({time, info.times, "Reading " + name});
        const auto image = stack.read(index);
        if (!image) {
            report.warnings.push_back(name + " is left out: " + image.error().message);
            continue;
        }
        const base::Image gray = toGrayBytes(*image);
        nn::DatasetFrame frame;
        frame.width = gray.width;
        frame.height = gray.height;
        const auto* first = gray.row<std::uint8_t>(0);
        frame.pixels.assign(first, first + std::size_t(gray.width) * std::size_t(gray.height));
        frame.name = name;
        frame.embryo = info.path.filename().string();
        frame.exhaustive = false;
        frames.push_back(std::move(frame));
    }
    if (frames.empty())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "\"" + info.path.filename().string() + "\" has no picture that can be read.");
    report.pictures = int(frames.size());
    if (auto made = base::makeFolder(folder); !made)
        return tl::unexpected(made.error());
    if (auto written = nn::writeDatasetFile(folder / nn::kDatasetFileName, frames); !written)
        return tl::unexpected(written.error());
    return report;
}

} // namespace blastoscope::dataset
