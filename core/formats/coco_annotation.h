// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/formats/annotated_frame.h"
#include "core/formats/coco.h"

namespace blastoscope::formats {

/// Frames as a COCO dataset with the classes of the product and a category for each own name of an object (those alone
/// where every object has one): image ids count from 1 in the order of the frames, annotation ids from 1 over all of
/// them. Nothing of a FrameAnnotation is lost except Instance::hidden.
CocoDataset toCoco(std::span<const AnnotatedFrame> frames);

/// Whether this program wrote the file: it has a "frame_index", "um_per_px" or "origin". Others write "iscrowd": 1 with
/// every run-length mask, so it says nothing about an object there.
bool isOurs(const CocoDataset& dataset);

/// What "iscrowd": 1 makes of an object.
enum class CrowdMeaning {
    UncertainIfOurs, ///< uncertain in files of this program, nothing in those of others
    Uncertain,       ///< as the evaluation of COCO has it, whoever wrote the file
};

/// The other direction, one frame per image, in the order of the file. Categories are matched by name; a file with a
/// single category holds blastomeres, whatever it calls them, unless ownNameFrom() knows better. Frames without
/// "frame_index" are numbered in order. Fails with Unsupported for other categories and with InvalidArgument for
/// annotations without a mask.
base::Result<std::vector<AnnotatedFrame>> fromCoco(const CocoDataset& dataset,
                                                   CrowdMeaning crowds = CrowdMeaning::UncertainIfOurs);

} // namespace blastoscope::formats
