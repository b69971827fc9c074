// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "tests/inference/disc_networks.h"

using namespace blastoscope;
using base::ErrorCode;
using tests::Disc;
using tests::DiscSegmenter;
using tests::softPictureOf;

TEST_CASE("masks come back to where the cells are, for any size, place and pixel type")
{
    struct Case {
        int width, height;
        Disc disc;
    };
    for (const Case& c :
         {Case{500, 500, {250, 250, 60}}, Case{500, 500, {143.3, 371.8, 47.5}}, Case{1280, 960, {900, 300, 160}},
          Case{237, 241, {118, 117, 80}}, Case{60, 200, {30, 100, 20}}, Case{500, 500, {20, 250, 60}}}) {
        CAPTURE(c.width);
        CAPTURE(c.disc.x);
        DiscSegmenter disc;
        const auto result = disc.segmenter->segment(softPictureOf({c.disc}, c.width, c.height), disc.cancel);
        REQUIRE(result);
        REQUIRE(result->counted == std::vector<int>{0});
        const auto& detection = result->detections[0];
        CHECK(masks::iou(detection.amodal, tests::maskOf(c.disc, c.width, c.height)) >
              (c.disc.x < c.disc.radius ? 0.8 : 0.96)); // the edge of the picture is repeated
        CHECK(detection.box == detection.amodal.boundingBox());
        CHECK(masks::subtracted(detection.visible, detection.amodal).isEmpty());
        REQUIRE(result->embryoBoxes.size() == 1);
        CHECK(base::iou(result->embryoBoxes[0],
                        base::intersected(c.disc.box(), {0, 0, double(c.width), double(c.height)})) > 0.85);
    }
}

TEST_CASE("16-bit, float and colour pictures give the same result")
{
    const base::Image gray = softPictureOf({{120, 90, 40}}, 240, 200);
    base::Image wide(240, 200, 1, base::PixelType::U16), real(240, 200, 1, base::PixelType::F32),
        rgb(240, 200, 3, base::PixelType::U8);
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 240; ++x) {
            const auto v = gray.row<std::uint8_t>(y)[x];
            wide.row<std::uint16_t>(y)[x] = std::uint16_t(v * 200);
            real.row<float>(y)[x] = float(v) * 1e-3f;
            for (int c = 0; c < 3; ++c)
                rgb.row<std::uint8_t>(y)[3 * x + c] = v;
        }
    }
    real.row<float>(0)[0] = NAN;
    DiscSegmenter disc;
    const auto expected = disc.segmenter->segment(gray, disc.cancel).value().detections.at(0).amodal;
    for (const base::Image* image : {&wide, &real, &rgb}) {
        const auto result = disc.segmenter->segment(*image, disc.cancel);
        REQUIRE(result);
        REQUIRE(result->detections.size() == 1);
        CHECK(masks::iou(result->detections[0].amodal, expected) > 0.99);
    }
}

TEST_CASE("a window that fits badly is moved once; a good one is not")
{
    DiscSegmenter disc;
    const Disc cell{260, 240, 60};
    REQUIRE(disc.segmenter->segment(softPictureOf({cell}, 500, 500), disc.cancel));
    CHECK(disc.networks->detectCalls == 1);
    disc.networks->detectCalls = 0;
    disc.networks->coarseError = 1.6;
    const auto result = disc.segmenter->segment(softPictureOf({cell}, 500, 500), disc.cancel);
    REQUIRE(result);
    CHECK(disc.networks->detectCalls == 2);
    REQUIRE(result->counted.size() == 1);
    CHECK(masks::iou(result->detections[0].amodal, tests::maskOf(cell, 500, 500)) > 0.96);
}

TEST_CASE("an embryo that is small in the frame is looked at closer, which places its box more exactly")
{
    const Disc large{500, 400, 230}, small{612.3, 251.7, 52};
    DiscSegmenter disc;
    REQUIRE(disc.segmenter->segment(softPictureOf({large}, 1000, 800), disc.cancel));
    CHECK(disc.networks->findCalls == 1);
    disc.networks->findCalls = 0;
    const auto result = disc.segmenter->segment(softPictureOf({small}, 1000, 800), disc.cancel);
    REQUIRE(result);
    CHECK(disc.networks->findCalls == 2);
    REQUIRE(result->embryoBoxes.size() == 1);
    CHECK(base::iou(result->embryoBoxes[0], small.box()) > 0.95);
}

TEST_CASE("two embryos side by side: every cell is reported once, by its own window")
{
    DiscSegmenter disc;
    const auto result = disc.segmenter->segment(softPictureOf({{150, 200, 60}, {300, 220, 50}}, 500, 400), disc.cancel);
    REQUIRE(result);
    CHECK(result->counted.size() == 2);
    CHECK(result->detections.size() == 2);
    CHECK(result->embryoBoxes.size() == 2);
    CHECK(result->qcFlags == std::vector<std::string>{"several_embryos"});
}

TEST_CASE("a border without values hides nothing")
{
    const Disc cell{200, 150, 45};
    const base::Image plain = softPictureOf({cell}, 400, 300);
    base::Image bordered(400, 300, 1, base::PixelType::F32);
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 400; ++x)
            bordered.row<float>(y)[x] = x < 30 || y < 30 ? NAN : 30000.0f + float(plain.row<std::uint8_t>(y)[x]);
    }
    DiscSegmenter disc;
    const auto result = disc.segmenter->segment(bordered, disc.cancel);
    REQUIRE(result);
    REQUIRE(result->detections.size() == 1);
    CHECK(masks::iou(result->detections[0].amodal, tests::maskOf(cell, 400, 300)) > 0.95);
}

TEST_CASE("what glares is brought near to the other grey values, which are left as they are")
{
    std::vector<float> ramp, dark(1000, 10.0f);
    for (int i = 0; i < 1000; ++i)
        ramp.push_back(float(i));
    auto same = ramp;
    inference::clipOutliers(same);
    CHECK((same == ramp));
    dark[0] = 1e6f; // all others alike: nothing tells what is far
    auto speck = dark;
    inference::clipOutliers(speck);
    CHECK((speck == dark));
    ramp[500] = 1e6f;
    inference::clipOutliers(ramp);
    CHECK(ramp[500] == doctest::Approx(989 + 2 * 980).epsilon(0.01));
    CHECK(ramp[999] == 999);
}

TEST_CASE("in a long strip every embryo is found, wherever squares cut, and found once")
{
    CHECK(inference::panoramaSquares(1900, 1000, 2).empty());
    const auto squares = inference::panoramaSquares(300, 3000, 2);
    REQUIRE(squares.size() == 37);
    CHECK((squares.front() == base::Box{0, 0, 300, 300}));
    CHECK((squares.back() == base::Box{0, 2700, 300, 3000}));
    CHECK(inference::panoramaSquares(16, 100000, 2).size() == 48);

    std::vector<Disc> cells;
    for (int i = 0; i < 7; ++i)
        cells.push_back({210.0 + 570 * i, 130.0 + 25 * (i % 3), 55.0 + 5 * (i % 4)});
    DiscSegmenter disc;
    const auto result = disc.segmenter->segment(softPictureOf(cells, 4000, 300), disc.cancel);
    REQUIRE(result);
    CHECK(result->embryoBoxes.size() == cells.size());
    CHECK(result->counted.size() == cells.size());
    for (const Disc& cell : cells) {
        CAPTURE(cell.x);
        CHECK(std::any_of(result->detections.begin(), result->detections.end(), [&](const auto& detection) {
            return masks::iou(detection.amodal, tests::maskOf(cell, 4000, 300)) > 0.95;
        }));
    }
}

TEST_CASE("two windows that turn out to show the same cells count them once")
{
    const Disc cell{250, 250, 100};
    DiscSegmenter disc;
    disc.networks->splitClump = true;
    const auto result = disc.segmenter->segment(softPictureOf({cell}, 500, 500), disc.cancel);
    REQUIRE(result);
    CHECK(result->detections.size() == 1);
    CHECK(result->counted.size() == 1);
    CHECK(masks::iou(result->detections[0].amodal, tests::maskOf(cell, 500, 500)) > 0.95);
}

TEST_CASE("who is nearer is what the model says of the pair; unsure and unsaid it stays unknown")
{
    const auto orderOf = [](std::vector<float> nearer) {
        DiscSegmenter disc;
        disc.networks->afterDetect = [nearer](inference::CropFindings& found) {
            inference::CropDetection beside = found.detections.front();
            const double half = beside.box.width() / 2;
            for (base::Box* box : {&beside.box, &beside.mapBox})
                *box = {box->x1 + half, box->y1, box->x2 + half, box->y2};
            beside.score = 0.8f;
            found.detections.push_back(beside);
            found.nearer = nearer;
        };
        const auto result = disc.segmenter->segment(softPictureOf({{200, 150, 50}}, 400, 300), disc.cancel);
        REQUIRE(result);
        REQUIRE(result->counted.size() == 2);
        for (const inference::DepthOrder& pair : result->order) {
            const auto &front = result->detections[std::size_t(pair.nearer)],
                       &behind = result->detections[std::size_t(pair.farther)];
            CHECK(masks::intersectionArea(front.amodal, behind.amodal) > 100);
            CHECK(masks::intersectionArea(behind.visible, front.amodal) == 0);
            CHECK(masks::subtracted(front.amodal, front.visible).isEmpty());
        }
        return result->order;
    };
    const auto order = orderOf({.5f, .2f, .8f, .5f});
    REQUIRE(order.size() == 1);
    CHECK(order[0].nearer == 1);
    CHECK(order[0].farther == 0);
    CHECK(order[0].confidence == doctest::Approx(.8));
    CHECK(orderOf({.5f, .7f, .3f, .5f})[0].nearer == 0);
    CHECK(orderOf({.5f, .55f, .45f, .5f}).empty());
    CHECK(orderOf({}).empty()); // both maps say as much
}

TEST_CASE("an empty frame is flagged and the detector left alone")
{
    DiscSegmenter disc;
    const auto result = disc.segmenter->segment(softPictureOf({}, 300, 300), disc.cancel);
    REQUIRE(result);
    CHECK(result->detections.empty());
    CHECK(result->qcFlags == std::vector<std::string>{"no_embryo"});
    CHECK(disc.networks->detectCalls == 0);
}

TEST_CASE("cancelling stops before and between the passes; errors pass through")
{
    const auto picture = softPictureOf({{120, 90, 40}}, 240, 200);
    DiscSegmenter disc;
    disc.networks->afterFind = [&] { disc.cancel.cancel(); };
    const auto between = disc.segmenter->segment(picture, disc.cancel);
    REQUIRE(!between);
    CHECK((between.error().code == ErrorCode::Cancelled));
    CHECK(disc.networks->detectCalls == 0);
    CHECK((disc.segmenter->segment(picture, disc.cancel).error().code == ErrorCode::Cancelled));

    DiscSegmenter broken;
    broken.networks->failure = base::Error{ErrorCode::OutOfMemory, "no memory", ""};
    CHECK((broken.segmenter->segment(picture, broken.cancel).error().code == ErrorCode::OutOfMemory));
    CHECK((broken.segmenter->segment(base::Image(), broken.cancel).error().code == ErrorCode::InvalidArgument));
}

TEST_CASE("a click or a box is answered with the cell there; a frame is looked at once")
{
    const Disc left{150, 200, 45}, right{420, 210, 50};
    DiscSegmenter disc;
    auto image = disc.segmenter->prepare(softPictureOf({left, right}, 600, 400), disc.cancel);
    REQUIRE(image);
    const auto best = [&](const inference::Prompt& prompt) {
        const auto answers = (*image)->proposeAt(prompt, disc.cancel);
        REQUIRE(answers);
        REQUIRE(!answers->empty());
        return answers->front().amodal;
    };
    CHECK(masks::iou(best({{{160, 190}}, {}, std::nullopt}), tests::maskOf(left, 600, 400)) > .95);
    CHECK(disc.networks->keepCalls == 1);
    CHECK(masks::iou(best({{{140, 210}}, {}, std::nullopt}), tests::maskOf(left, 600, 400)) > .95);
    CHECK(disc.networks->keepCalls == 1);
    CHECK(masks::iou(best({{}, {}, base::Box{372, 165, 468, 258}}), tests::maskOf(right, 600, 400)) > .95);
    CHECK(disc.networks->keepCalls == 2); // the window of the other embryo
    const auto nothing = (*image)->proposeAt({{{20, 380}}, {}, std::nullopt}, disc.cancel);
    REQUIRE(nothing);
    CHECK(nothing->empty());
    CHECK(((*image)->proposeAt({}, disc.cancel).error().code == ErrorCode::InvalidArgument));
    disc.cancel.cancel();
    CHECK(((*image)->proposeAt({{{160, 190}}, {}, {}}, disc.cancel).error().code == ErrorCode::Cancelled));
}
