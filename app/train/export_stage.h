// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Name of the exported weight file in the run's folder.
inline constexpr const char* kModelFile = "model.safetensors";

/// Joins finder and detector into `model.safetensors` (fp16), with everything about them in its metadata. The numbers
/// and the counting rule in it are measured on held-out simulated frames, with the weights as stored.
base::Result<nn::RunOutcome> runExportStage(const RunContext& context);

} // namespace blastoscope::train
