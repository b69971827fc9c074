// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "core/nn/data/training_sample.h"
#include "core/simulation/simulation_options.h"

namespace blastoscope::train {

struct SimulationSourceOptions {
    simulation::SimulationOptions simulation; ///< its framing is overruled per sample
    std::uint64_t seed = 1;
    double clumpCropShare = 0.3;   ///< share of samples rendered as close crops, the others as whole frames
    double canvasFieldOfView = 2.5; ///< side of the canvas / extent of the clump
    int canvasSize = 352;          ///< px
    int overviewSize = 160;        ///< px; whole frames only, close crops have no overview
};

/// Simulated frames as training samples. Sample i is a function of (options, i).
class SimulationSource : public nn::SampleSource {
public:
    explicit SimulationSource(SimulationSourceOptions options);
    nn::TrainingSample sample(std::uint64_t index) const override;
    /// A hash of the options and of the first few frames themselves, so that it follows the simulator's code.
    std::string fingerprint() const override;

private:
    SimulationSourceOptions m_options;
};

} // namespace blastoscope::train
