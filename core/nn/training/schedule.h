// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace blastoscope::nn {

struct ScheduleOptions {
    double learningRate = 4e-4;
    std::int64_t warmupSteps = 60;
    double finalFraction = 0.02; ///< of learningRate at the end
};

/// Linear warm-up over the first steps, times half a cosine over the whole run (Loshchilov and Hutter 2017).
/// `progress` in [0, 1] is the used fraction of the budget, be it steps or minutes.
double learningRate(const ScheduleOptions& options, std::int64_t step, double progress);

} // namespace blastoscope::nn
