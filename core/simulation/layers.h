// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/simulation/embryo_state.h"
#include "core/simulation/view.h"

namespace blastoscope::simulation {

/// One body as the rays see it, cropped to its silhouette plus a pixel of margin.
struct Layer {
    int id = 0;
    base::ObjectClass objectClass = base::ObjectClass::Blastomere;
    const Cell* cell = nullptr;         ///< null for particles; points into the state
    const Particle* particle = nullptr; ///< null for cells
    float depth = 0;                    ///< z of the middle, µm
    float radius = 0;                   ///< of a free ball of its volume
    Plane nearZ;                        ///< surface towards the viewer
    Plane thickness;                    ///< 0 outside
};

/// What counts as inside a silhouette, µm of thickness.
inline constexpr float kSilhouetteThickness = .35f;

/// Casts every cell and particle; bodies that miss the rectangle give no layer. Sorted from near to far.
/// `state` must outlive the layers.
std::vector<Layer> castLayers(const EmbryoState& state, const View& view, const RayMap& map);

} // namespace blastoscope::simulation
