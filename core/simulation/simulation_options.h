// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace blastoscope::simulation {

/// The instrument a picture imitates. Mixed draws one of the three per embryo.
enum class Look { Hoffman, Brightfield, EmbryoScope, Mixed };

/// What part of the field the picture shows.
enum class Framing {
    WholeFrame, ///< as the instrument delivers it: close crop, dark well with bright rim, or wide field
    ClumpCrop,  ///< scale-normalised: the cells together span the frame divided by U(1.3, 2.4), jittered around the
                ///< middle
};

/// What to draw. Everything not named here is randomised from the seed. Values outside their range are moved into it.
struct SimulationOptions {
    int size = 500; ///< width and height of the picture in pixels, 32..4096
    Look look = Look::Mixed;
    /// All embryos as one instrument shows them on one day, drawn from this seed; none = each embryo as another does.
    std::optional<std::uint64_t> instrumentSeed;
    Framing framing = Framing::WholeFrame;
    double umPerPixel = 0; ///< 0 = drawn as fits look and framing
    int minCells = 0;      ///< lower bound of the cell count of cleavage stages; 0 and 1 mean the same
    int maxCells = 16;     ///< 1..16; a time-lapse stops dividing there

    /// Shares of single frames that hold no countable cell (simulateFrame only).
    double emptyFraction = .04;
    double compactedFraction = .05;
    double cavitatedFraction = .04;

    /// Time axis of EmbryoSimulator.
    double startHours = 22; ///< time of frame 0 after insemination
    double minutesPerFrame = 15;

    /// Multiplies camera noise, extra blur and compression; 0 renders without any of them.
    double degradation = 1;
};

} // namespace blastoscope::simulation
