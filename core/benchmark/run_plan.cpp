// SPDX-License-Identifier: Apache-2.0
#include "core/benchmark/run_plan.h"

#include <algorithm>

#include "core/base/sha256.h"

namespace blastoscope::benchmark {
namespace {

using nlohmann::json;

constexpr std::size_t kShortHash = 12;

json partOf(const json& recipe, const char* path)
{
    const json::json_pointer pointer(path);
    return recipe.contains(pointer) ? recipe.at(pointer) : json();
}

std::string shortHash(const json& value)
{
    const std::string text = value.dump();
    return base::sha256Hex(text.data(), text.size()).substr(0, kShortHash);
}

bool hasStage(const json& recipe, const char* stage)
{
    const json stages = partOf(recipe, "/stages");
    return stages.is_array() && std::find(stages.begin(), stages.end(), stage) != stages.end();
}

/// Everything in a training recipe that the weights of the stage "vq" depend on.
std::string shapeCodeOf(const json& recipe)
{
    if (!hasStage(recipe, "vq"))
        return {};
    json parts = json::array();
    for (const char* path : {"/seed", "/simulation", "/samples", "/vq", "/detector/architecture/mask/vqVae",
                             "/detector/architecture/mask/margin"})
        parts.push_back(partOf(recipe, path));
    return parts.dump();
}

} // namespace

std::vector<PlannedRun> planOf(const BenchmarkRecipe& recipe, const std::filesystem::path& folder)
{
    std::vector<PlannedRun> plan;
    const auto root = std::filesystem::absolute(folder).lexically_normal();
    for (const std::uint64_t seed : recipe.seeds) {
        for (const Setting& setting : recipe.settings) {
            const std::string name = setting.name + ".seed-" + std::to_string(seed);
            PlannedRun run{
                setting.name, seed, setting.recipe, root / "runs" / name, root / "results" / (name + ".json"), {}};
            run.recipe["seed"] = seed;
            const std::string frames = shortHash({seed, partOf(run.recipe, "/simulation")});
            run.recipe["samples"]["cache_file"] = (root / "samples" / (frames + ".bin")).string();
            run.shapeCode = shapeCodeOf(run.recipe);
            plan.push_back(std::move(run));
        }
    }
    return plan;
}

} // namespace blastoscope::benchmark
