// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Trains the relation head alone, on what the finished detector (of the stage "detector", or the base's) finds in
/// simulated frames that no other stage sees. They are looked at once, before the first step, and again when a run goes
/// on.
base::Result<nn::RunOutcome> runRelationStage(const RunContext& context);

} // namespace blastoscope::train
