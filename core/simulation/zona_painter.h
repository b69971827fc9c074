// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/simulation/body_painter.h"

namespace blastoscope::simulation {

/// Adds the glycoprotein shell: optical path of a hollow ball, faint lines at both surfaces, a fine texture.
void paintZona(const Zona& zona, const Appearance& look, const View& view, const RayMap& map, std::uint64_t textureSeed,
               OpticalField& field);

/// Adds a grain of debris at picture position (x, y): a bump of optical path and a dark spot, radius in pixels.
void paintSpeck(OpticalField& field, float x, float y, float radius, float path, float shade);

/// Corona cells and dirt that stick to the outer surface of the zona.
void paintZonaDebris(const Zona& zona, const Appearance& look, const View& view, base::Random& random,
                     OpticalField& field);

} // namespace blastoscope::simulation
