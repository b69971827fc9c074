// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/annotation/instance.h"
#include "core/base/geometry.h"
#include "core/base/image.h"

namespace blastoscope::common {

/// A colour picture of a frame: every whole silhouette as a translucent fill with an outline in the colour of its
/// instance (colour-blind-safe; overlapping neighbours differ). Where an instance is known to be hidden its area is
/// hatched and its outline dashed; where the depth order is unknown it is drawn plain. `display` is a U8 image of the
/// frame's size. Boxes of `blanked` are painted black first, e.g. burned-in text.
base::Image drawOverlay(const base::Image& display, const annotation::FrameAnnotation& frame,
                        const std::vector<base::Box>& blanked = {});

} // namespace blastoscope::common
