// SPDX-License-Identifier: Apache-2.0
#include "app/train/simulation_source.h"

#include <sstream>
#include <utility>

#include "app/train/frame_sample.h"
#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/simulation/embryo_simulator.h"

namespace blastoscope::train {
namespace {

constexpr int kFingerprintFrames = 4;

FrameTruth truthOf(const simulation::SimulatedFrame& frame)
{
    FrameTruth truth{{}, frame.clumpBox, frame.zonaBox, true, {}};
    for (const simulation::SimulatedInstance& instance : frame.instances)
        truth.instances.push_back(
            {int(instance.objectClass), instance.amodal, instance.visible, instance.ignore, true, instance.id});
    for (const simulation::DepthPair& pair : frame.order)
        truth.order.push_back({pair.nearer, pair.farther});
    return truth;
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
    const auto frame = simulation::simulateFrame(options, random.next());
    return toTrainingSample(frame.image, truthOf(frame),
                            {m_options.canvasFieldOfView, m_options.canvasSize, m_options.overviewSize}, !closeCrop);
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

} // namespace blastoscope::train
