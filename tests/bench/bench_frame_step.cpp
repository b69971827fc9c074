// SPDX-License-Identifier: GPL-3.0-or-later
// Stepping through a long stack, from the wish for a frame until it is painted, on the window's own path: loader,
// cache with read-ahead, presenter, canvas. Bars: cached 16 ms, uncached 50 ms also while segmenting (each the 95th
// percentile), first frame 300 ms, 300 MB more memory after looking at every frame.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <memory>
#include <random>
#include <thread>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include "tests/bench/long_tiff.h"
#include "tests/bench/timings.h"
#include "ui/canvas/canvas_view.h"
#include "ui/jobs/segmentation_queue.h"
#include "ui/session/stack_loader.h"
#include "ui/shell/stack_view.h"
#include "ui/timeline/timeline_bar.h"

using namespace blastoscope;

namespace {

constexpr int kFrames = 2000;
constexpr int kSide = 500;
constexpr int kKeyRepeatMs = 33;
constexpr double kCachedMs = 16, kUncachedMs = 50, kFirstFrameMs = 300;
constexpr double kMemoryGrowthMB = 300;

struct LongStack {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("long.tif"));
    LongStack() { writeLongTiff(path.toStdString(), kFrames, kSide); }
};

LongStack& longStack()
{
    static LongStack stack;
    return stack;
}

double residentMB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

/// The middle of the window.
class Viewer {
public:
    Viewer() : m_loader(m_workspace, longStack().folder.filePath(QStringLiteral("ids.json"))), m_view(m_timeline)
    {
        m_view.resize(1000, 640);
        m_view.setVisible(true);
        QObject::connect(&m_workspace, &ui::Workspace::currentChanged, &m_view, &ui::StackView::setStack);
        QObject::connect(&m_view, &ui::StackView::frameShown, &m_view, [this](const imaging::FrameIndex& index) {
            m_view.canvas().repaint();
            if (index.time == m_wanted)
                m_loop.quit();
        });
    }
    ~Viewer() { m_view.setStack(nullptr); }

    /// Milliseconds until the first frame is painted.
    double open()
    {
        QElapsedTimer clock;
        clock.start();
        m_wanted = 0;
        m_loader.open({longStack().path});
        m_loop.exec();
        return double(clock.nsecsElapsed()) / 1e6;
    }

    /// Milliseconds until the frame is painted; another one than that on the screen.
    double goTo(int time)
    {
        QElapsedTimer clock;
        clock.start();
        m_wanted = time;
        m_workspace.current()->setTime(time);
        m_loop.exec();
        return double(clock.nsecsElapsed()) / 1e6;
    }

    ui::OpenStack& stack() { return *m_workspace.current(); }

private:
    ui::Workspace m_workspace;
    ui::StackLoader m_loader;
    ui::TimelineBar m_timeline;
    ui::StackView m_view;
    QEventLoop m_loop;
    int m_wanted = -1;
};

void pass(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Keeps every core busy for a while per frame, as a model does, and finds nothing.
class BusySegmenter : public inference::Segmenter {
public:
    const inference::ModelInfo& model() const override { return m_model; }
    const inference::DeviceInfo& device() const override { return m_device; }
    base::Result<inference::Segmentation> segment(const base::Image& image,
                                                  const base::CancellationToken& cancel) override
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
            threads.emplace_back([&] { compute(image, cancel); });
        return inference::Segmentation();
    }

private:
    static void compute(const base::Image& image, const base::CancellationToken& cancel)
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
        std::vector<float> field(image.bytes.size(), 1.f);
        field.front() = 1000;
        while (std::chrono::steady_clock::now() < end && !cancel.isCancelled())
            for (std::size_t i = 1; i < field.size(); ++i)
                field[i] = field[i] * 0.75f + field[i - 1] * 0.25f;
        benchmark::DoNotOptimize(field.data());
    }

    inference::ModelInfo m_model;
    inference::DeviceInfo m_device;
};

void firstFrame(benchmark::State& state)
{
    longStack();
    Timings timings;
    for (auto _ : state)
        timings.add(state, Viewer().open());
    timings.report(state, kFirstFrameMs);
}

/// Back and forth over what was just looked at.
void stepCached(benchmark::State& state)
{
    Viewer viewer;
    viewer.open();
    constexpr int kSpan = 20;
    for (int time = 1; time < kSpan; ++time)
        viewer.goTo(time);
    Timings timings;
    int time = kSpan - 1, step = -1;
    for (auto _ : state) {
        if (time + step < 0 || time + step >= kSpan)
            step = -step;
        timings.add(state, viewer.goTo(time += step));
    }
    timings.report(state, kCachedMs);
}

/// A held arrow key on frames never seen: the read-ahead has them ready.
void stepAtKeyRepeatRate(benchmark::State& state)
{
    Viewer viewer;
    viewer.open();
    Timings timings;
    int time = 0;
    for (auto _ : state) {
        const double milliseconds = viewer.goTo(++time);
        timings.add(state, milliseconds);
        pass(std::max(0, kKeyRepeatMs - int(milliseconds)));
    }
    timings.report(state, kCachedMs);
}

void jump(benchmark::State& state, Viewer& viewer)
{
    std::mt19937 random(7);
    Timings timings;
    for (auto _ : state) {
        const int away = 100 + int(random() % (kFrames - 200)); // never read ahead, never the same frame
        timings.add(state, viewer.goTo((viewer.stack().index().time + away) % kFrames));
        pass(kKeyRepeatMs);
    }
    timings.report(state, kUncachedMs);
}

void jumpUncached(benchmark::State& state)
{
    Viewer viewer;
    viewer.open();
    jump(state, viewer);
}

void jumpWhileSegmenting(benchmark::State& state)
{
    Viewer viewer;
    viewer.open();
    ui::SegmentationQueue queue;
    queue.setLoader([]() -> base::Result<std::unique_ptr<inference::Segmenter>> {
        return std::make_unique<BusySegmenter>();
    });
    ui::SegmentationTask task;
    task.images = viewer.stack().images();
    for (int time = 0; time < kFrames; ++time)
        task.times.push_back(time);
    queue.enqueue(std::move(task));
    pass(200);
    jump(state, viewer);
}

void everyFrame(benchmark::State& state)
{
    Viewer viewer;
    viewer.open();
    const double before = residentMB();
    Timings timings;
    int time = 0;
    for (auto _ : state)
        timings.add(state, viewer.goTo(++time));
    timings.report(state, kUncachedMs);
    const double growth = residentMB() - before;
    state.counters["growth_MB"] = growth;
    if (growth > kMemoryGrowthMB)
        state.SetLabel("MISSES ITS BAR OF 300 MB");
}

} // namespace

BENCHMARK(firstFrame)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(10);
BENCHMARK(stepCached)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK(stepAtKeyRepeatRate)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK(jumpUncached)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(100);
BENCHMARK(jumpWhileSegmenting)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(100);
BENCHMARK(everyFrame)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(kFrames - 1);

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    try {
        benchmark::RunSpecifiedBenchmarks();
    } catch (const std::exception& error) { // e.g. no room for the stack
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
