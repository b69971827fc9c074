// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/evaluation/coco_eval.h"
#include "core/formats/coco.h"

namespace blastoscope::cli {

/// AP and recall of pictures with 1, 2-4, 5-8 and more true blastomeres, crowds left out.
nlohmann::ordered_json evaluateByCellCount(const formats::CocoDataset& truth,
                                           const std::vector<evaluation::EvaluationImage>& images,
                                           evaluation::IouKind kind);

/// AP and recall of objects of which more than 75 %, 50 to 75 % and less than 50 % is visible. A detection has no
/// visible fraction of its own, so that false alarms count in every stratum: the APs compare models, not strata. Null
/// when the truth has no visible masks.
nlohmann::ordered_json evaluateByVisibleFraction(const formats::CocoDataset& truth,
                                                 const std::vector<evaluation::EvaluationImage>& images,
                                                 evaluation::IouKind kind);

} // namespace blastoscope::cli
