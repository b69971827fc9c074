// SPDX-License-Identifier: Apache-2.0
// A project of 500 frames with 8 cells each: to open it at most 1 s, to commit one edit at most 50 ms, at most 10 MB;
// after 10,000 edits at most 50 MB. A benchmark that misses its limit says so as an error.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

#include <benchmark/benchmark.h>

#include "tests/project/project_fixtures.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;

namespace {

constexpr int kFrames = 500;
constexpr int kCells = 8;
constexpr int kSide = 500;
constexpr int kEdits = 10'000;

/// Outlines are not smooth: a disc with bites along its rim.
masks::RleMask cellMask(base::Random& random, double x, double y, double radius)
{
    masks::RleMask mask = tests::disc(kSide, kSide, x, y, radius);
    for (int i = 0; i < 12; ++i) {
        const double angle = random.uniform(0, 6.28);
        const masks::RleMask bite =
            tests::disc(kSide, kSide, x + std::cos(angle) * radius, y + std::sin(angle) * radius, random.uniform(2, 5));
        mask = random.chance(0.5) ? masks::united(mask, bite) : masks::subtracted(mask, bite);
    }
    return mask;
}

annotation::FrameAnnotation frameOf(base::Random& random)
{
    annotation::FrameAnnotation frame;
    frame.width = frame.height = kSide;
    frame.segmented = true;
    for (int i = 0; i < kCells; ++i) {
        annotation::Instance& cell = frame.instances.emplace_back();
        cell.id = i + 1;
        cell.amodal = cellMask(random, 250 + 90 * std::cos(i * 0.785), 250 + 90 * std::sin(i * 0.785), 60);
        cell.score = random.uniform(0.5, 1);
        cell.modelHash = std::string(64, 'a');
        if (i > 0) {
            cell.visible = masks::subtracted(cell.amodal, frame.instances[std::size_t(i - 1)].amodal);
            frame.order.push_back({i, i + 1});
        }
    }
    return frame;
}

/// One project for all benchmarks, in a folder that is removed at the end.
class Bench {
    tests::TemporaryFolder m_folder; // outlives the project

public:
    Bench()
    {
        auto made = project::Project::create(file(), fixtures::options());
        session = std::make_unique<fixtures::Session>(std::move(*made), kFrames, kSide);
        base::Random random(1);
        std::vector<annotation::FrameAnnotation> frames;
        for (int i = 0; i < kFrames; ++i)
            frames.push_back(frameOf(random));
        (void)session->document().load(std::move(frames));
    }
    std::filesystem::path file() const { return m_folder / "bench.blasto"; }
    double megabytes()
    {
        session.reset(); // the log goes into the file
        const double bytes = double(std::filesystem::file_size(file()));
        session = fixtures::Session::reopen(file());
        return bytes / 1e6;
    }
    void edit()
    {
        const int frame = m_random.integer(0, kFrames - 1);
        const annotation::Instance& cell =
            session->document().frame(frame).instances[std::size_t(m_random.integer(0, kCells - 1))];
        const masks::RleMask stroke =
            tests::disc(kSide, kSide, m_random.uniform(120, 380), m_random.uniform(120, 380), m_random.uniform(3, 15));
        (void)session->document().setShape(frame, cell.id, masks::exclusiveOr(cell.amodal, stroke));
    }

    std::unique_ptr<fixtures::Session> session;

private:
    base::Random m_random{2};
};

Bench& bench()
{
    static Bench bench;
    return bench;
}

void expectAtMost(benchmark::State& state, const char* what, double value, double limit)
{
    state.counters[what] = value;
    if (value > limit)
        state.SkipWithError((std::string(what) + " is over its limit").c_str());
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void openProject(benchmark::State& state)
{
    bench().session.reset();
    double worst = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        bench().session = fixtures::Session::reopen(bench().file());
        worst = std::max(worst, secondsSince(start));
        state.PauseTiming();
        bench().session.reset();
        state.ResumeTiming();
    }
    bench().session = fixtures::Session::reopen(bench().file());
    expectAtMost(state, "worst_s", worst, 1.0);
}

void fileOfManyFrames(benchmark::State& state)
{
    double size = 0;
    for (auto _ : state)
        size = bench().megabytes();
    expectAtMost(state, "MB", size, 10.0);
}

void commitOneEdit(benchmark::State& state)
{
    std::vector<double> times;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        bench().edit();
        times.push_back(secondsSince(start) * 1000);
    }
    std::sort(times.begin(), times.end());
    state.counters["worst_ms"] = times.back();
    expectAtMost(state, "p95_ms", times[times.size() * 95 / 100], 50.0);
}

void fileAfterTenThousandEdits(benchmark::State& state)
{
    double size = 0;
    for (auto _ : state) {
        for (int i = 0; i < kEdits; ++i)
            bench().edit();
        size = bench().megabytes();
    }
    expectAtMost(state, "MB", size, 50.0);
}

} // namespace

BENCHMARK(fileOfManyFrames)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(openProject)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(commitOneEdit)->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK(fileAfterTenThousandEdits)->Unit(benchmark::kSecond)->Iterations(1);
BENCHMARK(openProject)->Name("openAfterTenThousandEdits")->Unit(benchmark::kMillisecond)->Iterations(3);

BENCHMARK_MAIN();
