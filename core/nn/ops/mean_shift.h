// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace blastoscope::nn {

struct MeanShiftOptions {
    double bandwidth = 0.5;           ///< radius of the flat kernel; also the side of the cells of the grid of seeds
    int maxIterations = 300;          ///< of one seed
    double tolerance = 1e-3;          ///< a seed rests once it moves by less than this share of the bandwidth
    std::size_t maxSeekPoints = 8192; ///< modes are sought among at most so many points, evenly taken; 0: among all
};

/// Clusters of points.
struct MeanShiftResult {
    int dimensions = 0;
    std::vector<float> modes;         ///< clusters x dimensions, the best supported first
    std::vector<std::size_t> support; ///< points within the bandwidth of each mode, among those sought in
    std::vector<int> labels;          ///< nearest mode of every point

    std::size_t clusters() const { return support.size(); }
};

/// Mean shift with a flat kernel (Comaniciu and Meer 2002) as Kulikov and Lempitsky (2020, sec. 3.3) use it: one seed
/// per occupied cell of a grid; each goes to the mean of the points within the bandwidth until it rests; of modes
/// within one bandwidth of each other the best supported stays. `points` are count x dimensions, row-major and finite,
/// dimensions at least 1. No random numbers, and sums are taken in a fixed order: equal input gives equal output.
/// `stop` is asked now and then; when it says true the result is empty.
MeanShiftResult meanShift(std::span<const float> points, int dimensions, const MeanShiftOptions& options,
                          const std::function<bool()>& stop = {});

} // namespace blastoscope::nn
