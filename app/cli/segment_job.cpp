// SPDX-License-Identifier: Apache-2.0
#include "app/cli/segment_job.h"

#include "core/base/text.h"
#include "core/inference/segmented_frame.h"

namespace blastoscope::cli {
namespace {

std::optional<int> findPlane(const imaging::StackInfo& info, const std::string& plane)
{
    for (std::size_t i = 0; i < info.planeNames.size(); ++i)
        if (info.planeNames[i] == plane)
            return int(i);
    const auto index = base::parseInt(plane);
    return index && *index >= 0 && *index < info.planes ? index : std::nullopt;
}

} // namespace

base::Result<imaging::FrameIndex> choosePlane(const imaging::StackInfo& info, const StackSelection& selection)
{
    imaging::FrameIndex index;
    index.plane = info.defaultPlane;
    if (!selection.plane.empty()) {
        const auto plane = findPlane(info, selection.plane);
        if (!plane) {
            std::string names;
            for (const std::string& name : info.planeNames)
                names += " " + name;
            return base::fail(base::ErrorCode::InvalidArgument, "There is no focal plane \"" + selection.plane +
                                                                    "\"; the stack has " + std::to_string(info.planes) +
                                                                    (names.empty() ? "." : ":" + names + "."));
        }
        index.plane = *plane;
    }
    index.channel = selection.channel.value_or(0);
    if (index.channel < 0 || index.channel >= info.channels)
        return base::fail(base::ErrorCode::InvalidArgument, "There is no channel " + std::to_string(index.channel) +
                                                                "; the stack has " + std::to_string(info.channels) +
                                                                ", counted from 0.");
    return index;
}

annotation::FrameAnnotation toAnnotation(const inference::Segmentation& found, const inference::ModelInfo& model,
                                         const base::Image& image)
{
    annotation::SegmentedFrame segmented = inference::toSegmentedFrame(found, model);
    annotation::FrameAnnotation frame;
    frame.width = image.width;
    frame.height = image.height;
    frame.instances = std::move(segmented.instances);
    frame.order = std::move(segmented.order);
    frame.qcFlags = std::move(segmented.qcFlags);
    frame.segmented = true;
    return frame;
}

base::Result<std::vector<SegmentedPicture>>
segmentStack(const imaging::ImageStack& stack, inference::Segmenter& segmenter, const StackSelection& selection,
             const base::CancellationToken& cancel, const base::ProgressCallback& onProgress,
             const WarningCallback& onWarning, const PictureCallback& onPicture)
{
    const imaging::StackInfo& info = stack.info();
    const auto plane = choosePlane(info, selection);
    if (!plane)
        return tl::unexpected(plane.error());
    const std::vector<int> times = selection.frames.indices(info.times);
    if (times.empty())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "None of the frames asked for exists; the stack has " + std::to_string(info.times) + ".");
    std::vector<SegmentedPicture> pictures;
    std::optional<base::Error> unreadable;
    bool anyRead = false;
    for (const int time : times) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        onProgress({std::int64_t(pictures.size()) + 1, std::int64_t(times.size()), "Segmenting frame"});
        SegmentedPicture picture;
        picture.index = {time, plane->plane, plane->channel};
        const auto image = stack.read(picture.index);
        if (!image) {
            onWarning("Frame " + std::to_string(time) + " is left out: " + image.error().message);
            unreadable = image.error();
            picture.annotation.width = info.width;
            picture.annotation.height = info.height;
            picture.annotation.qcFlags = {"unreadable"};
            pictures.push_back(std::move(picture));
            continue;
        }
        auto found = segmenter.segment(*image, cancel);
        if (!found)
            return tl::unexpected(found.error());
        picture.annotation = toAnnotation(*found, segmenter.model(), *image);
        picture.found = std::move(*found);
        if (const auto ok = onPicture(*image, picture); !ok)
            return tl::unexpected(ok.error());
        anyRead = true;
        pictures.push_back(std::move(picture));
    }
    if (!anyRead)
        return tl::unexpected(*unreadable);
    return pictures;
}

} // namespace blastoscope::cli
