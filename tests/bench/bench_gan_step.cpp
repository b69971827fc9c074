// SPDX-License-Identifier: Apache-2.0
// A step of training a generator of 64 px pictures, one thread: plain, with R1, with path lengths.
#include <benchmark/benchmark.h>

#include "core/nn/gan/gan_step.h"
#include "core/nn/training/compute_threads.h"

using namespace blastoscope;

namespace {

constexpr int kBatch = 16;

nn::StyleGanOptions networks(int channelBase, int channelMax)
{
    nn::StyleGanOptions options;
    options.channelBase = channelBase;
    options.channelMax = channelMax;
    options.latentSize = options.styleSize = 64;
    return options;
}

/// `penalty` 0: none, 1: R1, 2: path lengths, in every step.
void step(benchmark::State& state)
{
    nn::setComputeThreads(1);
    torch::manual_seed(1);
    const nn::StyleGanOptions options = networks(int(state.range(0)), int(state.range(1)));
    nn::GanTrainingOptions training;
    training.batch = kBatch;
    training.startStrength = 0.5;
    training.augment = false;
    training.r1Every = state.range(2) == 1 ? 1 : 0;
    training.pathEvery = state.range(2) == 2 ? 1 : 0;
    nn::GanPair pair(options, training);
    const auto pictures = torch::rand({kBatch, 1, options.resolution, options.resolution}) * 2 - 1;
    nn::GanStep gan(pair, training, 1, [&](std::int64_t) { return pictures; });
    std::int64_t number = 0;
    gan.run(number++, 1e-3);
    for (auto _ : state)
        gan.run(number++, 1e-3);
}

} // namespace

BENCHMARK(step)
    ->ArgNames({"base", "max", "penalty"})
    ->ArgsProduct({{1024, 2048}, {64}, {0, 1, 2}})
    ->Args({4096, 128, 0})
    ->Unit(benchmark::kMillisecond)
    ->MinTime(3);

BENCHMARK_MAIN();
