// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/annotation/instance.h"
#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/formats/coco.h"
#include "core/inference/segmenter.h"

namespace blastoscope::cli {

/// What a model found on the pictures that a COCO file lists, under that file's image ids.
struct ListedResults {
    std::vector<formats::CocoResult> results; ///< everything above the reporting threshold
    formats::CocoDataset counted; ///< what is counted, with depth order and the boxes of embryos, in our own categories
};

/// Told of every listed image that was segmented, e.g. to draw it.
using ListedCallback = std::function<base::Status(const formats::CocoImage& listed, const base::Image& image,
                                                  const annotation::FrameAnnotation& annotation)>;

/// Told why a listed image gets no results; the message names the image.
using LeftOutCallback = std::function<void(const base::Error& reason)>;

/// Segments exactly the images of `list`, read from `root`. Fails before the first one when a file is missing or its
/// name leaves `root`, later only when cancelled and as `onImage` does. An image that cannot be read or segmented, or
/// has another size than the list says (Incompatible), is left out: told to `onLeftOut`, without results and with the
/// flag "unreadable". When that is so of all of them, the reason for the last one is the failure.
base::Result<ListedResults> segmentListedImages(const formats::CocoDataset& list, const std::filesystem::path& root,
                                                inference::Segmenter& segmenter, const base::CancellationToken& cancel,
                                                const base::ProgressCallback& onProgress,
                                                const LeftOutCallback& onLeftOut, const ListedCallback& onImage);

/// All detections of one image as COCO results in the categories of `dataset`.
void appendResults(const inference::Segmentation& found, const inference::ModelInfo& model, std::int64_t imageId,
                   const formats::CocoDataset& dataset, std::vector<formats::CocoResult>& results);

} // namespace blastoscope::cli
