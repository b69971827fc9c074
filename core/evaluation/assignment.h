// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace blastoscope::evaluation {

/// What a row and a column gain when they are put together; more than 0.
struct WeightedPair {
    std::size_t row = 0;
    std::size_t column = 0;
    double weight = 0;
};

/// The column of each of `rows` rows in a one-to-one assignment along the given pairs whose sum of weights is largest
/// (base::cheapestPairing, on each connected group of pairs by itself). Rows without a partner get nothing. Each pair
/// is given once. Deterministic.
std::vector<std::optional<std::size_t>> heaviestAssignment(const std::vector<WeightedPair>& pairs, std::size_t rows,
                                                           std::size_t columns);

} // namespace blastoscope::evaluation
