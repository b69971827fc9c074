// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <vector>

#include "core/masks/visibility.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using masks::Cover;
using masks::RleMask;
using masks::visibleMasks;
using tests::rectangle;

namespace {

/// Three squares in a row: 0 and 1 overlap, 1 and 2 overlap, 0 and 2 do not.
const std::vector<RleMask> kChain = {rectangle(30, 10, 0, 0, 10, 10), rectangle(30, 10, 8, 0, 10, 10),
                                     rectangle(30, 10, 16, 0, 10, 10)};

} // namespace

TEST_CASE("only pairs with a common pixel overlap")
{
    CHECK(overlappingPairs(kChain) == std::vector<masks::SilhouettePair>{{0, 1}, {1, 2}});
    const std::vector<RleMask> touching = {rectangle(20, 5, 0, 0, 10, 5), rectangle(20, 5, 10, 0, 10, 5)};
    CHECK(masks::overlappingPairs(touching).empty());
}

TEST_CASE("the farther one loses what the nearer one covers")
{
    const auto visible = visibleMasks(kChain, std::vector<Cover>{{1, 0}, {1, 2}});
    CHECK(visible[0].value() == rectangle(30, 10, 0, 0, 8, 10));
    CHECK(visible[1].value() == kChain[1]);
    CHECK(visible[2].value() == rectangle(30, 10, 18, 0, 8, 10));
}

TEST_CASE("an unknown pair leaves both of its silhouettes without a visible part")
{
    const auto visible = visibleMasks(kChain, std::vector<Cover>{{0, 1}});
    CHECK(visible[0].value() == kChain[0]);
    CHECK_FALSE(visible[1]);
    CHECK_FALSE(visible[2]);
}

TEST_CASE("a pair listed both ways is unknown")
{
    const auto visible = visibleMasks(kChain, std::vector<Cover>{{0, 1}, {1, 0}, {2, 1}});
    CHECK_FALSE(visible[0]);
    CHECK_FALSE(visible[1]);
    CHECK(visible[2].value() == kChain[2]);
}

TEST_CASE("covers in a circle hide each other where they overlap")
{
    const std::vector<RleMask> same(3, rectangle(5, 5, 1, 1, 3, 3));
    for (const auto& visible : visibleMasks(same, std::vector<Cover>{{0, 1}, {1, 2}, {2, 0}}))
        CHECK(visible.value().isEmpty());
}

TEST_CASE("a silhouette that nothing overlaps is wholly visible")
{
    const std::vector<RleMask> apart = {kChain[0], kChain[2]};
    CHECK(visibleMasks(apart, std::vector<Cover>{{0, 1}})[1].value() == kChain[2]);
    CHECK(masks::visibleMasks({}, {}).empty());
}

TEST_CASE("the occlusion map is where two or more silhouettes overlap")
{
    CHECK(occlusionMap(kChain) == united(rectangle(30, 10, 8, 0, 2, 10), rectangle(30, 10, 16, 0, 2, 10)));
    CHECK(masks::occlusionMap({}).isEmpty());
}
