// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/error.h"
#include "core/inference/segmenter.h"
#include "core/nn/io/model_description.h"
#include "core/nn/ops/label_tiles.h"

namespace blastoscope::inference {

/// The network of a model of the family "harmonic" (Kulikov and Lempitsky 2020, sec. 3.2) on its device: all that the
/// segmenter needs from LibTorch, whose exceptions end here. Not thread-safe.
class EmbeddingNetwork {
public:
    virtual ~EmbeddingNetwork() = default;
    virtual const nn::ModelDescription& description() const = 0;
    /// May change when the memory of a GPU runs out.
    virtual const DeviceInfo& device() const = 0;
    virtual const nn::TilingOptions& tiling() const = 0;
    /// A standardised square of tiling().tile pixels a side, row-major, in one piece: cancelling waits for it. Where
    /// the memory of the GPU does not suffice, on the CPU, then and from then on (compute_device.h). Fails with
    /// OutOfMemory when that has no room either, and with Internal.
    virtual base::Result<nn::PixelEmbedding> embed(const std::vector<float>& tile) = 0;
};

/// Fails with the errors of reading a weight file, Incompatible when the weights do not fit the architecture that the
/// file describes, Unsupported when the device is not there, OutOfMemory.
base::Result<std::unique_ptr<EmbeddingNetwork>> loadEmbeddingNetwork(const std::filesystem::path& weights,
                                                                     const SegmenterOptions& options);

} // namespace blastoscope::inference
