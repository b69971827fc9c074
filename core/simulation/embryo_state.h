// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/object_class.h"
#include "core/simulation/simulated_frame.h"
#include "core/simulation/vec3.h"

namespace blastoscope::simulation {

/// One of the balls a cell is made of: one, or two and more while it divides.
struct Lobe {
    Vec3 center;          ///< µm from the middle of the zona
    float radius = 0;     ///< µm, grown until the cut body has its volume
    float restRadius = 0; ///< µm, of a free ball of the same volume
};

/// A body inside a cell that shows in transmitted light.
struct Inclusion {
    enum class Kind { Nucleus, Pronucleus, Vacuole };
    Kind kind = Kind::Nucleus;
    Vec3 offset; ///< from the cell's middle, µm
    float radius = 0;
};

/// A blastomere (two lobes while it divides), cut off where it meets other cells.
struct Cell {
    int id = 0;
    std::optional<int> parentId;
    float volume = 0; ///< µm³, what the cut body is made to have
    EllipsoidForm form;
    std::vector<Lobe> lobes;
    std::vector<Inclusion> inclusions;

    Vec3 center() const
    {
        Vec3 sum;
        for (const Lobe& lobe : lobes)
            sum += lobe.center;
        return (1.f / float(lobes.size())) * sum;
    }
};

/// A fragment or a polar body.
struct Particle {
    int id = 0;
    std::optional<int> parentId;
    base::ObjectClass objectClass = base::ObjectClass::Fragment;
    Vec3 center;
    float radius = 0;
    EllipsoidForm form;
};

/// The shell around the cells about the origin; lengths in µm.
struct Zona {
    float outerRadius = 77; ///< µm
    float thickness = 15;
    float innerRadius = 60; ///< what the cells may fill: outer radius less thickness and gap
    float ellipticity = 0;  ///< long axis / short axis - 1
    float ellipseAngle = 0; ///< radians
};

/// The embryo in three dimensions at one moment; no optics.
struct EmbryoState {
    EmbryoStage stage = EmbryoStage::Cleavage;
    double timeHours = 0;
    Zona zona;
    std::vector<Cell> cells; ///< of an uncountable stage: what gives the lump its surface
    std::vector<Particle> particles;
    Vec3 shift;                    ///< of the whole embryo in the field since the first frame, µm
    float outlineWarpUm = 0;       ///< rms of the smooth displacement that makes outlines irregular
    std::uint64_t textureSeed = 0; ///< names warp and granularity, so that they stay the same through time
};

} // namespace blastoscope::simulation
