// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/layers/conv.h"
#include "core/nn/models/detections.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct RelationHeadOptions {
    bool enabled = false;
    int hidden = 32;
};

/// What the relation head knows of the detections of class 1 ("countable") of one picture.
struct RelationInput {
    torch::Tensor rows;  ///< [n] int64: which detections of the picture these are, best first
    torch::Tensor own;   ///< [n, kOwnFeatures] float, of each
    torch::Tensor pairs; ///< [n, n, kPairFeatures] float, of row i as seen beside column j
};

/// The same of several pictures, filled up with zeros to n = the largest.
struct RelationBatch {
    torch::Tensor own;   ///< [B, n, kOwnFeatures]
    torch::Tensor pairs; ///< [B, n, n, kPairFeatures]
    torch::Tensor valid; ///< [B, n] float, 1 where there is a detection
};

/// Of detections in a picture of `height` x `width` px: score, size, visible share, how much of it better ones cover,
/// what the count head expects; of pairs: how their whole and visible silhouettes overlap, sizes, scores, distance.
RelationInput relationInput(const DetectorOutput& output, std::int64_t height, std::int64_t width);

/// The whole silhouettes of `output` at every `stride`th pixel: [n, ceil(height / stride) * ceil(width / stride)]
/// float, 0 or 1.
torch::Tensor silhouettesOnGrid(const DetectorOutput& output, std::int64_t height, std::int64_t width, int stride = 2);

RelationBatch relationBatch(const std::vector<RelationInput>& inputs);

/// Judges detections by the company they keep: a second outline inside of a cell looks like a cell to a head that sees
/// one RoI, and only beside the outline around it like what it is; a covered cell explains what its neighbours leave
/// over. After Hu et al. 2018, "Relation Networks for Object Detection" (sec. 4.3, duplicate removal), on geometry and
/// scores in place of appearance, which needs far less training. Trained alone, on the detections of a finished
/// detector. Keys own, pair, merge1, merge2. A new one changes nothing.
class RelationHeadImpl : public torch::nn::Module {
public:
    static constexpr int kOwnFeatures = 15;
    static constexpr int kPairFeatures = 10;

    explicit RelationHeadImpl(const RelationHeadOptions& options);
    /// Logits [B, n] fp32 of the probability that each detection is an object of its own.
    torch::Tensor forward(const RelationBatch& batch);

    /// `output` with the scores of class 1 replaced by the geometric mean of score and probability, in their new order.
    /// On the CPU; no gradient.
    DetectorOutput judged(const DetectorOutput& output, std::int64_t height, std::int64_t width);

    RelationHeadOptions options;

private:
    Linear own{nullptr}, pair{nullptr}, merge1{nullptr}, merge2{nullptr};
};
TORCH_MODULE(RelationHead);

/// Binary cross-entropy of logits [B, n] with `target` [B, n] in [0, 1], mean over `weight` [B, n].
torch::Tensor relationLoss(const torch::Tensor& logits, const torch::Tensor& target, const torch::Tensor& weight);

} // namespace blastoscope::nn
