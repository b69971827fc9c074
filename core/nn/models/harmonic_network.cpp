// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/harmonic_network.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/nn/training/config_reader.h"

namespace blastoscope::nn {
namespace {

const std::map<std::string, Guidance> kGuidances = {
    {"sine", Guidance::Sine}, {"coordinates", Guidance::Coordinates}, {"none", Guidance::None}};

int mapCount(const HarmonicOptions& options)
{
    switch (options.guidance) {
    case Guidance::Sine: return options.guides.count;
    case Guidance::Coordinates: return 2;
    case Guidance::None: break;
    }
    return 0;
}

torch::Tensor coordinateMaps(std::int64_t height, std::int64_t width, const torch::TensorOptions& like)
{
    const auto x = torch::linspace(-1, 1, width, like).view({1, 1, 1, width}).expand({1, 1, height, width});
    const auto y = torch::linspace(-1, 1, height, like).view({1, 1, height, 1}).expand({1, 1, height, width});
    return torch::cat({x, y}, 1);
}

/// Sides of the frame that an output of 1 of the head displaces by.
constexpr double kDisplacementUnit = 0.1;

/// What the head predicts, in this order: the embedding or its rest, the foreground, damping of the waves,
/// displacement.
int headChannels(const HarmonicOptions& options)
{
    return options.guides.count + int(options.foreground) + (options.displacement ? options.guides.count + 2 : 0);
}

torch::Tensor doubled(const torch::Tensor& x)
{
    return torch::upsample_bilinear2d(x, {2 * x.size(2), 2 * x.size(3)}, /*align_corners=*/true);
}

} // namespace

GuidedConvImpl::GuidedConvImpl(int in, int out, int kernel, int maps)
{
    conv = register_module("conv", Conv2d(Conv2dOptions{.in = in, .out = out, .kernel = kernel}));
    if (maps > 0)
        guide_conv = register_module("guide_conv",
                                     Conv2d(Conv2dOptions{.in = maps, .out = out, .kernel = kernel, .bias = false}));
}

torch::Tensor GuidedConvImpl::forward(const torch::Tensor& x, const torch::Tensor& maps)
{
    return guide_conv ? conv(x) + guide_conv(maps) : conv(x);
}

void GuidedConvImpl::passMaps(std::int64_t count)
{
    const torch::NoGradGuard noGrad;
    const std::int64_t middle = guide_conv->options.kernel / 2;
    conv->weight.slice(0, 0, count).zero_();
    guide_conv->weight.slice(0, 0, count).zero_();
    guide_conv->weight.select(3, middle)
        .select(2, middle)
        .slice(0, 0, count)
        .slice(1, 0, count)
        .copy_(torch::eye(count));
}

HarmonicNetworkImpl::HarmonicNetworkImpl(const HarmonicOptions& o) : options(o)
{
    TORCH_CHECK(o.widths.size() >= 2, "HarmonicNetwork: needs widths for at least the strides 1 and 2");
    TORCH_CHECK(o.guidedKernel % 2 == 1, "HarmonicNetwork: the guided kernel must be odd");
    TORCH_CHECK(!o.displacement || o.guidance == Guidance::Sine, "HarmonicNetwork: a displacement needs sine waves");
    guides = register_module("guides", HarmonicGuides(o.guides));
    for (auto& parameter : guides->parameters())
        parameter.requires_grad_(false);
    const int maps = mapCount(o);
    int in = 1;
    for (std::size_t i = 0; i < o.widths.size(); ++i) {
        m_down.push_back(register_module("down" + std::to_string(i + 1), ConvPair(in, o.widths[i], 1)));
        in = o.widths[i];
    }
    for (std::size_t i = o.widths.size() - 1; i > 0; --i) {
        const int out = o.widths[i - 1];
        m_mix.push_back(register_module("mix" + std::to_string(i), GuidedConv(in + out, out, o.guidedKernel, maps)));
        m_up.push_back(register_module("up" + std::to_string(i), ConvPair(out, out, 1)));
        in = out;
    }
    head_mix = register_module("head_mix", GuidedConv(in, in, o.guidedKernel, maps));
    head = register_module("head", Conv2d(Conv2dOptions{.in = in, .out = headChannels(o), .kernel = 1}));
    if (o.displacement)
        startUndisplaced();
    else if (o.guidance == Guidance::Sine && in >= o.guides.count)
        startWithGuides();
}

void HarmonicNetworkImpl::startUndisplaced()
{
    const torch::NoGradGuard noGrad;
    head->weight.slice(0, 0, options.guides.count).zero_();
    head->weight.slice(0, options.guides.count + int(options.foreground)).zero_();
}

void HarmonicNetworkImpl::startWithGuides()
{
    const torch::NoGradGuard noGrad;
    const std::int64_t count = options.guides.count;
    head_mix->passMaps(count);
    auto weight = head->weight.slice(0, 0, count);
    weight.zero_();
    weight.slice(1, 0, count).flatten(1).copy_(torch::eye(count));
}

torch::Tensor HarmonicNetworkImpl::positionMaps(std::int64_t height, std::int64_t width, torch::ScalarType type) const
{
    if (options.guidance == Guidance::None)
        return {};
    const torch::NoGradGuard noGrad;
    const auto maps = options.guidance == Guidance::Sine
                          ? guides->maps(height, width).unsqueeze(0)
                          : coordinateMaps(height, width, guides->wave.options().requires_grad(false));
    return toComputeLayout(maps).to(type);
}

torch::Tensor HarmonicNetworkImpl::embeddingOf(const torch::Tensor& predicted) const
{
    const std::int64_t count = options.guides.count;
    const auto rest = predicted.slice(1, 0, count);
    if (!options.displacement)
        return rest;
    const std::int64_t first = count + int(options.foreground);
    const auto damping = predicted.slice(1, first, first + count), displacement = predicted.slice(1, first + count);
    return (1 + damping) * guides->displacedMaps(kDisplacementUnit * displacement) + rest;
}

HarmonicOutput HarmonicNetworkImpl::forward(const torch::Tensor& images, Precision precision)
{
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 1, "HarmonicNetwork: images must be [B, 1, H, W], got ",
                images.sizes());
    TORCH_CHECK(images.size(2) % multiple() == 0 && images.size(3) % multiple() == 0,
                "HarmonicNetwork: sides must be multiples of ", multiple(), ", got ", images.sizes());
    std::vector<torch::Tensor> skips;
    const auto type = scalarType(precision);
    auto x = toComputeLayout(images).to(type);
    for (auto& down : m_down) {
        x = down(skips.empty() ? x : torch::max_pool2d(x, 2));
        skips.push_back(x);
    }
    for (std::size_t i = 0; i < m_up.size(); ++i) {
        const auto& skip = skips[skips.size() - 2 - i];
        const auto both = torch::cat({doubled(x), skip}, 1);
        x = m_up[i](m_mix[i](both, positionMaps(skip.size(2), skip.size(3), type)));
    }
    const auto predicted = atLeastFp32(head(head_mix(x, positionMaps(x.size(2), x.size(3), type)))).contiguous();
    const std::int64_t count = options.guides.count;
    return {embeddingOf(predicted), options.foreground ? predicted.slice(1, count, count + 1) : torch::Tensor()};
}

LossMap HarmonicNetworkImpl::losses(const LabelBatch& batch, Precision precision)
{
    const HarmonicOutput output = forward(batch.images, precision);
    const bool background = !options.foreground;
    const auto counted = (batch.labels > (background ? kIgnoredLabel : kBackgroundLabel)).unsqueeze(1);
    const auto weight = counted.to(output.embedding.scalar_type());
    const auto difference = (output.embedding - guides->targets(batch.labels, background)).abs() * weight;
    LossMap losses = {{"embedding", difference.sum() / (weight.sum().clamp_min(1) * options.guides.count)}};
    if (options.foreground) {
        const auto known = (batch.labels != kIgnoredLabel).unsqueeze(1).to(torch::kFloat);
        const auto truth = counted.to(torch::kFloat);
        losses["foreground"] = torch::binary_cross_entropy_with_logits(output.foreground, truth, known);
    }
    return losses;
}

void HarmonicNetworkImpl::setGuides(const HarmonicGuides& fitted)
{
    TORCH_CHECK(fitted->options.count == options.guides.count, "HarmonicNetwork: another number of guides");
    const torch::NoGradGuard noGrad;
    guides->wave.copy_(fitted->wave);
    guides->phase.copy_(fitted->phase);
}

nlohmann::json toJson(const HarmonicOptions& options)
{
    const auto guidance = std::find_if(kGuidances.begin(), kGuidances.end(),
                                       [&](const auto& entry) { return entry.second == options.guidance; });
    return {{"widths", options.widths},
            {"guided_kernel", options.guidedKernel},
            {"guidance", guidance->first},
            {"foreground", options.foreground},
            {"displacement", options.displacement},
            {"guides", toJson(options.guides)}};
}

base::Result<HarmonicOptions> harmonicOptionsFromJson(const nlohmann::json& architecture)
{
    ConfigReader reader(architecture, "architecture");
    HarmonicOptions options;
    const auto refuse = [&](const std::string& what) { reader.fail({base::ErrorCode::Incompatible, what, {}}); };
    if (reader.has("widths")) {
        options.widths.clear();
        for (const double width : reader.required<std::vector<double>>("widths"))
            options.widths.push_back(width >= 1 && width <= 2048 && width == int(width) ? int(width) : 0);
    }
    if (options.widths.size() < 2 || options.widths.size() > 7 ||
        std::find(options.widths.begin(), options.widths.end(), 0) != options.widths.end())
        refuse(reader.quoted("widths") + " must be 2 to 7 whole numbers.");
    options.guidedKernel = int(reader.integer("guided_kernel", options.guidedKernel, 1, 15));
    if (options.guidedKernel % 2 == 0)
        refuse(reader.quoted("guided_kernel") + " must be odd.");
    const auto guidance = kGuidances.find(reader.optional<std::string>("guidance", "sine"));
    if (guidance == kGuidances.end())
        refuse(reader.quoted("guidance") + " must be sine, coordinates or none.");
    else
        options.guidance = guidance->second;
    options.foreground = reader.optional<bool>("foreground", options.foreground);
    options.displacement = reader.optional<bool>("displacement", options.displacement);
    if (options.displacement && options.guidance != Guidance::Sine)
        refuse(reader.quoted("displacement") + " needs sine waves.");
    if (const auto guides = guideOptionsFromJson(reader.object("guides")); guides)
        options.guides = *guides;
    else
        reader.fail(guides.error());
    if (const auto status = reader.finish(); !status)
        return base::fail(base::ErrorCode::Incompatible, status.error().message, status.error().detail);
    return options;
}

base::Result<HarmonicNetwork> makeHarmonicNetwork(const nlohmann::json& architecture)
{
    const auto options = harmonicOptionsFromJson(architecture);
    if (!options)
        return tl::unexpected(options.error());
    try {
        return HarmonicNetwork(*options);
    } catch (const c10::Error& error) {
        return base::fail(base::ErrorCode::Incompatible, "The model architecture is impossible.",
                          error.what_without_backtrace());
    }
}

} // namespace blastoscope::nn
