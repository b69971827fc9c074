// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/geometry.h"
#include "core/nn/data/training_sample.h"

namespace blastoscope::nn {

/// The part of a sample's canvas that plainWindow shows: `fieldOfView` times the clump around its centre, the whole
/// canvas when there is no clump. Canvas pixels; may reach beyond the canvas.
base::Box plainWindowBox(const TrainingSample& sample, double fieldOfView);

} // namespace blastoscope::nn
