// SPDX-License-Identifier: Apache-2.0
#include "app/train/recipe_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>

#include "app/train/recipe_sections.h"

namespace blastoscope::train {

using nn::ConfigReader;

namespace {

constexpr std::array<const char*, 10> kStages = {"vq",   "detector", "relation",  "depth_order", "finder",
                                                 "snap", "guides",   "embedding", "gan",         "export"};

void checkFineTuning(ConfigReader& reader, const Recipe& recipe)
{
    const FineTuningRecipe& tuning = recipe.fineTuning;
    const bool shareGiven = reader.object("fine_tuning").contains("simulated_share");
    if (tuning.dataset.empty() && shareGiven && tuning.simulatedShare < 1)
        refuse(reader, "\"dataset\" is missing: without it \"fine_tuning.simulated_share\" can only be 1.");
}

/// A stage that trains a part of the detector alone needs that part, and a detector around it that is finished.
void checkParts(ConfigReader& reader, const Recipe& recipe)
{
    const nlohmann::json& architecture = recipe.detector.architecture;
    const std::map<std::string, std::string> partOf = {{"relation", "relation"}, {"depth_order", "depthOrder"}};
    for (const auto& [stage, part] : partOf) {
        const auto path = nlohmann::json::json_pointer() / part / "enabled";
        const bool enabled = architecture.contains(path) && architecture.at(path) == true;
        if (recipe.includes(stage) && !enabled)
            refuse(reader, "\"stages\" with " + stage + " need \"detector.architecture." + part + ".enabled\": true.");
        else if (recipe.includes(stage) && !recipe.includes("detector") && !recipe.hasBase())
            refuse(reader,
                   "\"stages\" with " + stage + " need a detector that finds cells: the stage detector or a \"base\".");
    }
}

/// A harmonic embedding learns from real frames alone and has nothing in common with the stages of a detector.
void checkHarmonic(ConfigReader& reader, const Recipe& recipe)
{
    if (!recipe.isHarmonic())
        return;
    for (const char* stage : {"vq", "detector", "relation", "depth_order", "finder"}) {
        if (recipe.includes(stage))
            refuse(reader, std::string("\"stages\" cannot have ") + stage + " together with guides or embedding.");
    }
    if (recipe.hasBase())
        refuse(reader, "\"base\" cannot be given for a harmonic embedding; it is trained from the start.");
    if (recipe.fineTuning.dataset.empty())
        refuse(reader, "\"dataset\" is missing: a harmonic embedding learns from a training set.");
}

void checkGan(ConfigReader& reader, const Recipe& recipe)
{
    if (!recipe.isGan())
        return;
    if (recipe.stages.size() > 1 || recipe.hasBase())
        refuse(reader,
               "\"stages\" with gan can hold nothing else, nor can it start from a base: it makes a generator.");
    if (recipe.gan.networks.channels != 1)
        refuse(reader, "\"gan.architecture.channels\" must be 1: training sets and simulated frames are grey.");
    const bool simulated = recipe.fineTuning.dataset.empty();
    if (simulated && recipe.simulation.canvasSize < recipe.gan.networks.resolution)
        refuse(reader, "\"simulation.canvas_size\" is smaller than \"gan.architecture.resolution\".");
}

} // namespace

void checkStages(ConfigReader& reader, const std::vector<std::string>& stages)
{
    std::size_t last = 0;
    for (const std::string& stage : stages) {
        const auto found = std::find(kStages.begin(), kStages.end(), stage);
        const auto position = std::size_t(found - kStages.begin()) + 1;
        if (found == kStages.end())
            refuse(reader, "\"stages\" names an unknown stage \"" + stage + "\".");
        else if (position <= last)
            refuse(reader, "\"stages\" must keep the order vq, detector, relation, depth_order, finder, snap, guides, "
                           "embedding, gan, export.");
        last = position;
    }
    if (stages.empty())
        refuse(reader, "\"stages\" is empty.");
    const bool snaps = std::find(stages.begin(), stages.end(), "snap") != stages.end();
    if (snaps && (stages.front() != "snap" || reader.has("base")))
        refuse(reader,
               "\"stages\" with snap may hold no other training stage, nor can it start from a base: it makes a "
               "model file of its own.");
}

void checkSections(ConfigReader& reader, const Recipe& recipe)
{
    checkFineTuning(reader, recipe);
    checkParts(reader, recipe);
    checkHarmonic(reader, recipe);
    checkGan(reader, recipe);
}

} // namespace blastoscope::train
