// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/data/training_batch.h"
#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Mean over the pixels of each level, averaged over levels; or the paper's sum over the pixels of one level.
enum class OcclusionReduction { Mean, Sum };

struct OcclusionOptions {
    bool enabled = true;
    int hidden = 64;      ///< channels of the occlusion features
    bool fuse = true;     ///< bring the concatenated features back to the pyramid's channels by a 1x1 convolution
    OcclusionReduction reduction = OcclusionReduction::Mean;
    int sumLevel = 2;     ///< level whose pixels Sum counts; 0 is P2, 2 (stride 16) the default
};

struct OcclusionOutput {
    std::vector<torch::Tensor> logits; ///< per level [B, 1, h, w] fp32: two or more silhouettes here
    std::vector<torch::Tensor> levels; ///< pyramid features joined with the occlusion features
};

/// Detects where silhouettes overlap and adds that knowledge to the pyramid (Jang et al., VQ shape code, sec. 4.1); one
/// head shared by all levels, normalised so that its features do not drown those of the pyramid. Keys conv1, conv2,
/// conv3, predictor and, with fuse, fuse.
class OcclusionBranchImpl : public torch::nn::Module {
public:
    /// `channels`: of the pyramid levels.
    OcclusionBranchImpl(const OcclusionOptions& options, int channels);
    OcclusionOutput forward(const std::vector<torch::Tensor>& levels);
    /// Channels of the joined levels.
    int outputChannels() const { return options.fuse ? m_channels : m_channels + options.hidden; }

    OcclusionOptions options;

private:
    int m_channels = 0;
    ConvNormRelu conv1{nullptr}, conv2{nullptr}, conv3{nullptr};
    Conv2d predictor{nullptr}, fuse{nullptr};
};
TORCH_MODULE(OcclusionBranch);

/// [B, 1, H, W] fp32: 1 where two or more amodal masks of an image overlap, -1 all over images whose targets are not
/// exhaustive.
torch::Tensor occlusionMap(const std::vector<Targets>& targets, int64_t height, int64_t width);

/// Eq. 2 with `map` [B, 1, H, W] averaged down to the size of every level and cut at one half; what is below 0 takes no
/// part.
torch::Tensor occlusionLoss(const std::vector<torch::Tensor>& logits, const torch::Tensor& map,
                            const OcclusionOptions& options);

} // namespace blastoscope::nn
