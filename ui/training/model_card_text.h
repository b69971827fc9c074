// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/inference/model_shelf.h"

namespace blastoscope::ui {

/// The card of a model as rich text: what it is for, how it did, what it was made of, what it came from. `known` are
/// the models among which its ancestors are looked for.
QString modelCardText(const inference::ShelvedModel& model, const std::vector<inference::ModelCard>& known);

} // namespace blastoscope::ui
