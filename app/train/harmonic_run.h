// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Runs the stages of a harmonic embedding: "guides" fits the guide functions to the label images of the dataset,
/// "embedding" trains the network (without the stage "guides" on guides as they were drawn), "export" measures it on
/// the held-out frames and writes the model file. Fails (Incompatible) when a run that goes on finds another dataset
/// than it began with, and as loading the dataset does.
base::Result<nn::RunOutcome> runHarmonicStages(const RunContext& context);

} // namespace blastoscope::train
