// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Trains the head that says which of two overlapping cells is nearer, alone, on the true silhouettes of simulated
/// frames and on those that the finished detector (of the stage "detector", or the base's) finds in frames of their
/// own. These are looked at once, before the first step, and again when a run goes on. At the end notes in the diary
/// how often it is right on what is found in held-out frames.
base::Result<nn::RunOutcome> runDepthOrderStage(const RunContext& context);

} // namespace blastoscope::train
