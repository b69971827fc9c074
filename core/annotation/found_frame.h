// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::annotation {

/// What a model found in one frame. The ids in `instances` and `order` only tie the two together; the document gives
/// the instances new ids.
struct SegmentedFrame {
    std::vector<Instance> instances;
    std::vector<DepthRelation> order;
    std::vector<std::string> qcFlags;
};

/// The same from a file.
struct ImportedFrame : SegmentedFrame {
    ReviewState review = ReviewState::ToDo; ///< counts only where nothing of a person stays in the frame
    bool segmented = false;                 ///< a model ran on it, says the file
};

/// What a segmentation or an import may do to the work of a person.
enum class ReplacePolicy {
    KeepReviewed, ///< leaves accepted and corrected frames alone and keeps edited, drawn, imported and locked instances
    ReplaceAll,   ///< the person asked for it
};

/// What applySegmentation() or applyImport() did.
struct SegmentationOutcome {
    bool applied = false; ///< false: the frame is reviewed and was left alone
    int added = 0;
    int kept = 0;     ///< instances of a person that stayed
    int dropped = 0;  ///< found ones that show the same object as a kept one
    int replaced = 0; ///< instances that were there and are gone
    bool operator==(const SegmentationOutcome&) const = default;
};

/// What mergeFound() makes of a frame.
struct MergedFrame {
    FrameAnnotation content; ///< the frame as it will be; empty unless the outcome is "applied"
    SegmentationOutcome outcome;
};

/// Puts found instances into a frame: those of a person stay as `policy` says, with their ids and relations; a found
/// instance whose amodal IoU with a kept one is at least .5 is dropped; the others get ids from `nextId` on, which is
/// moved. The review state becomes to do. All masks have the size of the frame.
MergedFrame mergeFound(const FrameAnnotation& current, const SegmentedFrame& found, ReplacePolicy policy,
                       InstanceId& nextId);

} // namespace blastoscope::annotation
