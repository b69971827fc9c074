// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Element-wise against the one-hot code (eq. 3: summed over codes, mean over cells), or softmax cross-entropy per
/// cell.
enum class CodeLoss { BinaryCrossEntropy, CrossEntropy };

/// Last layer of the head. Full: one fully connected layer over the whole map, as in the paper (3136 x 3136 weights
/// with 64 codes). Local: a 1x1 classifier per cell plus a narrow fully connected path that sees the whole shape, 12
/// times smaller.
enum class CodeClassifier { Local, Full };

struct CodeHeadOptions {
    int in = 128;
    int hidden = 128;
    int narrow = 64;       ///< channels of the map that is classified
    int global = 128;      ///< width of the global path, Local only
    int grid = 7;          ///< side M of the code grid; the RoI features have twice that side
    int codes = 64;        ///< K
    CodeClassifier classifier = CodeClassifier::Local;
};

/// Predicts the shape code of a RoI (Jang et al., VQ shape code, sec. 4.2 "Initial mask generation").
/// Keys conv1, conv2, conv3, and fc, or local, global1, global2.
class CodeHeadImpl : public torch::nn::Module {
public:
    explicit CodeHeadImpl(const CodeHeadOptions& options);
    /// [R, in, 2M, 2M] -> logits [R, K, M, M] fp32.
    torch::Tensor forward(const torch::Tensor& features);

    CodeHeadOptions options;

private:
    ConvNormRelu conv1{nullptr}, conv2{nullptr}, conv3{nullptr};
    Conv2d local{nullptr};
    Linear fc{nullptr}, global1{nullptr}, global2{nullptr};
};
TORCH_MODULE(CodeHead);

/// `logits` [R, K, M, M], `codes` [R, M, M] int64, `valid` [R] bool: RoIs without a shape are left out. Mean over cells
/// and valid RoIs; zero without any.
torch::Tensor codeLoss(const torch::Tensor& logits, const torch::Tensor& codes, const torch::Tensor& valid,
                       CodeLoss kind);

} // namespace blastoscope::nn
