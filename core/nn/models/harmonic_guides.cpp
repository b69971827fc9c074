// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/harmonic_guides.h"

#include <numbers>

#include <nlohmann/json.hpp>

#include "core/nn/data/label_batch.h"
#include "core/nn/training/config_reader.h"

namespace blastoscope::nn {

HarmonicGuidesImpl::HarmonicGuidesImpl(const GuideOptions& o) : options(o)
{
    TORCH_CHECK(o.count > 0 && o.lowest <= o.highest, "HarmonicGuides: needs a guide and a range of wave numbers");
    wave = register_parameter("wave", torch::empty({o.count, 2}).uniform_(o.lowest, o.highest));
    phase = register_parameter("phase", torch::empty({o.count}).uniform_(0, 2 * std::numbers::pi));
}

torch::Tensor HarmonicGuidesImpl::arguments(std::int64_t height, std::int64_t width) const
{
    const auto x = torch::linspace(0, 1, width, wave.options().requires_grad(false)).view({1, 1, width});
    const auto y = torch::linspace(0, 1, height, wave.options().requires_grad(false)).view({1, height, 1});
    const auto along = [&](int axis) { return wave.select(1, axis).view({-1, 1, 1}); };
    return along(0) * x + along(1) * y + phase.view({-1, 1, 1});
}

torch::Tensor HarmonicGuidesImpl::maps(std::int64_t height, std::int64_t width) const
{
    return torch::sin(arguments(height, width));
}

torch::Tensor HarmonicGuidesImpl::displacedMaps(const torch::Tensor& displacement) const
{
    TORCH_CHECK(displacement.dim() == 4 && displacement.size(1) == 2,
                "HarmonicGuides: displacements must be [B, 2, H, W]");
    const auto along = [&](int axis) { return wave.select(1, axis).view({1, -1, 1, 1}); };
    return torch::sin(arguments(displacement.size(2), displacement.size(3)).unsqueeze(0) +
                      along(0) * displacement.slice(1, 0, 1) + along(1) * displacement.slice(1, 1, 2));
}

HarmonicGuidesImpl::Means HarmonicGuidesImpl::means(const torch::Tensor& labels) const
{
    TORCH_CHECK(labels.dim() == 2 && labels.scalar_type() == torch::kLong,
                "HarmonicGuides: labels must be [H, W] int64");
    const auto index = labels.flatten() - std::int64_t(kIgnoredLabel);
    const auto rows = index.max().item<std::int64_t>() + 1;
    const auto waves = maps(labels.size(0), labels.size(1)).flatten(1).t();
    const auto sums =
        torch::zeros({rows, options.count}, waves.options().requires_grad(false)).index_add(0, index, waves);
    const auto counts = torch::bincount(index, {}, rows).to(sums.scalar_type());
    return {sums / counts.clamp_min(1).unsqueeze(1), counts > 0};
}

torch::Tensor HarmonicGuidesImpl::embeddings(const torch::Tensor& labels, bool background) const
{
    const Means all = means(labels);
    const std::int64_t first = (background ? kBackgroundLabel : kBackgroundLabel + 1) - kIgnoredLabel;
    if (all.values.size(0) <= first)
        return torch::zeros({0, options.count}, all.values.options());
    const auto present = all.present.slice(0, first).nonzero().squeeze(1);
    return all.values.slice(0, first).index_select(0, present);
}

torch::Tensor HarmonicGuidesImpl::targets(const torch::Tensor& labels, bool background) const
{
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> all;
    for (std::int64_t i = 0; i < labels.size(0); ++i) {
        auto values = means(labels[i]).values;
        values.slice(0, 0, background ? 1 : 2).zero_();
        all.push_back(values.index_select(0, labels[i].flatten() - std::int64_t(kIgnoredLabel))
                          .t()
                          .reshape({options.count, labels.size(1), labels.size(2)}));
    }
    return torch::stack(all);
}

torch::Tensor HarmonicGuidesImpl::pairDistances(const torch::Tensor& embeddings) const
{
    const auto n = embeddings.size(0);
    const auto pairs = torch::triu_indices(n, n, 1, torch::TensorOptions(torch::kLong).device(embeddings.device()));
    const auto difference = embeddings.index_select(0, pairs[0]) - embeddings.index_select(0, pairs[1]);
    return options.metric == GuideMetric::L1 ? difference.abs().sum(1) : difference.square().sum(1);
}

torch::Tensor HarmonicGuidesImpl::separationLoss(const torch::Tensor& labels, bool background) const
{
    std::vector<torch::Tensor> losses;
    for (std::int64_t i = 0; i < labels.size(0); ++i) {
        const auto objects = embeddings(labels[i], background);
        if (objects.size(0) >= 2)
            losses.push_back(torch::relu(options.margin - pairDistances(objects)).mean());
    }
    return losses.empty() ? wave.sum() * 0 : torch::stack(losses).mean();
}

HarmonicGuidesImpl::Violations HarmonicGuidesImpl::violations(const torch::Tensor& labels, bool background) const
{
    const torch::NoGradGuard noGrad;
    Violations found;
    for (std::int64_t i = 0; i < labels.size(0); ++i) {
        const auto distances = pairDistances(embeddings(labels[i], background));
        found.pairs += distances.numel();
        found.tooNear += (distances < options.margin).sum().item<std::int64_t>();
    }
    return found;
}

nlohmann::json toJson(const GuideOptions& options)
{
    return {{"count", options.count},
            {"lowest", options.lowest},
            {"highest", options.highest},
            {"metric", options.metric == GuideMetric::L1 ? "l1" : "squared_l2"},
            {"margin", options.margin}};
}

base::Result<GuideOptions> guideOptionsFromJson(const nlohmann::json& json)
{
    ConfigReader reader(json, "guides");
    GuideOptions options;
    options.count = int(reader.integer("count", options.count, 1, 64));
    options.lowest = reader.number("lowest", options.lowest, 0, 1000);
    options.highest = reader.number("highest", options.highest, options.lowest, 1000);
    options.margin = reader.number("margin", options.margin, 1e-3, 100);
    const auto metric = reader.optional<std::string>("metric", "squared_l2");
    options.metric = metric == "l1" ? GuideMetric::L1 : GuideMetric::SquaredL2;
    if (metric != "l1" && metric != "squared_l2")
        reader.fail({base::ErrorCode::Incompatible, reader.quoted("metric") + " must be squared_l2 or l1.", {}});
    if (const auto status = reader.finish(); !status)
        return base::fail(base::ErrorCode::Incompatible, status.error().message, status.error().detail);
    return options;
}

} // namespace blastoscope::nn
