// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/nn/data/finder_batch.h"
#include "core/nn/layers/conv.h"
#include "core/nn/layers/precision.h"
#include "core/nn/layers/u_net_arms.h"
#include "core/nn/losses/loss_map.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct EmbryoFinderOptions {
    int inputSize = 192;                            ///< longer side of the shrunk frame, px
    std::vector<int> widths = {16, 24, 32, 48, 64}; ///< channels at strides 2, 4, 8, ...; at least two
};

/// Probabilities over the frame, one cell per EmbryoFinderImpl::kStride input pixels.
struct FinderMaps {
    torch::Tensor clump;  ///< [B, h, w] float in [0, 1]: part of a cell
    torch::Tensor embryo; ///< [B, h, w] float in [0, 1]: inside the zona's outer contour
};

/// The coarse pass: a U-Net (Ronneberger et al. 2015) with group normalisation, a quarter of a million parameters, that
/// sees the whole frame and marks cells and whole embryos. Keys down1 ... downN, upN-1 ... up2, head (the number is the
/// logarithm of the stride).
class EmbryoFinderImpl : public torch::nn::Module {
public:
    static constexpr int kStride = 4; ///< input pixels per cell of the output

    explicit EmbryoFinderImpl(const EmbryoFinderOptions& options);

    /// [B, 1, H, W] fp32 or bf16, standardised; H and W multiples of kStride -> logits [B, 2, H / kStride, W / kStride]
    /// fp32: clump, embryo.
    torch::Tensor forward(const torch::Tensor& images);

    /// "finder_bce" and "finder_dice": binary cross-entropy and soft Dice (Milletari et al. 2016, eq. of sec. 3), each
    /// a mean over both maps.
    LossMap losses(const FinderBatch& batch, Precision precision = Precision::Fp32);

    /// No gradient; computes in `precision`.
    FinderMaps find(const torch::Tensor& images, Precision precision = Precision::Fp32);

    EmbryoFinderOptions options;

private:
    UNetArms m_arms; ///< down to strides 2, 4, 8, ... and up to 4
    Conv2d head{nullptr};
};
TORCH_MODULE(EmbryoFinder);

nlohmann::json toJson(const EmbryoFinderOptions& options);

/// Absent keys keep their defaults; an unknown key, a wrong type or an impossible value is Incompatible.
base::Result<EmbryoFinderOptions> embryoFinderOptionsFromJson(const nlohmann::json& architecture);

/// A freshly initialised finder. Draw from a seeded torch::manual_seed for reproducible weights.
base::Result<EmbryoFinder> makeEmbryoFinder(const nlohmann::json& architecture);

} // namespace blastoscope::nn
