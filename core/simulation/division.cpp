// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/division.h"

#include <algorithm>
#include <cmath>

#include "core/simulation/cell_cluster.h"

namespace blastoscope::simulation {

DivisionPlan drawDivision(double atHours, float unevenness, double threeChance, base::Random& random)
{
    DivisionPlan plan;
    plan.atHours = atHours;
    plan.orientation = Rotation::random(random);
    const int daughters = random.chance(threeChance) ? 3 : 2;
    const float mean = 1.f / float(daughters);
    const float first = float(std::clamp(random.normal(mean, unevenness), .5 * mean, 1.5 * mean));
    plan.shares.assign(std::size_t(daughters), (1 - first) / float(daughters - 1));
    plan.shares.front() = first;
    return plan;
}

void elongate(Cell& cell, const DivisionPlan& plan, float apart)
{
    const Vec3 middle = cell.center();
    const float motherRadius = radiusOfVolume(cell.volume);
    cell.lobes.clear();
    cell.inclusions.clear();
    for (std::size_t k = 0; k < plan.shares.size(); ++k) {
        const float angle = 6.2831853f * float(k) / float(plan.shares.size());
        const Vec3 way = std::cos(angle) * plan.orientation.rows[0] + std::sin(angle) * plan.orientation.rows[1];
        const float radius = radiusOfVolume(plan.shares[k] * cell.volume);
        cell.lobes.push_back({middle + (apart * motherRadius) * way, radius, radius});
    }
}

std::vector<Cell> divided(const Cell& mother, const DivisionPlan& plan, int firstId, float formSpread,
                          base::Random& random)
{
    std::vector<Cell> daughters;
    for (std::size_t k = 0; k < plan.shares.size(); ++k) {
        Cell cell;
        cell.id = firstId + int(k);
        cell.parentId = mother.id;
        cell.volume = plan.shares[k] * mother.volume;
        cell.form = EllipsoidForm::random(random, formSpread);
        cell.lobes = {mother.lobes[k]};
        cell.lobes.front().radius = cell.lobes.front().restRadius;
        daughters.push_back(cell);
    }
    return daughters;
}

} // namespace blastoscope::simulation
