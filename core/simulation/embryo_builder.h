// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/random.h"
#include "core/simulation/cell_cluster.h"
#include "core/simulation/embryo_state.h"
#include "core/simulation/simulation_options.h"

namespace blastoscope::simulation {

/// Zona and constitution of one embryo: what stays the same while it develops.
struct Constitution {
    Zona zona;
    float totalVolume = 6.2e5f; ///< µm³ of all cells together
    float contact = .82f;       ///< see Confinement
    float unevenness = .06f;    ///< standard deviation of a daughter's share minus one half
    float formSpread = .05f;    ///< see EllipsoidForm::random
    Vec3 gather;
    float cohesion = .01f;
    double fragmentMean = 3;  ///< Poisson mean of fragments
    double nucleusShare = .4; ///< share of cells whose nucleus shows
    float outlineWarpUm = 1.2f;

    Confinement confinement() const { return {zona.innerRadius, contact, cohesion, gather}; }
};

/// Sizes after Allahveisi 2019 (zona 156 µm) and Bertrand 1995 (zona thickness 17.5 µm, 10..31), ranges widened.
Constitution drawConstitution(base::Random& random);

/// A moment of its own: stage by the options' shares, count by a distribution over 1..16 centred on 2..8.
EmbryoState drawEmbryo(const SimulationOptions& options, base::Random& random);

/// `count` cells by repeated splitting of the oldest, packed into the zona; ids start at `firstId`.
std::vector<Cell> drawCells(const Constitution& constitution, int count, int firstId, base::Random& random);

/// Fragments (clusters in the clefts between cells, some alone in the perivitelline space) and polar bodies.
std::vector<Particle> drawParticles(const Constitution& constitution, const std::vector<Cell>& cells, int firstId,
                                    base::Random& random);

/// Moves a ball out of the cells and back inside the zona; nothing when there is no room.
std::optional<Vec3> settle(const std::vector<Cell>& cells, Vec3 point, float radius, float innerRadius);

/// Nucleus, pronuclei and vacuoles of one cell, drawn anew.
std::vector<Inclusion> drawInclusions(const Cell& cell, bool zygote, double nucleusShare, base::Random& random);

} // namespace blastoscope::simulation
