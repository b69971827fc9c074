// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Number format of the convolutions and matrix products of a forward pass. Weights are kept in fp32 either way;
/// losses, box decoding, softmax and NMS always run in fp32.
enum class Precision { Fp32, Bf16 };

inline torch::ScalarType scalarType(Precision precision)
{
    return precision == Precision::Bf16 ? torch::kBFloat16 : torch::kFloat32;
}

/// `x` as losses and box decoding need it: bf16 becomes fp32, anything finer stays.
inline torch::Tensor atLeastFp32(const torch::Tensor& x)
{
    return x.scalar_type() == torch::kBFloat16 ? x.to(torch::kFloat32) : x;
}

/// `x` [N, C, H, W] in the memory layout that is fastest where it lies: channels-last on the CPU, contiguous on CUDA
/// (whose group normalisation would copy to contiguous anyway).
inline torch::Tensor toComputeLayout(const torch::Tensor& x)
{
    return x.contiguous(x.is_cuda() ? torch::MemoryFormat::Contiguous : torch::MemoryFormat::ChannelsLast);
}

} // namespace blastoscope::nn
