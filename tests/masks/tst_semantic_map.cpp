// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/masks/semantic/semantic_map.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using masks::RleMask;
using masks::SemanticClasses;
using masks::semanticMap;
using tests::rectangle;

namespace {

int at(const base::Image& map, int x, int y)
{
    return map.row<std::uint8_t>(y)[x];
}

bool saysWhy(const std::vector<std::string>& names, const std::string& part)
{
    const auto classes = masks::semanticClassesFrom(names);
    return !classes && classes.error().code == base::ErrorCode::InvalidArgument &&
           classes.error().message.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("every pixel gets the class of what covers it")
{
    const std::vector<RleMask> cells = {rectangle(20, 10, 0, 0, 8, 8), rectangle(20, 10, 6, 0, 8, 8),
                                        rectangle(20, 10, 6, 0, 3, 3)};
    const std::vector<RleMask> fragments = {rectangle(20, 10, 12, 0, 5, 5)};
    const base::Image map = semanticMap(20, 10, cells, fragments, {});
    CHECK(map.width == 20);
    CHECK(map.height == 10);
    CHECK(at(map, 0, 0) == 2);
    CHECK(at(map, 7, 5) == 3);
    CHECK(at(map, 6, 1) == 3); // three cells are no other class than two
    CHECK(at(map, 9, 5) == 2);
    CHECK(at(map, 13, 2) == 2); // a cell comes before a fragment
    CHECK(at(map, 15, 2) == 1);
    CHECK(at(map, 19, 9) == 0);
}

TEST_CASE("what only an uncertain silhouette covers is unknown")
{
    const std::vector<RleMask> cells = {rectangle(20, 10, 0, 0, 8, 8)}, unknown = {rectangle(20, 10, 5, 0, 8, 8)};
    const base::Image map = semanticMap(20, 10, cells, {}, unknown);
    CHECK(at(map, 6, 2) == 2);
    CHECK(at(map, 9, 2) == masks::kUnknownClass);
}

TEST_CASE("a frame without anything is background")
{
    const base::Image map = semanticMap(7, 3, {}, {}, {});
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 7; ++x)
            CHECK(at(map, x, y) == 0);
}

TEST_CASE("fragments without a class of their own stay background")
{
    const std::vector<RleMask> fragments = {rectangle(20, 10, 0, 0, 5, 5)};
    const base::Image map = semanticMap(20, 10, {}, fragments, {}, {masks::kUnknownClass, 1, 2});
    CHECK(at(map, 2, 2) == 0);
}

TEST_CASE("classes are found by their names")
{
    const std::vector<std::string> usual(masks::kSemanticClassNames.begin(), masks::kSemanticClassNames.end());
    CHECK(masks::semanticClassesFrom(usual).value() == SemanticClasses{});
    const std::vector<std::string> more = {"background", "zona", "perivitelline", "cell", "overlap"};
    CHECK(masks::semanticClassesFrom(more).value() == SemanticClasses{masks::kUnknownClass, 3, 4});
}

TEST_CASE("names that cannot mean instances are refused with a reason")
{
    CHECK(saysWhy({}, "\"cell\""));
    CHECK(saysWhy({"background", "cell"}, "\"overlap\""));
    CHECK(saysWhy({"cell", "overlap"}, "background"));
    CHECK(saysWhy({"background", "cell", "cell", "overlap"}, "same name"));
    CHECK(saysWhy(std::vector<std::string>(255, "x"), "254"));
}
