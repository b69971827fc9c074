// SPDX-License-Identifier: Apache-2.0
#include "app/train/simulation_source.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/nn/data/preprocess.h"
#include "core/simulation/embryo_simulator.h"

namespace blastoscope::train {
namespace {

constexpr int kFingerprintFrames = 4;

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
masks::RleMask overviewClump(const simulation::SimulatedFrame& frame, const base::Box& whole, int size)
{
    masks::RleMask clump(size, size);
    for (const simulation::SimulatedInstance& instance : frame.instances) {
        if (instance.objectClass == base::ObjectClass::Blastomere)
            clump = masks::united(clump, resampleMask(instance.amodal, whole, size));
    }
    if (!clump.isEmpty() || !frame.clumpBox)
        return clump;
    const base::Box box = mapped(*frame.clumpBox, whole, size);
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

/// The square of the frame that becomes the canvas.
base::Box canvasWindow(const simulation::SimulatedFrame& frame, double fieldOfView)
{
    const double whole = std::max(frame.image.width, frame.image.height);
    base::Point center{frame.image.width / 2.0, frame.image.height / 2.0};
    double side = whole;
    if (frame.clumpBox) {
        center = frame.clumpBox->center();
        side = fieldOfView * std::max(frame.clumpBox->width(), frame.clumpBox->height());
    }
    return {center.x - side / 2, center.y - side / 2, center.x + side / 2, center.y + side / 2};
}

std::string describe(const SimulationSourceOptions& options)
{
    const simulation::SimulationOptions& simulation = options.simulation;
    std::ostringstream text;
    text.precision(17);
    text << simulation.size << ' ' << int(simulation.look) << ' ' << simulation.umPerPixel << ' '
         << simulation.minCells << ' ' << simulation.maxCells << ' ' << simulation.emptyFraction << ' '
         << simulation.compactedFraction << ' ' << simulation.cavitatedFraction << ' ' << simulation.degradation << ' '
         << options.seed << ' ' << options.clumpCropShare << ' ' << options.canvasFieldOfView << ' '
         << options.canvasSize << ' ' << options.overviewSize;
    return text.str();
}

} // namespace

SimulationSource::SimulationSource(SimulationSourceOptions options) : m_options(std::move(options)) {}

nn::TrainingSample SimulationSource::sample(std::uint64_t index) const
{
    base::Random random = base::Random(m_options.seed).split(index);
    simulation::SimulationOptions options = m_options.simulation;
    const bool closeCrop = random.chance(m_options.clumpCropShare);
    options.framing = closeCrop ? simulation::Framing::ClumpCrop : simulation::Framing::WholeFrame;
    if (closeCrop)
        options.size = m_options.canvasSize;
    return toTrainingSample(simulation::simulateFrame(options, random.next()), m_options, !closeCrop);
}

std::string SimulationSource::fingerprint() const
{
    base::Sha256 hash;
    const std::string options = describe(m_options);
    hash.update(options.data(), options.size());
    for (std::uint64_t index = 0; index < kFingerprintFrames; ++index) {
        const nn::TrainingSample first = sample(index);
        hash.update(first.canvas.data(), first.canvas.size());
        for (const nn::SampleInstance& instance : first.instances) {
            const std::string mask = instance.amodal.toString() + instance.visible.toString();
            hash.update(mask.data(), mask.size());
        }
    }
    return hash.hex();
}

nn::TrainingSample toTrainingSample(const simulation::SimulatedFrame& frame, const SimulationSourceOptions& options,
                                    bool withOverview)
{
    const std::vector<float> pixels = base::toGrayFloats(frame.image);
    const int width = frame.image.width;
    const int height = frame.image.height;
    const base::Box window = canvasWindow(frame, options.canvasFieldOfView);

    nn::TrainingSample sample;
    sample.canvasSize = options.canvasSize;
    sample.canvas =
        toBytes(nn::resampleWindow(pixels, width, height, window, options.canvasSize, options.canvasSize));
    if (frame.clumpBox)
        sample.clump = mapped(*frame.clumpBox, window, options.canvasSize);
    for (const simulation::SimulatedInstance& truth : frame.instances) {
        nn::SampleInstance instance{int(truth.objectClass), resampleMask(truth.amodal, window, options.canvasSize),
                                    resampleMask(truth.visible, window, options.canvasSize), truth.ignore};
        if (instance.amodal.isEmpty())
            continue;
        sample.countableCells += instance.label == int(base::ObjectClass::Blastomere) && !instance.ignore;
        sample.instances.push_back(std::move(instance));
    }
    if (withOverview) {
        const double side = std::max(width, height);
        const base::Box whole{0, 0, side, side};
        sample.overviewSize = options.overviewSize;
        sample.overview =
            toBytes(nn::resampleWindow(pixels, width, height, whole, options.overviewSize, options.overviewSize));
        sample.overviewClump = overviewClump(frame, whole, options.overviewSize);
        if (frame.zonaBox)
            sample.overviewZona = mapped(*frame.zonaBox, whole, options.overviewSize);
    }
    return sample;
}

} // namespace blastoscope::train
