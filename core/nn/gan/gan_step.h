// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "core/nn/gan/picture_augmentation.h"
#include "core/nn/gan/style_discriminator.h"
#include "core/nn/training/trainer.h"

namespace blastoscope::nn {

struct GanTrainingOptions {
    int batch = 16;
    double r1Weight = 1;         ///< gamma; 0: no penalty
    int r1Every = 16;            ///< steps; 0: never
    double pathWeight = 2;       ///< 0: no penalty
    int pathEvery = 4;           ///< steps; 0: never
    double styleMixing = 0.9;
    bool augment = true;         ///< adaptively; otherwise `startStrength` for good
    double startStrength = 0;    ///< p at the first step
    AdaptiveStrength strength;
    int strengthEvery = 4;       ///< steps
};

/// Two networks that are trained against each other, and what else their training has to remember: all of it is in the
/// module's state. Keys generator.*, discriminator.*, buffers strength, path_mean, sign_sum, sign_count.
class GanPairImpl : public torch::nn::Module {
public:
    GanPairImpl(const StyleGanOptions& networks, const GanTrainingOptions& training);

    StyleGenerator generator{nullptr};
    StyleDiscriminator discriminator{nullptr};
    torch::Tensor strength;          ///< p of the augmentation, []
    torch::Tensor pathMean;          ///< running mean of path lengths, []
    torch::Tensor signSum, signCount; ///< of scores of real pictures since p last changed, []
};
TORCH_MODULE(GanPair);

/// |gradient of `scores` in `pictures`|^2 of each picture, [N]; differentiable. (Mescheder et al. 2018, R1.)
torch::Tensor gradientPenalty(const torch::Tensor& scores, const torch::Tensor& pictures);

/// Length of the gradient of random projections of `pictures` in their styles ws [N, L, S], root mean square over the
/// layers, [N]; differentiable. (StyleGAN2, equation 4.) Draws from LibTorch's generator.
torch::Tensor pathLengths(const torch::Tensor& pictures, const torch::Tensor& ws);

/// One step of StyleGAN2 training (Karras et al. 2020, sec. 3 and appendix B): generator, every few steps path lengths,
/// discriminator, every few steps R1, then the strength of the augmentation (Karras et al. 2020, "Training generative
/// adversarial networks with limited data", sec. 3). Each network has its own Adam (beta 0, .99) with step size and
/// betas scaled for the steps that regularisation adds.
///
/// Losses reported: generator, discriminator, r1, path (the last value between their steps), strength, real_sign.
class GanStep : public CustomStep {
public:
    /// `pictures(step)` gives [batch, channels, resolution, resolution] in [-1, 1] on the device of `pair`.
    GanStep(GanPair pair, GanTrainingOptions options, std::uint64_t seed,
            std::function<torch::Tensor(std::int64_t step)> pictures);

    LossMap run(std::int64_t step, double learningRate) override;
    std::map<std::string, torch::Tensor> state() const override;
    base::Status restore(const std::map<std::string, torch::Tensor>& state) override;

private:
    torch::Tensor latents(std::int64_t count) const;
    torch::Tensor augmented(const torch::Tensor& pictures);
    void trainGenerator(double learningRate);
    void regulateGenerator(double learningRate);
    void trainDiscriminator(const torch::Tensor& real, double learningRate);
    void regulateDiscriminator(const torch::Tensor& real, double learningRate);
    void adaptStrength();

    GanPair m_pair;
    GanTrainingOptions m_options;
    std::uint64_t m_seed;
    std::uint64_t m_draws = 0; ///< within the step
    std::int64_t m_step = 0;
    std::function<torch::Tensor(std::int64_t)> m_pictures;
    AdamW m_generatorOptimiser, m_discriminatorOptimiser;
    LossMap m_losses;
};

} // namespace blastoscope::nn
