// SPDX-License-Identifier: Apache-2.0
// Clustering the embedding of one picture: 12 channels, 256 x 256 pixels, about 13,000 of them foreground.
//
// bench_mean_shift POINTS LABELS  clusters a file of float32 rows of 12 instead, prints the milliseconds of the best of
// five runs and writes the labels as int32: for comparing with other implementations on identical points.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <benchmark/benchmark.h>

#include "core/base/random.h"
#include "core/nn/ops/mean_shift.h"

using namespace blastoscope;

namespace {

constexpr int kDimensions = 12;

/// What a good network gives: discs whose pixels carry the mean of twelve sine waves over them, and some noise.
std::vector<float> embedding()
{
    constexpr int kSize = 256;
    constexpr int kObjects = 30;
    constexpr double kRadius = 11.7;
    base::Random random(1);
    std::vector<double> guides;
    for (int i = 0; i < kDimensions; ++i)
        guides.insert(guides.end(), {random.uniform(0, 50), random.uniform(0, 50), random.uniform(0, 2 * M_PI)});
    std::vector<float> points;
    for (int object = 0; object < kObjects; ++object) {
        const double cx = random.uniform(0, kSize), cy = random.uniform(0, kSize);
        for (int pixel = 0; pixel < int(M_PI * kRadius * kRadius); ++pixel)
            for (int i = 0; i < kDimensions; ++i)
                points.push_back(
                    float(std::sin(guides[std::size_t(3 * i)] * cx / kSize +
                                   guides[std::size_t(3 * i + 1)] * cy / kSize + guides[std::size_t(3 * i + 2)]) +
                          random.normal(0, .06)));
    }
    return points;
}

void cluster(benchmark::State& state, std::size_t maxSeekPoints)
{
    const std::vector<float> points = embedding();
    nn::MeanShiftOptions options;
    options.maxSeekPoints = maxSeekPoints;
    for (auto _ : state)
        state.counters["clusters"] = double(nn::meanShift(points, kDimensions, options).clusters());
    state.counters["points"] = double(points.size() / kDimensions);
}

void meanShiftAmongAll(benchmark::State& state)
{
    cluster(state, 0);
}

void meanShiftAmong8k(benchmark::State& state)
{
    cluster(state, nn::MeanShiftOptions().maxSeekPoints);
}

int clusterFile(const char* pointsFile, const char* labelsFile)
{
    std::vector<float> points(std::size_t(std::filesystem::file_size(pointsFile)) / sizeof(float));
    std::ifstream(pointsFile, std::ios::binary)
        .read(reinterpret_cast<char*>(points.data()), std::streamsize(points.size() * sizeof(float)));
    nn::MeanShiftResult result;
    double best = 1e12;
    for (int run = 0; run < 5; ++run) {
        const auto start = std::chrono::steady_clock::now();
        result = nn::meanShift(points, kDimensions, {});
        best =
            std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::printf("%zu points, %zu clusters, %.3f ms\n", result.labels.size(), result.clusters(), best);
    std::ofstream(labelsFile, std::ios::binary)
        .write(reinterpret_cast<const char*>(result.labels.data()),
               std::streamsize(result.labels.size() * sizeof(int)));
    return 0;
}

} // namespace

BENCHMARK(meanShiftAmongAll)->Unit(benchmark::kMillisecond);
BENCHMARK(meanShiftAmong8k)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv)
{
    if (argc == 3)
        return clusterFile(argv[1], argv[2]);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
