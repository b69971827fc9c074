// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// Shapes between two silhouettes: where the weighted mean of their signed distance fields is positive. Making one
/// costs a distance transform of the box around both, each shape a pass over it.
class ShapeBlend {
public:
    /// Both on one canvas size and not empty.
    ShapeBlend(RleMask from, RleMask to);

    /// `share` in [0, 1]: 0 is exactly the first silhouette, 1 exactly the second.
    RleMask at(double share) const;

    const RleMask& from() const { return m_from; }
    const RleMask& to() const { return m_to; }

private:
    RleMask m_from;
    RleMask m_to;
    int m_x = 0; ///< box around both, with a pixel of room
    int m_y = 0;
    int m_width = 0;
    int m_height = 0;
    std::vector<float> m_fromDistance; ///< row by row, px, positive inside
    std::vector<float> m_toDistance;
};

} // namespace blastoscope::masks
