// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/masks/semantic/ellipse_cover.h"

namespace blastoscope::masks {

/// The value of an ellipse's quadratic form at a point: 1 at its border, its square root the distance in radii.
double ellipseForm(const Ellipse& ellipse, double x, double y);

/// Ellipses over a depth map, fitted one after the other. The other ones are summed up once, row by row, so that a wish
/// of one ellipse costs as many steps as it has rows.
class EllipseScene {
public:
    EllipseScene(const DepthMap& map, const EllipseCoverOptions& options, std::vector<Ellipse> ellipses);

    /// Moves and deforms each until no step of at least a quarter of a pixel helps, or for `rounds` rounds.
    void refine(int rounds, double firstStep);

    const std::vector<Ellipse>& ellipses() const { return m_ellipses; }
    /// With the price of the ellipses.
    double cost() const;
    /// The pixels over which fewer ellipses lie than should.
    std::vector<std::uint8_t> uncovered() const;

private:
    void put(const Ellipse& ellipse, int by);
    void sumUp();
    double wish(const Ellipse& ellipse) const;
    double shapePrice(const Ellipse& ellipse) const;
    double medianRadius() const;
    bool fit(Ellipse& ellipse, double firstStep) const;
    bool isAllowed(const Ellipse& ellipse) const;

    const DepthMap& m_map;
    const EllipseCoverOptions& m_options;
    std::vector<Ellipse> m_ellipses;
    std::vector<std::int16_t> m_counts; ///< ellipses over each pixel
    std::vector<std::int32_t> m_sums;   ///< along each row: cost of one more ellipse over the pixels before
    double m_covered = 0;               ///< px
    double m_usualRadius = 1;           ///< px
};

} // namespace blastoscope::masks
