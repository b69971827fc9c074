// SPDX-License-Identifier: Apache-2.0
// How good the steps from a semantic map to instances are, and the shipped model as an oracle for such maps. ctest -V
// shows the tables; BLASTOSCOPE_FRAMES says how many frames.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "core/annotation/found_frame.h"
#include "core/annotation/semantic_labels.h"
#include "core/base/random.h"
#include "core/inference/segmented_frame.h"
#include "core/inference/segmenter.h"
#include "core/inference/shape_snap.h"
#include "core/masks/semantic/semantic_split.h"
#include "core/masks/semantic/shape_completion.h"
#include "core/simulation/embryo_simulator.h"
#include "tests/inference/instance_score.h"

using namespace blastoscope;
using masks::RleMask;
using simulation::SimulatedFrame;
using tests::InstanceScore;

namespace {

constexpr std::uint64_t kSeed = 20263; ///< frames that nothing was fitted to
constexpr int kFewFrames = 24;

int frameCount()
{
    const char* wanted = std::getenv("BLASTOSCOPE_FRAMES");
    return wanted ? std::max(1, std::atoi(wanted)) : kFewFrames;
}

std::filesystem::path models()
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE_MESSAGE(source, "BLASTOSCOPE_SOURCE_DIR is not set");
    return std::filesystem::path(source) / "models";
}

/// 2 to 8 cells that fill the picture.
SimulatedFrame frameOf(int number, int size)
{
    simulation::SimulationOptions options;
    options.size = size;
    options.framing = simulation::Framing::ClumpCrop;
    options.minCells = 2;
    options.maxCells = 8;
    options.emptyFraction = options.compactedFraction = options.cavitatedFraction = 0;
    return simulation::simulateFrame(options, kSeed + std::uint64_t(number));
}

base::Image mapOf(const SimulatedFrame& frame)
{
    std::vector<RleMask> cells, fragments, unknown;
    for (const auto& instance : frame.instances) {
        const bool isCell = instance.objectClass == base::ObjectClass::Blastomere;
        (instance.ignore ? unknown : isCell ? cells : fragments).push_back(instance.amodal);
    }
    return masks::semanticMap(frame.image.width, frame.image.height, cells, fragments, unknown);
}

/// As a classifier of pixels might see it: outlines frayed by up to `reach` px, a pixel in a hundred wrong.
base::Image noisy(const base::Image& map, int reach, base::Random& random)
{
    base::Image out = map;
    for (int y = reach; y + reach < map.height; ++y)
        for (int x = reach; x + reach < map.width; ++x) {
            const int fromX = x + random.integer(-reach, reach), fromY = y + random.integer(-reach, reach);
            const std::uint8_t near = map.row<std::uint8_t>(fromY)[fromX];
            out.row<std::uint8_t>(y)[x] = random.chance(.01) ? std::uint8_t(random.integer(0, 3)) : near;
        }
    return out;
}

void printLine(const std::string& name, const tests::InstanceNumbers& n)
{
    std::printf("| %-46s | %5.3f | %5.3f | %5.3f | %5.3f | %5.3f | %5.3f | %5.3f |\n", name.c_str(), n.ap50, n.ap,
                n.exact, n.withinOne, n.iou, n.hiddenIou, n.hiddenAp);
}

void printHead(int frames)
{
    std::printf("%d simulated frames with 2 to 8 cells\n"
                "| %-46s | AP50  | AP    | exact | +-1   | IoU   | hidden IoU | hidden AP |\n"
                "|---|---|---|---|---|---|---|---|\n",
                frames, "");
}

/// The ways from a map to silhouettes, each with its score.
class Ways {
public:
    explicit Ways(inference::ShapeSnap& snap) : m_snap(snap) {}

    void add(const SimulatedFrame& frame, const base::Image& map)
    {
        const auto found = masks::splitSemanticMap(map);
        REQUIRE(found);
        std::vector<RleMask> alone, within;
        for (const RleMask& cell : found->cells) {
            const auto mended = m_snap.snap(cell);
            alone.push_back(mended.value_or(cell));
            within.push_back(masks::completedWithin(map, {}, cell, [&](const RleMask&) { return mended; }));
        }
        split.add(frame, found->cells);
        snapped.add(frame, alone);
        completed.add(frame, within);
    }

    void print(const std::string& name) const
    {
        printLine(name + ", split", split.numbers());
        printLine(name + ", split and shape prior alone", snapped.numbers());
        printLine(name + ", split and completed within the map", completed.numbers());
    }

    InstanceScore split, snapped, completed;

private:
    inference::ShapeSnap& m_snap;
};

/// Intersections and unions of the classes over all frames (mean IoU: Long et al. 2015, sec. 5).
class ClassIou {
public:
    void add(const base::Image& found, const base::Image& truth)
    {
        const auto* a = found.row<std::uint8_t>(0);
        const auto* b = truth.row<std::uint8_t>(0);
        for (std::size_t i = 0; i < truth.bytes.size(); ++i) {
            if (b[i] == masks::kUnknownClass)
                continue;
            for (std::uint8_t c = 0; c < m_both.size(); ++c) {
                m_both[c] += a[i] == c && b[i] == c;
                m_either[c] += a[i] == c || b[i] == c;
            }
        }
    }

    double of(std::size_t c) const { return m_either[c] > 0 ? m_both[c] / m_either[c] : 0; }
    double mean() const { return (of(0) + of(1) + of(2) + of(3)) / 4; }

private:
    std::array<double, 4> m_both{}, m_either{};
};

} // namespace

TEST_CASE("semantic maps of simulated frames become whole cells")
{
    auto snap = inference::loadShapeSnap(models() / "shape-snap.safetensors");
    REQUIRE_MESSAGE(snap, snap.error().message);
    const int frames = frameCount();
    Ways exact(**snap), frayed(**snap), small(**snap), smallFrayed(**snap);
    base::Random random(kSeed);
    for (int i = 0; i < frames; ++i) {
        const SimulatedFrame frame = frameOf(i, 256), tiny = frameOf(i, 64);
        exact.add(frame, mapOf(frame));
        frayed.add(frame, noisy(mapOf(frame), 3, random));
        small.add(tiny, mapOf(tiny));
        smallFrayed.add(tiny, noisy(mapOf(tiny), 1, random));
    }
    printHead(frames);
    exact.print("256 px, exact");
    frayed.print("256 px, frayed by 3 px");
    small.print("64 px, exact");
    smallFrayed.print("64 px, frayed by 1 px");
    CHECK(exact.split.numbers().ap50 > .9);
    CHECK(exact.split.numbers().exact > .75);
    CHECK(exact.completed.numbers().iou > .85);
    CHECK(frayed.completed.numbers().ap50 > .8);
    CHECK(small.completed.numbers().ap50 > .8);
}

TEST_CASE("the shipped model as an oracle of semantic maps")
{
    auto segmenter = inference::loadSegmenter(models() / "blastomere-amodal.safetensors",
                                              {.device = inference::DeviceChoice::Cpu, .threads = 1});
    REQUIRE_MESSAGE(segmenter, segmenter.error().message);
    auto snap = inference::loadShapeSnap(models() / "shape-snap.safetensors");
    REQUIRE_MESSAGE(snap, snap.error().message);
    const int frames = frameCount();
    ClassIou iou;
    InstanceScore detector;
    Ways ways(**snap);
    for (int i = 0; i < frames; ++i) {
        const SimulatedFrame frame = frameOf(i, 256);
        const auto found = (*segmenter)->segment(frame.image, {});
        REQUIRE_MESSAGE(found, found.error().message);
        const auto told = inference::toSegmentedFrame(*found, (*segmenter)->model());
        annotation::FrameAnnotation annotation;
        annotation.width = frame.image.width;
        annotation.height = frame.image.height;
        std::vector<RleMask> cells;
        annotation.instances = told.instances;
        for (const annotation::Instance& instance : told.instances)
            if (instance.classId == int(base::ObjectClass::Blastomere))
                cells.push_back(instance.amodal);
        const base::Image map = annotation::semanticLabels(annotation);
        iou.add(map, mapOf(frame));
        detector.add(frame, cells);
        ways.add(frame, map);
    }
    std::printf("The model's maps: mIoU %.3f (background %.3f, fragment %.3f, cell %.3f, overlap %.3f)\n", iou.mean(),
                iou.of(0), iou.of(1), iou.of(2), iou.of(3));
    printHead(frames);
    printLine("the model's own instances", detector.numbers());
    ways.print("the model's maps");
    CHECK(iou.of(2) > .6);
    CHECK(iou.of(3) > .5);
    CHECK(ways.completed.numbers().ap50 > .6);
}
