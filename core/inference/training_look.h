// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::nn {
struct ModelDescription;
}

namespace blastoscope::inference {

/// What is measured of a picture to compare it with those that a model was trained on, after its darkest parts (1st
/// percentile) are taken for 0 and its brightest (99th) for 1 (core/nn/data/picture_statistics.h).
enum class LookRespect {
    Brightness, ///< mean: low for bright objects on a dark ground
    Spread,     ///< standard deviation: how much the greys differ
    Detail,     ///< mean difference of neighbours / spread, from afar: how finely structured it is
    Skewness,   ///< high for few bright objects on a dark ground, low for few dark ones on a bright ground
};

/// One respect in which a picture looks unlike every training picture.
struct LookDifference {
    LookRespect respect = LookRespect::Brightness;
    double value = 0; ///< of the picture
    double low = 0;   ///< of the training pictures, with a margin
    double high = 0;
};

/// In what a picture (width x height grey values, row-major, finite, in any units; at least one) looks unlike those
/// that the model was trained on. Empty for one that looks like them and for a model that does not say what these
/// looked like. Thread-safe.
std::vector<LookDifference> differencesFromTraining(const nn::ModelDescription& model, std::span<const float> gray,
                                                    int width, int height);

/// The same for an image of any size and type, as the model's segmenter would judge it; an image without pixels differs
/// in nothing. Thread-safe; a few milliseconds.
using LookJudge = std::function<std::vector<LookDifference>(const base::Image& image)>;

/// Reads only the header of a weight file; an empty function when it does not say what its training pictures looked
/// like. Fails as readModelInfo() does.
base::Result<LookJudge> readLookJudge(const std::filesystem::path& weights);

} // namespace blastoscope::inference
