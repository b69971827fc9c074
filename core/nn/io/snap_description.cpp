// SPDX-License-Identifier: Apache-2.0
#include "core/nn/io/snap_description.h"

#include "core/nn/models/amodal_detector.h"

namespace blastoscope::nn {
namespace {

constexpr const char* kFormat = "blastoscope-model-1";
constexpr const char* kFamily = "shape-snap";
constexpr int kLargestCrop = 256;
constexpr int kWidest = 1024; ///< channels, codes

bool isSane(const VqVaeOptions& options)
{
    const auto within = [](int value, int low, int high) { return value >= low && value <= high; };
    return within(options.maskSize, 8, kLargestCrop) && within(options.codes, 2, kWidest) &&
           within(options.codeSize, 1, kWidest) && within(options.hidden, 2, kWidest) &&
           within(options.residualHidden, 1, kWidest) && within(options.residualBlocks, 0, 16);
}

} // namespace

nlohmann::json snapArchitecture(const VqVaeOptions& options)
{
    return {{"family", kFamily}, {"vq_vae", toJson(options)}};
}

std::map<std::string, std::string> toMetadata(const SnapDescription& description)
{
    return {{"format", kFormat},
            {"name", description.name},
            {"version", description.version},
            {"description", description.description},
            {"licence", description.licence},
            {"intended_use", description.intendedUse},
            {"architecture", description.architecture.dump()},
            {"preprocessing", nlohmann::json({{"margin", description.margin}}).dump()},
            {"recipe", description.recipe.dump()},
            {"data_hash", description.dataHash},
            {"metrics", description.metrics.dump()}};
}

base::Result<SnapDescription> snapDescriptionFromMetadata(const std::map<std::string, std::string>& metadata)
{
    const auto format = metadata.find("format");
    if (format == metadata.end() || format->second != kFormat)
        return base::fail(base::ErrorCode::Incompatible, "This weight file is not a model of this program's format.");
    try {
        SnapDescription description;
        description.name = metadata.at("name");
        description.version = metadata.at("version");
        description.description = metadata.at("description");
        description.licence = metadata.at("licence");
        description.intendedUse = metadata.at("intended_use");
        description.architecture = nlohmann::json::parse(metadata.at("architecture"));
        if (description.architecture.at("family") != kFamily)
            return base::fail(base::ErrorCode::Incompatible, "This model is of another family than shape-prior snap.");
        description.margin = nlohmann::json::parse(metadata.at("preprocessing")).at("margin");
        description.recipe = nlohmann::json::parse(metadata.at("recipe"));
        description.dataHash = metadata.at("data_hash");
        description.metrics = nlohmann::json::parse(metadata.at("metrics"));
        if (!(description.margin >= 0 && description.margin <= 2))
            return base::fail(base::ErrorCode::Incompatible, "Its description has numbers out of range.");
        return description;
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorCode::Incompatible, "The model file's description is incomplete.",
                          exception.what());
    }
}

base::Result<VqVae> makeSnapNetwork(const SnapDescription& description)
{
    if (!description.architecture.contains("vq_vae"))
        return base::fail(base::ErrorCode::Incompatible, "Its architecture lacks the part vq_vae.");
    const auto options = vqVaeOptionsFromJson(description.architecture.at("vq_vae"));
    if (!options)
        return tl::unexpected(options.error());
    if (!isSane(*options))
        return base::fail(base::ErrorCode::Incompatible, "The model architecture has sizes out of range.");
    try {
        return VqVae(*options);
    } catch (const c10::Error& error) {
        return base::fail(base::ErrorCode::Incompatible, "The model architecture is impossible: " + error.msg(),
                          error.what());
    }
}

} // namespace blastoscope::nn
