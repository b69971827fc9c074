// SPDX-License-Identifier: Apache-2.0
#include "core/nn/io/model_description.h"

#include "core/nn/data/preprocess.h"

namespace blastoscope::nn {
namespace {

constexpr const char* kFormat = "blastoscope-model-1";

} // namespace

std::map<std::string, std::string> toMetadata(const ModelDescription& description)
{
    const nlohmann::json preprocessing = {{"standardisation", kPreprocessingName},
                                          {"input_size", description.inputSize},
                                          {"field_of_view", description.fieldOfView}};
    const nlohmann::json counting = {{"score_threshold", description.countRule.threshold},
                                     {"merge_iou", description.countRule.mergeIou},
                                     {"count_weight", description.countRule.countWeight}};
    std::map<std::string, std::string> metadata = {
        {"format", kFormat},
        {"name", description.name},
        {"version", description.version},
        {"description", description.description},
        {"licence", description.licence},
        {"intended_use", description.intendedUse},
        {"class_names", nlohmann::json(description.classNames).dump()},
        {"counting", counting.dump()},
        {"architecture", description.architecture.dump()},
        {"preprocessing", preprocessing.dump()},
        {"recipe", description.recipe.dump()},
        {"data_hash", description.dataHash},
        {"metrics", description.metrics.dump()}};
    const auto addKnown = [&](const char* key, const std::string& value) {
        if (!value.empty())
            metadata.emplace(key, value);
    };
    addKnown("ancestor_sha256", description.ancestor);
    addKnown("ancestor_name", description.ancestorName);
    addKnown("dataset_sha256", description.datasetHash);
    if (description.look)
        metadata.emplace("training_pictures", description.look->toJson().dump());
    return metadata;
}

base::Result<ModelDescription> modelDescriptionFromMetadata(const std::map<std::string, std::string>& metadata)
{
    const auto format = metadata.find("format");
    if (format == metadata.end() || format->second != kFormat)
        return base::fail(base::ErrorCode::Incompatible, "This weight file is not a model of this program's format.");
    try {
        ModelDescription description;
        description.architecture = nlohmann::json::parse(metadata.at("architecture"));
        const std::string family = description.architecture.at("family");
        if (family != kAmodalFamily && family != kHarmonicFamily)
            return base::fail(base::ErrorCode::Incompatible,
                              "This model is of a family that this program does not know: " + family + ".");
        description.name = metadata.at("name");
        description.version = metadata.at("version");
        description.description = metadata.at("description");
        description.licence = metadata.at("licence");
        description.intendedUse = metadata.at("intended_use");
        description.classNames = nlohmann::json::parse(metadata.at("class_names"));
        const auto counting = nlohmann::json::parse(metadata.at("counting"));
        description.countRule = {counting.at("score_threshold"), counting.at("merge_iou"),
                                 counting.value("count_weight", 0.0)};
        const auto preprocessing = nlohmann::json::parse(metadata.at("preprocessing"));
        description.inputSize = preprocessing.at("input_size");
        description.fieldOfView = preprocessing.at("field_of_view");
        description.recipe = nlohmann::json::parse(metadata.at("recipe"));
        description.dataHash = metadata.at("data_hash");
        description.metrics = nlohmann::json::parse(metadata.at("metrics"));
        const auto textOf = [&](const char* key) {
            const auto found = metadata.find(key);
            return found == metadata.end() ? std::string() : found->second;
        };
        description.ancestor = textOf("ancestor_sha256");
        description.ancestorName = textOf("ancestor_name");
        description.datasetHash = textOf("dataset_sha256");
        if (const std::string look = textOf("training_pictures"); !look.empty())
            description.look = TrainingLook::fromJson(nlohmann::json::parse(look));
        if (preprocessing.at("standardisation") != kPreprocessingName)
            return base::fail(base::ErrorCode::Incompatible,
                              "This model was trained on pictures prepared in a way that this program does not know.");
        return description;
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorCode::Incompatible, "The model file's description is incomplete.",
                          exception.what());
    }
}

} // namespace blastoscope::nn
