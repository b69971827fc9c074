// SPDX-License-Identifier: Apache-2.0
// From embeddings to objects: clustering one picture, and joining the tiles of a large one.
#include <doctest/doctest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/nn/ops/embedding_clusters.h"
#include "core/nn/models/segment_picture.h"
#include "core/nn/ops/label_tiles.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using nn::EmbeddingClusterOptions;
using nn::LabelMap;
using nn::PixelEmbedding;
using tests::disc;

namespace {

/// A picture in which every object carries a place of its own in the embedding, and the background the origin.
PixelEmbedding embeddingOf(const std::vector<masks::RleMask>& objects, int width, int height, double noise,
                           bool foreground)
{
    constexpr int kChannels = 3;
    base::Random random(4);
    const std::size_t size = std::size_t(width) * std::size_t(height);
    PixelEmbedding embedding{width, height, kChannels, std::vector<float>(kChannels * size, 0.0F), {}};
    if (foreground)
        embedding.foreground.assign(size, 0.1F);
    for (std::size_t k = 0; k < objects.size(); ++k) {
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const std::size_t pixel = std::size_t(y) * std::size_t(width) + std::size_t(x);
                if (!objects[k].contains(x, y))
                    continue;
                for (std::size_t c = 0; c < kChannels; ++c)
                    embedding.values[c * size + pixel] =
                        float((k % 3 == c ? 1.0 + double(k / 3) : 0.0) + random.normal(0, noise));
                if (foreground)
                    embedding.foreground[pixel] = 0.9F;
            }
        }
    }
    return embedding;
}

/// The best IoU of each object with what was found.
std::vector<double> bestIous(const std::vector<masks::RleMask>& objects, const LabelMap& map)
{
    std::vector<double> best;
    const auto found = nn::masksOf(map);
    for (const auto& object : objects) {
        best.push_back(0);
        for (const auto& mask : found)
            best.back() = std::max(best.back(), masks::iou(object, mask));
    }
    return best;
}

std::vector<masks::RleMask> threeDiscs()
{
    return {disc(64, 48, 14, 14, 9), disc(64, 48, 32, 14, 9), disc(64, 48, 48, 34, 10)};
}

/// A picture whose pixels hold the number of the object there, from 1; 0 outside of all.
std::vector<float> numberedPixels(const std::vector<masks::RleMask>& objects, int width, int height)
{
    std::vector<float> pixels(std::size_t(width) * std::size_t(height), 0.0F);
    for (std::size_t k = 0; k < objects.size(); ++k)
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (objects[k].contains(x, y))
                    pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)] = float(k + 1);
    return pixels;
}

} // namespace

TEST_CASE("every cluster becomes an object, with and without a foreground mask")
{
    for (const bool foreground : {true, false}) {
        CAPTURE(foreground);
        const auto objects = threeDiscs();
        const LabelMap map = nn::clusterEmbedding(embeddingOf(objects, 64, 48, .03, foreground), {});
        REQUIRE(map.segments.size() == 3);
        for (const double iou : bestIous(objects, map))
            CHECK(iou == 1);
        std::int64_t area = 0;
        for (const auto& segment : map.segments) {
            CHECK(segment.score > .5F);
            CHECK(segment.score < 1);
            area += segment.area;
        }
        CHECK(area == objects[0].area() + objects[1].area() + objects[2].area());
    }
}

TEST_CASE("the score falls with the distance from the mode")
{
    const auto objects = threeDiscs();
    const auto tight = nn::clusterEmbedding(embeddingOf(objects, 64, 48, .01, true), {});
    const auto loose = nn::clusterEmbedding(embeddingOf(objects, 64, 48, .08, true), {});
    REQUIRE(loose.segments.size() == 3);
    // Mean of exp(-sum of |normal| / .5) over three channels is near exp(-3 * .8 * sd / .5).
    CHECK(tight.segments[0].score == doctest::Approx(std::exp(-3 * .8 * .01 / .5)).epsilon(.02));
    CHECK(loose.segments[0].score == doctest::Approx(std::exp(-3 * .8 * .08 / .5)).epsilon(.08));
}

TEST_CASE("objects with the same place in the embedding are two if they do not touch, unless pieces stay together")
{
    // Objects 0 and 3 would be told apart; here both pieces belong to object 0.
    const auto both = masks::united(disc(64, 48, 14, 14, 8), disc(64, 48, 46, 30, 8));
    const PixelEmbedding embedding = embeddingOf({both}, 64, 48, .02, true);
    CHECK(nn::clusterEmbedding(embedding, {}).segments.size() == 2);
    EmbeddingClusterOptions together;
    together.splitPieces = false;
    CHECK(nn::clusterEmbedding(embedding, together).segments.size() == 1);
}

TEST_CASE("slivers go to the object around them, specks vanish")
{
    const auto big = disc(64, 48, 20, 24, 12);
    const auto sliver = tests::rectangle(64, 48, 18, 22, 3, 3);
    const auto speck = tests::rectangle(64, 48, 50, 10, 3, 3);
    const PixelEmbedding embedding = embeddingOf({big, sliver, speck}, 64, 48, .01, true);
    const LabelMap map = nn::clusterEmbedding(embedding, {});
    REQUIRE(map.segments.size() == 1);
    CHECK(nn::masksOf(map)[0] == big);
    EmbeddingClusterOptions all;
    all.minimumArea = 1;
    CHECK(nn::clusterEmbedding(embedding, all).segments.size() == 3);
}

TEST_CASE("nothing in the foreground, and a stop, give no objects")
{
    CHECK(nn::clusterEmbedding(embeddingOf({}, 20, 20, 0, true), {}).segments.empty());
    CHECK(nn::clusterEmbedding(embeddingOf(threeDiscs(), 64, 48, 0, true), {}, [] { return true; }).segments.empty());
}

TEST_CASE("tiles cover the whole length, overlap enough and are spread evenly")
{
    CHECK(nn::tileStarts(100, 256, 64) == std::vector<int>{0});
    CHECK(nn::tileStarts(256, 256, 64) == std::vector<int>{0});
    CHECK(nn::tileStarts(257, 256, 64) == std::vector<int>{0, 1});
    CHECK(nn::tileStarts(640, 256, 64) == std::vector<int>{0, 192, 384});
    for (int length = 257; length < 1500; length += 37) {
        const auto starts = nn::tileStarts(length, 256, 64);
        CHECK(starts.front() == 0);
        CHECK(starts.back() == length - 256);
        for (std::size_t i = 1; i < starts.size(); ++i)
            CHECK(starts[i] - starts[i - 1] <= 256 - 64);
    }
}

TEST_CASE("a tile beyond the picture repeats its edge")
{
    const std::vector<float> pixels = {1, 2, 3, 4};
    CHECK(nn::cutTile(pixels, 2, 2, 1, 1, 2) == std::vector<float>{4, 4, 4, 4});
    CHECK(nn::cutTile(pixels, 2, 2, 0, 0, 3) == std::vector<float>{1, 2, 2, 3, 4, 4, 3, 4, 4});
}

TEST_CASE("objects across the borders of tiles come out whole and once, whatever the size of the picture")
{
    for (const auto& [width, height] :
         {std::pair(300, 170), std::pair(64, 64), std::pair(40, 30), std::pair(65, 200)}) {
        CAPTURE(width);
        // A grid of discs and one long object that no tile sees as a whole.
        std::vector<masks::RleMask> objects;
        for (int y = 12; y + 12 < height - 22; y += 24)
            for (int x = 12; x + 12 < width; x += 24)
                objects.push_back(disc(width, height, x, y, 9));
        objects.push_back(tests::rectangle(width, height, 3, height - 12, width - 6, 8));
        // The picture itself holds the number of the object, so that every tile can be embedded on its own.
        const std::vector<float> pixels = numberedPixels(objects, width, height);
        nn::TilingOptions options;
        options.tile = 64;
        options.overlap = 24;
        options.trim = 3;
        int tiles = 0;
        const auto map = nn::segmentTiles(pixels, width, height, options, [&](const std::vector<float>& tile) {
            ++tiles;
            PixelEmbedding embedding{64, 64, 1, tile, {}};
            for (const float value : tile)
                embedding.foreground.push_back(value > 0 ? 1.0F : 0.0F);
            return std::optional(embedding);
        });
        REQUIRE(map);
        CHECK(tiles == int(nn::tileStarts(width, 64, 24).size() * nn::tileStarts(height, 64, 24).size()));
        CHECK(map->segments.size() == objects.size());
        for (const double iou : bestIous(objects, *map))
            CHECK(iou == 1);
        for (const auto& segment : map->segments)
            CHECK(segment.score == doctest::Approx(1));
    }
}

TEST_CASE("a picture is looked at in another scale, and its objects come back in its own")
{
    const int width = 121, height = 90;
    const std::vector<masks::RleMask> objects = {disc(width, height, 30, 30, 14), disc(width, height, 80, 55, 20)};
    const std::vector<float> pixels = numberedPixels(objects, width, height);
    for (const double scale : {0.5, 2.0}) {
        nn::TilingOptions options;
        options.scale = scale;
        options.tile = 256;
        int tiles = 0;
        const auto map = nn::segmentPicture(pixels, width, height, options, [&](const std::vector<float>& tile) {
            ++tiles;
            PixelEmbedding embedding{256, 256, 1, tile, {}};
            for (float& value : embedding.values)
                value = value > 1.2F ? 10.0F : 0.0F; // the rims of resampled objects are in between
            for (const float value : tile)
                embedding.foreground.push_back(value > 0.5F ? 1.0F : 0.0F);
            return std::optional(embedding);
        });
        REQUIRE(map);
        CHECK(tiles == 1);
        CHECK(map->width == width);
        CHECK(map->height == height);
        CHECK(map->labels.size() == pixels.size());
        const auto ious = bestIous(objects, *map);
        CHECK(*std::min_element(ious.begin(), ious.end()) > (scale < 1 ? .95 : .97));
    }
}

TEST_CASE("tiling gives up with the network, and when it is stopped")
{
    const std::vector<float> pixels(100 * 100, 1.0F);
    nn::TilingOptions options;
    options.tile = 64;
    options.overlap = 16;
    int calls = 0;
    CHECK_FALSE(nn::segmentTiles(pixels, 100, 100, options, [&](const std::vector<float>&) {
        ++calls;
        return std::optional<PixelEmbedding>();
    }));
    CHECK(calls == 1);
    CHECK_FALSE(nn::segmentTiles(
        pixels, 100, 100, options,
        [](const std::vector<float>& tile) {
            return std::optional(PixelEmbedding{64, 64, 1, tile, std::vector<float>(64 * 64, 1.0F)});
        },
        [] { return true; }));
}

TEST_CASE("small segments are dropped and the rest numbered anew")
{
    LabelMap map{4, 1, {1, 2, 2, 3}, {{1, .1F}, {2, .2F}, {1, .3F}}};
    nn::dropSmallSegments(map, 2);
    CHECK(map.labels == std::vector<std::int32_t>{0, 1, 1, 0});
    REQUIRE(map.segments.size() == 1);
    CHECK(map.segments[0].score == .2F);
}
