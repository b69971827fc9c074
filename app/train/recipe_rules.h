// SPDX-License-Identifier: Apache-2.0
// What the parts of a recipe must have in common. Breaches stay with the reader as InvalidArgument, naming the keys.
#pragma once

#include <string>
#include <vector>

#include "app/train/recipe.h"
#include "core/nn/training/config_reader.h"

namespace blastoscope::train {

/// Known stages in their order, that go together; `reader` stands at the top of the recipe.
void checkStages(nn::ConfigReader& reader, const std::vector<std::string>& stages);

/// The sections beside each other and beside the stages; `recipe` is read, `reader` stands at its top.
void checkSections(nn::ConfigReader& reader, const Recipe& recipe);

} // namespace blastoscope::train
