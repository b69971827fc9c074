// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/arguments.h"
#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Runs the recipe's stages one after the other in the run's folder; finished ones are left out. Fails
/// (InvalidArgument) when the folder holds a run and `resume` is not set, (Incompatible) when it was made by another
/// recipe, (Unsupported) when CUDA is asked for and not there, (PermissionDenied) while another program trains in the
/// folder. Stopped when `stop` fired or a file `stop` appeared in the folder; waits while there is a file `pause`. A
/// run with a base ends with comparison.json (compareModels).
base::Result<nn::RunOutcome> run(const Arguments& arguments, const Recipe& recipe, const base::CancellationToken& stop);

} // namespace blastoscope::train
