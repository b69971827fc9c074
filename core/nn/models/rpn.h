// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/data/training_batch.h"
#include "core/nn/layers/conv.h"
#include "core/nn/losses/loss_map.h"
#include "core/nn/ops/anchors.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct RpnOptions {
    int channels = 128;                   ///< of the pyramid levels
    AnchorOptions anchors;                ///< one size per level, P2..P6
    std::vector<double> fineSizes = {20}; ///< further sizes on the finest level, for fragments
    double positiveIou = 0.7;
    double negativeIou = 0.3;
    int samplesPerImage = 256;
    double positiveShare = 0.5;
    int trainPreNms = 500; ///< per level
    int trainPostNms = 200; ///< per image
    int testPreNms = 300;
    int testPostNms = 100;
    double nmsThreshold = 0.8; ///< higher than usual: boxes of overlapping cells overlap much
};

/// What the network says about every anchor of a batch; N anchors over all levels, finest level first.
struct RpnOutput {
    torch::Tensor objectness;        ///< [B, N] fp32 logits
    torch::Tensor deltas;            ///< [B, N, 4] fp32
    torch::Tensor anchors;           ///< [N, 4] fp32
    std::vector<int64_t> levelSizes; ///< anchors per level, sum N
};

struct ProposalOptions {
    int preNms = 500;  ///< kept per level before NMS
    int postNms = 200; ///< kept per image after NMS
    double nmsThreshold = 0.8;
    int64_t imageHeight = 0;
    int64_t imageWidth = 0;
};

/// Decoded, clipped and suppressed proposals of every image, best first, each [n, 4]; no gradient.
std::vector<torch::Tensor> selectProposals(const RpnOutput& output, const ProposalOptions& options);

/// Region proposal network (Ren et al. 2015) shared over the pyramid levels. Keys conv, objectness, deltas.
/// The head predicts for as many anchors per cell as the finest level has; coarser levels use the first of them.
class RegionProposalNetworkImpl : public torch::nn::Module {
public:
    explicit RegionProposalNetworkImpl(const RpnOptions& options);
    /// Levels [B, channels, h, w], one per anchor size.
    RpnOutput forward(const std::vector<torch::Tensor>& levels);

    /// "rpn_objectness": binary cross-entropy, mean over the sampled anchors; "rpn_box": smooth L1 (beta 1/9), summed
    /// over the positives and divided by the number of sampled anchors.
    LossMap losses(const RpnOutput& output, const std::vector<Targets>& targets, at::Generator& generator) const;

    RpnOptions options;

private:
    int anchorsPerCell(std::size_t level) const;
    torch::Tensor anchorsOf(int level, int64_t height, int64_t width, torch::Device device) const;

    Conv2d conv{nullptr}, objectness{nullptr}, deltas{nullptr};
};
TORCH_MODULE(RegionProposalNetwork);

} // namespace blastoscope::nn
