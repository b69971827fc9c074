// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/evaluation/coco_eval.h"
#include "core/formats/coco.h"

namespace blastoscope::cli {

/// One line "name = value" of an evaluation.
struct NamedMetric {
    std::string name;
    double value = 0;
};

/// Names of the groups of metrics that can be asked for: coco, sbd, dic, label-ap, hidden, miou, cell-count, visible.
const std::vector<std::string>& metricGroups();

struct NamedMetricsInput {
    const formats::CocoDataset& truth;
    const std::vector<evaluation::EvaluationImage>& images; ///< of `truth`, in its order
    evaluation::IouKind kind = evaluation::IouKind::Segmentation;
    double minScore = 0;                           ///< below, results do not count in sbd, dic, label-ap and miou
    const formats::CocoDataset* counted = nullptr; ///< where given, what counts in those instead of the results
};

/// The metrics of the groups, in the order asked for. All but coco, cell-count and visible compare masks. Fails with
/// InvalidArgument when boxes were to be compared there, or hidden parts are asked for and the truth knows no visible
/// masks, and with Incompatible when `counted` has an image of another size.
base::Result<std::vector<NamedMetric>> namedMetrics(const std::vector<std::string>& groups,
                                                    const NamedMetricsInput& input);

std::string toText(const std::vector<NamedMetric>& metrics);

} // namespace blastoscope::cli
