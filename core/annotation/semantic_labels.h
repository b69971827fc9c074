// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/annotation/instance.h"
#include "core/base/image.h"
#include "core/masks/semantic/semantic_map.h"

namespace blastoscope::annotation {

/// The semantic map of a frame (masks::semanticMap) from its whole silhouettes: blastomeres are cells, all else
/// fragments, uncertain instances are unknown. Hidden flags have no effect. Masks of another size than the frame are
/// left out.
base::Image semanticLabels(const FrameAnnotation& frame, const masks::SemanticClasses& classes = {});

} // namespace blastoscope::annotation
