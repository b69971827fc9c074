// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/inference/bf16_choice.h"
#include "core/inference/counting.h"
#include "core/inference/crop_transform.h"
#include "core/inference/depth_order.h"
#include "core/inference/device_choice.h"
#include "core/inference/quality_flags.h"
#include "tests/inference/discs.h"

using namespace blastoscope;
using inference::Detection;
using tests::detectionOf;
using tests::Disc;

namespace {

constexpr int kCell = 1, kFragment = 2;

bool isNear(const base::Box& a, const base::Box& b)
{
    return std::abs(a.x1 - b.x1) + std::abs(a.y1 - b.y1) + std::abs(a.x2 - b.x2) + std::abs(a.y2 - b.y2) < 1e-9;
}

/// All detections as those of one embryo.
std::vector<int> countedOf(const std::vector<Detection>& detections, const nn::CountRule& rule,
                           std::vector<double> countProbabilities = {})
{
    inference::EmbryoFindings embryo{{}, std::move(countProbabilities)};
    for (int i = 0; i < int(detections.size()); ++i)
        embryo.detections.push_back(i);
    return inference::countedDetections(detections, {embryo}, rule, kCell);
}

/// Constant probability over a rectangle.
inference::VisibilityMap flatMap(const base::Box& box, float value)
{
    inference::VisibilityMap map{int(box.x1), int(box.y1), int(box.width()), int(box.height()), {}};
    map.values.assign(std::size_t(map.width) * std::size_t(map.height), value);
    return map;
}

} // namespace

TEST_CASE("a window around an object is a square of the field of view about its centre")
{
    const auto transform = inference::CropTransform::around({10, 20, 110, 80}, 1.7, 256);
    CHECK(isNear(transform.window(), {60 - 85, 50 - 85, 60 + 85, 50 + 85}));
    CHECK(transform.imagePixelsPerPixel() == doctest::Approx(170.0 / 256));
    CHECK(isNear(transform.toCrop(transform.window()), {0, 0, 256, 256}));
}

TEST_CASE("boxes go to the crop and come back")
{
    for (const auto& transform : {inference::CropTransform({-13.5, 4.25, 87, 104.75}, 256, 256),
                                  inference::CropTransform::overview(1280, 960, 192, 4)}) {
        const base::Box box{3.5, -2, 77.25, 91};
        CHECK(isNear(transform.toImage(transform.toCrop(box)), box));
    }
}

TEST_CASE("the overview has the wanted longer side and sides that fit the network")
{
    const auto square = inference::CropTransform::overview(500, 500, 192, 4);
    CHECK(square.width() == 192);
    CHECK(square.height() == 192);
    CHECK(isNear(square.window(), {0, 0, 500, 500}));
    const auto oblong = inference::CropTransform::overview(1280, 960, 192, 4);
    CHECK(oblong.width() == 192);
    CHECK(oblong.height() == 144);
    const auto odd = inference::CropTransform::overview(237, 241, 192, 4);
    CHECK(odd.width() == 192); // 188.8 rounded up to a multiple of four
    CHECK(odd.height() == 192);
    CHECK(odd.window().center() == base::Point{118.5, 120.5});
    CHECK(odd.window().width() / odd.width() == doctest::Approx(odd.window().height() / odd.height()));
    CHECK(inference::CropTransform::overview(5000, 16, 192, 4).height() == 4);
}

TEST_CASE("a window is off target when the cells are of another extent or elsewhere")
{
    const base::Box expected{0, 0, 100, 80};
    CHECK(!inference::isOffTarget(expected, {5, 0, 105, 80}, 0.15));
    CHECK(!inference::isOffTarget(expected, {0, 0, 90, 80}, 0.15));
    CHECK(inference::isOffTarget(expected, {0, 0, 80, 70}, 0.15));
    CHECK(inference::isOffTarget(expected, {0, 0, 120, 80}, 0.15));
    CHECK(inference::isOffTarget(expected, {10, 0, 110, 80}, 0.15));
}

TEST_CASE("near-duplicates go, stacked cells of another size and other classes stay")
{
    const std::vector<Detection> detections = {
        detectionOf({100, 100, 40}, 0.7f),
        detectionOf({101, 100, 40}, 0.9f), // duplicate of the first, better
        detectionOf({100, 100, 35}, 0.6f), // 77 % of the area: a cell in front
        detectionOf({101, 100, 40}, 0.5f, kFragment),
    };
    CHECK(inference::withoutNearDuplicates(detections) == std::vector<std::size_t>{1, 2, 3});
    CHECK(inference::withoutNearDuplicates({}).empty());
}

TEST_CASE("counting takes scores from the threshold on and merges what overlaps too much")
{
    const std::vector<Detection> detections = {
        detectionOf({60, 60, 30}, 0.9f),    // counted
        detectionOf({60, 60, 27}, 0.8f),    // IoU .81 with it: merged
        detectionOf({75, 60, 30}, 0.6f),    // overlaps the first by little more than half: another cell
        detectionOf({140, 60, 30}, 0.5f),   // exactly the threshold
        detectionOf({140, 140, 30}, 0.49f), // below
    };
    CHECK(countedOf(detections, {0.5, 0.7, 0}) == std::vector<int>{0, 2, 3});
}

TEST_CASE("what the picture as a whole says about the number of cells decides where scores leave doubt")
{
    const std::vector<Detection> detections = {detectionOf({40, 60, 20}, 0.9f), detectionOf({90, 60, 20}, 0.8f),
                                               detectionOf({140, 60, 20}, 0.45f),
                                               detectionOf({140, 140, 20}, 0.3f)};
    CHECK(countedOf(detections, {0.5, 0.7, 1}, {0.05, 0.05, 0.2, 0.6, 0.1}) == std::vector<int>{0, 1, 2});
    CHECK(countedOf(detections, {0.5, 0.7, 1}, {0.05, 0.05, 0.6, 0.2, 0.1}) == std::vector<int>{0, 1});
    CHECK(countedOf(detections, {0.5, 0.7, 1}, {0.998, 0.001, 0.001}).empty());
    CHECK(countedOf(detections, {0.5, 0.7, 0}, {0.998, 0.001, 0.001}) == std::vector<int>{0, 1});
    // More cells than outlines: all outlines count.
    CHECK(countedOf(detections, {0.5, 0.7, 1}, {0, 0, 0, 0, 0, 0, 1}) == std::vector<int>{0, 1, 2, 3});
}

TEST_CASE("each embryo of a frame is counted on its own")
{
    const std::vector<Detection> detections = {detectionOf({40, 60, 20}, 0.9f), detectionOf({140, 60, 20}, 0.8f)};
    const std::vector<inference::EmbryoFindings> embryos = {{{0}, {0.99, 0.01}}, {{1}, {0.01, 0.99}}};
    CHECK(inference::countedDetections(detections, embryos, {0.5, 0.7, 4}, kCell) == std::vector<int>{1});
}

TEST_CASE("a fragment never displaces a blastomere, however sure")
{
    const std::vector<Detection> detections = {detectionOf({60, 60, 30}, 0.95f, kFragment),
                                               detectionOf({60, 60, 30}, 0.6f, kCell),
                                               detectionOf({140, 60, 10}, 0.6f, kFragment)};
    CHECK(countedOf(detections, {0.5, 0.7, 0}) == std::vector<int>{1, 2});
}

TEST_CASE("the one that is topmost on the overlap is nearer")
{
    const Detection a = detectionOf({80, 100, 40}, 0.9f), b = detectionOf({120, 100, 40}, 0.8f);
    const auto order = inference::pairOrder(3, a, flatMap(a.box, 0.2f), 7, b, flatMap(b.box, 0.8f));
    REQUIRE(order);
    CHECK(order->nearer == 7);
    CHECK(order->farther == 3);
    CHECK(order->confidence == doctest::Approx(0.8));
    const auto reverse = inference::pairOrder(7, b, flatMap(b.box, 0.8f), 3, a, flatMap(a.box, 0.2f));
    REQUIRE(reverse);
    CHECK(reverse->nearer == 7);
}

TEST_CASE("the order is unknown when unsure, when a third covers both, and without overlap")
{
    const Detection a = detectionOf({80, 100, 40}, 0.9f), b = detectionOf({120, 100, 40}, 0.8f);
    const Detection far = detectionOf({20, 20, 15}, 0.9f);
    CHECK(!inference::pairOrder(0, a, flatMap(a.box, 0.45f), 1, b, flatMap(b.box, 0.55f)));
    CHECK(inference::pairOrder(0, a, flatMap(a.box, 0.38f), 1, b, flatMap(b.box, 0.62f)));
    CHECK(!inference::pairOrder(0, 1, 0.62)); // a head is asked for more
    CHECK(!inference::pairOrder(0, a, flatMap(a.box, 0.02f), 1, b, flatMap(b.box, 0.1f)));
    CHECK(!inference::pairOrder(0, a, flatMap(a.box, 1), 1, far, flatMap(far.box, 0)));
}

TEST_CASE("only the overlap counts, not what is topmost elsewhere")
{
    const Detection a = detectionOf({80, 100, 40}, 0.9f), b = detectionOf({120, 100, 40}, 0.8f);
    // a's map covers its left half alone, so on the overlap it is 0 although a is mostly visible.
    const auto left = flatMap({40, 60, 80, 140}, 1);
    const auto order = inference::pairOrder(0, a, left, 1, b, flatMap(b.box, 0.5f));
    REQUIRE(order);
    CHECK(order->nearer == 1);
    CHECK(order->confidence == doctest::Approx(1));
}

TEST_CASE("orders that contradict each other: the least confident one stays unknown")
{
    const std::vector<inference::DepthOrder> circle = {{1, 2, .9f}, {2, 3, .7f}, {3, 1, .8f}, {3, 4, .6f}};
    const auto kept = inference::withoutContradictions(circle);
    REQUIRE(kept.size() == 3);
    CHECK(kept[0].nearer == 1);
    CHECK(kept[1].nearer == 3);
    CHECK(kept[1].farther == 1);
    CHECK(kept[2].farther == 4);
    CHECK(inference::withoutContradictions({}).empty());
    CHECK(inference::withoutContradictions({{1, 2, .9f}, {2, 3, .7f}, {1, 3, .6f}}).size() == 3);
}

TEST_CASE("quality flags")
{
    namespace qc = inference::qc;
    const auto flags = [](std::vector<Detection> detections, inference::EmbryoEvidence evidence) {
        inference::Segmentation segmentation;
        segmentation.detections = std::move(detections);
        segmentation.counted = countedOf(segmentation.detections, {0.5, 0.7, 0});
        return inference::qualityFlags(segmentation, evidence, 200, 200, 0.5, kCell);
    };
    using Flags = std::vector<std::string>;
    const base::Box zona{30, 30, 170, 170};
    const Disc left{75, 100, 30}, right{125, 100, 30};
    const double bothCells = 2 * M_PI * 30 * 30;

    CHECK(flags({}, {}) == Flags{qc::kNoEmbryo});
    CHECK(flags({detectionOf(left, 0.9f), detectionOf(right, 0.9f)}, {{zona}, bothCells}).empty());
    CHECK(flags({}, {{zona}, bothCells}) == Flags{qc::kNotCountable});
    CHECK(flags({detectionOf(left, 0.9f)}, {{zona}, bothCells}) == Flags{qc::kNotCountable}); // half unexplained
    CHECK(flags({detectionOf(left, 0.9f, kFragment)}, {{zona}, 0}) == Flags{qc::kNotCountable});
    CHECK(flags({detectionOf(left, 0.6f), detectionOf(right, 0.6f)}, {{zona}, bothCells}) == Flags{qc::kLowConfidence});
    CHECK(flags({detectionOf(left, 0.9f), detectionOf(right, 0.9f), detectionOf({100, 140, 20}, 0.4f)},
                {{zona}, bothCells}) == Flags{qc::kLowConfidence});
    // A doubtful repetition of a counted cell is not a doubtful cell.
    CHECK(flags({detectionOf(left, 0.9f), detectionOf(right, 0.9f), detectionOf({76, 100, 29}, 0.4f)},
                {{zona}, bothCells})
              .empty());
    CHECK(flags({detectionOf(left, 0.9f), detectionOf({125, 100, 10}, 0.9f)}, {{zona}, bothCells / 2}) ==
          Flags{qc::kImplausibleSizes});
    CHECK(flags({detectionOf(left, 0.9f)}, {{{-5, 30, 135, 170}}, bothCells / 2}) == Flags{qc::kAtBorder});
    CHECK(flags({detectionOf(left, 0.9f)}, {{zona, {150, 150, 190, 190}}, bothCells / 2}) ==
          Flags{qc::kSeveralEmbryos});
    std::vector<Detection> many;
    for (int i = 0; i < 17; ++i)
        many.push_back(detectionOf({20.0 + 40 * (i % 5), 20.0 + 40 * (i / 5), 15}, 0.9f));
    CHECK(flags(many, {{zona}, 1000}) == Flags{qc::kManyCells});
}

TEST_CASE("bf16 is taken from the processor's flags, not from its name")
{
    CHECK(inference::hasBf16Instructions("processor\t: 0\nflags\t\t: fpu sse2 amx_bf16 avx512f\nbugs\t:\n"));
    CHECK(inference::hasBf16Instructions("processor\t: 0\nflags\t\t: fpu avx512_bf16\n"));
    CHECK(
        !inference::hasBf16Instructions("model name\t: avx512_bf16 amx_bf16\nflags\t\t: fpu sse2\nbugs\t: amx_bf16\n"));
    CHECK(!inference::hasBf16Instructions(""));
}

TEST_CASE("threads: what was asked for, else one less than there are processors")
{
    CHECK(inference::intraOpThreads(3) == 3);
    CHECK(inference::intraOpThreads(0) >= 1);
}
