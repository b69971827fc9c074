// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/assignment.h"

#include "core/base/pairing.h"

namespace blastoscope::tracking {
namespace {

constexpr double kForbidden = 1e6; ///< dearer than any table of allowed pairs

/// Rows, then one stand-in per column; columns, then one stand-in per row. A stand-in takes its own for `unpaired`;
/// those of a pair are put together for nothing.
base::PairCosts augmented(const CostTable& costs, double unpaired)
{
    const std::size_t rows = costs.rows(), columns = costs.columns(), size = rows + columns;
    base::PairCosts table(size, size, kForbidden);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            if (costs.at(r, c)) {
                table.at(r, c) = *costs.at(r, c);
                table.at(rows + c, columns + r) = 0;
            }
    for (std::size_t r = 0; r < rows; ++r)
        table.at(r, columns + r) = unpaired;
    for (std::size_t c = 0; c < columns; ++c)
        table.at(rows + c, c) = unpaired;
    return table;
}

} // namespace

Assignment assign(const CostTable& costs, double unpaired)
{
    const base::PairCosts table = augmented(costs, unpaired);
    const auto rowOf = base::cheapestPairing(table); // of a square table: every column has one
    Assignment result;
    result.columnOf.resize(costs.rows());
    for (std::size_t c = 0; c < rowOf.size(); ++c) {
        result.cost += table.at(*rowOf[c], c);
        if (c < costs.columns() && *rowOf[c] < costs.rows())
            result.columnOf[*rowOf[c]] = c;
    }
    return result;
}

} // namespace blastoscope::tracking
