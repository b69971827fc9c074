// SPDX-License-Identifier: Apache-2.0
// Pictures and moments at the edge of what a segmenter meets.
#include <algorithm>
#include <cstdint>
#include <new>

#include <doctest/doctest.h>

#include "tests/inference/disc_networks.h"

using namespace blastoscope;
using base::ErrorCode;
using tests::Disc;
using tests::DiscSegmenter;
using tests::softPictureOf;

namespace {

bool hasFlag(const inference::Segmentation& found, const std::string& flag)
{
    return std::find(found.qcFlags.begin(), found.qcFlags.end(), flag) != found.qcFlags.end();
}

} // namespace

TEST_CASE("one pixel is too small; one grey value shows no embryo")
{
    DiscSegmenter disc;
    for (const auto type : {base::PixelType::U8, base::PixelType::U16, base::PixelType::F32}) {
        const auto pixel = disc.segmenter->segment(base::Image(1, 1, 1, type), disc.cancel);
        REQUIRE_FALSE(pixel);
        CHECK(pixel.error().code == ErrorCode::InvalidArgument);
        const auto constant = disc.segmenter->segment(base::Image(100, 80, 1, type), disc.cancel);
        REQUIRE(constant);
        CHECK(constant->detections.empty());
        CHECK(hasFlag(*constant, "no_embryo"));
    }
    CHECK_FALSE(disc.segmenter->prepare(base::Image(1, 1, 1, base::PixelType::U8), disc.cancel));
}

TEST_CASE("values below zero and all of 16 bits are as good as bytes")
{
    const Disc cell{120, 90, 40};
    const base::Image gray = softPictureOf({cell}, 240, 200);
    base::Image wide(240, 200, 1, base::PixelType::U16), real(240, 200, 1, base::PixelType::F32);
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 240; ++x) {
            const int value = gray.row<std::uint8_t>(y)[x]; // 40 to 200
            wide.row<std::uint16_t>(y)[x] = std::uint16_t((value - 40) * 65535 / 160);
            real.row<float>(y)[x] = float(value) * 1e-3f - 7;
        }
    }
    DiscSegmenter disc;
    for (const base::Image* image : {&wide, &real}) {
        const auto found = disc.segmenter->segment(*image, disc.cancel);
        REQUIRE(found);
        REQUIRE(found->detections.size() == 1);
        CHECK(masks::iou(found->detections[0].amodal, tests::maskOf(cell, 240, 200)) > 0.96);
    }
}

TEST_CASE("an embryo that the frame cuts has a box that ends with the frame")
{
    // 470 x 500 px are looked at with a margin, because 90 px of the overview are no multiple of 4.
    DiscSegmenter disc;
    const auto found = disc.segmenter->segment(softPictureOf({{60, 250, 110}}, 470, 500), disc.cancel);
    REQUIRE(found);
    REQUIRE(found->embryoBoxes.size() == 1);
    CHECK(found->embryoBoxes[0].x1 == 0);
    CHECK(found->embryoBoxes[0].x2 == doctest::Approx(170).epsilon(0.05));
    CHECK(hasFlag(*found, "at_border"));
    for (const inference::Detection& detection : found->detections)
        CHECK(detection.box.x1 >= 0);
}

TEST_CASE("a cell of a large embryo stays with it though the middle of a small neighbour is nearer")
{
    const Disc large{200, 300, 150}, small{430, 300, 40}, cell{320, 300, 25};
    DiscSegmenter disc;
    disc.networks->afterDetect = [&](inference::CropFindings& found) {
        if (found.detections.size() != 2) // only the window of the large one shows both
            return;
        const double scale = 128 / (1.7 * 300), left = 200 - 1.7 * 150, top = 300 - 1.7 * 150;
        inference::CropDetection inner = found.detections.front();
        inner.box = inner.mapBox = {(cell.box().x1 - left) * scale, (cell.box().y1 - top) * scale,
                                    (cell.box().x2 - left) * scale, (cell.box().y2 - top) * scale};
        inner.score = 0.8f;
        found.detections.push_back(std::move(inner));
    };
    const auto found = disc.segmenter->segment(softPictureOf({large, small}, 600, 600), disc.cancel);
    REQUIRE(found);
    CHECK(found->detections.size() == 3);
    for (const Disc& wanted : {large, small, cell}) {
        CAPTURE(wanted.x);
        CHECK(std::any_of(found->detections.begin(), found->detections.end(), [&](const auto& detection) {
            return masks::iou(detection.amodal, tests::maskOf(wanted, 600, 600)) > 0.7;
        }));
    }
}

TEST_CASE("a click is answered through a window that shows it, not through a nearer one that does not")
{
    const Disc large{200, 300, 150}, small{470, 300, 30};
    DiscSegmenter disc;
    auto image = disc.segmenter->prepare(softPictureOf({large, small}, 600, 600), disc.cancel);
    REQUIRE(image);
    const auto answers = (*image)->proposeAt({{{345, 300}}, {}, std::nullopt}, disc.cancel);
    REQUIRE(answers);
    REQUIRE_FALSE(answers->empty());
    CHECK(masks::iou(answers->front().amodal, tests::maskOf(large, 600, 600)) > 0.9);
}

TEST_CASE("a click beside the picture or nowhere means nothing")
{
    DiscSegmenter disc;
    auto image = disc.segmenter->prepare(softPictureOf({{150, 200, 45}}, 300, 300), disc.cancel);
    REQUIRE(image);
    for (const base::Point& point : {base::Point{-20, 100}, base::Point{1e12, 100}, base::Point{NAN, 100}}) {
        CAPTURE(point.x);
        const auto answers = (*image)->proposeAt({{point}, {}, std::nullopt}, disc.cancel);
        REQUIRE(answers);
        CHECK(answers->empty());
    }
    CHECK(disc.networks->keepCalls == 0);
}

TEST_CASE("cancelling ends the coarse pass between two of its looks")
{
    DiscSegmenter disc;
    disc.networks->afterFind = [&] {
        if (disc.networks->findCalls == 3)
            disc.cancel.cancel();
    };
    const auto found = disc.segmenter->segment(softPictureOf({{210, 130, 55}}, 4000, 300), disc.cancel);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::Cancelled);
    CHECK(disc.networks->findCalls == 3);
}

TEST_CASE("memory that runs out outside of the networks is an error as well")
{
    DiscSegmenter disc;
    disc.networks->afterFind = [] { throw std::bad_alloc(); };
    const base::Image picture = softPictureOf({{120, 90, 40}}, 240, 200);
    const auto found = disc.segmenter->segment(picture, disc.cancel);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::OutOfMemory);
    const auto prepared = disc.segmenter->prepare(picture, disc.cancel);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().code == ErrorCode::OutOfMemory);
}
