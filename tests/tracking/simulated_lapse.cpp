// SPDX-License-Identifier: Apache-2.0
#include "tests/tracking/simulated_lapse.h"

#include <cmath>

#include "core/base/random.h"
#include "core/masks/morphology.h"
#include "core/simulation/development.h"
#include "core/simulation/ground_truth.h"
#include "core/simulation/layers.h"
#include "tests/support/shapes.h"

namespace blastoscope::tests {
namespace {

constexpr int kSize = 200;
constexpr double kUmPerPixel = .9;

simulation::View viewOf(const simulation::EmbryoState& state)
{
    simulation::View view;
    view.width = view.height = kSize;
    view.umPerPixel = float(kUmPerPixel);
    view.centerX = kSize / 2.f + state.shift.x / view.umPerPixel;
    view.centerY = kSize / 2.f + state.shift.y / view.umPerPixel;
    return view;
}

} // namespace

SimulatedLapse simulatedLapse(std::uint64_t seed, int frameCount)
{
    simulation::SimulationOptions options;
    options.maxCells = 12;
    simulation::Development development(options, base::Random(seed));
    SimulatedLapse lapse;
    for (int t = 0; t < frameCount; ++t) {
        const simulation::EmbryoState& state = development.at(t);
        if (state.stage != simulation::EmbryoStage::Cleavage)
            break;
        const simulation::View view = viewOf(state);
        const simulation::RayMap map(state, view, view.rect());
        simulation::SimulatedFrame truth;
        simulation::fillGroundTruth(truth, state, simulation::castLayers(state, view, map), view, view.rect());
        tracking::CellFrame frame{t, {}};
        for (const simulation::SimulatedInstance& instance : truth.instances) {
            if (instance.objectClass != base::ObjectClass::Blastomere || instance.amodal.isEmpty())
                continue;
            frame.cells.emplace_back(instance.id, instance.amodal);
            if (instance.parentId)
                lapse.motherOf[instance.id] = *instance.parentId;
        }
        lapse.frames.push_back(std::move(frame));
    }
    return lapse;
}

SimulatedLapse damaged(const SimulatedLapse& lapse, const Damage& damage, std::uint64_t seed)
{
    base::Random random(seed);
    SimulatedLapse out;
    out.motherOf = lapse.motherOf;
    for (const tracking::CellFrame& frame : lapse.frames) {
        tracking::CellFrame seen{frame.frame, {}};
        for (const tracking::Cell& cell : frame.cells) {
            if (random.chance(damage.missed))
                continue;
            const double swelling = random.normal(0, damage.swollen);
            masks::RleMask mask =
                swelling > 0 ? masks::grown(cell.silhouette, swelling) : masks::shrunk(cell.silhouette, -swelling);
            mask = masks::translated(mask, int(std::lround(random.normal(0, damage.moved))),
                                     int(std::lround(random.normal(0, damage.moved))));
            if (!mask.isEmpty())
                seen.cells.emplace_back(cell.id, std::move(mask));
        }
        if (random.chance(damage.invented))
            seen.cells.emplace_back(-frame.frame - 1, disc(kSize, kSize, random.uniform(60, 140),
                                                           random.uniform(60, 140), random.uniform(8, 25)));
        out.frames.push_back(std::move(seen));
    }
    return out;
}

} // namespace blastoscope::tests
