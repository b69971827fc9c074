// SPDX-License-Identifier: Apache-2.0
// What one training picture and one whole frame cost.
#include <benchmark/benchmark.h>

#include "core/simulation/embryo_simulator.h"

using namespace blastoscope::simulation;

namespace {

void renderFrames(benchmark::State& state, const SimulationOptions& options)
{
    std::uint64_t seed = 1;
    for (auto _ : state)
        benchmark::DoNotOptimize(simulateFrame(options, seed++));
}

void wholeFrame500(benchmark::State& state)
{
    SimulationOptions options;
    options.size = 500;
    renderFrames(state, options);
}

void clumpCrop256(benchmark::State& state)
{
    SimulationOptions options;
    options.size = 256;
    options.framing = Framing::ClumpCrop;
    renderFrames(state, options);
}

} // namespace

BENCHMARK(wholeFrame500)->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK(clumpCrop256)->Unit(benchmark::kMillisecond)->Iterations(100);

BENCHMARK_MAIN();
