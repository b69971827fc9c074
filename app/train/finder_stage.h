// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Of the base's finder, if there is a base, otherwise the recipe's.
const nlohmann::json& finderArchitecture(const RunContext& context);

/// Trains the network of the coarse pass, which marks cells and whole embryos in shrunk frames; it starts with the
/// weights of the base's.
base::Result<nn::RunOutcome> runFinderStage(const RunContext& context);

} // namespace blastoscope::train
