// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/label_samples.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "core/nn/data/preprocess.h"

namespace blastoscope::nn {
namespace {

void paint(LabelledFrame& frame, const masks::RleMask& mask, std::int32_t label)
{
    const base::Box box = mask.boundingBox();
    const int left = int(box.x1), top = int(box.y1);
    const masks::Bitmap part = mask.crop(left, top, int(box.width()), int(box.height()));
    for (int y = 0; y < part.height; ++y)
        for (int x = 0; x < part.width; ++x)
            if (part.at(x, y))
                frame.labels[std::size_t(top + y) * std::size_t(frame.width) + std::size_t(left + x)] = label;
}

/// The square that becomes a window: its side, and its corner drawn so that it lies inside the frame if it fits.
base::Box randomSquare(const LabelledFrame& frame, int size, const LabelWindowOptions& options, base::Random& random)
{
    const double side = size / random.uniform(options.minMagnification, options.maxMagnification);
    const auto corner = [&](int length) {
        const double room = length - side;
        return room >= 0 ? random.uniform(0, room) : random.uniform(room, 0);
    };
    const double x = corner(frame.width), y = corner(frame.height);
    return {x, y, x + side, y + side};
}

/// Nearest neighbour.
std::vector<std::int32_t> resampleLabels(const LabelledFrame& frame, const base::Box& window, int size)
{
    const double scale = window.width() / size;
    std::vector<std::int32_t> out(std::size_t(size) * std::size_t(size), kIgnoredLabel);
    for (int y = 0; y < size; ++y) {
        const int sy = int(std::floor(window.y1 + (y + 0.5) * scale));
        for (int x = 0; x < size; ++x) {
            const int sx = int(std::floor(window.x1 + (x + 0.5) * scale));
            if (sx >= 0 && sy >= 0 && sx < frame.width && sy < frame.height)
                out[std::size_t(y) * std::size_t(size) + std::size_t(x)] =
                    frame.labels[std::size_t(sy) * std::size_t(frame.width) + std::size_t(sx)];
        }
    }
    return out;
}

/// Mirrors and turns a square picture.
template<typename T>
std::vector<T> turned(const std::vector<T>& in, int size, bool flipped, int quarterTurns)
{
    std::vector<T> out(in.size());
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            int sx = x, sy = y;
            for (int turn = 0; turn < quarterTurns; ++turn) {
                const int next = size - 1 - sx;
                sx = sy;
                sy = next;
            }
            if (flipped)
                sx = size - 1 - sx;
            out[std::size_t(y) * std::size_t(size) + std::size_t(x)] =
                in[std::size_t(sy) * std::size_t(size) + std::size_t(sx)];
        }
    }
    return out;
}

} // namespace

LabelledFrame toLabelledFrame(const DatasetFrame& frame)
{
    LabelledFrame out;
    out.width = frame.width;
    out.height = frame.height;
    out.pixels.reserve(frame.pixels.size());
    for (const std::uint8_t pixel : frame.pixels)
        out.pixels.push_back(float(pixel) / 255.0F);
    out.labels.assign(frame.pixels.size(), frame.exhaustive ? kBackgroundLabel : kIgnoredLabel);
    std::vector<std::size_t> order(frame.instances.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto shown = [&](std::size_t i) -> const masks::RleMask& {
        const DatasetInstance& instance = frame.instances[i];
        return instance.visible ? *instance.visible : instance.amodal;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return shown(a).area() > shown(b).area(); });
    for (const std::size_t i : order)
        paint(out, shown(i), frame.instances[i].ignore ? kIgnoredLabel : ++out.objects);
    return out;
}

LabelWindow plainLabelWindow(const LabelledFrame& frame, int x, int y, int size, double scale)
{
    const base::Box box{x / scale, y / scale, (x + size) / scale, (y + size) / scale};
    LabelWindow window{size, resampleWindow(frame.pixels, frame.width, frame.height, box, size, size),
                       resampleLabels(frame, box, size)};
    standardise(window.image);
    return window;
}

LabelWindow randomLabelWindow(const LabelledFrame& frame, int size, const LabelWindowOptions& options,
                              base::Random random)
{
    const AugmentationOptions& disturbance = options.disturbance;
    const base::Box box = randomSquare(frame, size, options, random);
    const bool flipped = disturbance.flips && random.chance(0.5);
    const int turns = disturbance.quarterTurns ? random.integer(0, 3) : 0;
    LabelWindow window;
    window.size = size;
    window.image =
        turned(resampleWindow(frame.pixels, frame.width, frame.height, box, size, size), size, flipped, turns);
    window.labels = turned(resampleLabels(frame, box, size), size, flipped, turns);
    disturb(window.image, size, size, disturbance, random);
    standardise(window.image);
    const double gain = 1 + random.uniform(-disturbance.contrast, disturbance.contrast);
    const double offset = random.uniform(-disturbance.brightness, disturbance.brightness);
    for (float& value : window.image)
        value = float((double(value) - 0.5) * gain + 0.5 + offset);
    return window;
}

LabelBatch toLabelBatch(const std::vector<LabelWindow>& windows)
{
    TORCH_CHECK(!windows.empty(), "a batch needs a window");
    const std::int64_t size = windows.front().size;
    const auto count = std::int64_t(windows.size());
    LabelBatch batch{torch::empty({count, 1, size, size}), torch::empty({count, size, size}, torch::kLong)};
    for (std::int64_t i = 0; i < count; ++i) {
        const LabelWindow& window = windows[std::size_t(i)];
        TORCH_CHECK(window.size == size, "windows of one batch must have one size");
        std::copy(window.image.begin(), window.image.end(), batch.images.data_ptr<float>() + i * size * size);
        std::copy(window.labels.begin(), window.labels.end(), batch.labels.data_ptr<std::int64_t>() + i * size * size);
    }
    return batch;
}

} // namespace blastoscope::nn
