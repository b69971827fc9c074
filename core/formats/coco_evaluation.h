// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/evaluation/coco_eval.h"
#include "core/formats/coco.h"

namespace blastoscope::formats {

/// Pairs ground truth and results by image for evaluation::evaluateCoco(). Fails with InvalidArgument when masks (or
/// boxes) are to be compared and an annotation or a result has none; a box that is missing is taken from the mask.
base::Result<std::vector<evaluation::EvaluationImage>>
toEvaluationImages(const CocoDataset& truth, const std::vector<CocoResult>& results, evaluation::IouKind kind);

} // namespace blastoscope::formats
