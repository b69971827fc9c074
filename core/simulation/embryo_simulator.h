// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include "core/simulation/simulated_frame.h"
#include "core/simulation/simulation_options.h"

namespace blastoscope::simulation {

/// One independent embryo at one moment: the number of cells is drawn from 1..16 (mostly 2..8) within the options'
/// bounds, and some frames hold no countable cell. The same options and seed give the same frame on every run.
/// Thread-safe.
SimulatedFrame simulateFrame(const SimulationOptions& options, std::uint64_t seed);

/// One embryo through time: it divides, drifts, turns, fragments. Frames may be asked for in any order; frame(t) is
/// always the same picture. One object must not be used from two threads at once.
class EmbryoSimulator {
public:
    EmbryoSimulator(const SimulationOptions& options, std::uint64_t seed);
    ~EmbryoSimulator();
    EmbryoSimulator(EmbryoSimulator&&) noexcept;
    EmbryoSimulator& operator=(EmbryoSimulator&&) noexcept;

    /// `timeIndex` >= 0 counts frames of `minutesPerFrame`; `planeUm` shifts the focal plane.
    SimulatedFrame frame(int timeIndex, double planeUm = 0);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace blastoscope::simulation
