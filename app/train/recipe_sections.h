// SPDX-License-Identifier: Apache-2.0
// The parts of a recipe, each read from a JSON object of its own; keys, units and defaults are those of models/recipes.
// Errors stay with the reader (ConfigReader::fail), which then gives defaults.
#pragma once

#include <cstdint>
#include <string>

#include "app/train/recipe.h"
#include "core/nn/training/config_reader.h"

namespace blastoscope::train {

/// The largest numbers of a recipe, where nothing else limits them.
inline constexpr std::int64_t kMany = std::int64_t(1) << 40;
inline constexpr double kHuge = 1e12;

/// Reads the object under `key` with `fill` and hands its errors to the parent.
template<typename Fill>
void section(nn::ConfigReader& parent, const std::string& key, Fill fill)
{
    nn::ConfigReader reader(parent.object(key), parent.pathOf(key));
    fill(reader);
    if (auto status = reader.finish(); !status)
        parent.fail(status.error());
}

/// Keeps an InvalidArgument with the reader.
void refuse(nn::ConfigReader& reader, const std::string& message);

SimulationSourceOptions readSimulation(nn::ConfigReader& reader);
SamplesRecipe readSamples(nn::ConfigReader& reader);
VqRecipe readVq(nn::ConfigReader& reader);
SnapRecipe readSnap(nn::ConfigReader& reader);
FinderRecipe readFinder(nn::ConfigReader& reader);
/// What a detector sees is needed for measuring, too; how long to train only if it is `trained`.
DetectorRecipe readDetector(nn::ConfigReader& reader, bool trained);
RelationRecipe readRelation(nn::ConfigReader& reader);
DepthOrderRecipe readDepthOrder(nn::ConfigReader& reader);
GuidesRecipe readGuides(nn::ConfigReader& reader);
EmbeddingRecipe readEmbedding(nn::ConfigReader& reader);
GanRecipe readGan(nn::ConfigReader& reader);
EvaluationRecipe readEvaluation(nn::ConfigReader& reader);
/// Real frames are disturbed as `detector` says unless the section says otherwise.
FineTuningRecipe readFineTuning(nn::ConfigReader& reader, const DetectorRecipe& detector);

} // namespace blastoscope::train
