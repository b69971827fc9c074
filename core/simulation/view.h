// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/simulation/embryo_state.h"
#include "core/simulation/plane.h"

namespace blastoscope::simulation {

/// Where the embryo's middle falls on the picture, and how large.
struct View {
    int width = 0;
    int height = 0;
    float umPerPixel = 1;
    float centerX = 0; ///< px
    float centerY = 0;
    float wellX = 0; ///< middle of the microwell, px
    float wellY = 0;
    float planeUm = 0; ///< focal plane relative to the embryo's middle

    PixelRect rect() const { return {0, 0, width, height}; }
};

/// Takes picture pixels to the undeformed embryo: ellipticity of the whole, then a smooth displacement that makes
/// outlines irregular (correlation length about 12 µm).
class RayMap {
public:
    /// Covers `rect` of the picture.
    RayMap(const EmbryoState& state, const View& view, const PixelRect& rect);

    const PixelRect& rect() const { return m_x.rect; }
    /// µm coordinates of the ray through each pixel's middle.
    const Plane& x() const { return m_x; }
    const Plane& y() const { return m_y; }
    /// How far a deformed point may lie from its undeformed place, µm.
    static float margin(const EmbryoState& state);

private:
    Plane m_x;
    Plane m_y;
};

} // namespace blastoscope::simulation
