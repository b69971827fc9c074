// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/simulation/embryo_builder.h"

namespace blastoscope::simulation {
namespace {

/// How deep `point` lies inside the nearest lobe, µm; negative outside.
float depthInCells(const std::vector<Cell>& cells, const Vec3& point)
{
    float depth = -1e6f;
    for (const Cell& cell : cells)
        for (const Lobe& lobe : cell.lobes)
            depth = std::max(depth, lobe.radius - length(point - lobe.center));
    return depth;
}

/// A place in the cleft between two neighbours, or anywhere near the surface when there is one cell.
Vec3 cleft(const std::vector<Cell>& cells, float innerRadius, base::Random& random)
{
    const int n = int(cells.size());
    const Cell& a = cells[std::size_t(random.integer(0, n - 1))];
    const Cell& b = cells[std::size_t(random.integer(0, n - 1))];
    if (a.id == b.id)
        return (.9f * innerRadius) * randomDirection(random);
    const Vec3 middle = .5f * (a.center() + b.center());
    return middle + (.6f * a.lobes.front().radius) * randomDirection(random);
}

float fragmentRadius(base::Random& random)
{
    return float(std::clamp(std::exp(random.normal(1.35, .5)), 1.5, 15.));
}

} // namespace

std::optional<Vec3> settle(const std::vector<Cell>& cells, Vec3 point, float radius, float innerRadius)
{
    for (int step = 0; step < 30; ++step) {
        for (const Cell& cell : cells) {
            for (const Lobe& lobe : cell.lobes) {
                const Vec3 away = point - lobe.center;
                const float distance = std::max(length(away), .1f);
                const float overlap = lobe.radius + .6f * radius - distance;
                if (overlap > 0)
                    point += (.5f * overlap / distance) * away;
            }
        }
        const float distance = length(point);
        if (distance + .8f * radius > innerRadius)
            point = (std::max(0.f, innerRadius - .8f * radius) / std::max(distance, .1f)) * point;
    }
    if (depthInCells(cells, point) > .45f * radius)
        return std::nullopt;
    return point;
}

std::vector<Particle> drawParticles(const Constitution& constitution, const std::vector<Cell>& cells, int firstId,
                                    base::Random& random)
{
    std::vector<Particle> particles;
    const float inner = constitution.zona.innerRadius;
    const auto add = [&](base::ObjectClass objectClass, const Vec3& wish, float radius, double spread) {
        if (const auto place = settle(cells, wish, radius, inner))
            particles.push_back({firstId + int(particles.size()), std::nullopt, objectClass, *place, radius,
                                 EllipsoidForm::random(random, spread)});
    };
    const int polarBodies = random.chance(.35) ? random.integer(1, 2) : 0;
    const Vec3 pole = inner * randomDirection(random);
    for (int k = 0; k < polarBodies; ++k)
        add(base::ObjectClass::PolarBody, pole + 8 * randomDirection(random), float(random.uniform(4, 8)), .12);

    int left = random.poisson(constitution.fragmentMean);
    while (left > 0) {
        const int cluster = std::min(left, 1 + random.poisson(2.5));
        left -= cluster;
        const Vec3 wish = cleft(cells, inner, random);
        for (int k = 0; k < cluster; ++k)
            add(base::ObjectClass::Fragment, wish + 6 * randomDirection(random), fragmentRadius(random), .08);
    }
    return particles;
}

} // namespace blastoscope::simulation
