// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <set>

#include <doctest/doctest.h>

#include "core/nn/data/augmentation.h"
#include "core/nn/data/batches.h"
#include "core/nn/data/finder_samples.h"
#include "core/nn/data/prefetcher.h"
#include "core/nn/data/preprocess.h"
#include "core/nn/data/sample_cache.h"
#include "core/nn/data/sample_schedule.h"
#include "core/nn/data/sample_store.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using namespace blastoscope::nn;

namespace {

masks::RleMask disc(int size, double cx, double cy, double radius)
{
    return tests::disc(size, size, cx, cy, radius);
}

/// Two discs, the second one partly behind the first.
TrainingSample twoCells(int index)
{
    constexpr int kSize = 100;
    TrainingSample sample;
    sample.canvasSize = kSize;
    sample.canvas.resize(kSize * kSize);
    const masks::RleMask front = disc(kSize, 42, 50, 14);
    const masks::RleMask back = disc(kSize, 60, 50, 14);
    for (int y = 0; y < kSize; ++y) {
        for (int x = 0; x < kSize; ++x)
            sample.canvas[std::size_t(y * kSize + x)] =
                std::uint8_t(front.contains(x, y) ? 200 : back.contains(x, y) ? 120 : 40 + index % 8);
    }
    sample.instances = {{1, front, front, false, true, 7}, {1, back, masks::subtracted(back, front), false, true, 9}};
    sample.order = {{7, 9}};
    sample.clump = base::Box{28, 36, 74, 64};
    sample.countableCells = 2;
    sample.overviewSize = 10;
    sample.overview.assign(100, std::uint8_t(index));
    sample.overviewClump = disc(10, 5, 5, 2.4);
    return sample;
}

class TwoCellSource : public SampleSource {
public:
    TrainingSample sample(std::uint64_t index) const override
    {
        ++rendered;
        return twoCells(int(index));
    }
    std::string fingerprint() const override { return "two cells"; }
    mutable std::atomic<int> rendered{0};
};

class FailingSource : public SampleSource {
public:
    TrainingSample sample(std::uint64_t) const override { throw std::runtime_error("no picture"); }
    std::string fingerprint() const override { return {}; }
};

} // namespace

TEST_CASE("standardising centres on the median and scales by the deviation")
{
    std::vector<float> pixels(100, 10.0F);
    for (std::size_t i = 0; i < 30; ++i)
        pixels[i] = 20.0F;
    standardise(pixels);
    const double deviation = std::sqrt(0.3 * 0.7) * 10;
    CHECK(pixels.back() == doctest::Approx(0.5));
    CHECK(pixels.front() == doctest::Approx(0.5 + 0.25 * 10 / deviation));
    std::vector<float> same = {3, 3, 3};
    standardise(same);
    CHECK(same == std::vector<float>{0.5F, 0.5F, 0.5F});
}

TEST_CASE("standardising does not see gain and offset of the camera")
{
    std::vector<float> a(64), b(64);
    for (std::size_t i = 0; i < 64; ++i) {
        a[i] = float((i * 37) % 64);
        b[i] = 3.5F * a[i] + 100;
    }
    standardise(a);
    standardise(b);
    for (std::size_t i = 0; i < 64; ++i)
        CHECK(a[i] == doctest::Approx(b[i]).epsilon(1e-4));
}

TEST_CASE("resampling keeps a whole picture, averages when shrinking and repeats the edge outside")
{
    std::vector<float> picture(8 * 8);
    std::iota(picture.begin(), picture.end(), 0.0F);
    CHECK(resampleWindow(picture, 8, 8, {0, 0, 8, 8}, 8, 8) == picture);
    const auto half = resampleWindow(picture, 8, 8, {0, 0, 8, 8}, 4, 4);
    const double mean = std::accumulate(half.begin(), half.end(), 0.0) / 16;
    CHECK(mean == doctest::Approx(31.5).epsilon(0.01));
    const auto outside = resampleWindow(picture, 8, 8, {-8, 0, 0, 8}, 8, 8);
    CHECK(outside[0] == doctest::Approx(picture[0]));
    CHECK(outside[8 * 7] == doctest::Approx(picture[8 * 7]));
}

TEST_CASE("a schedule draws from a growing prefix and depends on seed and step alone")
{
    const SampleSchedule schedule{3, 50, 10, 2.0};
    CHECK(schedule.prefix(0) == 10);
    CHECK(schedule.prefix(5) == 20);
    CHECK(schedule.prefix(1000) == 50);
    CHECK(schedule.prefix(-4) == 10);
    std::set<std::int64_t> seen;
    for (std::int64_t step = 0; step < 200; ++step) {
        const auto indices = schedule.indices(step, 4);
        CHECK(indices == schedule.indices(step, 4));
        CHECK(std::set<std::int64_t>(indices.begin(), indices.end()).size() == 4);
        for (const auto index : indices) {
            CHECK(index < schedule.prefix(step));
            seen.insert(index);
        }
    }
    CHECK(seen.size() == 50);
    CHECK(SampleSchedule{4, 50, 10, 2.0}.indices(9, 4) != schedule.indices(9, 4));
}

TEST_CASE("a store renders each sample once, in the background, whatever the order of asking")
{
    const auto source = std::make_shared<TwoCellSource>();
    SampleStore store(source, {20, 2, 0});
    CHECK(store.at(19)->overview.front() == 19);
    CHECK(store.at(3)->overview.front() == 3);
    for (int i = 0; i < 20; ++i)
        CHECK(store.at(i)->overview.front() == i);
    CHECK(store.rendered() == 20);
    CHECK(store.firstGap() == 20);
    CHECK(source->rendered == 20);
    CHECK_THROWS_AS(store.at(20), std::out_of_range);
}

TEST_CASE("a store passes on what went wrong while rendering")
{
    SampleStore store(std::make_shared<FailingSource>(), {5, 1, 0});
    CHECK_THROWS_WITH(store.at(2), "no picture");
}

TEST_CASE("a prefetcher gives each step its own batch, also after a jump, and passes on failures")
{
    Prefetcher<std::int64_t> prefetcher([](std::int64_t step) {
        if (step == 9)
            throw std::runtime_error("step nine");
        return step * step;
    });
    for (std::int64_t step = 0; step < 5; ++step)
        CHECK(prefetcher.take(step) == step * step);
    CHECK(prefetcher.take(8) == 64);
    CHECK_THROWS_WITH(prefetcher.take(9), "step nine");
}

TEST_CASE("a plain window shows the clump at the chosen scale with exact truth")
{
    const WindowSample window = plainWindow(twoCells(0), 92, 2.0);
    // Field of view 2 x 46 px = 92 px: one window pixel is one canvas pixel, moved by (5, 4).
    REQUIRE(window.instances.size() == 2);
    const auto area = [](const std::vector<std::uint8_t>& mask) {
        return std::accumulate(mask.begin(), mask.end(), 0);
    };
    CHECK(area(window.instances[0].amodal) == disc(100, 42, 50, 14).area());
    CHECK(window.instances[0].box == base::Box{23, 32, 51, 60});
    CHECK(area(window.instances[1].visible) < area(window.instances[1].amodal));
    std::vector<float> sorted = window.image;
    std::nth_element(sorted.begin(), sorted.begin() + 92 * 46, sorted.end());
    CHECK(sorted[92 * 46] == doctest::Approx(0.5));
}

TEST_CASE("augmentation is a function of its seed, turns picture and masks together and keeps visible inside amodal")
{
    AugmentationOptions options;
    options.maxNoise = options.maxBlur = options.gamma = 0;
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        const WindowSample window = augmentedWindow(twoCells(0), 64, options, base::Random(seed));
        const WindowSample again = augmentedWindow(twoCells(0), 64, options, base::Random(seed));
        CHECK(window.image == again.image);
        REQUIRE(window.instances.size() == 2);
        double inside = 0, outside = 0;
        int insideCount = 0, outsideCount = 0;
        for (std::size_t p = 0; p < window.image.size(); ++p) {
            CHECK(window.instances[1].visible[p] <= window.instances[1].amodal[p]);
            const bool front = window.instances[0].amodal[p] != 0;
            (front ? inside : outside) += window.image[p];
            ++(front ? insideCount : outsideCount);
        }
        // The front disc is the brightest thing: picture and mask must still lie on each other.
        CHECK(inside / insideCount > outside / outsideCount + 0.2);
    }
}

TEST_CASE("an object that the window cuts off is ignored, one that it misses is left out")
{
    TrainingSample sample = twoCells(0);
    sample.instances.push_back({2, disc(100, 14, 14, 5), disc(100, 14, 14, 5), false});
    sample.instances.push_back({2, disc(100, 3, 3, 2), disc(100, 3, 3, 2), false});
    const WindowSample window = plainWindow(sample, 64, 1.55);
    // The window spans 15.35 ... 86.65 across: the third disc reaches in by a third, the fourth not at all.
    REQUIRE(window.instances.size() == 3);
    CHECK(window.instances[2].ignore);
    CHECK_FALSE(window.instances[0].ignore);
}

TEST_CASE("batches carry boxes, classes and masks; silhouettes come without a picture")
{
    const WindowSample window = plainWindow(twoCells(0), 92, 2.0);
    const TrainingBatch batch = toBatch({window, window});
    CHECK(batch.images.sizes() == std::vector<std::int64_t>{2, 1, 92, 92});
    REQUIRE(batch.targets.size() == 2);
    CHECK(batch.targets[1].labels[0].item<int>() == 1);
    CHECK(batch.targets[1].boxes[0][2].item<float>() == 51.0F);
    CHECK(batch.targets[0].amodal[0].sum().item<std::int64_t>() == disc(100, 42, 50, 14).area());

    const auto shapes = silhouettes({std::make_shared<const TrainingSample>(twoCells(1))}, 40);
    CHECK(shapes.images.size(0) == 0);
    CHECK(shapes.targets[0].amodal[1].sum().item<std::int64_t>() == disc(100, 60, 50, 14).area());
    CHECK(
        silhouettes({std::make_shared<const TrainingSample>(twoCells(1))}, 5000).targets[0].ignore.all().item<bool>());
}

TEST_CASE("rendered samples survive the cache file; another fingerprint or a damaged table is refused")
{
    const tests::TemporaryFolder folder;
    const auto file = folder / "samples.safetensors";
    std::vector<std::shared_ptr<const TrainingSample>> samples;
    for (int i = 0; i < 3; ++i)
        samples.push_back(std::make_shared<const TrainingSample>(twoCells(i)));
    REQUIRE(writeSampleCache(file, samples, "abc"));
    const auto read = readSampleCache(file, "abc");
    REQUIRE(read);
    REQUIRE(read->size() == 3);
    CHECK((*read)[2].canvas == samples[2]->canvas);
    CHECK((*read)[2].overview == samples[2]->overview);
    CHECK((*read)[1].instances[1].visible == samples[1]->instances[1].visible);
    CHECK((*read)[1].instances[1].id == 9);
    REQUIRE((*read)[1].order.size() == 1);
    CHECK(((*read)[1].order.front() == samples[1]->order.front()));
    CHECK((*read)[1].clump == samples[1]->clump);
    CHECK((*read)[1].overviewClump == samples[1]->overviewClump);
    CHECK_FALSE((*read)[1].overviewZona.has_value());
    CHECK(readSampleCache(file, "abd").error().code == base::ErrorCode::Incompatible);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 7);
    CHECK_FALSE(readSampleCache(file, "abc"));
}

TEST_CASE("finder batches mark the share of each map cell that the clump covers; the embryo is the zona's disc")
{
    TrainingSample sample = twoCells(0);
    sample.overviewSize = 64;
    sample.overview.assign(64 * 64, 50);
    sample.overviewClump = disc(64, 20, 32, 10);
    sample.overviewZona = base::Box{4, 16, 36, 48};
    const auto shared = std::make_shared<const TrainingSample>(sample);
    const FinderBatch plain = finderBatch({shared}, 64, 4, std::nullopt);
    CHECK(plain.images.sizes() == std::vector<std::int64_t>{1, 1, 64, 64});
    CHECK(plain.targets.clump.sizes() == std::vector<std::int64_t>{1, 1, 16, 16});
    CHECK(plain.targets.clump.sum().item<double>() * 16 == doctest::Approx(double(sample.overviewClump.area())));
    CHECK(plain.targets.embryo.sum().item<double>() * 16 == doctest::Approx(3.14159 * 16 * 16).epsilon(0.02));
    const FinderBatch a = finderBatch({shared, shared}, 64, 4, base::Random(4));
    const FinderBatch b = finderBatch({shared, shared}, 64, 4, base::Random(4));
    CHECK(torch::equal(a.images, b.images));
    CHECK_FALSE(torch::equal(a.targets.clump[0], a.targets.clump[1]));
}

TEST_CASE("finder mosaics show frames beside each other, each with its cells and its zona")
{
    TrainingSample sample = twoCells(0);
    sample.overviewSize = 64;
    sample.overview.assign(64 * 64, 50);
    sample.overviewClump = disc(64, 32, 32, 12);
    sample.overviewZona = base::Box{16, 16, 48, 48};
    const auto shared = std::make_shared<const TrainingSample>(sample);
    const std::vector<std::shared_ptr<const TrainingSample>> samples(8, shared);
    const FinderBatch single = finderBatch(samples, 64, 4, base::Random(5), 0);
    const FinderBatch mosaics = finderBatch(samples, 64, 4, base::Random(5), 1);
    const auto mostInQuarters = [](const torch::Tensor& maps) {
        std::int64_t quarters = 0;
        for (const int y : {0, 8}) {
            for (const int x : {0, 8})
                quarters += (maps.slice(2, y, y + 8).slice(3, x, x + 8).amax({1, 2, 3}) > 0.9F).sum().item<std::int64_t>();
        }
        return quarters;
    };
    // The disc of a single frame may reach into all four quarters; the cells of a mosaic fill less of each.
    CHECK(mostInQuarters(mosaics.targets.embryo) == 8 * 4);
    const auto middle = [](const torch::Tensor& maps) {
        return maps.slice(2, 7, 9).slice(3, 7, 9).mean().item<double>();
    };
    CHECK(middle(single.targets.embryo) > 0.9);
    CHECK(middle(mosaics.targets.embryo) < middle(single.targets.embryo));
    CHECK((mosaics.targets.clump <= mosaics.targets.embryo + 0.3).all().item<bool>());
}
