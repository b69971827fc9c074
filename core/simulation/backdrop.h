// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/simulation/body_painter.h"

namespace blastoscope::simulation {

/// The picture without an embryo: illumination, and the microwell with its bright rim and the rings outside.
/// Values are brightness in [0, 1] and above.
Plane renderBackdrop(const Appearance& look, const View& view, std::uint64_t seed);

/// Debris anywhere in the picture, and now and then a fibre, which may hang on the embryo: `embryoUm` is the radius of
/// its zona, 0 without one.
void paintDebris(const Appearance& look, const View& view, float embryoUm, base::Random& random, OpticalField& field);

} // namespace blastoscope::simulation
