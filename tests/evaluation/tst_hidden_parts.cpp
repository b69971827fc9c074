// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "core/evaluation/hidden_parts.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::evaluation;
using tests::rectangle;

namespace {

masks::RleMask strip(int from, int length)
{
    return rectangle(100, 1, from, 0, length, 1);
}

GroundTruth truth(const masks::RleMask& mask)
{
    GroundTruth g;
    g.mask = mask;
    g.area = double(mask.area());
    return g;
}

Detection detection(const masks::RleMask& mask, double score = .9)
{
    Detection d;
    d.mask = mask;
    d.score = score;
    return d;
}

/// A cell on [0, 40) that is hidden on [20, 40) by one on [20, 60).
OccludedImage twoCells(std::vector<Detection> detections)
{
    return {{1, {truth(strip(0, 40)), truth(strip(20, 40))}, std::move(detections)}, {strip(0, 20), strip(20, 40)}};
}

double apOf(const OccludedImage& image)
{
    const std::vector<OccludedImage> images = {image};
    return evaluateHiddenParts(images).ap;
}

} // namespace

TEST_CASE("only objects that hide something are asked for")
{
    const std::vector<OccludedImage> images = {twoCells({})};
    CHECK(countHiddenParts(images) == 1);
    CHECK(apOf(twoCells({})) == 0);
    CHECK(apOf(twoCells({detection(strip(0, 40)), detection(strip(20, 40))})) == doctest::Approx(1));
}

TEST_CASE("what counts is how much of the hidden part is right")
{
    // 13 of 20 hidden pixels: IoU .65 counts at .50, .55, .60 and .65
    CHECK(apOf(twoCells({detection(strip(0, 33)), detection(strip(20, 40))})) == doctest::Approx(.4));
}

TEST_CASE("too much behind the other cell is as wrong as too little")
{
    // 20 hidden pixels right and 10 too many: IoU .667
    CHECK(apOf(twoCells({detection(strip(0, 50)), detection(strip(20, 40))})) == doctest::Approx(.4));
}

TEST_CASE("the outline elsewhere does not matter, and a visible part alone completes nothing")
{
    CHECK(apOf(twoCells({detection(strip(6, 34))})) == doctest::Approx(1));
    CHECK(apOf(twoCells({detection(strip(0, 20))})) == 0);
}

TEST_CASE("the covering cell does not pass for the covered one, and what finds it is no false alarm")
{
    CHECK(apOf(twoCells({detection(strip(20, 40), .95), detection(strip(0, 40), .9)})) == doctest::Approx(1));
    CHECK(apOf(twoCells({detection(strip(20, 40))})) == 0);
}

TEST_CASE("unknown visible parts and slivers are not asked for")
{
    OccludedImage unknown = twoCells({detection(strip(0, 40))});
    unknown.visible[0].reset();
    CHECK(apOf(unknown) == -1);
    OccludedImage sliver = twoCells({detection(strip(0, 40))});
    sliver.visible[0] = strip(0, 39);
    CHECK(apOf(sliver) == -1);
}
