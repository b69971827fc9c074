// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/nn/io/model_description.h"
#include "core/nn/torch.h"

namespace blastoscope::train {

/// The model file that a run starts from.
struct Ancestor {
    std::filesystem::path file;
    std::string sha256;
    nn::ModelDescription description;
};

/// Fails as reading a weight file does; the weights themselves are not read yet.
base::Result<Ancestor> readAncestor(const std::filesystem::path& file);

/// What a fine-tuning recipe leaves unsaid, from the model it starts from and the recipe of that: architecture, input,
/// simulation, look of the run. The result names everything, so it can be stored and read again on its own. A recipe
/// without "base" comes back as it is. Fails as readAncestor does.
base::Result<nlohmann::json> inheritFromBase(const nlohmann::json& recipe);

/// Weights of the ancestor's detector or finder (`prefix` as in model_description.h) into `module`.
base::Status loadAncestorPart(const std::filesystem::path& file, const std::string& prefix, torch::nn::Module& module);

/// The same for a detector that may have parts more than the ancestor's, e.g. a head that is new: those keep the
/// weights that they have, and their names come back. So do the `renewed` parts, which begin anew whatever the ancestor
/// knows. Fails with InvalidArgument when anything else differs.
base::Result<std::vector<std::string>> growFromAncestor(const std::filesystem::path& file, torch::nn::Module& detector,
                                                        const std::vector<std::string>& renewed = {});

/// Mixes the weights of a trained detector with those it started from: `share` of what was learned, the rest the
/// ancestor's (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models"). What the ancestor does not have stays.
base::Status blendWithAncestor(const std::filesystem::path& file, torch::nn::Module& detector, double share);

/// Switches gradients off for all parameters below the named parts, e.g. "backbone" or "fpn". Fails with
/// InvalidArgument for a part that does not exist (the message lists those that do) and when nothing would be left to
/// train.
base::Status freezeParts(torch::nn::Module& module, const std::vector<std::string>& parts);

} // namespace blastoscope::train
