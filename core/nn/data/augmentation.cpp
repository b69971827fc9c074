// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/augmentation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/nn/data/preprocess.h"
#include "core/nn/data/window_geometry.h"

namespace blastoscope::nn {
namespace {

/// A view of the canvas: the window is resampled to size x size, then flipped, then turned.
struct View {
    base::Box window;
    int size = 0;
    bool flipped = false;
    int quarterTurns = 0;

    /// Where output pixel (x, y) lies in the unturned, unflipped picture.
    std::pair<int, int> source(int x, int y) const
    {
        for (int turn = 0; turn < quarterTurns; ++turn) {
            const int turned = size - 1 - x;
            x = y;
            y = turned;
        }
        return {flipped ? size - 1 - x : x, y};
    }
};

std::vector<float> viewImage(const TrainingSample& sample, const View& view)
{
    std::vector<float> canvas(sample.canvas.size());
    for (std::size_t i = 0; i < canvas.size(); ++i)
        canvas[i] = float(sample.canvas[i]) / 255.0F;
    const auto window =
        resampleWindow(canvas, sample.canvasSize, sample.canvasSize, view.window, view.size, view.size);
    std::vector<float> image(window.size());
    for (int y = 0; y < view.size; ++y) {
        for (int x = 0; x < view.size; ++x) {
            const auto [sx, sy] = view.source(x, y);
            image[std::size_t(y) * std::size_t(view.size) + std::size_t(x)] =
                window[std::size_t(sy) * std::size_t(view.size) + std::size_t(sx)];
        }
    }
    return image;
}

/// Nearest neighbour; outside the canvas there is nothing.
std::vector<std::uint8_t> viewMask(const masks::RleMask& mask, const View& view)
{
    const base::Box& window = view.window;
    const int left = int(std::floor(window.x1)) - 1;
    const int top = int(std::floor(window.y1)) - 1;
    const masks::Bitmap part =
        mask.crop(left, top, int(std::ceil(window.width())) + 4, int(std::ceil(window.height())) + 4);
    const double scale = window.width() / view.size;
    std::vector<std::uint8_t> out(std::size_t(view.size) * std::size_t(view.size));
    for (int y = 0; y < view.size; ++y) {
        for (int x = 0; x < view.size; ++x) {
            const auto [sx, sy] = view.source(x, y);
            const int px = int(std::floor(window.x1 + (sx + 0.5) * scale)) - left;
            const int py = int(std::floor(window.y1 + (sy + 0.5) * scale)) - top;
            out[std::size_t(y) * std::size_t(view.size) + std::size_t(x)] = part.at(px, py);
        }
    }
    return out;
}

base::Box tightBox(const std::vector<std::uint8_t>& mask, int size)
{
    int x1 = size, y1 = size, x2 = 0, y2 = 0;
    for (int y = 0; y < size; ++y) {
        const auto row = mask.begin() + std::ptrdiff_t(y) * size;
        for (int x = 0; x < size; ++x) {
            if (row[x] == 0)
                continue;
            x1 = std::min(x1, x);
            x2 = std::max(x2, x + 1);
            y1 = std::min(y1, y);
            y2 = std::max(y2, y + 1);
        }
    }
    return x2 > 0 ? base::Box{double(x1), double(y1), double(x2), double(y2)} : base::Box{};
}

std::vector<WindowInstance> viewInstances(const TrainingSample& sample, const View& view, int minimumArea,
                                          double minimumInside)
{
    const double scale = view.window.width() / view.size;
    std::vector<WindowInstance> instances;
    for (const SampleInstance& truth : sample.instances) {
        WindowInstance instance;
        instance.label = truth.label;
        instance.amodal = viewMask(truth.amodal, view);
        const auto area = std::count(instance.amodal.begin(), instance.amodal.end(), 1);
        if (area == 0)
            continue;
        instance.visible = viewMask(truth.visible, view);
        instance.visibleKnown = truth.visibleKnown;
        instance.id = truth.id;
        const double whole = double(truth.amodal.area()) / (scale * scale);
        instance.ignore = truth.ignore || area < minimumArea || double(area) < minimumInside * whole;
        instance.box = tightBox(instance.amodal, view.size);
        instances.push_back(std::move(instance));
    }
    return instances;
}

/// Multiplies by 1 +- `strength` at the far sides of a ramp in a random direction.
void illuminate(std::vector<float>& pixels, int width, int height, double strength, base::Random& random)
{
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const double slope = strength * random.uniform();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double along = (2.0 * x / width - 1) * std::cos(angle) + (2.0 * y / height - 1) * std::sin(angle);
            pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)] *= float(1 + slope * along);
        }
    }
}

void blur(std::vector<float>& pixels, int width, int height, double sigma)
{
    const int radius = std::max(1, int(std::ceil(2.5 * sigma)));
    std::vector<float> kernel(std::size_t(2 * radius + 1));
    float sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += kernel[std::size_t(i + radius)] = float(std::exp(-0.5 * i * i / (sigma * sigma)));
    for (float& weight : kernel)
        weight /= sum;
    const auto pass = [&](const std::vector<float>& in, std::vector<float>& out, bool horizontal) {
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                float value = 0;
                for (int i = -radius; i <= radius; ++i) {
                    const int sx = horizontal ? std::clamp(x + i, 0, width - 1) : x;
                    const int sy = horizontal ? y : std::clamp(y + i, 0, height - 1);
                    value +=
                        kernel[std::size_t(i + radius)] * in[std::size_t(sy) * std::size_t(width) + std::size_t(sx)];
                }
                out[std::size_t(y) * std::size_t(width) + std::size_t(x)] = value;
            }
        }
    };
    std::vector<float> between(pixels.size());
    pass(pixels, between, true);
    pass(between, pixels, false);
}

View plainView(const TrainingSample& sample, int size, double fieldOfView)
{
    return {plainWindowBox(sample, fieldOfView), size};
}

} // namespace

base::Box plainWindowBox(const TrainingSample& sample, double fieldOfView)
{
    if (!sample.clump)
        return {0, 0, double(sample.canvasSize), double(sample.canvasSize)};
    const double extent = std::max(sample.clump->width(), sample.clump->height());
    return base::squareAround(sample.clump->center(), fieldOfView * extent);
}

WindowSample plainWindow(const TrainingSample& sample, int size, double fieldOfView)
{
    const AugmentationOptions defaults;
    const View view = plainView(sample, size, fieldOfView);
    WindowSample window{size, viewImage(sample, view),
                        viewInstances(sample, view, defaults.minimumArea, defaults.minimumInside), sample.exhaustive,
                        sample.order};
    standardise(window.image);
    return window;
}

WindowSample augmentedWindow(const TrainingSample& sample, int size, const AugmentationOptions& options,
                             base::Random random)
{
    View view = plainView(sample, size, random.uniform(options.minFieldOfView, options.maxFieldOfView));
    if (!sample.clump)
        view.window = base::squareAround(view.window.center(), view.window.width() * random.uniform(0.6, 1.0));
    const double reach = options.maxShift * (sample.clump ? std::max(sample.clump->width(), sample.clump->height())
                                                          : double(sample.canvasSize));
    const double dx = random.uniform(-reach, reach);
    const double dy = random.uniform(-reach, reach);
    view.window = {view.window.x1 + dx, view.window.y1 + dy, view.window.x2 + dx, view.window.y2 + dy};
    view.flipped = options.flips && random.chance(0.5);
    view.quarterTurns = options.quarterTurns ? random.integer(0, 3) : 0;

    WindowSample window{size, viewImage(sample, view),
                        viewInstances(sample, view, options.minimumArea, options.minimumInside), sample.exhaustive,
                        sample.order};
    disturb(window.image, size, size, options, random);
    standardise(window.image);
    const auto gain = float(random.uniform(1 - options.contrast, 1 + options.contrast));
    const auto offset = float(random.uniform(-options.brightness, options.brightness));
    for (float& value : window.image)
        value = (value - 0.5F) * gain + 0.5F + offset;
    return window;
}

void disturb(std::vector<float>& pixels, int width, int height, const AugmentationOptions& options,
             base::Random& random)
{
    const auto exponent = float(std::exp(random.uniform(-options.gamma, options.gamma)));
    for (float& value : pixels)
        value = std::pow(std::clamp(value, 0.0F, 1.0F), exponent);
    if (options.illumination > 0)
        illuminate(pixels, width, height, options.illumination, random);
    if (options.maxBlur > 0 && random.chance(0.5))
        blur(pixels, width, height, random.uniform(0.2, 1.0) * options.maxBlur);
    if (options.maxNoise > 0 && random.chance(0.5)) {
        const double deviation = random.uniform() * options.maxNoise;
        for (float& value : pixels)
            value += float(random.normal(0, deviation));
    }
}

} // namespace blastoscope::nn
