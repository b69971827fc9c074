// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/embryo_simulator.h"

#include <algorithm>

#include "core/simulation/appearance.h"
#include "core/simulation/development.h"
#include "core/simulation/embryo_builder.h"
#include "core/simulation/frame_renderer.h"
#include "core/simulation/framing.h"

namespace blastoscope::simulation {
namespace {

/// Independent streams of one seed.
enum Stream : std::uint64_t { kEmbryoStream = 1, kLookStream, kViewStream, kDebrisStream, kNoiseStream };

SimulationOptions withinRange(SimulationOptions options)
{
    options.size = std::clamp(options.size, 32, 4096);
    options.maxCells = std::clamp(options.maxCells, 1, 16);
    options.minCells = std::clamp(options.minCells, 0, options.maxCells);
    options.umPerPixel = std::max(0., options.umPerPixel);
    options.minutesPerFrame = std::max(.1, options.minutesPerFrame);
    options.degradation = std::clamp(options.degradation, 0., 4.);
    return options;
}

Appearance appearanceFor(const SimulationOptions& options, const base::Random& embryo)
{
    base::Random random = (options.instrumentSeed ? base::Random(*options.instrumentSeed) : embryo).split(kLookStream);
    return drawAppearance(options.look, random);
}

} // namespace

SimulatedFrame simulateFrame(const SimulationOptions& wanted, std::uint64_t seed)
{
    const SimulationOptions options = withinRange(wanted);
    const base::Random root(seed);
    base::Random embryo = root.split(kEmbryoStream), place = root.split(kViewStream);
    const EmbryoState state = drawEmbryo(options, embryo);
    const Appearance appearance = appearanceFor(options, root);
    const View view = drawView(options, state, appearance, place);
    return renderFrame(state, appearance, view, options.degradation, root.split(kDebrisStream).next(),
                       root.split(kNoiseStream).next());
}

struct EmbryoSimulator::Private {
    SimulationOptions options;
    base::Random root;
    Development development;
    Appearance appearance;
    View view;

    Private(const SimulationOptions& o, std::uint64_t seed)
        : options(withinRange(o)), root(seed), development(options, root.split(kEmbryoStream)),
          appearance(appearanceFor(options, root))
    {
        base::Random place = root.split(kViewStream);
        view = drawView(options, development.at(0), appearance, place);
    }
};

EmbryoSimulator::EmbryoSimulator(const SimulationOptions& options, std::uint64_t seed)
    : m_d(std::make_unique<Private>(options, seed))
{
}

EmbryoSimulator::~EmbryoSimulator() = default;
EmbryoSimulator::EmbryoSimulator(EmbryoSimulator&&) noexcept = default;
EmbryoSimulator& EmbryoSimulator::operator=(EmbryoSimulator&&) noexcept = default;

SimulatedFrame EmbryoSimulator::frame(int timeIndex, double planeUm)
{
    const EmbryoState& state = m_d->development.at(std::max(0, timeIndex));
    View view = m_d->view;
    view.centerX += state.shift.x / view.umPerPixel;
    view.centerY += state.shift.y / view.umPerPixel;
    view.planeUm = float(planeUm);
    // Every picture has its own noise, also two planes of one moment.
    const base::Random noise = m_d->root.split(kNoiseStream).split(std::uint64_t(timeIndex));
    const auto plane = std::uint64_t(std::int64_t(planeUm * 16));
    return renderFrame(state, m_d->appearance, view, m_d->options.degradation, m_d->root.split(kDebrisStream).next(),
                       noise.split(plane).next());
}

} // namespace blastoscope::simulation
