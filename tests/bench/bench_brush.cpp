// SPDX-License-Identifier: GPL-3.0-or-later
// A brush of 40 pixels on a picture of 2048 x 2048 with 16 silhouettes: from the mouse event to the painted canvas
// (bar: 16 ms), and from releasing the button to the changed document and its painting (bar: 30 ms).
#include <cmath>
#include <memory>
#include <numbers>

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include "tests/bench/timings.h"
#include "tests/ui/frames.h"
#include "ui/canvas/canvas_view.h"
#include "ui/tools/brush_settings.h"
#include "ui/tools/brush_tool.h"

using namespace blastoscope;

namespace {

constexpr int kSide = 2048;
constexpr double kRadius = 40;
constexpr double kMoveBarMs = 16;
constexpr double kCommitBarMs = 30;

QImage noise()
{
    QImage image(kSide, kSide, QImage::Format_Grayscale8);
    unsigned value = 1;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            image.scanLine(y)[x] = uchar(90 + ((value = value * 1664525u + 1013904223u) >> 26));
    return image;
}

/// Sixteen cells of 360 pixels across, each half under the next.
annotation::FrameAnnotation clump()
{
    std::vector<annotation::Instance> cells;
    std::vector<annotation::DepthRelation> order;
    for (int i = 0; i < 16; ++i) {
        const double angle = 2 * std::numbers::pi * i / 8, ring = i < 8 ? 520 : 250;
        cells.push_back(frames::cell(
            i + 1, frames::disc(kSide, 1024 + ring * std::cos(angle), 1024 + ring * std::sin(angle), 180)));
        for (int k = 1; k <= i; ++k)
            if (masks::intersectionArea(cells[std::size_t(k - 1)].amodal, cells.back().amodal) > 0)
                order.push_back({k, i + 1});
    }
    return frames::frame(kSide, std::move(cells), std::move(order));
}

/// A canvas, a document and a brush, as in the window.
struct Desk {
    explicit Desk(bool actualPixels) : document(1, kSide, kSide), editor(view)
    {
        view.resize(1920, 1200);
        view.setImage(noise());
        view.show();
        const annotation::FrameAnnotation frame = clump();
        if (!document.load({frame}))
            qFatal("the frame does not fit");
        showOverlay();
        editor.setFrame(&document, 0);
        brush.setRadius(kRadius);
        view.setTool(std::make_unique<ui::BrushTool>(view, editor, brush, ui::BrushTool::Mode::Add));
        if (actualPixels)
            view.zoomToActualPixels();
        view.select(1);
        QApplication::processEvents();
    }

    void showOverlay()
    {
        const annotation::FrameAnnotation& frame = document.frame(0);
        view.setOverlay(std::make_shared<const ui::FrameOverlay>(ui::buildOverlay(frame, ui::assignColors(frame))));
    }

    QPoint at(double x, double y) const { return view.viewTransform().toView({x, y}).toPoint(); }

    void move(const QPoint& position)
    {
        QMouseEvent event(QEvent::MouseMove, position, view.mapToGlobal(position), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    }

    /// The `step`th point of a stroke along the rim of the first cell.
    QPoint onRim(int step) const
    {
        const double angle = step * .06;
        return at(1544 + 185 * std::cos(angle), 1024 + 185 * std::sin(angle));
    }

    ui::CanvasView view;
    annotation::StackDocument document;
    ui::FrameEditor editor;
    ui::BrushSettings brush;
};

double sinceStart(const QElapsedTimer& clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

void strokeMoves(benchmark::State& state, bool actualPixels)
{
    Desk desk(actualPixels);
    QTest::mousePress(&desk.view, Qt::LeftButton, {}, desk.onRim(0));
    QApplication::processEvents();
    int step = 0;
    Timings timings;
    for (auto _ : state) {
        QElapsedTimer clock;
        clock.start();
        desk.move(desk.onRim(++step));
        QApplication::processEvents();
        timings.add(state, sinceStart(clock));
    }
    timings.report(state, kMoveBarMs);
}

void hoverMoves(benchmark::State& state)
{
    Desk desk(false);
    int step = 0;
    Timings timings;
    for (auto _ : state) {
        QElapsedTimer clock;
        clock.start();
        frames::hover(desk.view, desk.onRim(++step));
        QApplication::processEvents();
        timings.add(state, sinceStart(clock));
    }
    timings.report(state, kMoveBarMs);
}

void presses(benchmark::State& state)
{
    Desk desk(false);
    Timings timings;
    for (auto _ : state) {
        QElapsedTimer clock;
        clock.start();
        QTest::mousePress(&desk.view, Qt::LeftButton, {}, desk.onRim(0));
        QApplication::processEvents();
        timings.add(state, sinceStart(clock));
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QTest::mouseRelease(&desk.view, Qt::LeftButton, {}, desk.onRim(0));
        QApplication::processEvents();
    }
    timings.report(state, kMoveBarMs);
}

void commits(benchmark::State& state)
{
    Desk desk(false);
    int step = 0;
    Timings timings;
    for (auto _ : state) {
        QTest::mousePress(&desk.view, Qt::LeftButton, {}, desk.onRim(step));
        for (int i = 0; i < 10; ++i)
            desk.move(desk.onRim(++step));
        QApplication::processEvents();
        QElapsedTimer clock;
        clock.start();
        QTest::mouseRelease(&desk.view, Qt::LeftButton, {}, desk.onRim(step));
        QApplication::processEvents();
        timings.add(state, sinceStart(clock));
        desk.showOverlay();
        QApplication::processEvents();
    }
    timings.report(state, kCommitBarMs);
}

/// What the thread of the window still does when the silhouettes of the changed frame are ready.
void newOverlay(benchmark::State& state)
{
    Desk desk(false);
    int step = 0;
    Timings timings;
    for (auto _ : state) {
        QTest::mousePress(&desk.view, Qt::LeftButton, {}, desk.onRim(step));
        desk.move(desk.onRim(++step));
        QTest::mouseRelease(&desk.view, Qt::LeftButton, {}, desk.onRim(step));
        const annotation::FrameAnnotation& frame = desk.document.frame(0);
        auto overlay = std::make_shared<const ui::FrameOverlay>(ui::buildOverlay(frame, ui::assignColors(frame)));
        QApplication::processEvents();
        QElapsedTimer clock;
        clock.start();
        desk.view.setOverlay(overlay);
        QApplication::processEvents();
        timings.add(state, sinceStart(clock));
    }
    timings.report(state, kCommitBarMs);
}

/// On a thread of its own.
void tracing(benchmark::State& state)
{
    const annotation::FrameAnnotation frame = clump();
    const ui::InstanceColors colors = ui::assignColors(frame);
    for (auto _ : state)
        benchmark::DoNotOptimize(ui::buildOverlay(frame, colors));
}

} // namespace

BENCHMARK_CAPTURE(strokeMoves, fitted, false)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK_CAPTURE(strokeMoves, actualPixels, true)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK(hoverMoves)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK(presses)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(40);
BENCHMARK(commits)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(40);
BENCHMARK(newOverlay)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK(tracing)->Unit(benchmark::kMillisecond)->Iterations(5);

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
