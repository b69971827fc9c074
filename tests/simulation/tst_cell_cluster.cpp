// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/simulation/cell_cluster.h"
#include "core/simulation/division.h"
#include "core/simulation/embryo_builder.h"

using namespace blastoscope;
using namespace blastoscope::simulation;

namespace {

constexpr float kFineSpacingUm = .6f;

Cell ball(int id, const Vec3& center, float radius)
{
    Cell cell;
    cell.id = id;
    cell.volume = 4.18879f * radius * radius * radius;
    cell.lobes = {{center, radius, radius}};
    return cell;
}

std::vector<Cell> randomCells(int count, std::uint64_t seed, Constitution& constitution)
{
    base::Random random(seed);
    constitution = drawConstitution(random);
    return drawCells(constitution, count, 1, random);
}

} // namespace

TEST_CASE("a free ball has the volume and thickness of a ball")
{
    const std::vector<Cell> cells = {ball(1, {3, -2, 5}, 20)};
    const CutCell body(cells[0], cells, 0);
    CHECK(body.at(3, -2).nearZ == doctest::Approx(25));
    CHECK(body.at(3, -2).farZ == doctest::Approx(-15));
    CHECK(body.at(3, -2 + 12).length() == doctest::Approx(32));
    CHECK(body.at(3, 19).isEmpty());
    CHECK(measureVolumes(cells, 0, kFineSpacingUm)[0] == doctest::Approx(cells[0].volume).epsilon(.003));
}

TEST_CASE("an ellipsoid keeps the volume of its ball in any orientation")
{
    base::Random random(5);
    for (int k = 0; k < 5; ++k) {
        std::vector<Cell> cells = {ball(1, {}, 25)};
        cells[0].form = EllipsoidForm::random(random, .15);
        CHECK(measureVolumes(cells, 0, kFineSpacingUm)[0] == doctest::Approx(cells[0].volume).epsilon(.004));
    }
}

TEST_CASE("turning a form turns its body")
{
    const auto form = EllipsoidForm::fromAxes(Rotation{}, {1.2f, 1, 1 / 1.2f});
    const EllipsoidForm turned = form.rotated(Rotation::about({0, 0, 1}, 1.5707963f));
    CHECK(turned.xx == doctest::Approx(form.yy));
    CHECK(turned.yy == doctest::Approx(form.xx));
    CHECK(turned.zz == doctest::Approx(form.zz));
}

TEST_CASE("two equal balls meet in a flat face half-way")
{
    const std::vector<Cell> cells = {ball(1, {-10, 0, 0}, 20), ball(2, {10, 0, 0}, 20)};
    const CutCell left(cells[0], cells, 0), right(cells[1], cells, 0);
    CHECK_FALSE(left.at(-.5f, 0).isEmpty());
    CHECK(left.at(.5f, 0).isEmpty());
    CHECK(right.at(-.5f, 0).isEmpty());
    CHECK_FALSE(right.at(.5f, 0).isEmpty());
}

TEST_CASE("cells share no point of space and stay inside the zona")
{
    Constitution constitution;
    const std::vector<Cell> cells = randomCells(8, 3, constitution);
    const float inner = constitution.zona.innerRadius;
    std::vector<CutCell> bodies;
    for (const Cell& cell : cells)
        bodies.emplace_back(cell, cells, inner);
    for (float y = -inner; y < inner; y += 3) {
        for (float x = -inner; x < inner; x += 3) {
            for (std::size_t i = 0; i < bodies.size(); ++i) {
                const RayInterval a = bodies[i].at(x, y);
                if (a.isEmpty())
                    continue;
                CHECK(x * x + y * y + a.nearZ * a.nearZ <= inner * inner * 1.001f);
                for (std::size_t j = i + 1; j < bodies.size(); ++j) {
                    const RayInterval b = bodies[j].at(x, y);
                    if (!b.isEmpty())
                        CHECK(std::min(a.nearZ, b.nearZ) <= std::max(a.farZ, b.farZ) + .02f);
                }
            }
        }
    }
}

TEST_CASE("cut cells have their volumes within one per cent")
{
    for (int count : {1, 2, 4, 8, 16}) {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            CAPTURE(count);
            CAPTURE(seed);
            Constitution constitution;
            const std::vector<Cell> cells = randomCells(count, seed, constitution);
            REQUIRE(int(cells.size()) == count);
            const auto volumes = measureVolumes(cells, constitution.zona.innerRadius, kFineSpacingUm);
            float total = 0;
            for (std::size_t k = 0; k < cells.size(); ++k) {
                CHECK(volumes[k] == doctest::Approx(cells[k].volume).epsilon(.01));
                total += cells[k].volume;
            }
            CHECK(total == doctest::Approx(constitution.totalVolume).epsilon(1e-4));
        }
    }
}

TEST_CASE("a dividing cell is one body as large as the mother, and its daughters share the volume")
{
    base::Random random(9);
    Cell mother = ball(4, {}, 30);
    const DivisionPlan plan = drawDivision(10, .05f, 0, random);
    elongate(mother, plan, .5f);
    std::vector<Cell> cells = {mother};
    matchVolumes(cells, 80, 24);
    CHECK(measureVolumes(cells, 80, kFineSpacingUm)[0] == doctest::Approx(mother.volume).epsilon(.01));

    const std::vector<Cell> daughters = divided(cells[0], plan, 5, .05f, random);
    REQUIRE(daughters.size() == 2);
    CHECK(daughters[0].parentId == 4);
    CHECK(daughters[1].parentId == 4);
    CHECK(daughters[0].id != daughters[1].id);
    CHECK(daughters[0].volume + daughters[1].volume == doctest::Approx(mother.volume));
}
