// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace blastoscope::nn {

struct ScheduleOptions {
    double learningRate = 4e-4;    ///< the largest, > 0 unless nothing is to move
    std::int64_t warmupSteps = 60; ///< 0: no warm-up
    double finalFraction = 0.02;   ///< of learningRate at the end, [0, 1]; 1: constant after the warm-up
};

/// The step size of `step` (from 0): linear warm-up over the first steps, (step + 1) / warmupSteps (Goyal et al. 2017,
/// sec. 2.2), times half a cosine over the whole run without restarts (Loshchilov and Hutter 2017, "SGDR", eq. 5).
/// `progress` is the used fraction of the budget, be it steps or minutes; clamped to [0, 1]. Thread-safe.
double learningRate(const ScheduleOptions& options, std::int64_t step, double progress);

} // namespace blastoscope::nn
