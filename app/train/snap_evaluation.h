// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/masks/rle_mask.h"

namespace blastoscope::train {

struct SnapEvaluationOptions {
    std::uint64_t seed = 999; ///< of the frames and bites
    int shapes = 200;
    double bite = 0.3;   ///< share of the area that is taken away
    int maxCells = 12;   ///< frames have 1, 2, ... and then again 1 cells
    int frameSize = 500; ///< px
};

/// Measures how well whole silhouettes come back from bitten ones: blastomeres of simulated frames, at most three of a
/// frame, with one bite each, at the resolution of the frame.
class SnapEvaluation {
public:
    explicit SnapEvaluation(const SnapEvaluationOptions& options);

    using Mend = std::function<masks::RleMask(const masks::RleMask& damaged)>;
    /// "iou": mean IoU of mended silhouettes with the whole ones; "iou_p10": its tenth percentile; "damaged_iou":
    /// without mending; "moment_ellipse_iou" and "outline_ellipse_iou": an ellipse put through the damaged silhouette
    /// instead; "by_cells": [{"cells", "shapes", "iou"}]; "undamaged_iou": mending what is whole; "shapes", "bite",
    /// "seed".
    nlohmann::json measure(const Mend& mend) const;

private:
    struct Shape {
        int cells = 0; ///< of its frame
        masks::RleMask whole;
        masks::RleMask damaged;
    };

    SnapEvaluationOptions m_options;
    std::vector<Shape> m_shapes;
};

/// The numbers as a table for people.
std::string snapTable(const nlohmann::json& numbers);

} // namespace blastoscope::train
