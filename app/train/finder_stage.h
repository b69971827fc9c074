// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Trains the network of the coarse pass, which marks cells and whole embryos in shrunk frames.
base::Result<nn::RunOutcome> runFinderStage(const RunContext& context);

} // namespace blastoscope::train
