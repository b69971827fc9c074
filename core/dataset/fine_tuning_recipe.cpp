// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/fine_tuning_recipe.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace blastoscope::dataset {
namespace {

constexpr double kDefaultMinutes = 10;

std::string absolutePath(const std::filesystem::path& path)
{
    return std::filesystem::absolute(path).lexically_normal().string();
}

/// Keys of "fine_tuning.augmentation"; empty where the base's own do.
nlohmann::ordered_json augmentationOf(AugmentationStrength strength)
{
    using nlohmann::ordered_json;
    const auto light = [](double gamma, double blur, double noise, double contrast, double illumination) {
        return ordered_json{{"gamma", gamma},         {"max_blur", blur},           {"max_noise", noise},
                            {"contrast", contrast},   {"brightness", contrast / 3}, {"illumination", illumination}};
    };
    switch (strength) {
    case AugmentationStrength::Off: {
        ordered_json off = light(0, 0, 0, 0, 0);
        off.update({{"max_shift", 0}, {"flips", false}, {"quarter_turns", false}});
        return off;
    }
    case AugmentationStrength::Gentle: return light(0.15, 0.5, 0.015, 0.08, 0.08);
    case AugmentationStrength::Usual: break;
    case AugmentationStrength::Strong: return light(0.5, 1.5, 0.06, 0.3, 0.3);
    }
    return ordered_json::object();
}

} // namespace

int stepsForEpochs(double epochs, int frames, int batch, double simulatedShare)
{
    constexpr double kMost = 1e9;
    const double realPerStep = batch * (1 - simulatedShare);
    return int(std::clamp(std::ceil(epochs * frames / realPerStep), 1.0, kMost));
}

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
    if (tuning.batch)
        recipe["detector"]["batch"] = *tuning.batch;
    if (tuning.evaluateMinutes)
        recipe["evaluation"]["every_minutes"] = *tuning.evaluateMinutes;
    if (auto augmentation = augmentationOf(tuning.augmentation); !augmentation.empty())
        recipe["fine_tuning"]["augmentation"] = std::move(augmentation);
    if (tuning.learningRate)
        recipe["detector"]["learning_rate"] = *tuning.learningRate;
    if (tuning.simulatedShare)
        recipe["fine_tuning"]["simulated_share"] = *tuning.simulatedShare;
    if (!tuning.freeze.empty())
        recipe["fine_tuning"]["freeze"] = tuning.freeze;
    return recipe.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace blastoscope::dataset
