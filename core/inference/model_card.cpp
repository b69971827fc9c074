// SPDX-License-Identifier: Apache-2.0
#include "core/inference/model_card.h"

#include <utility>

#include "core/base/sha256.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"

namespace blastoscope::inference {
namespace {

using nlohmann::json;

/// Metrics are for people: a file that has none, or others, is a good model all the same.
std::optional<CardMetrics> metricsOf(const json& metrics)
{
    if (!metrics.is_object() || !metrics.contains("ap"))
        return std::nullopt;
    try {
        CardMetrics card;
        card.frames = metrics.at("frames");
        card.ap = metrics.at("ap");
        card.ap50 = metrics.at("ap50");
        card.ap75 = metrics.at("ap75");
        const json& cells = metrics.at("count").at("cells_2_to_8");
        card.exact = cells.at("exact");
        card.withinOne = cells.at("within_one");
        return card;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

int batchOf(const json& recipe)
{
    const json::json_pointer key("/detector/batch");
    return recipe.is_object() && recipe.contains(key) && recipe.at(key).is_number_integer() ? recipe.at(key).get<int>()
                                                                                            : 0;
}

} // namespace

base::Result<ModelCard> readModelCard(const std::filesystem::path& file)
{
    const auto metadata = nn::readTensorFileMetadata(file);
    if (!metadata)
        return tl::unexpected(metadata.error());
    const auto description = nn::modelDescriptionFromMetadata(*metadata);
    if (!description)
        return tl::unexpected(description.error());
    auto hash = base::sha256OfFile(file);
    if (!hash)
        return tl::unexpected(hash.error());
    ModelCard card;
    card.file = file;
    card.sha256 = std::move(*hash);
    card.name = description->name;
    card.version = description->version;
    card.description = description->description;
    card.licence = description->licence;
    card.intendedUse = description->intendedUse;
    card.classNames = description->classNames;
    card.inputSize = description->inputSize;
    card.trainingBatch = batchOf(description->recipe);
    card.recipe = description->recipe.dump(2, ' ', false, json::error_handler_t::replace);
    card.dataHash = description->dataHash;
    card.datasetHash = description->datasetHash;
    card.ancestor = description->ancestor;
    card.ancestorName = description->ancestorName;
    card.metrics = metricsOf(description->metrics);
    return card;
}

} // namespace blastoscope::inference
