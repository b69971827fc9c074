// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/evaluation/count_accuracy.h"
#include "core/evaluation/order_accuracy.h"
#include "core/formats/coco.h"

namespace blastoscope::cli {

/// How well blastomeres are counted and ordered in depth.
struct CountedEvaluation {
    evaluation::CountAccuracy all;
    evaluation::CountAccuracy twoToEight; ///< pictures with 2 to 8 true blastomeres
    int emptyImages = 0;                  ///< pictures without a true blastomere
    double detectionsPerEmptyImage = 0;
    evaluation::OrderAccuracy order;
};

/// Compares the blastomeres of `counted` with those of `truth`, image by image (same ids). Crowds are left out, whoever
/// wrote the file: neither they nor what was found on them counts. Fails with Incompatible when `counted` lacks an
/// image of `truth`, and as formats::fromCoco() does.
base::Result<CountedEvaluation> evaluateCounted(const formats::CocoDataset& truth, const formats::CocoDataset& counted);

std::string toText(const CountedEvaluation& evaluation);
nlohmann::ordered_json toJson(const CountedEvaluation& evaluation);

} // namespace blastoscope::cli
