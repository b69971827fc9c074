// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// RoIAlign (He et al. 2017, "Mask R-CNN", sec. 3), aligned variant: half a pixel is subtracted from scaled corners and
/// RoIs have no minimum size.
///
/// `features` [B, C, H, W], float, double or bfloat16, any memory format; channels-last is fastest on the CPU.
/// `rois` [R, 5]: image index, x1, y1, x2, y2 in input pixels; `spatialScale` takes them to feature pixels.
/// Returns [R, C, outSize, outSize] in dtype and memory format of `features`. Every output bin is the mean of
/// samplingRatio x samplingRatio bilinear samples. A sample beyond [-1, size] is 0; between -1 and 0 it reads the edge.
/// Sums are kept in float (double for double). Gradients flow to `features` only.
///
/// On the CPU the work is spread over RoIs and channel blocks (backward: images and channel blocks, so that sums have a
/// fixed order and repeat exactly). On CUDA it is composed of ATen operations. Throws c10::Error for wrong shapes and
/// for image indices outside [0, B).
torch::Tensor roiAlign(const torch::Tensor& features, const torch::Tensor& rois, int64_t outSize, double spatialScale,
                       int64_t samplingRatio = 2);

/// The same numbers through ATen operations alone: what CUDA runs. Public so that it can be tested on any machine.
torch::Tensor roiAlignComposed(const torch::Tensor& features, const torch::Tensor& rois, int64_t outSize,
                               double spatialScale, int64_t samplingRatio = 2);

/// Index into `strides` for every RoI: floor(4 + log2(sqrt(area) / canonicalSize + 1e-6)) as in Lin et al., "Feature
/// Pyramid Networks", eq. 1, clamped to the levels there are. `strides` are consecutive powers of two; level 4 has
/// stride 16. [R] int64.
torch::Tensor roiLevels(const torch::Tensor& rois, const std::vector<int>& strides, double canonicalSize);

/// RoIAlign of every RoI on the pyramid level that suits its size. `levels[i]` [B, C, H_i, W_i] has stride
/// `strides[i]`. Returns [R, C, outSize, outSize] in the order of `rois`.
torch::Tensor roiAlignPyramid(const std::vector<torch::Tensor>& levels, const std::vector<int>& strides,
                              const torch::Tensor& rois, int64_t outSize, double canonicalSize);

} // namespace blastoscope::nn
