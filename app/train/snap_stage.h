// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Name of the exported weight file of the snap network in the run's folder.
inline constexpr const char* kSnapFile = "shape-snap.safetensors";

/// Trains the shape auto-encoder (Jang et al., VQ shape code, sec. 3) for another task: from damaged silhouettes to
/// whole ones.
base::Result<nn::RunOutcome> runSnapStage(const RunContext& context);

/// Writes `shape-snap.safetensors` (fp16) with everything about it in its metadata. The numbers in it are those of
/// SnapEvaluation, measured with the weights as stored.
base::Result<nn::RunOutcome> exportSnap(const RunContext& context);

} // namespace blastoscope::train
