// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "core/base/random.h"
#include "core/nn/ops/mean_shift.h"

using namespace blastoscope;
using nn::meanShift;
using nn::MeanShiftOptions;
using nn::MeanShiftResult;

namespace {

/// Clouds around random centres that lie at least `apart` from each other.
struct Clouds {
    Clouds(int clusters, int dimensions, int pointsEach, double spread, double apart, std::uint64_t seed)
    {
        base::Random random(seed);
        while (int(centers.size()) < clusters) {
            std::vector<float> center;
            for (int d = 0; d < dimensions; ++d)
                center.push_back(float(random.uniform(-1, 1)));
            bool far = true;
            for (const auto& other : centers)
                far = far && distance(center.data(), other.data(), dimensions) >= apart;
            if (far)
                centers.push_back(center);
        }
        for (int i = 0; i < clusters * pointsEach; ++i) {
            truth.push_back(i % clusters);
            for (int d = 0; d < dimensions; ++d)
                points.push_back(centers[std::size_t(i % clusters)][std::size_t(d)] + float(random.normal(0, spread)));
        }
    }

    static double distance(const float* a, const float* b, int dimensions)
    {
        double sum = 0;
        for (int d = 0; d < dimensions; ++d)
            sum += double(a[d] - b[d]) * double(a[d] - b[d]);
        return std::sqrt(sum);
    }

    std::vector<std::vector<float>> centers;
    std::vector<float> points;
    std::vector<int> truth;
};

/// Whether both labellings part the points alike, whatever the numbers.
bool sameParts(const std::vector<int>& a, const std::vector<int>& b)
{
    std::set<std::pair<int, int>> pairs;
    for (std::size_t i = 0; i < a.size(); ++i)
        pairs.insert({a[i], b[i]});
    const std::set<int> left(a.begin(), a.end()), right(b.begin(), b.end());
    return a.size() == b.size() && pairs.size() == left.size() && pairs.size() == right.size();
}

} // namespace

TEST_CASE("clouds that lie apart are told apart")
{
    for (const int dimensions : {1, 2, 12}) {
        CAPTURE(dimensions);
        const Clouds clouds(dimensions == 1 ? 2 : 5, dimensions, 200, .03, dimensions == 1 ? .9 : .8, 5);
        const MeanShiftResult result = meanShift(clouds.points, dimensions, {});
        CHECK(result.clusters() == clouds.centers.size());
        CHECK(sameParts(result.labels, clouds.truth));
        for (const auto& center : clouds.centers) {
            double nearest = 1e9;
            for (std::size_t m = 0; m < result.clusters(); ++m)
                nearest = std::min(
                    nearest, Clouds::distance(center.data(), &result.modes[m * std::size_t(dimensions)], dimensions));
            CHECK(nearest < .02);
        }
    }
}

TEST_CASE("every point goes to the nearest mode, and no two modes lie within one bandwidth")
{
    base::Random random(3);
    std::vector<float> points;
    for (int i = 0; i < 4 * 3000; ++i)
        points.push_back(float(random.uniform(-1, 1)));
    const MeanShiftResult result = meanShift(points, 4, {});
    REQUIRE(result.clusters() > 3);
    REQUIRE(result.labels.size() == 3000);
    for (std::size_t i = 0; i < 3000; ++i) {
        int nearest = 0;
        double best = 1e9;
        for (std::size_t m = 0; m < result.clusters(); ++m) {
            const double distance = Clouds::distance(&points[4 * i], &result.modes[4 * m], 4);
            if (distance < best - 1e-9) {
                best = distance;
                nearest = int(m);
            }
        }
        const double chosen = Clouds::distance(&points[4 * i], &result.modes[4 * std::size_t(result.labels[i])], 4);
        CHECK((result.labels[i] == nearest || chosen < best + 1e-5));
    }
    for (std::size_t a = 0; a < result.clusters(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            CHECK(Clouds::distance(&result.modes[4 * a], &result.modes[4 * b], 4) > .5);
}

TEST_CASE("modes are ordered by their support")
{
    std::vector<float> points(300, 0.0F);
    points.insert(points.end(), 700, 2.0F);
    const MeanShiftResult result = meanShift(points, 1, {});
    REQUIRE(result.clusters() == 2);
    CHECK(result.support == std::vector<std::size_t>{700, 300});
    CHECK(result.modes == std::vector<float>{2, 0});
    CHECK(result.labels.front() == 1);
    CHECK(result.labels.back() == 0);
}

TEST_CASE("seeking among fewer points finds the same clusters, and labels all of them")
{
    const Clouds clouds(6, 12, 3000, .04, .9, 11);
    MeanShiftOptions all;
    all.maxSeekPoints = 0;
    MeanShiftOptions few;
    few.maxSeekPoints = 1500;
    const auto a = meanShift(clouds.points, 12, all), b = meanShift(clouds.points, 12, few);
    CHECK(b.labels.size() == 18000);
    CHECK(sameParts(a.labels, b.labels));
    CHECK(a.support[0] > b.support[0]);
}

TEST_CASE("equal input gives equal output")
{
    const Clouds clouds(4, 12, 500, .1, .6, 2);
    const auto a = meanShift(clouds.points, 12, {}), b = meanShift(clouds.points, 12, {});
    CHECK(a.modes == b.modes);
    CHECK(a.labels == b.labels);
}

TEST_CASE("no point, one point, and points far from the centre of their cell")
{
    CHECK(meanShift({}, 12, {}).clusters() == 0);
    const std::vector<float> one = {.1F, .2F, .3F};
    CHECK(meanShift(one, 3, {}).labels == std::vector<int>{0});
    // In the corner of its cell a point lies sqrt(12) / 2 bandwidths from the cell's centre.
    const std::vector<float> corner(12, .24F);
    const auto result = meanShift(corner, 12, {});
    REQUIRE(result.clusters() == 1);
    CHECK(result.modes[0] == doctest::Approx(.24));
}

TEST_CASE("it can be stopped")
{
    const Clouds clouds(4, 12, 500, .1, .6, 2);
    CHECK(meanShift(clouds.points, 12, {}, [] { return true; }).labels.empty());
}
