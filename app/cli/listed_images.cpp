// SPDX-License-Identifier: Apache-2.0
#include "app/cli/listed_images.h"

#include <algorithm>
#include <map>
#include <optional>

#include "app/cli/category_map.h"
#include "app/cli/segment_job.h"
#include "core/formats/coco_annotation.h"
#include "core/imaging/image_stack.h"
#include "core/inference/segmented_frame.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

base::Error atImage(const formats::CocoImage& image, base::Error error)
{
    error.message = "Image " + std::to_string(image.id) + " (" + image.fileName + "): " + error.message;
    return error;
}

/// The file of an image, which must lie below `root`: a list from elsewhere must not name any file of this machine.
base::Result<fs::path> locate(const formats::CocoImage& image, const fs::path& root)
{
    const fs::path name = fs::path(image.fileName).lexically_normal();
    const bool leaves = name.empty() || name.is_absolute() || *name.begin() == "..";
    if (leaves)
        return tl::unexpected(atImage(
            image,
            {base::ErrorCode::InvalidArgument, "The file name does not lie inside the folder of pictures.", {}}));
    std::error_code error;
    if (!fs::is_regular_file(root / name, error))
        return tl::unexpected(
            atImage(image, {base::ErrorCode::NotFound, "There is no such file in the folder of pictures.", {}}));
    return root / name;
}

base::Result<base::Image> readPicture(const formats::CocoImage& image, const fs::path& path)
{
    const auto stack = imaging::openStack(path);
    if (!stack)
        return tl::unexpected(atImage(image, stack.error()));
    auto picture = (*stack)->read({0, (*stack)->info().defaultPlane, 0});
    if (!picture)
        return tl::unexpected(atImage(image, picture.error()));
    if (picture->width != image.width || picture->height != image.height)
        return tl::unexpected(
            atImage(image, {base::ErrorCode::Incompatible,
                            "The picture has " + std::to_string(picture->width) + " x " +
                                std::to_string(picture->height) + " pixels, the list says " +
                                std::to_string(image.width) + " x " + std::to_string(image.height) + ".",
                            {}}));
    return picture;
}

/// Where the image comes from and belongs to; what was found in it is for the caller.
formats::AnnotatedFrame frameOf(const formats::CocoImage& image)
{
    formats::AnnotatedFrame frame;
    frame.fileName = image.fileName;
    frame.frameIndex = image.frameIndex.value_or(0);
    frame.umPerPixel = image.umPerPixel;
    frame.timeHours = image.timeHours;
    frame.t0Hours = image.t0Hours;
    frame.timeSource = image.timeSource;
    frame.embryoId = image.embryoId;
    return frame;
}

/// The counted cells keep the image ids of the list.
formats::CocoDataset underListedIds(formats::CocoDataset counted, const formats::CocoDataset& list)
{
    std::map<std::int64_t, std::int64_t> listedId;
    for (std::size_t i = 0; i < counted.images.size(); ++i) {
        listedId[counted.images[i].id] = list.images[i].id;
        counted.images[i].id = list.images[i].id;
    }
    for (formats::CocoAnnotation& annotation : counted.annotations)
        annotation.imageId = listedId.at(annotation.imageId);
    return counted;
}

} // namespace

void appendResults(const inference::Segmentation& found, const inference::ModelInfo& model, std::int64_t imageId,
                   const formats::CocoDataset& dataset, std::vector<formats::CocoResult>& results)
{
    for (const inference::Detection& detection : found.detections) {
        const auto objectClass = inference::objectClassOf(model, detection.classId);
        if (!objectClass)
            continue;
        auto category = categoryNamed(model.classNames[std::size_t(detection.classId) - 1], dataset);
        if (!category)
            category = categoryFor(base::ObjectClass(*objectClass), dataset);
        if (category)
            results.push_back({imageId, *category, double(detection.score), detection.amodal, detection.box});
    }
}

base::Result<ListedResults> segmentListedImages(const formats::CocoDataset& list, const fs::path& root,
                                                inference::Segmenter& segmenter, const base::CancellationToken& cancel,
                                                const base::ProgressCallback& onProgress,
                                                const LeftOutCallback& onLeftOut, const ListedCallback& onImage)
{
    std::vector<fs::path> paths;
    for (const formats::CocoImage& image : list.images) {
        auto path = locate(image, root);
        if (!path)
            return tl::unexpected(path.error());
        paths.push_back(std::move(*path));
    }
    ListedResults out;
    std::vector<formats::AnnotatedFrame> frames;
    std::vector<std::vector<base::Box>> embryos;
    std::optional<base::Error> lastReason;
    std::size_t leftOut = 0;
    const auto leaveOut = [&](const formats::CocoImage& image, const base::Error& reason) {
        onLeftOut(reason);
        lastReason = reason;
        ++leftOut;
        frames.push_back(frameOf(image));
        frames.back().annotation.width = image.width;
        frames.back().annotation.height = image.height;
        frames.back().annotation.qcFlags = {"unreadable"};
        embryos.emplace_back();
    };
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const formats::CocoImage& image = list.images[i];
        onProgress({std::int64_t(i) + 1, std::int64_t(paths.size()), "Segmenting image"});
        const auto picture = readPicture(image, paths[i]);
        if (!picture) {
            leaveOut(image, picture.error());
            continue;
        }
        const auto found = segmenter.segment(*picture, cancel);
        if (!found) {
            const base::Error reason = atImage(image, found.error());
            if (reason.code == base::ErrorCode::Cancelled)
                return tl::unexpected(reason);
            leaveOut(image, reason);
            continue;
        }
        appendResults(*found, segmenter.model(), image.id, list, out.results);
        embryos.push_back(found->embryoBoxes);
        formats::AnnotatedFrame frame = frameOf(image);
        frame.annotation = toAnnotation(*found, segmenter.model(), *picture);
        if (const auto ok = onImage(image, *picture, frame.annotation); !ok)
            return tl::unexpected(ok.error());
        frames.push_back(std::move(frame));
    }
    if (lastReason && leftOut == frames.size())
        return tl::unexpected(*lastReason);
    out.counted = underListedIds(inCategoriesOf(segmenter.model(), formats::toCoco(frames)), list);
    for (std::size_t i = 0; i < embryos.size(); ++i)
        out.counted.images[i].embryoBoxes = std::move(embryos[i]);
    return out;
}

} // namespace blastoscope::cli
