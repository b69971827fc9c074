// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/blastocyst.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::simulation {
namespace {

Cell makeCell(int id, const Vec3& center, float radius, const EllipsoidForm& form)
{
    Cell cell;
    cell.id = id;
    cell.volume = 4.18879f * radius * radius * radius;
    cell.form = form;
    cell.lobes = {{center, radius, radius}};
    return cell;
}

/// A cell pressed flat against the sphere of that radius.
Cell flatCell(int id, const Vec3& direction, float shell, float radius, float thickness)
{
    const float flat = std::clamp(thickness / radius, .3f, .9f);
    const auto form = EllipsoidForm::along(direction, flat);
    return makeCell(id, (shell - .5f * thickness) * direction, radius * std::cbrt(flat), form);
}

} // namespace

EmbryoState drawMorula(const Constitution& constitution, std::uint64_t textureSeed, base::Random& random)
{
    EmbryoState state;
    state.stage = EmbryoStage::Compacted;
    state.textureSeed = textureSeed;
    state.zona = constitution.zona;
    state.outlineWarpUm = constitution.outlineWarpUm;
    Constitution pressed = constitution;
    pressed.contact = float(random.uniform(.34, .5));
    pressed.cohesion = .05f;
    state.cells = drawCells(pressed, random.integer(8, 20), 1, random);
    for (Cell& cell : state.cells)
        cell.inclusions.clear();
    state.particles = drawParticles(constitution, state.cells, int(state.cells.size()) + 1, random);
    return state;
}

BlastocystGrowth drawGrowth(base::Random& random)
{
    return {float(random.uniform(.95, 1.4)), float(random.uniform(.35, .9))};
}

EmbryoState drawBlastocyst(const Constitution& constitution, std::uint64_t textureSeed, base::Random& random,
                           const BlastocystGrowth& growth)
{
    EmbryoState state;
    state.stage = EmbryoStage::Blastocyst;
    state.textureSeed = textureSeed;
    state.outlineWarpUm = 1.5f * constitution.outlineWarpUm;
    state.zona = constitution.zona;
    state.zona.innerRadius *= growth.expansion;
    state.zona.thickness = std::max(3.f, state.zona.thickness / (growth.expansion * growth.expansion));
    state.zona.outerRadius = state.zona.innerRadius + state.zona.thickness;

    const float shell = .97f * state.zona.innerRadius;
    const float wall = std::clamp(.4f * (1 - growth.cavityShare) * shell, 3.f, 9.f);
    int id = 1;
    const int outer = random.integer(24, 46);
    for (int k = 0; k < outer; ++k)
        state.cells.push_back(flatCell(id++, randomDirection(random), shell, float(random.uniform(16, 28)),
                                       wall * float(random.uniform(.7, 1.4))));
    const Vec3 side = randomDirection(random);
    const int inner = random.integer(6, 12) + int(24 * (1 - growth.cavityShare));
    for (int k = 0; k < inner; ++k) {
        const float radius = float(random.uniform(7, 12));
        const Vec3 spread = float(random.uniform(0, .38)) * shell * randomDirection(random);
        Vec3 center = .66f * shell * side + spread;
        const float limit = shell - radius;
        if (length(center) > limit)
            center = (limit / length(center)) * center;
        state.cells.push_back(makeCell(id++, center, radius, EllipsoidForm::random(random, .08)));
    }
    if (random.chance(.5))
        state.particles = drawParticles(constitution, state.cells, id, random);
    return state;
}

} // namespace blastoscope::simulation
