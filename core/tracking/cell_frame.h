// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/annotation/instance.h"
#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::tracking {

/// A blastomere as tracking looks at it.
struct Cell {
    Cell(annotation::InstanceId id, masks::RleMask silhouette, std::optional<int> trackId = std::nullopt);

    annotation::InstanceId id = 0;
    std::optional<int> trackId;
    masks::RleMask silhouette; ///< whole, not empty
    double area = 0;           ///< px
    base::Point centroid;
    base::Box box;

    double radius() const; ///< of the disc of that area, px
    double volume() const; ///< of the sphere with that silhouette, 4 / (3 sqrt(pi)) A^(3/2)
};

/// The blastomeres of one frame.
struct CellFrame {
    int frame = 0; ///< time index in the stack
    std::vector<Cell> cells;
};

/// Blastomeres that are somewhere, also the uncertain ones: they are part of the lineage, even if nobody counts them.
/// Objects of another kind (with a name of their own) are none.
bool isFollowed(const annotation::Instance& instance);

/// All that are followed.
CellFrame cellFrameOf(int frame, const annotation::FrameAnnotation& annotation);

/// One cell of a sequence of frames.
struct CellPlace {
    std::size_t position = 0; ///< of its frame in the sequence
    std::size_t index = 0;    ///< among the cells of that frame
    bool operator==(const CellPlace&) const = default;
};

} // namespace blastoscope::tracking
