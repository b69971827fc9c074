// SPDX-License-Identifier: Apache-2.0
// How far a set of pictures is from another, after FID (Heusel et al. 2017) and KID (Binkowski et al. 2018) on features
// of our own backbone. The numbers are called "FID-own" and "KID-own": they say which of two generators is nearer to
// the pictures, and cannot be compared with published ones, whose features come from another network.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/error.h"
#include "core/nn/models/resnet.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Distance of two Gaussians that have the mean and the unbiased covariance of the rows of `a` [N, D] and `b` [M, D]:
/// |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)). In double precision; N, M >= 2. Too large by about D / N for few rows.
double frechetDistance(const torch::Tensor& a, const torch::Tensor& b);

struct KernelDistance {
    double mean = 0;
    double deviation = 0; ///< between subsets
};

struct KernelDistanceOptions {
    int subsets = 100;
    int subsetSize = 1000; ///< at most; of either set
    std::uint64_t seed = 1;
};

/// Unbiased squared maximum mean discrepancy with the kernel (x y / D + 1)^3 between random subsets of the rows of `a`
/// [N, D] and `b` [M, D]. Expected to be 0, whatever the number of rows, when both come from one distribution; may be
/// negative. In double precision; N, M >= 2.
KernelDistance kernelDistance(const torch::Tensor& a, const torch::Tensor& b,
                              const KernelDistanceOptions& options = {});

/// Means over the picture of the two coarsest stages (C4 and C5) of a detector's backbone. Not thread-safe.
class BackboneFeatures {
public:
    /// From a model file of the family "amodal-detector". Fails with Incompatible for another one, and as
    /// readTensorFile.
    static base::Result<BackboneFeatures> fromModel(const std::filesystem::path& file, const torch::Device& device);
    /// Random weights, always the same: a control that has learned nothing.
    static BackboneFeatures random(const torch::Device& device);

    /// [N, 1, S, S] in [-1, 1] -> [N, 12 * width], in double on the CPU. Pictures are standardised one by one and
    /// enlarged to `inputSize`.
    torch::Tensor of(const torch::Tensor& pictures);
    /// What the features come from, e.g. "blastomere-amodal 0.3.0".
    const std::string& name() const { return m_name; }

private:
    BackboneFeatures(ResNet body, std::string name, int inputSize, const torch::Device& device);
    ResNet m_body;
    std::string m_name;
    int m_inputSize;
    torch::Device m_device;
};

} // namespace blastoscope::nn
