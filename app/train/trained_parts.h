// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/embryo_finder.h"

namespace blastoscope::train {

/// The detector with the weights of the stages that are done, "detector", "relation" and "depth_order", and otherwise
/// the base's. Fails as loadStage and growFromAncestor do.
base::Result<nn::AmodalDetector> trainedDetector(const RunContext& context);

/// Of the stage "finder", or the base's.
base::Result<nn::EmbryoFinder> trainedFinder(const RunContext& context);

} // namespace blastoscope::train
