// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>

#include "core/nn/ops/paste.h"

using namespace blastoscope;

namespace {

/// Reads the map outside of it as zero, one pixel after the other.
double slowValue(const torch::Tensor& map, const base::Box& box, int x, int y)
{
    const auto m = map.size(0);
    const double u = (x + 0.5 - box.x1) / box.width() * double(m) - 0.5;
    const double v = (y + 0.5 - box.y1) / box.height() * double(m) - 0.5;
    const auto at = [&](double row, double column) {
        return row < 0 || column < 0 || row >= double(m) || column >= double(m)
                   ? 0.0
                   : map[int64_t(row)][int64_t(column)].item<double>();
    };
    const double c = std::floor(u), r = std::floor(v), du = u - c, dv = v - r;
    return (1 - dv) * ((1 - du) * at(r, c) + du * at(r, c + 1)) +
           dv * ((1 - du) * at(r + 1, c) + du * at(r + 1, c + 1));
}

} // namespace

TEST_CASE("agrees with the definition inside the image, for boxes inside, across edges and tiny")
{
    torch::manual_seed(1);
    const auto map = torch::rand({7, 7});
    const int width = 40, height = 30;
    for (const base::Box& box :
         {base::Box{5.3, 4.1, 25.9, 22.4}, base::Box{-8.5, -3.2, 12, 14}, base::Box{30, 20, 55, 44},
          base::Box{10.2, 10.2, 11.1, 10.9}, base::Box{-10, -10, 60, 60}}) {
        const nn::PastedMap pasted = nn::paste(map, box, width, height);
        REQUIRE(pasted.values.size() == std::size_t(pasted.width * pasted.height));
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const bool covered =
                    x >= pasted.x && y >= pasted.y && x < pasted.x + pasted.width && y < pasted.y + pasted.height;
                const double actual =
                    covered ? pasted.values[std::size_t((y - pasted.y) * pasted.width + x - pasted.x)] : 0.0;
                REQUIRE(std::abs(actual - slowValue(map, box, x, y)) < 1e-5);
            }
        }
    }
}

TEST_CASE("a full map fills its box")
{
    const auto mask = nn::paste(torch::ones({28, 28}), {4, 6, 14, 26}, 50, 50).toMask(50, 50);
    CHECK(mask.area() == 10 * 20);
    CHECK(mask.boundingBox() == base::Box{4, 6, 14, 26});
}

TEST_CASE("a disc keeps its area when stretched")
{
    auto map = torch::zeros({28, 28});
    for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 28; ++x)
            map[y][x] = 1 / (1 + std::exp(2 * (std::hypot(x - 13.5, y - 13.5) - 14)));
    }
    const auto mask = nn::paste(map, {20.5, 10.5, 140.5, 130.5}, 200, 200).toMask(200, 200);
    CHECK(double(mask.area()) == doctest::Approx(M_PI * 60 * 60).epsilon(0.02));
}

TEST_CASE("boxes without extent or outside the image give an empty map")
{
    const auto map = torch::ones({28, 28});
    CHECK(nn::paste(map, {5, 5, 5, 9}, 20, 20).values.empty());
    CHECK(nn::paste(map, {9, 5, 5, 9}, 20, 20).values.empty());
    CHECK(nn::paste(map, {NAN, 5, 5, 9}, 20, 20).values.empty());
    CHECK(nn::paste(map, {100, 100, 120, 120}, 20, 20).toMask(20, 20).isEmpty());
    CHECK_THROWS_AS(nn::paste(torch::ones({28, 27}), {0, 0, 5, 5}, 20, 20), c10::Error);
}
