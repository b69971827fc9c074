// SPDX-License-Identifier: GPL-3.0-or-later
// What painting the whole canvas costs on a 4k screen. Bar: 16 ms.
#include <cmath>
#include <functional>
#include <memory>
#include <numbers>

#include <QApplication>
#include <QElapsedTimer>

#include "tests/bench/timings.h"
#include "tests/ui/frames.h"
#include "ui/canvas/canvas_view.h"

using namespace blastoscope;

namespace {

constexpr double kBarMs = 16;
constexpr int kSide = 500;

QImage noise(int side)
{
    QImage image(side, side, QImage::Format_Grayscale8);
    unsigned value = 1;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.scanLine(y)[x] = uchar(90 + ((value = value * 1664525u + 1013904223u) >> 26));
    return image;
}

/// Eight cells in a ring, each half under the next.
annotation::FrameAnnotation clump(int side)
{
    constexpr int kCells = 8;
    std::vector<annotation::Instance> cells;
    std::vector<annotation::DepthRelation> order;
    for (int i = 0; i < kCells; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCells;
        cells.push_back(frames::cell(i + 1, frames::disc(side, side * (.5 + .2 * std::cos(angle)),
                                                         side * (.5 + .2 * std::sin(angle)), side * .14)));
        if (i > 0)
            order.push_back({i, i + 1});
    }
    return frames::frame(side, std::move(cells), std::move(order));
}

std::unique_ptr<ui::CanvasView> makeView(int pictureSide)
{
    auto view = std::make_unique<ui::CanvasView>();
    view->resize(3840, 2160);
    view->setImage(noise(pictureSide));
    view->setUmPerPixel(0.5);
    view->setCaption(QStringLiteral("38.4 h  ·  41 / 96"));
    view->show();
    QApplication::processEvents();
    return view;
}

/// Paints everything again after each `change`, or after a change of the caption alone.
void repaint(benchmark::State& state, ui::CanvasView& view, std::function<void()> change = {})
{
    int turn = 0;
    if (!change)
        change = [&] { view.setCaption(QString::number(++turn)); };
    Timings timings;
    for (auto _ : state) {
        QElapsedTimer clock;
        clock.start();
        change();
        view.repaint();
        timings.add(state, double(clock.nsecsElapsed()) / 1e6);
    }
    timings.report(state, kBarMs);
}

void addSilhouettes(ui::CanvasView& view, int side)
{
    const annotation::FrameAnnotation frame = clump(side);
    view.setOverlay(std::make_shared<const ui::FrameOverlay>(ui::buildOverlay(frame, ui::assignColors(frame))));
}

void barePicture(benchmark::State& state)
{
    repaint(state, *makeView(kSide));
}

void newPicture(benchmark::State& state)
{
    const auto view = makeView(kSide);
    const QImage pictures[] = {noise(kSide), noise(kSide)};
    int turn = 0;
    repaint(state, *view, [&] { view->setImage(pictures[++turn % 2]); });
}

void newLargePicture(benchmark::State& state)
{
    constexpr int kLarge = 2000;
    const auto view = makeView(kLarge);
    const QImage pictures[] = {noise(kLarge), noise(kLarge)};
    int turn = 0;
    repaint(state, *view, [&] { view->setImage(pictures[++turn % 2]); });
}

void silhouettes(benchmark::State& state)
{
    const auto view = makeView(kSide);
    addSilhouettes(*view, kSide);
    repaint(state, *view);
}

void oneLayer(benchmark::State& state, const ui::CanvasLayers& layers)
{
    const auto view = makeView(kSide);
    addSilhouettes(*view, kSide);
    view->setLayers(layers);
    repaint(state, *view);
}

void fillsOnly(benchmark::State& state)
{
    oneLayer(state, {.fills = true, .outlines = false, .occlusion = false, .labels = false});
}

void outlinesOnly(benchmark::State& state)
{
    oneLayer(state, {.fills = false, .outlines = true, .occlusion = false, .labels = false});
}

void panning(benchmark::State& state)
{
    const auto view = makeView(kSide);
    addSilhouettes(*view, kSide);
    int turn = 0;
    repaint(state, *view, [&] { view->panBy({++turn % 40 < 20 ? 3. : -3., 0}); });
}

} // namespace

BENCHMARK(barePicture)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK(newPicture)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK(newLargePicture)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK(fillsOnly)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK(outlinesOnly)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK(silhouettes)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK(panning)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
