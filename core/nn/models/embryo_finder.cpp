// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/embryo_finder.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace blastoscope::nn {

namespace {

constexpr int kLastUp = 2; ///< down2 and up2 have the resolution of the maps

torch::Tensor enlarged(const torch::Tensor& x, torch::IntArrayRef size)
{
    return torch::upsample_nearest2d(x, size);
}

/// Soft Dice loss per map, mean over maps: 1 - (2 sum(p t) + 1) / (sum(p) + sum(t) + 1). The ones make an empty map
/// with an empty truth perfect.
torch::Tensor softDiceLoss(const torch::Tensor& probabilities, const torch::Tensor& truth)
{
    const auto common = (probabilities * truth).sum({2, 3});
    const auto both = (probabilities + truth).sum({2, 3});
    return (1 - (2 * common + 1) / (both + 1)).mean();
}

tl::unexpected<base::Error> incompatible(const std::string& what)
{
    return base::fail(base::ErrorCode::Incompatible, "The finder's architecture has " + what + ".");
}

} // namespace

EmbryoFinderImpl::EmbryoFinderImpl(const EmbryoFinderOptions& o) : options(o)
{
    TORCH_CHECK(o.widths.size() >= 2, "EmbryoFinder: needs widths for at least the strides 2 and 4");
    TORCH_CHECK(o.inputSize >= 32 && o.inputSize % kStride == 0, "EmbryoFinder: the input size must be a multiple of ",
                kStride, " and at least 32, got ", o.inputSize);
    m_arms = UNetArms(*this, o.widths, 2, kLastUp);
    head = register_module("head", Conv2d(Conv2dOptions{.in = o.widths[kLastUp - 1], .out = 2, .kernel = 1}));
    // Most of a frame is background; start there.
    torch::nn::init::normal_(head->weight, 0, 0.01);
    torch::nn::init::constant_(head->bias, -2);
}

torch::Tensor EmbryoFinderImpl::forward(const torch::Tensor& images)
{
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 1, "EmbryoFinder: images must be [B, 1, H, W], got ",
                images.sizes());
    TORCH_CHECK(images.size(2) % kStride == 0 && images.size(3) % kStride == 0,
                "EmbryoFinder: sides must be multiples of ", kStride, ", got ", images.sizes());
    return head(m_arms.forward(images, enlarged).to(torch::kFloat)).contiguous();
}

LossMap EmbryoFinderImpl::losses(const FinderBatch& batch, Precision precision)
{
    const auto logits = forward(batch.images.to(scalarType(precision)));
    const auto truth = torch::cat({batch.targets.clump, batch.targets.embryo}, 1);
    TORCH_CHECK(truth.sizes() == logits.sizes(), "EmbryoFinder: targets are ", truth.sizes(), ", the maps ",
                logits.sizes());
    return {{"finder_bce", torch::binary_cross_entropy_with_logits(logits, truth)},
            {"finder_dice", softDiceLoss(torch::sigmoid(logits), truth)}};
}

FinderMaps EmbryoFinderImpl::find(const torch::Tensor& images, Precision precision)
{
    const torch::NoGradGuard noGrad;
    const auto maps = torch::sigmoid(forward(images.to(scalarType(precision))));
    return {maps.select(1, 0).contiguous(), maps.select(1, 1).contiguous()};
}

nlohmann::json toJson(const EmbryoFinderOptions& options)
{
    return {{"inputSize", options.inputSize}, {"widths", options.widths}};
}

base::Result<EmbryoFinderOptions> embryoFinderOptionsFromJson(const nlohmann::json& architecture)
{
    constexpr int kLargest = 4096;
    const auto isSize = [](const nlohmann::json& v) {
        return v.is_number_integer() && v >= 1 && v <= kLargest;
    };
    if (!architecture.is_object())
        return incompatible("no keys: it is not an object");
    EmbryoFinderOptions options;
    for (const auto& [key, value] : architecture.items()) {
        if (key == "inputSize" && isSize(value)) {
            options.inputSize = value.get<int>();
        } else if (key == "widths" && value.is_array() && std::all_of(value.begin(), value.end(), isSize)) {
            options.widths = value.get<std::vector<int>>();
        } else {
            return incompatible("an unknown key or a wrong value: " + key);
        }
    }
    if (options.widths.size() < 2 || options.widths.size() > 6)
        return incompatible("not between 2 and 6 widths");
    if (options.inputSize < 32 || options.inputSize % EmbryoFinderImpl::kStride != 0)
        return incompatible("an input size that is too small or no multiple of 4");
    return options;
}

base::Result<EmbryoFinder> makeEmbryoFinder(const nlohmann::json& architecture)
{
    const auto options = embryoFinderOptionsFromJson(architecture);
    if (!options)
        return tl::unexpected(options.error());
    try {
        return EmbryoFinder(*options);
    } catch (const c10::Error& error) {
        return base::fail(base::ErrorCode::Incompatible, "The finder's architecture is impossible.",
                          error.what_without_backtrace());
    }
}

} // namespace blastoscope::nn
