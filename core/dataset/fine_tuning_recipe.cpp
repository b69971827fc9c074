// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/fine_tuning_recipe.h"

#include <nlohmann/json.hpp>

namespace blastoscope::dataset {
namespace {

constexpr double kDefaultMinutes = 10;

std::string absolutePath(const std::filesystem::path& path)
{
    return std::filesystem::absolute(path).lexically_normal().string();
}

} // namespace

std::string fineTuningRecipe(const FineTuning& tuning)
{
    using nlohmann::ordered_json;
    ordered_json recipe = {{"base", absolutePath(tuning.base)},
                           {"dataset", absolutePath(tuning.dataset)},
                           {"detector", ordered_json::object()},
                           {"fine_tuning", ordered_json::object()}};
    if (!tuning.name.empty())
        recipe["name"] = tuning.name;
    if (tuning.steps)
        recipe["detector"]["steps"] = *tuning.steps;
    if (tuning.minutes || !tuning.steps)
        recipe["detector"]["minutes"] = tuning.minutes.value_or(kDefaultMinutes);
    if (tuning.learningRate)
        recipe["detector"]["learning_rate"] = *tuning.learningRate;
    if (tuning.simulatedShare)
        recipe["fine_tuning"]["simulated_share"] = *tuning.simulatedShare;
    if (!tuning.freeze.empty())
        recipe["fine_tuning"]["freeze"] = tuning.freeze;
    return recipe.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace blastoscope::dataset
