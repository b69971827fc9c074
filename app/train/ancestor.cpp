// SPDX-License-Identifier: Apache-2.0
#include "app/train/ancestor.h"

#include <algorithm>
#include <utility>

#include "core/base/sha256.h"
#include "core/nn/io/safetensors.h"

namespace blastoscope::train {
namespace {

using nlohmann::json;

base::Result<nn::ModelDescription> readDescription(const std::filesystem::path& file)
{
    const auto metadata = nn::readTensorFileMetadata(file);
    if (!metadata)
        return tl::unexpected<base::Error>(metadata.error());
    auto description = nn::modelDescriptionFromMetadata(*metadata);
    if (description && description->family() != nn::kAmodalFamily)
        return base::fail(base::ErrorCode::Incompatible,
                          "The model \"" + file.filename().string() +
                              "\" is no detector of whole silhouettes; only those can be fine-tuned and compared.");
    return description;
}

/// The keys of `from` that `names` lists.
json picked(const json& from, std::initializer_list<const char*> names)
{
    json out = json::object();
    for (const char* name : names) {
        if (from.is_object() && from.contains(name))
            out[name] = from.at(name);
    }
    return out;
}

/// A fine-tuning recipe that asks for nothing special. Small steps and a short average: the weights are good already.
json defaultsFrom(const nn::ModelDescription& base)
{
    const json earlier = base.recipe.is_object() ? base.recipe : json::object();
    json detector = picked(earlier.value("detector", json::object()),
                           {"precision", "batch", "augmentation", "weight_decay", "gradient_clip"});
    detector["architecture"] = base.architecture.at("detector");
    detector["input_size"] = base.inputSize;
    detector["field_of_view"] = base.fieldOfView;
    detector["learning_rate"] = 1e-4;
    detector["warmup_steps"] = 20;
    detector["average_decay"] = 0.99;
    // A quick look, and never at more frames than the base was measured on.
    constexpr std::int64_t kFrames = 100;
    const auto measured = earlier.value("evaluation", json::object()).value("final_samples", kFrames);
    return {{"name", base.name},
            {"version", base.version + "-tuned"},
            {"description", base.description},
            {"licence", base.licence},
            {"stages", {"detector", "export"}},
            {"log_every_steps", 5},
            {"checkpoint_minutes", 2},
            {"simulation", earlier.value("simulation", json::object())},
            {"samples", {{"capacity", 2000}, {"initial", 40}, {"fresh_per_step", 2}}},
            {"detector", detector},
            {"evaluation", {{"samples", 24}, {"final_samples", std::min(measured, kFrames)}, {"seed", 4242}}}};
}

} // namespace

base::Result<Ancestor> readAncestor(const std::filesystem::path& file)
{
    auto description = readDescription(file);
    if (!description)
        return tl::unexpected<base::Error>(description.error());
    auto hash = base::sha256OfFile(file);
    if (!hash)
        return tl::unexpected<base::Error>(hash.error());
    return Ancestor{file, std::move(*hash), std::move(*description)};
}

base::Result<json> inheritFromBase(const json& recipe)
{
    if (!recipe.is_object() || !recipe.contains("base"))
        return recipe;
    if (!recipe.at("base").is_string())
        return base::fail(base::ErrorCode::InvalidArgument, "\"base\" must be the path of a weight file.");
    const auto description = readDescription(recipe.at("base").get<std::string>());
    if (!description)
        return tl::unexpected<base::Error>(description.error());
    json merged = defaultsFrom(*description);
    merged.merge_patch(recipe);
    return merged;
}

namespace {

/// Direct children of `module` of which a weight file has nothing at all.
std::vector<std::string> partsMissingIn(const nn::TensorMap& tensors, const std::string& prefix,
                                        const torch::nn::Module& module)
{
    std::vector<std::string> missing;
    for (const auto& child : module.named_children()) {
        const std::string start = prefix + child.key() + ".";
        const auto first = tensors.lower_bound(start);
        if (first == tensors.end() || !first->first.starts_with(start))
            missing.push_back(child.key());
    }
    return missing;
}

} // namespace

base::Status loadAncestorPart(const std::filesystem::path& file, const std::string& prefix, torch::nn::Module& module)
{
    const auto content = nn::readTensorFile(file);
    if (!content)
        return tl::unexpected<base::Error>(content.error());
    return nn::loadState(module, content->tensors, prefix);
}

base::Result<std::vector<std::string>> growFromAncestor(const std::filesystem::path& file, torch::nn::Module& detector,
                                                        const std::vector<std::string>& renewed)
{
    auto content = nn::readTensorFile(file);
    if (!content)
        return tl::unexpected<base::Error>(content.error());
    const std::string prefix = nn::kDetectorPrefix;
    for (const std::string& part : renewed)
        std::erase_if(content->tensors,
                      [&](const auto& tensor) { return tensor.first.starts_with(prefix + part + "."); });
    std::vector<std::string> added = partsMissingIn(content->tensors, prefix, detector);
    for (const std::string& part : added)
        content->tensors.merge(nn::stateOf(*detector.named_children()[part], prefix + part + "."));
    if (auto status = nn::loadState(detector, content->tensors, prefix); !status)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "\"detector.architecture\" may add whole parts to the base, but not change its parts. " +
                              status.error().message,
                          status.error().detail);
    return added;
}

base::Status blendWithAncestor(const std::filesystem::path& file, torch::nn::Module& detector, double share)
{
    const auto content = nn::readTensorFile(file);
    if (!content)
        return tl::unexpected<base::Error>(content.error());
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : nn::stateOf(detector, nn::kDetectorPrefix)) {
        const auto before = content->tensors.find(name);
        if (before != content->tensors.end() && tensor.is_floating_point())
            torch::Tensor(tensor).mul_(share).add_(before->second.to(tensor.options()), 1 - share);
    }
    return {};
}

base::Status freezeParts(torch::nn::Module& module, const std::vector<std::string>& parts)
{
    const auto named = module.named_children();
    for (const std::string& part : parts) {
        if (named.contains(part))
            continue;
        std::string known;
        for (const auto& child : named)
            known.append(known.empty() ? "" : ", ").append(child.key());
        return base::fail(base::ErrorCode::InvalidArgument,
                          "There is no part \"" + part + "\" to freeze; the model has " + known + ".");
    }
    for (const std::string& part : parts) {
        for (torch::Tensor& parameter : named[part]->parameters())
            parameter.requires_grad_(false);
    }
    const auto all = module.parameters();
    if (std::none_of(all.begin(), all.end(), [](const torch::Tensor& p) { return p.requires_grad(); }))
        return base::fail(base::ErrorCode::InvalidArgument, "All parts are frozen; nothing is left to train.");
    return {};
}

} // namespace blastoscope::train
