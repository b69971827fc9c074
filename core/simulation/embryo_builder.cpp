// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/embryo_builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numbers>

#include "core/simulation/blastocyst.h"
#include "core/simulation/division.h"

namespace blastoscope::simulation {
namespace {

constexpr int kRelaxSteps = 150;
constexpr int kViewCandidates = 4;

int drawCount(const SimulationOptions& options, base::Random& random)
{
    static constexpr std::array<double, 16> kWeights = {6, 13, 9, 16, 11, 10, 9, 13, 3, 3, 2, 3, 1, 1, 1, 2};
    const int lo = std::clamp(options.minCells, 1, 16), hi = std::clamp(options.maxCells, lo, 16);
    double total = 0;
    for (int n = lo; n <= hi; ++n)
        total += kWeights[std::size_t(n - 1)];
    double draw = random.uniform(0, total);
    for (int n = lo; n < hi; ++n) {
        draw -= kWeights[std::size_t(n - 1)];
        if (draw < 0)
            return n;
    }
    return hi;
}

/// Volumes after `count - 1` divisions, each of the cell that waited longest.
std::vector<float> splitVolumes(float total, int count, float unevenness, base::Random& random)
{
    std::vector<float> volumes = {total};
    std::size_t oldest = 0;
    while (int(volumes.size()) < count) {
        // Early divisions are the uneven ones; later cells differ by what they inherit.
        const double spread = unevenness / std::sqrt(double(std::bit_width(volumes.size())));
        const float share = float(std::clamp(.5 + random.normal(0, spread), .28, .72));
        const float mother = volumes[oldest];
        volumes[oldest] = share * mother;
        volumes.push_back((1 - share) * mother);
        // A round is over when every cell of the generation has split: its size is a power of two.
        const std::size_t generation = std::bit_floor(volumes.size());
        oldest = volumes.size() == generation ? 0 : oldest + 1;
    }
    return volumes;
}

/// How much the silhouettes cover each other, as seen along z.
float projectedOverlap(const std::vector<Cell>& cells)
{
    float sum = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::size_t j = i + 1; j < cells.size(); ++j) {
            const Vec3 gap = cells[i].center() - cells[j].center();
            const float reach = cells[i].lobes[0].radius + cells[j].lobes[0].radius;
            sum += std::max(0.f, 1 - std::hypot(gap.x, gap.y) / reach);
        }
    }
    return sum;
}

/// Embryos lie in every orientation, but often on their flat side; and a share is turned so that cells lie deep under
/// each other, because those are the ones to learn.
void chooseView(std::vector<Cell>& cells, base::Random& random)
{
    const double draw = random.uniform();
    const float preference = draw < .35 ? 1.f : draw < .6 ? -1.f : 0.f; // for or against overlap
    Rotation best = Rotation::random(random);
    float bestScore = -1e9f;
    for (int k = 0; k < kViewCandidates && preference != 0; ++k) {
        const Rotation rotation = Rotation::random(random);
        std::vector<Cell> turned = cells;
        rotate(turned, rotation);
        const float score = preference * projectedOverlap(turned);
        if (score > bestScore) {
            bestScore = score;
            best = rotation;
        }
    }
    rotate(cells, best);
}

/// The first two cells press each other flat: short along their common axis.
void flattenPair(std::vector<Cell>& pair, base::Random& random)
{
    const Vec3 gap = pair[1].center() - pair[0].center();
    const float distance = length(gap), flat = float(random.uniform(.72, 1));
    if (distance < 1)
        return;
    const Vec3 axis = (1 / distance) * gap;
    const Vec3 closer = (.4f * (1 - flat) * distance) * axis;
    pair[0].lobes.front().center += closer;
    pair[1].lobes.front().center -= closer;
    for (Cell& cell : pair)
        cell.form = EllipsoidForm::along(axis, flat);
}

} // namespace

Constitution drawConstitution(base::Random& random)
{
    Constitution c;
    c.totalVolume = float(random.uniform(4.2e5, 7.2e5));
    const float least = 1.05f * radiusOfVolume(c.totalVolume);
    c.zona.thickness = float(std::clamp(random.normal(15, 3.5), 7., 27.));
    c.zona.innerRadius = std::max(float(random.normal(61, 3.5)), least);
    c.zona.outerRadius = c.zona.innerRadius + c.zona.thickness + float(random.uniform(0, 3));
    c.zona.ellipticity = float(std::abs(random.normal(0, .04)));
    c.zona.ellipseAngle = float(random.uniform(0, std::numbers::pi));
    c.contact = float(random.chance(.15) ? random.uniform(.68, .78) : random.uniform(.78, .98));
    c.unevenness = float(random.chance(.2) ? random.uniform(.1, .25) : random.uniform(.01, .08));
    c.formSpread = float(random.chance(.25) ? random.uniform(.08, .15) : random.uniform(.01, .08));
    c.cohesion = float(random.uniform(.002, .03));
    c.gather = float(random.uniform(0, .25)) * c.zona.innerRadius * randomDirection(random);
    static constexpr std::array<double, 4> kFragmentMeans = {.3, 1, 4, 12};
    c.fragmentMean = kFragmentMeans[std::size_t(random.integer(0, 3))];
    c.nucleusShare = random.chance(.5) ? 0 : random.uniform(.2, 1);
    c.outlineWarpUm = float(random.uniform(.2, 1.4));
    return c;
}

std::vector<Inclusion> drawInclusions(const Cell& cell, bool zygote, double nucleusShare, base::Random& random)
{
    std::vector<Inclusion> inclusions;
    const float radius = cell.lobes.front().restRadius;
    if (zygote && random.chance(.6)) {
        const Vec3 middle = float(random.uniform(0, .3)) * radius * randomDirection(random);
        const Vec3 side = float(random.uniform(9, 12)) * randomDirection(random);
        for (float way : {-1.f, 1.f})
            inclusions.push_back({Inclusion::Kind::Pronucleus, middle + way * side, float(random.uniform(8, 13))});
    } else if (random.chance(nucleusShare)) {
        const Vec3 offset = float(random.uniform(0, .35)) * radius * randomDirection(random);
        inclusions.push_back({Inclusion::Kind::Nucleus, offset, float(random.uniform(.22, .34)) * radius});
    }
    if (random.chance(.06)) {
        const Vec3 offset = float(random.uniform(0, .6)) * radius * randomDirection(random);
        inclusions.push_back({Inclusion::Kind::Vacuole, offset, float(random.uniform(.08, .25)) * radius});
    }
    return inclusions;
}

std::vector<Cell> drawCells(const Constitution& constitution, int count, int firstId, base::Random& random)
{
    std::vector<Cell> cells;
    for (float volume : splitVolumes(constitution.totalVolume, count, constitution.unevenness, random)) {
        Cell cell;
        cell.id = firstId + int(cells.size());
        cell.volume = volume;
        const float radius = radiusOfVolume(volume);
        const float way = float(random.uniform(.1, 1)) * std::max(0.f, constitution.zona.innerRadius - radius);
        cell.form = EllipsoidForm::random(random, constitution.formSpread);
        cell.lobes = {{way * randomDirection(random), radius, radius}};
        cells.push_back(cell);
    }
    relax(cells, constitution.confinement(), kRelaxSteps);
    if (count == 2 && random.chance(.7))
        flattenPair(cells, random);
    press(cells, constitution.confinement());
    for (Cell& cell : cells)
        cell.inclusions = drawInclusions(cell, count == 1, constitution.nucleusShare, random);
    return cells;
}

EmbryoState drawEmbryo(const SimulationOptions& options, base::Random& random)
{
    const double special = random.uniform();
    Constitution constitution = drawConstitution(random);
    EmbryoState state;
    state.textureSeed = random.next();
    state.outlineWarpUm = constitution.outlineWarpUm;
    if (special < options.emptyFraction) {
        state.stage = EmbryoStage::Empty;
        return state;
    }
    if (special < options.emptyFraction + options.compactedFraction)
        return drawMorula(constitution, state.textureSeed, random);
    if (special < options.emptyFraction + options.compactedFraction + options.cavitatedFraction)
        return drawBlastocyst(constitution, state.textureSeed, random, drawGrowth(random));

    const int count = drawCount(options, random);
    state.zona = constitution.zona;
    state.cells = drawCells(constitution, count, 1, random);
    chooseView(state.cells, random);
    if (count < options.maxCells && random.chance(.07)) {
        elongate(state.cells[std::size_t(random.integer(0, count - 1))], drawDivision(0, .05f, .05, random),
                 float(random.uniform(.15, .6)));
        relax(state.cells, constitution.confinement(), 40);
        press(state.cells, constitution.confinement());
    }
    state.particles = drawParticles(constitution, state.cells, count + 1, random);
    return state;
}

} // namespace blastoscope::simulation
