// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "core/inference/prompt_boxes.h"
#include "tests/inference/discs.h"

using namespace blastoscope;
using namespace blastoscope::inference;

namespace {

using Order = std::vector<std::size_t>;

std::vector<Detection> twoCells()
{
    return {tests::detectionOf({70, 100, 40}, .9f), tests::detectionOf({120, 100, 40}, .8f)};
}

} // namespace

TEST_CASE("boxes around a click hold it and come in all sizes of cells")
{
    const Prompt click{{{128, 100}}, {}, std::nullopt};
    const auto boxes = promptBoxes(click, 256);
    CHECK(boxes.size() > 30);
    double smallest = 256, largest = 0;
    for (const base::Box& box : boxes) {
        CHECK(box.x1 <= 128);
        CHECK(box.x2 > 128);
        CHECK(box.y1 <= 100);
        CHECK(box.y2 > 100);
        smallest = std::min(smallest, box.width());
        largest = std::max(largest, box.width());
    }
    CHECK(smallest < 256 / 6.);
    CHECK(largest > 256 / 2.);
    CHECK(promptBoxes({}, 256).empty());
}

TEST_CASE("with several points inside only boxes that hold all of them are left")
{
    const Prompt clicks{{{60, 100}, {150, 100}}, {}, std::nullopt};
    for (const base::Box& box : promptBoxes(clicks, 256)) {
        CHECK(box.x1 <= 60);
        CHECK(box.x2 > 150);
    }
}

TEST_CASE("a dragged box is varied a little")
{
    const Prompt dragged{{}, {}, base::Box{50, 60, 110, 130}};
    const auto boxes = promptBoxes(dragged, 256);
    CHECK(std::find(boxes.begin(), boxes.end(), *dragged.box) != boxes.end());
    for (const base::Box& box : boxes)
        CHECK(base::iou(box, *dragged.box) > .6);
    CHECK(mayMean({52, 60, 110, 128}, dragged));
    CHECK_FALSE(mayMean({150, 60, 210, 130}, dragged));
}

TEST_CASE("on an overlap the cell whose middle is nearer is meant, until points say otherwise")
{
    const auto cells = twoCells();
    CHECK((rankedAnswers(cells, {{{90, 100}}, {}, std::nullopt}) == Order{0, 1}));
    CHECK((rankedAnswers(cells, {{{102, 100}}, {}, std::nullopt}) == Order{1, 0}));
    CHECK((rankedAnswers(cells, {{{90, 100}}, {{40, 100}}, std::nullopt}) == Order{1, 0}));
    CHECK((rankedAnswers(cells, {{{102, 100}, {35, 100}}, {}, std::nullopt}) == Order{0, 1}));
}

TEST_CASE("what does not hold the click is no answer")
{
    CHECK((rankedAnswers(twoCells(), {{{40, 100}}, {}, std::nullopt}) == Order{0}));
    CHECK(rankedAnswers(twoCells(), {{{180, 20}}, {}, std::nullopt}).empty());
    CHECK(rankedAnswers(twoCells(), {{{-5, 1000}}, {}, std::nullopt}).empty());
}

TEST_CASE("of several candidates the one like the dragged box is meant")
{
    const auto cells = twoCells();
    CHECK((rankedAnswers(cells, {{}, {}, base::Box{80, 60, 160, 140}}) == Order{1, 0}));
}
