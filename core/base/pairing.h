// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace blastoscope::base {

/// What it costs to pair row r with column c, row-major; finite, of any sign.
struct PairCosts {
    PairCosts(std::size_t r, std::size_t c, double cost) : rows(r), columns(c), values(r * c, cost) {}

    double& at(std::size_t row, std::size_t column) { return values[row * columns + column]; }
    double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }

    std::size_t rows;
    std::size_t columns;
    std::vector<double> values;
};

/// The row of each column in the cheapest pairing of every row with a column of its own; the columns that are left over
/// have none. Needs at least as many columns as rows. Exact and deterministic: the Hungarian method with potentials
/// (Kuhn 1955, Munkres 1957), O(rows^2 columns).
std::vector<std::optional<std::size_t>> cheapestPairing(const PairCosts& costs);

} // namespace blastoscope::base
