// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "core/inference/prompt.h"
#include "core/inference/segmenter.h"

namespace blastoscope::inference {

/// Where to look for what a prompt means, in a square picture of `side` px in whose pixels the prompt is given and in
/// which cells are a seventh to six tenths as wide as the picture: boxes of several sizes on and around the points, or
/// variations of the prompt's box; they may reach beyond the picture. None for an empty prompt. Thread-safe, as
/// everything here.
std::vector<base::Box> promptBoxes(const Prompt& prompt, double side);

/// Boxes that a prompt may mean: those that hold all points inside, or that resemble its box.
bool mayMean(const base::Box& box, const Prompt& prompt);

/// Indices of candidates, the best answer first: those that agree with more of the points go first, then those with a
/// higher score, which counts less the farther the points lie from a candidate's middle or its box from the prompt's.
/// Candidates that agree with none of the points inside are left out. Prompt and candidates in pixels of one image.
std::vector<std::size_t> rankedAnswers(const std::vector<Detection>& candidates, const Prompt& prompt);

} // namespace blastoscope::inference
