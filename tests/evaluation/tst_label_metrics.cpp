// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/evaluation/assignment.h"
#include "core/evaluation/label_metrics.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::evaluation;
using tests::rectangle;

namespace {

/// A strip of a canvas of 100 x 1 pixels.
masks::RleMask strip(int from, int length)
{
    return rectangle(100, 1, from, 0, length, 1);
}

/// The best sum of weights over all ways to pair rows with columns.
double bestByTrying(const std::vector<WeightedPair>& pairs, std::size_t rows, std::size_t columns)
{
    std::vector<double> weights(rows * columns, 0);
    for (const WeightedPair& pair : pairs)
        weights[pair.row * columns + pair.column] = pair.weight;
    std::vector<std::size_t> order(std::max(rows, columns));
    std::iota(order.begin(), order.end(), std::size_t(0));
    double best = 0;
    do {
        double sum = 0;
        for (std::size_t row = 0; row < rows; ++row)
            sum += order[row] < columns ? weights[row * columns + order[row]] : 0;
        best = std::max(best, sum);
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

} // namespace

TEST_CASE("best Dice looks for the best partner of each object")
{
    const std::vector<masks::RleMask> a = {strip(0, 10), strip(20, 10)}, b = {strip(0, 6)};
    CHECK(bestDice(a, b) == doctest::Approx((2 * 6.0 / 16 + 0) / 2));
    CHECK(bestDice(b, a) == doctest::Approx(2 * 6.0 / 16));
    CHECK(symmetricBestDice({a, b}) == doctest::Approx(12.0 / 32));
}

TEST_CASE("symmetric best Dice is Dice, not IoU")
{
    CHECK(symmetricBestDice({{strip(0, 10)}, {strip(5, 10)}}) == doctest::Approx(.5));
}

TEST_CASE("symmetric best Dice of a split and of a merged object is that of the worse direction")
{
    const std::vector<masks::RleMask> whole = {strip(0, 20)}, halves = {strip(0, 10), strip(10, 10)};
    const double half = 2 * 10.0 / 30;
    CHECK(symmetricBestDice({whole, halves}) == doctest::Approx(half));
    CHECK(symmetricBestDice({halves, whole}) == doctest::Approx(half));
}

TEST_CASE("empty images: both empty is perfect, one empty is worthless")
{
    CHECK(symmetricBestDice({}) == 1);
    CHECK(symmetricBestDice({{strip(0, 3)}, {}}) == 0);
    CHECK(symmetricBestDice({{}, {strip(0, 3)}}) == 0);
    CHECK(bestDice({}, {}) == 1);
    const std::vector<LabelledImage> images = {{}, {{strip(0, 3)}, {}}};
    CHECK(meanSymmetricBestDice(images) == .5);
    CHECK(meanSymmetricBestDice({}) == 0);
}

TEST_CASE("difference in count: mean of absolute values, mean and deviation")
{
    const std::vector<LabelledImage> images = {{{strip(0, 3)}, {strip(0, 3), strip(10, 3), strip(20, 3)}},
                                               {{strip(0, 3), strip(10, 3)}, {}}};
    const CountDifference difference = countDifference(images);
    CHECK(difference.meanAbsolute == 2);
    CHECK(difference.mean == 0);
    CHECK(difference.deviation == 2);
    CHECK(countDifference({}).meanAbsolute == 0);
}

TEST_CASE("score-free AP counts hits, misses and false alarms of all images together")
{
    // IoU 1, IoU 8/12 = .667, one miss, one false alarm
    const std::vector<LabelledImage> images = {{{strip(0, 10), strip(20, 10)}, {strip(0, 10), strip(22, 10)}},
                                               {{strip(0, 5)}, {strip(50, 5)}}};
    const LabelAp ap = labelAp(images);
    CHECK(ap.at[0] == doctest::Approx(2.0 / 4));
    CHECK(ap.at[3] == doctest::Approx(2.0 / 4));
    CHECK(ap.at[4] == doctest::Approx(1.0 / 5));
    CHECK(ap.at[9] == doctest::Approx(1.0 / 5));
    CHECK(ap.mean == doctest::Approx((4 * .5 + 6 * .2) / 10));
    CHECK(labelAp({}).at[0] == 1);
}

TEST_CASE("an IoU that equals the threshold counts")
{
    const std::vector<LabelledImage> images = {{{strip(0, 20)}, {strip(0, 12)}}};
    CHECK(labelAp(images).at[2] == 1);
    CHECK(labelAp(images).at[3] == 0);
}

TEST_CASE("overlapping masks are matched so that most pairs count, not the best pair first")
{
    // The first truth overlaps both predictions, the second only the prediction that the first likes best.
    const std::vector<LabelledImage> images = {{{strip(10, 20), strip(13, 26)}, {strip(12, 20), strip(3, 24)}}};
    REQUIRE(masks::iou(images[0].truth[0], images[0].predicted[0]) >
            masks::iou(images[0].truth[0], images[0].predicted[1]));
    REQUIRE(masks::iou(images[0].truth[0], images[0].predicted[1]) >= .5);
    REQUIRE(masks::iou(images[0].truth[1], images[0].predicted[0]) >= .5);
    REQUIRE(masks::iou(images[0].truth[1], images[0].predicted[1]) < .5);
    CHECK(labelAp(images).at[0] == 1);
}

TEST_CASE("the heaviest assignment is that of trying all")
{
    base::Random random(7);
    for (int round = 0; round < 200; ++round) {
        const std::size_t rows = 1 + random.next() % 5, columns = 1 + random.next() % 5;
        std::vector<WeightedPair> pairs;
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t column = 0; column < columns; ++column)
                if (random.chance(.6))
                    pairs.push_back({row, column, random.uniform(.1, 2)});
        const auto assigned = heaviestAssignment(pairs, rows, columns);
        REQUIRE(assigned.size() == rows);
        double sum = 0;
        std::vector<bool> taken(columns, false);
        for (const WeightedPair& pair : pairs)
            if (assigned[pair.row] == pair.column)
                sum += pair.weight;
        for (const auto& column : assigned) {
            if (!column)
                continue;
            CHECK_FALSE(taken[*column]);
            taken[*column] = true;
        }
        CHECK(sum == doctest::Approx(bestByTrying(pairs, rows, columns)));
    }
}

TEST_CASE("mean class IoU sums pixels over all images, has the background as a class and leaves absent ones out")
{
    ClassRegions one{{{1, strip(0, 50)}}, {{1, strip(0, 25)}}, 100, 1};
    ClassRegions two{{}, {}, 100, 1};
    const std::vector<ClassRegions> images = {one, two};
    // class 1: 25 / 50; background: (50 + 100) / (75 + 100)
    CHECK(meanClassIou(images) == doctest::Approx((.5 + 150.0 / 175) / 2));
    one.predicted[2] = strip(60, 10);
    const std::vector<ClassRegions> wrongClass = {one};
    CHECK(meanClassIou(wrongClass) == doctest::Approx((.5 + 40.0 / 75 + 0) / 3));
    CHECK(meanClassIou({}) == 0);
}
