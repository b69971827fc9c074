// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Trains the shape auto-encoder on silhouettes, before and apart from the detector (Jang et al., VQ shape code, sec.
/// 3).
base::Result<nn::RunOutcome> runVqStage(const RunContext& context);

} // namespace blastoscope::train
