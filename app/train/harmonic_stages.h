// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/harmonic_data.h"
#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Fits the guide functions so that no two objects of a picture come near each other in the embedding. Logs the
/// violation rate before and after as "guides".
base::Result<nn::RunOutcome> runGuidesStage(const RunContext& context, const HarmonicData& data);

/// Trains the network on random windows of the frames.
base::Result<nn::RunOutcome> runEmbeddingStage(const RunContext& context, const HarmonicData& data);

/// Writes `model.safetensors` (fp32; such networks are small), with the numbers on the held-out frames in its metadata.
/// The counting threshold is chosen on the frames that were trained on.
base::Result<nn::RunOutcome> exportHarmonic(const RunContext& context, const HarmonicData& data);

} // namespace blastoscope::train
