// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/frame_range.h"
#include "core/annotation/instance.h"
#include "core/base/cancellation.h"
#include "core/base/progress.h"
#include "core/imaging/image_stack.h"
#include "core/inference/segmenter.h"

namespace blastoscope::cli {

/// Which pictures of a stack.
struct StackSelection {
    FrameRange frames;
    std::string plane;          ///< name or index; empty = the plane in focus
    std::optional<int> channel; ///< nothing = the first one
};

/// One picture of a stack with what was found on it.
struct SegmentedPicture {
    imaging::FrameIndex index;
    annotation::FrameAnnotation annotation; ///< not `segmented` when the picture could not be read
    inference::Segmentation found;          ///< everything above the reporting threshold
};

/// Told of every picture that was segmented, e.g. to draw it.
using PictureCallback = std::function<base::Status(const base::Image& image, const SegmentedPicture& picture)>;
using WarningCallback = std::function<void(const std::string& message)>;

/// Plane and channel of a selection. Fails with InvalidArgument when the stack has none such; the message lists them.
base::Result<imaging::FrameIndex> choosePlane(const imaging::StackInfo& info, const StackSelection& selection);

/// An annotation from what a model found on an image.
annotation::FrameAnnotation toAnnotation(const inference::Segmentation& found, const inference::ModelInfo& model,
                                         const base::Image& image);

/// Segments the selected pictures in ascending time. A picture that cannot be read is kept as one that nobody looked
/// at, with the flag "unreadable", and a warning; if that happens to all of them the job fails with the last reason.
/// Other failures, those of the model and of `onPicture` included, end the job.
base::Result<std::vector<SegmentedPicture>>
segmentStack(const imaging::ImageStack& stack, inference::Segmenter& segmenter, const StackSelection& selection,
             const base::CancellationToken& cancel, const base::ProgressCallback& onProgress,
             const WarningCallback& onWarning, const PictureCallback& onPicture);

} // namespace blastoscope::cli
