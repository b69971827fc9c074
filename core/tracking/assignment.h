// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace blastoscope::tracking {

/// What it costs to pair row r with column c; a pair without a cost is forbidden. Costs are >= 0.
class CostTable {
public:
    CostTable(std::size_t rows, std::size_t columns) : m_columns(columns), m_rows(rows), m_costs(rows * columns) {}

    std::size_t rows() const { return m_rows; }
    std::size_t columns() const { return m_columns; }
    std::optional<double>& at(std::size_t row, std::size_t column) { return m_costs[row * m_columns + column]; }
    const std::optional<double>& at(std::size_t row, std::size_t column) const
    {
        return m_costs[row * m_columns + column];
    }

private:
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<std::optional<double>> m_costs;
};

/// A pairing of rows and columns; see assign().
struct Assignment {
    std::vector<std::optional<std::size_t>> columnOf; ///< per row; nothing = unpaired
    double cost = 0;                                  ///< of all pairs and of all rows and columns without one
};

/// The cheapest pairing in which every row and every column may also stay alone for `unpaired`. Exact:
/// base::cheapestPairing of the augmented square table, O((rows + columns)^3).
Assignment assign(const CostTable& costs, double unpaired);

} // namespace blastoscope::tracking
