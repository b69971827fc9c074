// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/simulation/embryo_state.h"

namespace blastoscope::simulation {

/// Radius of the ball of that volume.
float radiusOfVolume(float volume);

/// A stretch of one viewing ray inside a body, µm; empty when nearZ <= farZ.
struct RayInterval {
    float farZ = 0;
    float nearZ = 0;
    bool isEmpty() const { return nearZ <= farZ; }
    float length() const { return isEmpty() ? 0 : nearZ - farZ; }
};

/// A cell as its neighbours and the zona leave it: inside its own ellipsoids, inside the zona ball, and on its side of
/// the power plane |x - c_i|^2 - r_i^2 = |x - c_j|^2 - r_j^2 of every neighbour j. On a viewing ray every condition is
/// an interval or a half-line, so contact faces are flat, cells never interpenetrate, and thickness is exact.
class CutCell {
public:
    /// `innerRadius` <= 0 leaves the zona out.
    CutCell(const Cell& cell, std::span<const Cell> all, float innerRadius);

    /// The ray through (x, y) in µm. Lobes of one cell are joined to the hull of their intervals.
    RayInterval at(float x, float y) const;

    /// A disc that holds the silhouette.
    float centerX() const { return m_centerX; }
    float centerY() const { return m_centerY; }
    float reach() const { return m_reach; }

private:
    struct Bound { ///< z = at + slopeX * x + slopeY * y
        float at, slopeX, slopeY;
    };
    struct CutLobe {
        Vec3 center;
        float radiusSquared = 0;
        std::vector<Bound> above; ///< upper bounds of z
        std::vector<Bound> below;
    };
    RayInterval lobeInterval(const CutLobe& lobe, float x, float y) const;
    static CutLobe cut(const Lobe& lobe, const Cell& cell, std::span<const Cell> all);

    EllipsoidForm m_form;
    std::vector<CutLobe> m_lobes;
    float m_innerRadiusSquared = 0;
    float m_centerX = 0;
    float m_centerY = 0;
    float m_reach = 0;
};

/// How cells press against each other and the zona.
struct Confinement {
    float innerRadius = 60; ///< µm
    float contact = .82f;   ///< balls push apart when closer than this share of the sum of their radii
    float cohesion = .01f;  ///< share of the way to `gather` that every step takes
    Vec3 gather;            ///< where the cells gather; off the middle when the perivitelline space is one-sided
};

/// Moves the cells until they neither interpenetrate too far nor leave the zona; radii stay.
void relax(std::vector<Cell>& cells, const Confinement& confinement, int steps);

/// Grows radii until every cut cell has its volume. Returns the largest relative error left.
float matchVolumes(std::vector<Cell>& cells, float innerRadius, int rounds);

/// matchVolumes, and where a cell is too squeezed to reach its volume, moves apart and tries again.
/// Returns the largest relative error left, normally below .8 per cent.
float press(std::vector<Cell>& cells, Confinement confinement);

/// Volume of each cut cell in µm³, by rays `spacingUm` apart.
std::vector<float> measureVolumes(std::span<const Cell> cells, float innerRadius, float spacingUm);

/// Turns the cluster about the middle of the zona.
void rotate(std::vector<Cell>& cells, const Rotation& rotation);

} // namespace blastoscope::simulation
