// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/image.h"
#include "core/simulation/appearance.h"
#include "core/simulation/plane.h"

namespace blastoscope::simulation {

/// Brightness (0..1) to an 8-bit picture: blur, gamma, shot and read noise, compression losses.
/// `degradation` scales all but the gamma.
base::Image photograph(Plane brightness, const CameraLook& look, double degradation, base::Random& random);

/// Loses what a baseline JPEG of that quality (1..100) would lose: 8x8 DCT with the luminance table of ITU-T T.81,
/// annex K.1. Values are grey levels 0..255.
void compressBlocks(Plane& levels, int quality);

} // namespace blastoscope::simulation
