// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/simulation/appearance.h"
#include "core/simulation/layers.h"

namespace blastoscope::simulation {

/// What the optics see: an optical path and direct darkening, both over the same rectangle.
struct OpticalField {
    Plane phase; ///< optical path difference; brightness follows its derivatives
    Plane shade; ///< relative change of brightness

    explicit OpticalField(const PixelRect& rect) : phase(rect), shade(rect) {}
};

/// Distance to the outline in pixels, positive inside, exact up to `reach` and clipped there. Covers the silhouette's
/// rectangle grown by `reach`.
Plane signedDistance(const Plane& thickness, int reach);

/// Paints translucent bodies from near to far: each keeps its own outline, focus and granules, and loses contrast under
/// what lies above it.
class BodyPainter {
public:
    BodyPainter(const Appearance& appearance, const View& view, std::uint64_t textureSeed, OpticalField& field);

    /// `prominence` 1 draws the body whole, less makes it part of a lump.
    void paint(const Layer& layer, float prominence = 1);

private:
    /// How this body differs from its siblings; the same at every moment.
    struct Character {
        float phase, line, rim, grain, absorption, width;
        int tileX, tileY;
    };
    Character characterOf(const Layer& layer) const;
    Plane paintInclusions(const Layer& layer, OpticalField& local) const;
    /// Returns the relief of the granules, as phase: they are too small to show on which side of the focus they lie.
    Plane paintInterior(const Layer& layer, const Character& character, float prominence, OpticalField& local) const;
    /// Transport of intensity: a body nearer than the focal plane is dark inside of its edge, a farther one bright.
    void paintDefocus(const Layer& layer, OpticalField& local) const;
    void paintOutline(const Layer& layer, const Character& character, float prominence, OpticalField& local);
    std::vector<float> lineProfile(const Layer& layer, const Character& character, int reach) const;
    int outlineReach(const Layer& layer) const;
    float defocus(const Layer& layer) const; ///< µm that the body is nearer than the focal plane
    void add(const OpticalField& local, const Plane& granules);
    void cover(const Layer& layer, float prominence);

    const Appearance& m_look;
    const View& m_view;
    std::uint64_t m_textureSeed;
    OpticalField& m_field;
    Plane m_cover; ///< µm of body above
    NoiseTile m_grain;
    NoiseTile m_spots;
    NoiseTile m_patches;
};

} // namespace blastoscope::simulation
