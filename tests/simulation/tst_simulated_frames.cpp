// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/simulation/embryo_simulator.h"

using namespace blastoscope;
using namespace blastoscope::simulation;
using base::ObjectClass;

namespace {

SimulationOptions cleavageOnly(int size = 200)
{
    SimulationOptions options;
    options.size = size;
    options.emptyFraction = options.compactedFraction = options.cavitatedFraction = 0;
    return options;
}

int countCells(const SimulatedFrame& frame)
{
    return int(std::count_if(frame.instances.begin(), frame.instances.end(),
                             [](const auto& i) { return i.objectClass == ObjectClass::Blastomere; }));
}

const SimulatedInstance& byId(const SimulatedFrame& frame, int id)
{
    return *std::find_if(frame.instances.begin(), frame.instances.end(), [id](const auto& i) { return i.id == id; });
}

bool holds(const base::Box& outer, const base::Box& inner, double slack = 0)
{
    return outer.x1 <= inner.x1 + slack && outer.y1 <= inner.y1 + slack && outer.x2 >= inner.x2 - slack &&
           outer.y2 >= inner.y2 - slack;
}

} // namespace

TEST_CASE("the same seed gives the same frame, another seed another")
{
    for (Framing framing : {Framing::WholeFrame, Framing::ClumpCrop}) {
        SimulationOptions options = cleavageOnly();
        options.framing = framing;
        const SimulatedFrame a = simulateFrame(options, 11), b = simulateFrame(options, 11);
        CHECK(a.image.bytes == b.image.bytes);
        REQUIRE(a.instances.size() == b.instances.size());
        for (std::size_t k = 0; k < a.instances.size(); ++k)
            CHECK(a.instances[k].amodal == b.instances[k].amodal);
        CHECK(simulateFrame(options, 12).image.bytes != a.image.bytes);
    }
}

TEST_CASE("pictures have the asked size, one channel and some contrast")
{
    for (Look look : {Look::Hoffman, Look::Brightfield, Look::EmbryoScope}) {
        SimulationOptions options = cleavageOnly(160);
        options.look = look;
        const SimulatedFrame frame = simulateFrame(options, 3);
        CHECK(frame.image.width == 160);
        CHECK(frame.image.height == 160);
        CHECK(frame.image.channels == 1);
        CHECK(frame.umPerPixel > 0);
        const auto* pixels = frame.image.row<std::uint8_t>(0);
        CHECK(std::set<int>(pixels, pixels + 160 * 160).size() > 8);
    }
}

TEST_CASE("visible parts are disjoint, lie inside their silhouettes and together make the same union")
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const SimulatedFrame frame = simulateFrame(cleavageOnly(), seed);
        REQUIRE_FALSE(frame.instances.empty());
        masks::RleMask allAmodal(200, 200), allVisible(200, 200);
        std::int64_t visibleArea = 0;
        for (const SimulatedInstance& i : frame.instances) {
            CHECK(i.amodal.area() > 0);
            CHECK(masks::subtracted(i.visible, i.amodal).isEmpty());
            allAmodal = masks::united(allAmodal, i.amodal);
            allVisible = masks::united(allVisible, i.visible);
            visibleArea += i.visible.area();
        }
        CHECK(allAmodal == allVisible);
        CHECK(visibleArea == allVisible.area());
    }
}

TEST_CASE("every overlapping pair has one order, and the nearer body shows more of the common part")
{
    int agreed = 0, pairs = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const SimulatedFrame frame = simulateFrame(cleavageOnly(), seed);
        std::set<std::pair<int, int>> listed;
        for (const DepthPair& pair : frame.order) {
            CHECK(pair.nearer != pair.farther);
            CHECK(listed.insert({std::min(pair.nearer, pair.farther), std::max(pair.nearer, pair.farther)}).second);
            const auto &near = byId(frame, pair.nearer), &far = byId(frame, pair.farther);
            const masks::RleMask common = masks::intersected(near.amodal, far.amodal);
            CHECK_FALSE(common.isEmpty());
            agreed += masks::intersectionArea(common, near.visible) >= masks::intersectionArea(common, far.visible);
            ++pairs;
        }
        for (std::size_t i = 0; i < frame.instances.size(); ++i)
            for (std::size_t j = i + 1; j < frame.instances.size(); ++j) {
                const int a = frame.instances[i].id, b = frame.instances[j].id;
                const bool overlap = masks::intersectionArea(frame.instances[i].amodal, frame.instances[j].amodal) > 0;
                CHECK(overlap == listed.contains({std::min(a, b), std::max(a, b)}));
            }
    }
    REQUIRE(pairs > 50);
    CHECK(agreed >= .95 * pairs);
}

TEST_CASE("the number of cells obeys the bounds and reaches them")
{
    SimulationOptions options = cleavageOnly(160);
    options.minCells = options.maxCells = 5;
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        CHECK(countCells(simulateFrame(options, seed)) == 5);
    options.minCells = 2;
    options.maxCells = 3;
    std::map<int, int> counts;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        ++counts[countCells(simulateFrame(options, seed))];
    CHECK(counts[2] > 0);
    CHECK(counts[3] > 0);
    CHECK(counts[2] + counts[3] == 20);
}

TEST_CASE("empty, compacted and cavitated frames hold no blastomere")
{
    for (EmbryoStage stage : {EmbryoStage::Empty, EmbryoStage::Compacted, EmbryoStage::Blastocyst}) {
        SimulationOptions options = cleavageOnly();
        (stage == EmbryoStage::Empty       ? options.emptyFraction
         : stage == EmbryoStage::Compacted ? options.compactedFraction
                                           : options.cavitatedFraction) = 1;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const SimulatedFrame frame = simulateFrame(options, seed);
            CHECK(frame.stage == stage);
            CHECK(countCells(frame) == 0);
            CHECK(frame.clumpBox.has_value() == (stage != EmbryoStage::Empty));
            CHECK(frame.zonaBox.has_value() == (stage != EmbryoStage::Empty));
        }
    }
}

TEST_CASE("the clump's box is the cells' box, and the zona holds it")
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const SimulatedFrame frame = simulateFrame(cleavageOnly(), seed);
        REQUIRE(frame.clumpBox);
        REQUIRE(frame.zonaBox);
        base::Box cells = frame.instances.front().amodal.boundingBox();
        for (const SimulatedInstance& i : frame.instances)
            if (i.objectClass == ObjectClass::Blastomere)
                cells = base::united(cells, i.amodal.boundingBox());
        CHECK(holds(cells, *frame.clumpBox));
        CHECK(holds(*frame.zonaBox, *frame.clumpBox, 2));
    }
}

TEST_CASE("a scale-normalised crop keeps all cells inside, at 1/2.6 to 1/1.2 of its side")
{
    SimulationOptions options = cleavageOnly(128);
    options.framing = Framing::ClumpCrop;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        const SimulatedFrame frame = simulateFrame(options, seed);
        const double share = std::max(frame.clumpBox->width(), frame.clumpBox->height()) / 128;
        CHECK(share > 1 / 2.6);
        CHECK(share < 1 / 1.2);
        CHECK(holds({0, 0, 128, 128}, *frame.clumpBox));
    }
}

TEST_CASE("a given pixel size is used, and areas follow it")
{
    SimulationOptions options = cleavageOnly(300);
    options.minCells = options.maxCells = 1;
    options.look = Look::Brightfield;
    options.umPerPixel = .8;
    const SimulatedFrame frame = simulateFrame(options, 4);
    CHECK(frame.umPerPixel == doctest::Approx(.8));
    const SimulatedInstance& cell = frame.instances.front();
    const double radius = std::cbrt(cell.volumeUm3 * 3 / (4 * 3.14159265));
    const double area = 3.14159265 * radius * radius / (.8 * .8);
    CHECK(double(cell.amodal.area()) == doctest::Approx(area).epsilon(.2));
}

TEST_CASE("small fragments are texture, larger ones are instances")
{
    int particles = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const SimulatedFrame frame = simulateFrame(cleavageOnly(), seed);
        for (const SimulatedInstance& i : frame.instances) {
            if (i.objectClass == ObjectClass::Blastomere)
                continue;
            ++particles;
            const double diameter = 2 * std::cbrt(i.volumeUm3 * 3 / (4 * 3.14159265)) / frame.umPerPixel;
            CHECK(diameter >= 5.99);
        }
    }
    CHECK(particles > 10);
}

TEST_CASE("without degradation a picture has no camera noise")
{
    const auto roughness = [](double degradation) {
        SimulationOptions options = cleavageOnly(120);
        options.emptyFraction = 1;
        options.look = Look::Brightfield;
        options.degradation = degradation;
        long sum = 0;
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const base::Image image = simulateFrame(options, seed).image;
            const auto* pixels = image.row<std::uint8_t>(0);
            for (int k = 1; k < 120 * 120; ++k)
                sum += std::abs(int(pixels[k]) - int(pixels[k - 1]));
        }
        return sum;
    };
    CHECK(2 * roughness(0) < roughness(1));
}

TEST_CASE("only bodies that are covered or nearly coincide with a nearer one are to be ignored")
{
    int ignored = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        SimulationOptions options = cleavageOnly();
        options.minCells = 8;
        const SimulatedFrame frame = simulateFrame(options, seed);
        for (const SimulatedInstance& i : frame.instances) {
            if (!i.ignore)
                continue;
            ++ignored;
            const bool covered = double(i.visible.area()) < .05 * double(i.amodal.area());
            const bool coincides = std::any_of(frame.order.begin(), frame.order.end(), [&](const DepthPair& pair) {
                return pair.farther == i.id && masks::iou(i.amodal, byId(frame, pair.nearer).amodal) > .8;
            });
            CHECK((covered || coincides));
        }
    }
    CHECK(ignored > 0);
}
