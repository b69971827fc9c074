// SPDX-License-Identifier: Apache-2.0
#include "app/train/frame_sample.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/object_class.h"
#include "core/nn/data/preprocess.h"

namespace blastoscope::train {
namespace {

std::vector<std::uint8_t> toBytes(const std::vector<float>& values)
{
    std::vector<std::uint8_t> bytes(values.size());
    std::transform(values.begin(), values.end(), bytes.begin(), [](float value) {
        return std::uint8_t(std::clamp(std::lround(value), 0L, 255L));
    });
    return bytes;
}

/// Nearest neighbour: canvas pixel centres looked up in the frame's mask.
masks::RleMask resampleMask(const masks::RleMask& mask, const base::Box& window, int size)
{
    const base::Box tight = mask.boundingBox();
    const double scale = window.width() / size;
    const int left = int(std::floor(tight.x1));
    const int top = int(std::floor(tight.y1));
    const masks::Bitmap part = mask.crop(left, top, int(tight.width()), int(tight.height()));
    const int x1 = std::clamp(int(std::floor((tight.x1 - window.x1) / scale)), 0, size);
    const int y1 = std::clamp(int(std::floor((tight.y1 - window.y1) / scale)), 0, size);
    const int x2 = std::clamp(int(std::ceil((tight.x2 - window.x1) / scale)), x1, size);
    const int y2 = std::clamp(int(std::ceil((tight.y2 - window.y1) / scale)), y1, size);
    masks::Bitmap resampled(x2 - x1, y2 - y1);
    for (int y = y1; y < y2; ++y) {
        const int sy = int(std::floor(window.y1 + (y + 0.5) * scale)) - top;
        for (int x = x1; x < x2; ++x) {
            const int sx = int(std::floor(window.x1 + (x + 0.5) * scale)) - left;
            if (part.contains(sx, sy))
                resampled.at(x - x1, y - y1) = part.at(sx, sy);
        }
    }
    return masks::RleMask::fromCrop(resampled, x1, y1, size, size);
}

base::Box mapped(const base::Box& box, const base::Box& window, int size)
{
    const double scale = size / window.width();
    return {(box.x1 - window.x1) * scale, (box.y1 - window.y1) * scale, (box.x2 - window.x1) * scale,
            (box.y2 - window.y1) * scale};
}

/// All cells together on the overview; the ellipse in the clump's box where no single cell can be told apart.
masks::RleMask overviewClump(const FrameTruth& frame, const base::Box& whole, int size)
{
    masks::RleMask clump(size, size);
    for (const nn::SampleInstance& instance : frame.instances) {
        if (instance.label == int(base::ObjectClass::Blastomere))
            clump = masks::united(clump, resampleMask(instance.amodal, whole, size));
    }
    if (!clump.isEmpty() || !frame.clump)
        return clump;
    const base::Box box = mapped(*frame.clump, whole, size);
    const base::Point center = box.center();
    masks::Bitmap ellipse(size, size);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const double dx = 2 * (x + 0.5 - center.x) / box.width();
            const double dy = 2 * (y + 0.5 - center.y) / box.height();
            ellipse.at(x, y) = dx * dx + dy * dy <= 1;
        }
    }
    return masks::RleMask(ellipse);
}

} // namespace

base::Box canvasBox(int width, int height, const std::optional<base::Box>& clump, double fieldOfView)
{
    base::Point center{width / 2.0, height / 2.0};
    double side = std::max(width, height);
    if (clump) {
        center = clump->center();
        side = fieldOfView * std::max(clump->width(), clump->height());
    }
    return {center.x - side / 2, center.y - side / 2, center.x + side / 2, center.y + side / 2};
}

nn::TrainingSample toTrainingSample(const base::Image& image, const FrameTruth& frame, const CanvasOptions& options,
                                    bool withOverview)
{
    const std::vector<float> pixels = base::toGrayFloats(image);
    const base::Box window = canvasBox(image.width, image.height, frame.clump, options.fieldOfView);

    nn::TrainingSample sample;
    sample.exhaustive = frame.exhaustive;
    sample.order = frame.order;
    sample.canvasSize = options.canvasSize;
    sample.canvas = toBytes(
        nn::resampleWindow(pixels, image.width, image.height, window, options.canvasSize, options.canvasSize));
    if (frame.clump)
        sample.clump = mapped(*frame.clump, window, options.canvasSize);
    for (const nn::SampleInstance& truth : frame.instances) {
        nn::SampleInstance instance = truth;
        instance.amodal = resampleMask(truth.amodal, window, options.canvasSize);
        instance.visible = resampleMask(truth.visible, window, options.canvasSize);
        if (instance.amodal.isEmpty())
            continue;
        sample.countableCells += instance.label == int(base::ObjectClass::Blastomere) && !instance.ignore;
        sample.instances.push_back(std::move(instance));
    }
    if (withOverview) {
        const double side = std::max(image.width, image.height);
        const base::Box whole{0, 0, side, side};
        sample.overviewSize = options.overviewSize;
        sample.overview = toBytes(
            nn::resampleWindow(pixels, image.width, image.height, whole, options.overviewSize, options.overviewSize));
        sample.overviewClump = overviewClump(frame, whole, options.overviewSize);
        if (frame.zona)
            sample.overviewZona = mapped(*frame.zona, whole, options.overviewSize);
    }
    return sample;
}

} // namespace blastoscope::train
