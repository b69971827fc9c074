// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/generated/generator_recipe.h"

#include <nlohmann/json.hpp>

namespace blastoscope::dataset {
namespace {

constexpr double kDefaultMinutes = 60;
constexpr double kEmbryoFieldOfView = 1.5; ///< the simulated embryo fills the picture
constexpr int kCanvasPadding = 2;

std::string absolutePath(const std::filesystem::path& path)
{
    return std::filesystem::absolute(path).lexically_normal().string();
}

} // namespace

std::string generatorRecipe(const GeneratorTraining& training)
{
    using nlohmann::ordered_json;
    ordered_json gan = {{"architecture", {{"resolution", training.resolution}}},
                        {"batch", training.batch},
                        {"augment", training.augment},
                        {"any_size", training.anySize}};
    if (training.steps)
        gan["steps"] = *training.steps;
    if (training.minutes || !training.steps)
        gan["minutes"] = training.minutes.value_or(kDefaultMinutes);
    if (!training.features.empty())
        gan["features"] = absolutePath(training.features);
    ordered_json recipe = {
        {"name", training.name},    {"version", "1.0.0"},    {"description", "Generator of pictures of embryos"},
        {"licence", "unspecified"}, {"seed", training.seed}, {"stages", {"gan"}},
        {"gan", std::move(gan)}};
    if (training.evaluateMinutes)
        recipe["evaluation"]["every_minutes"] = *training.evaluateMinutes;
    if (!training.pictures.empty())
        recipe["dataset"] = absolutePath(training.pictures);
    else
        recipe["simulation"] = {{"canvas_field_of_view", kEmbryoFieldOfView},
                                {"canvas_size", training.resolution * kCanvasPadding}};
    return recipe.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace blastoscope::dataset
