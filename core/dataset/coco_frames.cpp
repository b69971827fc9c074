// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/coco_frames.h"

#include <utility>

#include "core/imaging/image_stack.h"

namespace blastoscope::dataset {
namespace {

namespace fs = std::filesystem;

base::Error at(const std::string& fileName, base::Error error)
{
    error.message = "\"" + fileName + "\": " + error.message;
    return error;
}

/// The file of an image, which must lie below `root`: a list from elsewhere must not name any file of this machine.
base::Result<fs::path> locate(const std::string& fileName, const fs::path& root)
{
    const fs::path name = fs::path(fileName).lexically_normal();
    if (name.empty() || name.is_absolute() || *name.begin() == "..")
        return tl::unexpected<base::Error>(at(
            fileName,
            {base::ErrorCode::InvalidArgument, "The file name does not lie inside the folder of pictures.", {}}));
    std::error_code error;
    if (!fs::is_regular_file(root / name, error))
        return tl::unexpected<base::Error>(
            at(fileName, {base::ErrorCode::NotFound, "There is no such file in the folder of pictures.", {}}));
    return root / name;
}

base::Result<base::Image> readFrame(const fs::path& file, const formats::AnnotatedFrame& frame)
{
    const auto stack = imaging::openStack(file);
    if (!stack)
        return tl::unexpected<base::Error>(stack.error());
    imaging::FrameIndex index{0, (*stack)->info().defaultPlane, 0};
    if ((*stack)->info().times > 1)
        index.time = frame.frameIndex;
    auto image = (*stack)->read(index);
    if (!image)
        return tl::unexpected<base::Error>(image.error());
    const auto& truth = frame.annotation;
    if (image->width != truth.width || image->height != truth.height)
        return base::fail(base::ErrorCode::Incompatible,
                          "The picture has " + std::to_string(image->width) + " x " + std::to_string(image->height) +
                              " pixels, the annotations say " + std::to_string(truth.width) + " x " +
                              std::to_string(truth.height) + ".");
    return image;
}

} // namespace

base::Result<std::vector<SourceFrame>> framesFromCoco(const fs::path& annotations, const fs::path& root,
                                                      const EmbryoRule& rule)
{
    const auto list = formats::readCocoDataset(annotations);
    if (!list)
        return tl::unexpected<base::Error>(list.error());
    auto truths = formats::fromCoco(*list);
    if (!truths)
        return tl::unexpected<base::Error>(truths.error());
    std::vector<SourceFrame> frames;
    for (formats::AnnotatedFrame& truth : *truths) {
        auto file = locate(truth.fileName, root);
        if (!file)
            return tl::unexpected<base::Error>(file.error());
        auto embryo = rule.embryoOf(truth);
        if (!embryo)
            return tl::unexpected<base::Error>(embryo.error());
        truth.embryoId = *embryo;
        SourceFrame frame;
        frame.read = [file = *file, name = truth.fileName, truth]() -> base::Result<base::Image> {
            auto image = readFrame(file, truth);
            if (!image)
                return tl::unexpected<base::Error>(at(name, image.error()));
            return image;
        };
        frame.truth = std::move(truth);
        frames.push_back(std::move(frame));
    }
    return frames;
}

} // namespace blastoscope::dataset
