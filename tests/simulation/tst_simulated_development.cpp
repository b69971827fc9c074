// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "core/simulation/development.h"
#include "core/simulation/embryo_simulator.h"

using namespace blastoscope;
using namespace blastoscope::simulation;
using base::ObjectClass;

namespace {

SimulationOptions fastOptions()
{
    SimulationOptions options;
    options.size = 120;
    options.minutesPerFrame = 30;
    options.startHours = 24;
    return options;
}

} // namespace

TEST_CASE("frames do not depend on the order in which they are asked for")
{
    EmbryoSimulator forward(fastOptions(), 5), backward(fastOptions(), 5);
    std::vector<std::vector<std::byte>> pictures;
    for (int t = 0; t < 6; ++t)
        pictures.push_back(forward.frame(t).image.bytes);
    for (int t = 5; t >= 0; --t)
        CHECK(backward.frame(t).image.bytes == pictures[std::size_t(t)]);
}

TEST_CASE("time and focal plane are reported, and the plane changes the picture but not the truth")
{
    EmbryoSimulator simulator(fastOptions(), 6);
    const SimulatedFrame middle = simulator.frame(2), high = simulator.frame(2, 30);
    CHECK(middle.timeHours == doctest::Approx(25));
    CHECK(high.focalPlaneUm == doctest::Approx(30));
    CHECK(middle.image.bytes != high.image.bytes);
    REQUIRE(middle.instances.size() == high.instances.size());
    for (std::size_t k = 0; k < middle.instances.size(); ++k)
        CHECK(middle.instances[k].amodal == high.instances[k].amodal);
}

TEST_CASE("cells divide: new ids name their mother, who is gone, and volume is kept")
{
    SimulationOptions options = fastOptions();
    Development development(options, base::Random(8));
    std::set<int> everAlive;
    std::size_t largest = 0;
    int divisions = 0;
    for (int t = 0; t < 80; ++t) {
        const EmbryoState& state = development.at(t);
        if (state.stage != EmbryoStage::Cleavage)
            break;
        std::map<int, int> newByMother;
        std::set<int> alive;
        float volume = 0;
        for (const Cell& cell : state.cells) {
            alive.insert(cell.id);
            volume += cell.volume;
            if (t > 0 && !everAlive.contains(cell.id)) {
                REQUIRE(cell.parentId.has_value());
                CHECK(everAlive.contains(*cell.parentId));
                ++newByMother[*cell.parentId];
            }
        }
        CHECK(volume == doctest::Approx(development.constitution().totalVolume).epsilon(1e-3));
        for (const auto& [mother, daughters] : newByMother) {
            CHECK_FALSE(alive.contains(mother));
            divisions += daughters >= 2;
        }
        everAlive.insert(alive.begin(), alive.end());
        largest = std::max(largest, state.cells.size());
    }
    CHECK(divisions >= 3);
    CHECK(largest >= 4);
}

TEST_CASE("volumes stay within one per cent while the embryo moves")
{
    Development development(fastOptions(), base::Random(3));
    for (int t : {0, 20, 45}) {
        const EmbryoState& state = development.at(t);
        const auto volumes = measureVolumes(state.cells, state.zona.innerRadius, .6f);
        for (std::size_t k = 0; k < volumes.size(); ++k)
            CHECK(volumes[k] == doctest::Approx(state.cells[k].volume).epsilon(.01));
    }
}

TEST_CASE("cells move little from frame to frame")
{
    SimulationOptions options = fastOptions();
    options.minutesPerFrame = 15;
    options.startHours = 30;
    EmbryoSimulator simulator(options, 14);
    int followed = 0;
    for (int t = 1; t < 6; ++t) {
        const SimulatedFrame a = simulator.frame(t - 1), b = simulator.frame(t);
        for (const SimulatedInstance& now : b.instances) {
            for (const SimulatedInstance& before : a.instances) {
                if (now.id == before.id && now.objectClass == ObjectClass::Blastomere) {
                    CHECK(masks::iou(now.amodal, before.amodal) > .6);
                    ++followed;
                }
            }
        }
    }
    CHECK(followed >= 5);
}

TEST_CASE("an old embryo compacts and cavitates and then has no countable cell")
{
    SimulationOptions options = fastOptions();
    options.startHours = 60;
    options.minutesPerFrame = 240;
    EmbryoSimulator simulator(options, 2);
    std::set<EmbryoStage> stages;
    for (int t = 0; t < 20; ++t) {
        const SimulatedFrame frame = simulator.frame(t);
        stages.insert(frame.stage);
        if (frame.stage != EmbryoStage::Cleavage)
            for (const SimulatedInstance& i : frame.instances)
                CHECK(i.objectClass != ObjectClass::Blastomere);
    }
    CHECK(stages.contains(EmbryoStage::Cleavage));
    CHECK(stages.contains(EmbryoStage::Compacted));
    CHECK(stages.contains(EmbryoStage::Blastocyst));
}

TEST_CASE("the largest number of cells is respected")
{
    SimulationOptions options = fastOptions();
    options.maxCells = 3;
    options.startHours = 40;
    Development development(options, base::Random(4));
    for (int t = 0; t < 60; t += 6)
        CHECK(development.at(t).cells.size() <= 3);
}
