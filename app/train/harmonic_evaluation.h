// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/masks/rle_mask.h"
#include "core/nn/data/label_samples.h"
#include "core/nn/models/harmonic_network.h"
#include "core/nn/ops/label_tiles.h"
#include "core/nn/torch.h"

namespace blastoscope::train {

/// What a network found in frames whose truth is known, so that scores can be tried out without running it again.
class HarmonicEvaluation {
public:
    /// Looks at the first `most` frames. The network must be in evaluation mode.
    HarmonicEvaluation(nn::HarmonicNetwork& network, const std::vector<nn::LabelledFrame>& frames, std::size_t most,
                       const nn::TilingOptions& tiling, const torch::Device& device);

    /// The same for each of `bandwidths` in place of that of `tiling`; the network looks at every frame once.
    static std::vector<HarmonicEvaluation> ofBandwidths(nn::HarmonicNetwork& network,
                                                        const std::vector<nn::LabelledFrame>& frames, std::size_t most,
                                                        nn::TilingOptions tiling, const std::vector<double>& bandwidths,
                                                        const torch::Device& device);

    /// "sbd", "dic_abs", "label_ap50", "label_ap" and "frames" of the objects with at least that score; pixels that are
    /// ignored in the truth take no part.
    nlohmann::json scores(double threshold) const;

    /// The threshold with the best mean symmetric best Dice, the lowest of equally good ones.
    double bestThreshold() const;

private:
    HarmonicEvaluation() = default;
    void add(const nn::LabelledFrame& frame, nn::LabelMap found, const nn::TilingOptions& tiling);

    struct Frame {
        std::vector<masks::RleMask> truth;
        std::vector<masks::RleMask> found;
        std::vector<float> scores; ///< of `found`
    };
    std::vector<Frame> m_frames;
};

} // namespace blastoscope::train
