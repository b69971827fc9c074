// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/detector_evaluation.h"
#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Trains the detector with all its heads jointly; the shape auto-encoder comes frozen from the stage "vq".
base::Result<nn::RunOutcome> runDetectorStage(const RunContext& context);

/// `count` held-out frames, never seen in training, cut out for the recipe's detector.
DetectorEvaluation heldOutEvaluation(const RunContext& context, int count);

} // namespace blastoscope::train
