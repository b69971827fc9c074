// SPDX-License-Identifier: Apache-2.0
// How many gestures bring every cell of 8-cell frames to an IoU of .9: by hand, from the model's outlines, and with
// snap and click to segment. ctest -V shows the table; BLASTOSCOPE_FRAMES says how many frames.
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include "core/inference/segmenter.h"
#include "core/inference/shape_snap.h"
#include "core/simulation/embryo_simulator.h"
#include "tests/inference/annotator.h"

using namespace blastoscope;
using tests::Annotator;
using tests::AnnotatorHelpers;
using tests::AnnotatorOptions;
using tests::Gestures;
using tests::Outlining;

namespace {

constexpr int kCells = 8;

struct Models {
    std::unique_ptr<inference::Segmenter> segmenter;
    std::unique_ptr<inference::ShapeSnap> snap;
};

Models loadModels()
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE_MESSAGE(source, "BLASTOSCOPE_SOURCE_DIR is not set");
    const std::filesystem::path folder = std::filesystem::path(source) / "models";
    auto segmenter =
        inference::loadSegmenter(folder / "blastomere-amodal.safetensors", {.device = inference::DeviceChoice::Cpu});
    REQUIRE_MESSAGE(segmenter, segmenter.error().message);
    auto snap = inference::loadShapeSnap(folder / "shape-snap.safetensors");
    REQUIRE_MESSAGE(snap, snap.error().message);
    return {std::move(*segmenter), std::move(*snap)};
}

simulation::SimulatedFrame frameOf(std::uint64_t seed)
{
    simulation::SimulationOptions options;
    options.minCells = options.maxCells = kCells;
    options.emptyFraction = options.compactedFraction = options.cavitatedFraction = 0;
    return simulation::simulateFrame(options, seed);
}

std::vector<masks::RleMask> cellsOf(const simulation::SimulatedFrame& frame)
{
    std::vector<masks::RleMask> cells;
    for (const auto& instance : frame.instances)
        if (instance.objectClass == base::ObjectClass::Blastomere && !instance.ignore)
            cells.push_back(instance.amodal);
    return cells;
}

/// The blastomeres that the window would show.
std::vector<masks::RleMask> foundIn(inference::Segmenter& segmenter, const base::Image& image)
{
    const auto found = segmenter.segment(image, {});
    REQUIRE_MESSAGE(found, found.error().message);
    std::vector<masks::RleMask> objects;
    for (const int index : found->counted)
        if (found->detections[std::size_t(index)].classId == int(base::ObjectClass::Blastomere))
            objects.push_back(found->detections[std::size_t(index)].amodal);
    return objects;
}

struct Row {
    Gestures sum;
    void add(const Gestures& g)
    {
        sum.outline += g.outline;
        sum.stroke += g.stroke;
        sum.remove += g.remove;
        sum.click += g.click;
        sum.snap += g.snap;
    }
    void print(const char* name, int frames) const
    {
        const double n = frames;
        std::printf("  %-22s %7.1f %8.1f %7.1f %7.1f %7.1f %8.1f\n", name, sum.outline / n, sum.stroke / n,
                    sum.remove / n, sum.click / n, sum.snap / n, sum.total() / n);
    }
};

} // namespace

TEST_CASE("the model and its helpers save most of the gestures")
{
    const char* wanted = std::getenv("BLASTOSCOPE_FRAMES");
    const int frames = wanted ? std::max(1, std::atoi(wanted)) : 4;
    const Models models = loadModels();
    for (const Outlining outlining : {Outlining::Polygon, Outlining::Ellipse}) {
        Row nothing, model, helped;
        for (int i = 0; i < frames; ++i) {
            const auto frame = frameOf(700 + std::uint64_t(i));
            const auto truth = cellsOf(frame);
            const auto found = foundIn(*models.segmenter, frame.image);
            auto image = models.segmenter->prepare(frame.image, {});
            REQUIRE(image);
            const AnnotatorHelpers helpers{[&](const inference::Prompt& prompt) {
                                               std::vector<masks::RleMask> shapes;
                                               if (const auto answers = (*image)->proposeAt(prompt, {}))
                                                   for (const auto& answer : *answers)
                                                       shapes.push_back(answer.amodal);
                                               return shapes;
                                           },
                                           [&](const masks::RleMask& shape) {
                                               const auto mended = models.snap->snap(shape);
                                               return mended ? *mended : shape;
                                           }};
            AnnotatorOptions options;
            options.outlining = outlining;
            options.seed = std::uint64_t(i);
            nothing.add(Annotator(options, {}).correct(truth, {}));
            model.add(Annotator(options, {}).correct(truth, found));
            helped.add(Annotator(options, helpers).correct(truth, found));
        }
        const bool polygons = outlining == Outlining::Polygon;
        std::printf("gestures per frame of %d cells, %d frames, new outlines as %s\n", kCells, frames,
                    polygons ? "polygons" : "ellipses of three clicks");
        std::printf("  %-22s %7s %8s %7s %7s %7s %8s\n", "", "outline", "strokes", "removal", "click", "snap", "all");
        nothing.print("nothing", frames);
        model.print("model", frames);
        helped.print("model, snap and click", frames);
        // So few frames say no more than that the helpers do not stand in the way.
        CHECK(double(helped.sum.total()) <= 1.2 * double(model.sum.total()));
        CHECK(helped.sum.total() < nothing.sum.total());
        if (polygons)
            CHECK(nothing.sum.total() >= 3 * helped.sum.total());
    }
}
