// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train
{

/// Trains the head that says which of two overlapping cells is nearer, alone, on the true silhouettes of simulated
/// frames; at the end notes in the diary how often it is right on held-out ones.
base::Result<nn::RunOutcome> runDepthOrderStage(const RunContext& context);

} // namespace blastoscope::train
