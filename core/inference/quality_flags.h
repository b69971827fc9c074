// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/inference/segmenter.h"
#include "core/nn/io/model_description.h"

namespace blastoscope::inference {

/// Names of the flags as they appear in Segmentation::qcFlags, tables and files.
namespace qc {
inline constexpr const char* kNoEmbryo = "no_embryo";             ///< the coarse pass found neither embryo nor cells
inline constexpr const char* kSeveralEmbryos = "several_embryos"; ///< more than one embryo in the frame
inline constexpr const char* kAtBorder = "at_border";             ///< an embryo reaches beyond the frame
inline constexpr const char* kNotCountable =
    "not_countable"; ///< cell mass that outlines do not explain: compacted or cavitated
inline constexpr const char* kManyCells = "many_cells";               ///< more cells than the model was made for
inline constexpr const char* kLowConfidence = "low_confidence";       ///< unsure whether something is a cell
inline constexpr const char* kImplausibleSizes = "implausible_sizes"; ///< cells of one embryo differ too much in size
inline constexpr const char* kUnlikeTraining =
    "unlike_training"; ///< the picture looks like none that the model was trained on
} // namespace qc

/// What the coarse pass says about the frame.
struct EmbryoEvidence {
    std::vector<base::Box> embryos; ///< image pixels
    double cellArea = 0;            ///< image pixels that the coarse pass takes for cells
};

/// When a frame is flagged. Our choice.
struct QualityLimits {
    double minExplained = 0.6; ///< share of the coarse pass's cell area that counted blastomeres must cover
    int maxCells = 16;
    double clearMargin = 0.6;  ///< an uncounted blastomere above this share of the threshold is a doubtful one
    double minMeanScore = 0.7; ///< of the counted blastomeres
    double maxAreaRatio = 6;   ///< largest / smallest counted blastomere
};

/// The flags of one frame, in the order of the list above, without kUnlikeTraining; kNoEmbryo stands alone. Masks on a
/// canvas of imageWidth x imageHeight px; `countThreshold` in units of Detection::score. Thread-safe.
std::vector<std::string> qualityFlags(const Segmentation& segmentation, const EmbryoEvidence& evidence, int imageWidth,
                                      int imageHeight, double countThreshold, int blastomereClass,
                                      const QualityLimits& limits = {});

/// Adds kUnlikeTraining for a picture (width x height grey values, finite) that looks like none of those that the model
/// was trained on. A model that does not say what these looked like flags nothing.
void flagUnlikeTraining(std::vector<std::string>& flags, const nn::ModelDescription& model, std::span<const float> gray,
                        int width, int height);

} // namespace blastoscope::inference
