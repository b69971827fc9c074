// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/annotation/document.h"
#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/formats/frame_matching.h"

namespace blastoscope::formats {

/// What an import does with one frame of the files.
enum class ImportFate {
    Import,
    NoPlace,    ///< no open stack has such a picture
    OtherSize,  ///< the picture has another size than the annotations
    Taken,      ///< an earlier frame of the files goes to the same place
    Empty,      ///< there is nothing in it, and nobody accepted that
    Reviewed,   ///< the frame is accepted or corrected and stays as it is
    NothingNew, ///< all its objects are there already
};

/// What becomes of one frame of the files.
struct PlannedFrame {
    std::size_t source = 0;
    std::optional<FrameMatch> match; ///< nothing for NoPlace
    ImportFate fate = ImportFate::NoPlace;
    annotation::SegmentationOutcome outcome; ///< what applyImport() will do; only for Import
};

/// The choices of a person.
struct ImportPlanOptions {
    MatchOptions match = {};
    annotation::ReplacePolicy policy = annotation::ReplacePolicy::KeepReviewed;
};

/// The frame of a target as it is now.
using CurrentFrame = std::function<const annotation::FrameAnnotation&(std::size_t target, int time)>;

/// Says for every frame of the files what an import will do, in their order, without doing it. Fails with Cancelled.
base::Result<std::vector<PlannedFrame>> planImport(std::span<const AnnotatedFrame> frames,
                                                   std::span<const ImportTarget> targets, const CurrentFrame& current,
                                                   const ImportPlanOptions& options,
                                                   const base::CancellationToken& cancel);

/// What StackDocument::applyImport() takes: everything imported, whatever made it. Without `keepReview` everything is
/// still to be reviewed. `trackShift` is added to the track ids of the file.
annotation::ImportedFrame importedFrameOf(const AnnotatedFrame& frame, bool keepReview, int trackShift = 0);

/// What all frames that `plan` puts into a target need as `trackShift`, so that no track of the files gets the id of an
/// object that stays in the stack: 0 where no object that stays has a track.
int trackShiftOf(std::span<const PlannedFrame> plan, std::size_t target, const annotation::StackDocument& document,
                 annotation::ReplacePolicy policy);

} // namespace blastoscope::formats
