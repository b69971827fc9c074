// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/assignment.h"

#include <limits>
#include <utility>

namespace blastoscope::tracking {
namespace {

constexpr double kForbidden = 1e6; ///< dearer than any table of allowed pairs

/// Rows, then one stand-in per column; columns, then one stand-in per row. A stand-in takes its own for `unpaired`;
/// those of a pair are put together for nothing.
std::vector<std::vector<double>> augmented(const CostTable& costs, double unpaired)
{
    const std::size_t rows = costs.rows(), columns = costs.columns(), size = rows + columns;
    std::vector<std::vector<double>> table(size, std::vector<double>(size, kForbidden));
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            if (costs.at(r, c)) {
                table[r][c] = *costs.at(r, c);
                table[rows + c][columns + r] = 0;
            }
    for (std::size_t r = 0; r < rows; ++r)
        table[r][columns + r] = unpaired;
    for (std::size_t c = 0; c < columns; ++c)
        table[rows + c][c] = unpaired;
    return table;
}

/// The row of each column in the cheapest complete pairing of a square table: rows join one after the other, each along
/// the shortest augmenting path with respect to reduced costs.
std::vector<std::size_t> rowsOfColumns(const std::vector<std::vector<double>>& table)
{
    const std::size_t size = table.size(), none = size;
    std::vector<double> rowPotential(size + 1, 0), columnPotential(size + 1, 0);
    std::vector<std::size_t> rowOf(size + 1, none); // the last column stands for the row that joins
    for (std::size_t joining = 0; joining < size; ++joining) {
        rowOf[size] = joining;
        std::vector<double> least(size, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> previous(size, none);
        std::vector<bool> reached(size + 1, false);
        std::size_t column = size;
        while (rowOf[column] != none) {
            reached[column] = true;
            const std::size_t row = rowOf[column];
            double step = std::numeric_limits<double>::infinity();
            std::size_t next = none;
            for (std::size_t c = 0; c < size; ++c) {
                if (reached[c])
                    continue;
                const double reduced = table[row][c] - rowPotential[row] - columnPotential[c];
                if (reduced < least[c]) {
                    least[c] = reduced;
                    previous[c] = column;
                }
                if (least[c] < step) {
                    step = least[c];
                    next = c;
                }
            }
            for (std::size_t c = 0; c <= size; ++c) {
                if (reached[c]) {
                    rowPotential[rowOf[c]] += step;
                    columnPotential[c] -= step;
                } else if (c < size) {
                    least[c] -= step;
                }
            }
            column = next;
        }
        for (; column != size; column = previous[column])
            rowOf[column] = rowOf[previous[column]];
    }
    rowOf.pop_back();
    return rowOf;
}

} // namespace

Assignment assign(const CostTable& costs, double unpaired)
{
    const auto table = augmented(costs, unpaired);
    const std::vector<std::size_t> rowOf = rowsOfColumns(table);
    Assignment result;
    result.columnOf.resize(costs.rows());
    for (std::size_t c = 0; c < rowOf.size(); ++c) {
        result.cost += table[rowOf[c]][c];
        if (c < costs.columns() && rowOf[c] < costs.rows())
            result.columnOf[rowOf[c]] = c;
    }
    return result;
}

} // namespace blastoscope::tracking
