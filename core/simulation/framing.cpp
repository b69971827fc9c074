// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/framing.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::simulation {
namespace {

constexpr float kWallOverlapUm = 10;    ///< how far the embryo may press into the wall
constexpr double kClumpShareMode = 1.7; ///< side of a scale-normalised crop over the extent of the cells

struct Extent {
    float x1 = 1e6f, y1 = 1e6f, x2 = -1e6f, y2 = -1e6f;
    float size() const { return std::max(x2 - x1, y2 - y1); }
};

/// What the cells span, µm; the zona's place when there is no cell.
Extent clumpExtent(const EmbryoState& state)
{
    Extent e;
    for (const Cell& cell : state.cells) {
        for (const Lobe& lobe : cell.lobes) {
            const float limit = state.zona.innerRadius;
            e.x1 = std::min(e.x1, std::max(lobe.center.x - lobe.radius, -limit));
            e.y1 = std::min(e.y1, std::max(lobe.center.y - lobe.radius, -limit));
            e.x2 = std::max(e.x2, std::min(lobe.center.x + lobe.radius, limit));
            e.y2 = std::max(e.y2, std::min(lobe.center.y + lobe.radius, limit));
        }
    }
    return state.cells.empty() ? Extent{-60, -60, 60, 60} : e;
}

View clumpCrop(const SimulationOptions& options, const EmbryoState& state, base::Random& random)
{
    const Extent clump = clumpExtent(state);
    // Triangular around the mode, as far as a coarse detector errs.
    const double draw = random.uniform() - random.uniform();
    const double share = kClumpShareMode + (draw < 0 ? .4 : .7) * draw;
    const float um =
        options.umPerPixel > 0 ? float(options.umPerPixel) : float(share) * clump.size() / float(options.size);
    const float slack = .5f * (float(options.size) - clump.size() / um);
    const auto jitter = [&] { return float(std::clamp(random.normal(0, .12), -.4, .4)) * slack; };
    const float half = .5f * float(options.size);
    return {options.size, options.size, um, half - .5f * (clump.x1 + clump.x2) / um + jitter(),
            half - .5f * (clump.y1 + clump.y2) / um + jitter()};
}

/// A coordinate of the embryo's middle so that a disc of that radius lies inside the frame, if it fits.
float place(float size, float radius, float eagerness, base::Random& random)
{
    const float room = .5f * size - radius;
    if (room <= 0)
        return .5f * size + float(random.uniform(-1, 1)) * .3f * std::abs(room);
    return .5f * size + float(std::clamp(random.normal(0, eagerness), -.95, .95)) * room;
}

View wholeFrame(const SimulationOptions& options, const EmbryoState& state, const Appearance& look,
                base::Random& random)
{
    const float size = float(options.size);
    const float um = options.umPerPixel > 0 ? float(options.umPerPixel) : look.fieldUm / size;
    const float radius = (look.look == Look::Hoffman ? .85f : 1.f) * state.zona.outerRadius / um;
    if (!look.backdrop.well)
        return {options.size, options.size, um, place(size, radius, .45f, random), place(size, radius, .45f, random)};
    // With a well the instrument centres the well, roughly, and the embryo lies somewhere inside it.
    const float room = std::max(0.f, look.backdrop.wellRadiusUm - state.zona.outerRadius) / um;
    const auto middle = [&](float shift) { return (.5f + float(random.normal(0, .03))) * size + shift * room; };
    const float x = middle(look.backdrop.wellShiftX), y = middle(look.backdrop.wellShiftY);
    const float low = std::min(radius, .5f * size), high = size - low;
    return {options.size, options.size, um, std::clamp(x, low, high), std::clamp(y, low, high)};
}

} // namespace

View drawView(const SimulationOptions& options, const EmbryoState& state, const Appearance& look, base::Random& random)
{
    View view = options.framing == Framing::ClumpCrop ? clumpCrop(options, state, random)
                                                      : wholeFrame(options, state, look, random);
    const float room = std::max(0.f, look.backdrop.wellRadiusUm - state.zona.outerRadius) + kWallOverlapUm;
    view.wellX = view.centerX - look.backdrop.wellShiftX * room / view.umPerPixel;
    view.wellY = view.centerY - look.backdrop.wellShiftY * room / view.umPerPixel;
    return view;
}

} // namespace blastoscope::simulation
