// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/train/frame_findings.h"
#include "core/evaluation/count_accuracy.h"
#include "core/nn/models/count_rule.h"

namespace blastoscope::train {

/// How well the rules of one merging IoU and one weight of the count head count.
struct CountTable {
    struct Row {
        double threshold = 0;
        evaluation::CountAccuracy all;
        evaluation::CountAccuracy cleavage; ///< frames with 2 to 8 cells
        double perEmptyFrame = 0;           ///< cells counted in a frame without any
    };

    double mergeIou = 0;
    double countWeight = 0;
    std::vector<Row> rows; ///< in ascending order of thresholds
};

/// One table per merging IoU and weight that are tried, in a fixed order. `cells` are the true numbers of the frames in
/// which `found` was found.
std::vector<CountTable> countTables(std::span<const int> cells, std::span<const FrameFindings> found);

/// The rule that counts best in the frames of `own` and, unless empty, in those of `other` alike; `known` instead where
/// it is one of those that are tried. "threshold", "merge_iou", "count_weight"; how well it counts in the own frames:
/// "all", "cells_2_to_8", "detections_per_empty_frame"; and other thresholds beside it: "by_threshold".
nlohmann::json bestCount(const std::vector<CountTable>& own, const std::vector<CountTable>& other,
                         const std::optional<nn::CountRule>& known);

/// The rule that bestCount() describes. Throws nlohmann::json::exception for another object.
nn::CountRule countRuleOf(const nlohmann::json& count);

} // namespace blastoscope::train
