// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/object_class.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::annotation {

/// Who made the silhouette. The numbers are stored in project files: new ones go to the end.
enum class Origin {
    Model,    ///< as a model found it
    Edited,   ///< a model's, reshaped by a person
    Drawn,    ///< by a person
    Imported, ///< from a file, whoever made it there
    Snapped,  ///< completed by the shape model when a person asked for it
};

using InstanceId = int; ///< from 1, unique within a frame, never reused

/// One object of a frame as a whole (amodal) silhouette. Silhouettes overlap freely; all masks have the size of the
/// frame. A value type.
struct Instance {
    InstanceId id = 0;
    int classId = int(base::ObjectClass::Blastomere); ///< see base::ObjectClass; other numbers stay, without a name
    masks::RleMask amodal;
    std::optional<masks::RleMask> visible; ///< as predicted or imported; derived from the depth order when absent
    std::optional<double> score;           ///< [0, 1], model output only
    Origin origin = Origin::Model;
    std::string modelHash;                 ///< SHA-256 of the weights, when a model made it
    std::string ownName;                   ///< see object_names.h; empty: what its class is called
    std::optional<int> trackId;            ///< the same for one cell through time
    bool locked = false;                   ///< its silhouette is kept by edits and by models
    bool hidden = false;                   ///< not shown on the canvas; counted and exported all the same
    bool uncertain = false;                ///< not counted; exported as iscrowd: 1
};

/// Of two instances of one frame, where they overlap: `nearer` covers `farther`. A pair that is not listed is unknown.
struct DepthRelation {
    InstanceId nearer = 0;
    InstanceId farther = 0;
    bool operator==(const DepthRelation&) const = default;
};

/// What a person said about a frame. The numbers are stored in project files: new ones go to the end.
enum class ReviewState {
    ToDo,      ///< nothing yet
    Accepted,  ///< right as it was found
    Corrected, ///< right after corrections
    Rejected,  ///< the picture cannot be used; it is not measured
};

/// Everything known about one frame (one time index) of a stack. A value type; StackDocument is what changes it.
struct FrameAnnotation {
    int width = 0; ///< px
    int height = 0;
    std::vector<Instance> instances;  ///< in no particular depth order
    std::vector<DepthRelation> order; ///< between instances of this frame, no pair twice
    ReviewState review = ReviewState::ToDo;
    std::vector<std::string> qcFlags; ///< what the model doubts, e.g. "low_confidence"
    bool segmented = false; ///< a model ran on this frame (it may have found nothing)

    /// Null when there is no such instance. Valid until `instances` changes.
    const Instance* find(InstanceId id) const;
    Instance* find(InstanceId id);
    /// One more than the highest id; 1 in an empty frame. A document counts on from ids that are gone, too.
    InstanceId nextId() const;
};

} // namespace blastoscope::annotation
