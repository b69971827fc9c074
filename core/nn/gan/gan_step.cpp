// SPDX-License-Identifier: Apache-2.0
#include "core/nn/gan/gan_step.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace blastoscope::nn {
namespace {

constexpr double kPathDecay = 0.01;
constexpr double kLargestGradient = 1e5;

/// The share of the step size for a network that takes one regularising step beside every `every` others.
double lazyShare(int every)
{
    return every > 0 ? double(every) / (every + 1) : 1;
}

/// A penalty of weight 0 is not computed at all: each costs a second derivative.
GanTrainingOptions withoutIdlePenalties(GanTrainingOptions options)
{
    if (options.r1Weight <= 0)
        options.r1Every = 0;
    if (options.pathWeight <= 0)
        options.pathEvery = 0;
    return options;
}

AdamWOptions adamFor(int every)
{
    return {0, std::pow(0.99, lazyShare(every)), 1e-8, 0};
}

void setGradients(torch::nn::Module& module, bool on)
{
    for (torch::Tensor& parameter : module.parameters())
        parameter.requires_grad_(on);
}

/// Backward, without what is not finite, and one step of `optimiser`.
void descend(const torch::Tensor& loss, torch::nn::Module& module, AdamW& optimiser, double learningRate)
{
    optimiser.zeroGrad();
    loss.backward();
    {
        const torch::NoGradGuard noGrad;
        for (torch::Tensor& parameter : module.parameters())
            if (parameter.grad().defined())
                torch::nan_to_num_(parameter.mutable_grad(), 0.0, kLargestGradient, -kLargestGradient);
    }
    optimiser.step(learningRate);
    optimiser.zeroGrad();
}

} // namespace

GanPairImpl::GanPairImpl(const StyleGanOptions& networks, const GanTrainingOptions& training)
{
    generator = register_module("generator", StyleGenerator(networks));
    discriminator = register_module("discriminator", StyleDiscriminator(networks));
    strength = register_buffer("strength", torch::full({}, training.startStrength));
    pathMean = register_buffer("path_mean", torch::zeros({}));
    signSum = register_buffer("sign_sum", torch::zeros({}));
    signCount = register_buffer("sign_count", torch::zeros({}));
}

torch::Tensor gradientPenalty(const torch::Tensor& scores, const torch::Tensor& pictures)
{
    const auto gradient = torch::autograd::grad({scores.sum()}, {pictures}, {}, true, true)[0];
    return gradient.square().sum({1, 2, 3});
}

torch::Tensor pathLengths(const torch::Tensor& pictures, const torch::Tensor& ws)
{
    const auto noise = torch::randn_like(pictures) / std::sqrt(double(pictures.size(2) * pictures.size(3)));
    const auto gradient = torch::autograd::grad({(pictures * noise).sum()}, {ws}, {}, true, true)[0];
    return gradient.square().sum(2).mean(1).sqrt();
}

GanStep::GanStep(GanPair pair, GanTrainingOptions options, std::uint64_t seed,
                 std::function<torch::Tensor(std::int64_t)> pictures)
    : m_pair(std::move(pair)), m_options(withoutIdlePenalties(options)), m_seed(seed), m_pictures(std::move(pictures)),
      m_generatorOptimiser(m_pair->generator->named_parameters(), adamFor(m_options.pathEvery)),
      m_discriminatorOptimiser(m_pair->discriminator->named_parameters(), adamFor(m_options.r1Every))
{
    // Losses that are not computed in every step keep their last value in the report.
    m_losses = {{"r1", torch::zeros({})}, {"path", torch::zeros({})}};
}

LossMap GanStep::run(std::int64_t step, double learningRate)
{
    m_step = step;
    m_draws = 0;
    const double generatorRate = learningRate * lazyShare(m_options.pathEvery);
    const double discriminatorRate = learningRate * lazyShare(m_options.r1Every);
    const torch::Tensor real = m_pictures(step);
    setGradients(*m_pair->discriminator, false);
    trainGenerator(generatorRate);
    if (m_options.pathEvery > 0 && step % m_options.pathEvery == 0)
        regulateGenerator(generatorRate);
    setGradients(*m_pair->discriminator, true);
    setGradients(*m_pair->generator, false);
    trainDiscriminator(real, discriminatorRate);
    if (m_options.r1Every > 0 && step % m_options.r1Every == 0)
        regulateDiscriminator(real, discriminatorRate);
    setGradients(*m_pair->generator, true);
    if (m_options.augment && (step + 1) % m_options.strengthEvery == 0)
        adaptStrength();
    m_losses["strength"] = m_pair->strength.clone();
    return m_losses;
}

torch::Tensor GanStep::latents(std::int64_t count) const
{
    return torch::randn({count, m_pair->generator->options.latentSize}, m_pair->strength.options());
}

torch::Tensor GanStep::augmented(const torch::Tensor& pictures)
{
    const double p = m_pair->strength.item<double>();
    const std::uint64_t seed = base::Random(stepSeed(m_seed, m_step)).split(m_draws++).next();
    return disturb(pictures, drawDisturbances(pictures.size(0), int(pictures.size(1)), int(pictures.size(2)), p, seed));
}

void GanStep::trainGenerator(double learningRate)
{
    auto& generator = m_pair->generator;
    const auto fake = generator->synthesis(generator->mixedStyles(latents(m_options.batch), m_options.styleMixing),
                                           NoiseMode::Random);
    const auto loss = torch::softplus(-m_pair->discriminator(augmented(fake))).mean();
    descend(loss, *generator, m_generatorOptimiser, learningRate);
    m_losses["generator"] = loss.detach();
}

void GanStep::regulateGenerator(double learningRate)
{
    auto& generator = m_pair->generator;
    const auto ws = generator->mixedStyles(latents(std::max(1, m_options.batch / 2)), m_options.styleMixing);
    const auto lengths = pathLengths(generator->synthesis(ws, NoiseMode::Random), ws);
    {
        const torch::NoGradGuard noGrad;
        m_pair->pathMean.lerp_(lengths.detach().mean(), kPathDecay);
    }
    const auto penalty = (lengths - m_pair->pathMean).square().mean();
    descend(penalty * (m_options.pathWeight * m_options.pathEvery), *generator, m_generatorOptimiser, learningRate);
    m_losses["path"] = penalty.detach();
}

void GanStep::trainDiscriminator(const torch::Tensor& real, double learningRate)
{
    torch::Tensor fake;
    {
        const torch::NoGradGuard noGrad;
        auto& generator = m_pair->generator;
        fake = generator->synthesis(generator->mixedStyles(latents(m_options.batch), m_options.styleMixing),
                                    NoiseMode::Random);
    }
    auto& discriminator = m_pair->discriminator;
    const auto realScores = discriminator(augmented(real));
    const auto loss =
        torch::softplus(discriminator(augmented(fake))).mean() + torch::softplus(-realScores).mean();
    descend(loss, *discriminator, m_discriminatorOptimiser, learningRate);
    const torch::NoGradGuard noGrad;
    const auto signs = realScores.detach().sign();
    m_pair->signSum.add_(signs.sum());
    m_pair->signCount.add_(double(signs.numel()));
    m_losses["discriminator"] = loss.detach();
    m_losses["real_sign"] = signs.mean();
}

void GanStep::regulateDiscriminator(const torch::Tensor& real, double learningRate)
{
    const auto pictures = real.detach().clone().requires_grad_(true);
    const auto penalty = gradientPenalty(m_pair->discriminator(augmented(pictures)), pictures).mean();
    descend(penalty * (m_options.r1Weight / 2 * m_options.r1Every), *m_pair->discriminator, m_discriminatorOptimiser,
            learningRate);
    m_losses["r1"] = penalty.detach();
}

void GanStep::adaptStrength()
{
    const torch::NoGradGuard noGrad;
    const double count = m_pair->signCount.item<double>();
    if (count > 0) {
        const double sign = m_pair->signSum.item<double>() / count;
        m_pair->strength.fill_(
            m_options.strength.next(m_pair->strength.item<double>(), sign, std::int64_t(count)));
    }
    m_pair->signSum.zero_();
    m_pair->signCount.zero_();
}

std::map<std::string, torch::Tensor> GanStep::state() const
{
    std::map<std::string, torch::Tensor> all;
    const auto add = [&](const std::string& prefix, const AdamW& optimiser) {
        for (const auto& [name, tensor] : optimiser.state())
            all[prefix + name] = tensor;
        all[prefix + "steps"] = torch::tensor({optimiser.stepCount()}, torch::kLong);
    };
    add("generator.", m_generatorOptimiser);
    add("discriminator.", m_discriminatorOptimiser);
    all["last.r1"] = m_losses.at("r1").reshape({1});
    all["last.path"] = m_losses.at("path").reshape({1});
    return all;
}

base::Status GanStep::restore(const std::map<std::string, torch::Tensor>& state)
{
    const auto part = [&](const std::string& prefix, AdamW& optimiser) -> base::Status {
        std::map<std::string, torch::Tensor> own;
        for (const auto& [name, tensor] : state)
            if (name.starts_with(prefix))
                own[name.substr(prefix.size())] = tensor;
        const auto steps = own.find("steps");
        if (steps == own.end() || steps->second.numel() != 1)
            return base::fail(base::ErrorCode::Incompatible, "The checkpoint lacks the state of the optimisers.");
        return optimiser.restore(own, steps->second.item<std::int64_t>());
    };
    if (auto status = part("generator.", m_generatorOptimiser); !status)
        return status;
    if (auto status = part("discriminator.", m_discriminatorOptimiser); !status)
        return status;
    for (const char* name : {"r1", "path"})
        if (const auto found = state.find(std::string("last.") + name); found != state.end())
            m_losses[name] = found->second.reshape({}).clone();
    return {};
}

} // namespace blastoscope::nn
