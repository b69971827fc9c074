// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "core/evaluation/order_accuracy.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using evaluation::OrderAccuracy;
using evaluation::orderAccuracy;
using evaluation::OrderedSilhouettes;
using tests::rectangle;

namespace {

/// Three squares in a row: 0 covers 1, 2 covers 1; 0 and 2 do not overlap.
OrderedSilhouettes chain()
{
    return {{rectangle(30, 10, 0, 0, 10, 10), rectangle(30, 10, 8, 0, 10, 10), rectangle(30, 10, 16, 0, 10, 10)},
            {{0, 1}, {2, 1}}};
}

} // namespace

TEST_CASE("the truth itself is right")
{
    const OrderAccuracy accuracy = orderAccuracy(chain(), chain());
    CHECK(accuracy.pairs == 2);
    CHECK(accuracy.found == 2);
    CHECK(accuracy.known == 2);
    CHECK(accuracy.right == 2);
    CHECK(accuracy.accuracy() == 1);
}

TEST_CASE("silhouettes are matched by overlap, not by position in the list")
{
    OrderedSilhouettes predicted = chain();
    std::swap(predicted.silhouettes[0], predicted.silhouettes[1]);
    predicted.covers = {{1, 0}, {2, 0}};
    CHECK(orderAccuracy(chain(), predicted).right == 2);
}

TEST_CASE("an unknown order and a wrong one are both not right")
{
    OrderedSilhouettes predicted = chain();
    predicted.covers = {{1, 0}};
    const OrderAccuracy accuracy = orderAccuracy(chain(), predicted);
    CHECK(accuracy.found == 2);
    CHECK(accuracy.known == 1);
    CHECK(accuracy.right == 0);
}

TEST_CASE("pairs with a missing silhouette are not found")
{
    OrderedSilhouettes predicted = chain();
    predicted.silhouettes[2] = rectangle(30, 10, 24, 0, 4, 10);
    OrderAccuracy accuracy = orderAccuracy(chain(), predicted);
    CHECK(accuracy.pairs == 2);
    CHECK(accuracy.found == 1);
    accuracy += orderAccuracy({}, {});
    CHECK(accuracy.pairs == 2);
    CHECK(orderAccuracy(chain(), {}).accuracy() == 0);
}

TEST_CASE("true pairs without an order are left out")
{
    OrderedSilhouettes truth = chain();
    truth.covers = {{0, 2}, {0, 1}};
    CHECK(orderAccuracy(truth, chain()).pairs == 1);
}
