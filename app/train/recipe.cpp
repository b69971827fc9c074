// SPDX-License-Identifier: Apache-2.0
#include "app/train/recipe.h"

#include <algorithm>
#include <fstream>

#include "app/train/ancestor.h"
#include "app/train/recipe_rules.h"
#include "app/train/recipe_sections.h"
#include "core/nn/training/config_reader.h"

namespace blastoscope::train {

using nn::ConfigReader;

bool Recipe::includes(const std::string& stage) const
{
    return std::find(stages.begin(), stages.end(), stage) != stages.end();
}

base::Result<Recipe> parseRecipe(const nlohmann::json& json)
{
    ConfigReader reader(json, "");
    Recipe recipe;
    recipe.source = json;
    recipe.name = reader.required<std::string>("name");
    recipe.version = reader.required<std::string>("version");
    recipe.description = reader.required<std::string>("description");
    recipe.licence = reader.required<std::string>("licence");
    recipe.stages = reader.required<std::vector<std::string>>("stages");
    checkStages(reader, recipe.stages);
    if (reader.has("base") && recipe.includes("vq"))
        refuse(reader, "\"stages\" cannot have vq when the run starts from a base: the shape code is the base's.");
    recipe.seed = std::uint64_t(reader.integer("seed", 1, 0, kMany));
    recipe.checkpointMinutes = reader.number("checkpoint_minutes", recipe.checkpointMinutes, 0, kHuge);
    recipe.logEverySteps = reader.integer("log_every_steps", recipe.logEverySteps, 1, kMany);
    section(reader, "simulation", [&](ConfigReader& part) { recipe.simulation = readSimulation(part); });
    section(reader, "samples", [&](ConfigReader& part) { recipe.samples = readSamples(part); });
    const auto needed = [&](const std::string& stage) { return reader.has(stage) || recipe.includes(stage); };
    if (needed("vq"))
        section(reader, "vq", [&](ConfigReader& part) { recipe.vq = readVq(part); });
    if (needed("finder"))
        section(reader, "finder", [&](ConfigReader& part) { recipe.finder = readFinder(part); });
    if (needed("relation"))
        section(reader, "relation", [&](ConfigReader& part) { recipe.relation = readRelation(part); });
    if (needed("depth_order"))
        section(reader, "depth_order", [&](ConfigReader& part) { recipe.depthOrder = readDepthOrder(part); });
    if (needed("snap"))
        section(reader, "snap", [&](ConfigReader& part) { recipe.snap = readSnap(part); });
    if (needed("guides"))
        section(reader, "guides", [&](ConfigReader& part) { recipe.guides = readGuides(part); });
    if (needed("embedding"))
        section(reader, "embedding", [&](ConfigReader& part) { recipe.embedding = readEmbedding(part); });
    if (needed("gan"))
        section(reader, "gan", [&](ConfigReader& part) { recipe.gan = readGan(part); });
    if (needed("detector") || (!recipe.includes("snap") && !recipe.isHarmonic() && !recipe.isGan()))
        section(reader, "detector",
                [&](ConfigReader& part) { recipe.detector = readDetector(part, recipe.includes("detector")); });
    section(reader, "fine_tuning",
            [&](ConfigReader& part) { recipe.fineTuning = readFineTuning(part, recipe.detector); });
    recipe.fineTuning.base = reader.optional<std::string>("base", "");
    recipe.fineTuning.dataset = reader.optional<std::string>("dataset", "");
    checkSections(reader, recipe);
    if (recipe.fineTuning.dataset.empty())
        recipe.fineTuning.simulatedShare = 1; // there is nothing else
    section(reader, "evaluation", [&](ConfigReader& part) { recipe.evaluation = readEvaluation(part); });
    if (auto status = reader.finish(); !status)
        return tl::unexpected<base::Error>(status.error());
    recipe.simulation.seed = recipe.seed;
    recipe.vq.trainer.seed = recipe.finder.trainer.seed = recipe.detector.trainer.seed = recipe.seed;
    recipe.relation.trainer.seed = recipe.depthOrder.trainer.seed = recipe.seed;
    recipe.snap.trainer.seed = recipe.seed;
    recipe.guides.trainer.seed = recipe.embedding.trainer.seed = recipe.gan.trainer.seed = recipe.seed;
    return recipe;
}

base::Result<Recipe> readRecipe(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream)
        return base::fail(base::ErrorCode::NotFound, "Cannot read the recipe " + file.string() + ".");
    try {
        const auto complete = inheritFromBase(nlohmann::json::parse(stream));
        if (!complete)
            return tl::unexpected<base::Error>(complete.error());
        return parseRecipe(*complete);
    } catch (const nlohmann::json::exception& exception) {
        return base::fail(base::ErrorCode::Corrupt, "The recipe " + file.string() + " is not valid JSON.",
                          exception.what());
    }
}

} // namespace blastoscope::train
