// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/object_class.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::annotation {

enum class Origin { Model, Edited, Drawn, Imported, Snapped };
enum class Depth { Unknown, Nearer, Farther };

using InstanceId = int; ///< unique within a frame, never reused

/// One object of a frame as a whole silhouette. Silhouettes overlap freely.
struct Instance {
    InstanceId id = 0;
    int classId = int(base::ObjectClass::Blastomere);
    masks::RleMask amodal;
    std::optional<masks::RleMask> visible; ///< as predicted or imported; derived from the depth order when absent
    std::optional<double> score;           ///< [0, 1], model output only
    Origin origin = Origin::Model;
    std::string modelHash;                 ///< SHA-256 of the weights, when a model made it
    std::string ownName;                   ///< see object_names.h; empty: what its class is called
    std::optional<int> trackId;
    bool locked = false;
    bool hidden = false;
    bool uncertain = false;                ///< exported as iscrowd: 1
};

/// Among overlapping pairs of one frame; `nearer` covers `farther`. A pair that is not listed is unknown.
struct DepthRelation {
    InstanceId nearer = 0;
    InstanceId farther = 0;
    bool operator==(const DepthRelation&) const = default;
};

enum class ReviewState { ToDo, Accepted, Corrected, Rejected };

/// Everything known about one frame (one time index) of a stack.
struct FrameAnnotation {
    int width = 0;
    int height = 0;
    std::vector<Instance> instances;
    std::vector<DepthRelation> order;
    ReviewState review = ReviewState::ToDo;
    std::vector<std::string> qcFlags;
    bool segmented = false; ///< a model ran on this frame (it may have found nothing)

    const Instance* find(InstanceId id) const;
    Instance* find(InstanceId id);
    InstanceId nextId() const;
};

} // namespace blastoscope::annotation
