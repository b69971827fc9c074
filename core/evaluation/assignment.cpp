// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/assignment.h"

#include <map>
#include <unordered_map>

#include "core/base/pairing.h"
#include "core/base/union_find.h"

namespace blastoscope::evaluation {
namespace {

/// One connected group; every row may also stay alone, at no gain, in a column of its own.
void assignGroup(const std::vector<WeightedPair>& pairs, std::vector<std::optional<std::size_t>>& columnOf)
{
    std::vector<std::size_t> rows, columns;
    std::unordered_map<std::size_t, std::size_t> rowIndex, columnIndex;
    for (const WeightedPair& pair : pairs) {
        if (rowIndex.emplace(pair.row, rows.size()).second)
            rows.push_back(pair.row);
        if (columnIndex.emplace(pair.column, columns.size()).second)
            columns.push_back(pair.column);
    }
    base::PairCosts costs(rows.size(), columns.size() + rows.size(), 0);
    for (const WeightedPair& pair : pairs)
        costs.at(rowIndex.at(pair.row), columnIndex.at(pair.column)) = -pair.weight;
    const auto rowOf = base::cheapestPairing(costs);
    for (const WeightedPair& pair : pairs)
        if (rowOf[columnIndex.at(pair.column)] == rowIndex.at(pair.row))
            columnOf[pair.row] = pair.column;
}

} // namespace

std::vector<std::optional<std::size_t>> heaviestAssignment(const std::vector<WeightedPair>& pairs, std::size_t rows,
                                                           std::size_t columns)
{
    base::UnionFind groups(rows + columns); // columns are numbered after the rows
    for (const WeightedPair& pair : pairs)
        groups.join(pair.row, rows + pair.column);
    std::map<std::size_t, std::vector<WeightedPair>> ofGroup;
    for (const WeightedPair& pair : pairs)
        ofGroup[groups.rootOf(pair.row)].push_back(pair);
    std::vector<std::optional<std::size_t>> columnOf(rows);
    for (const auto& [root, members] : ofGroup) {
        if (members.size() == 1)
            columnOf[members.front().row] = members.front().column;
        else
            assignGroup(members, columnOf);
    }
    return columnOf;
}

} // namespace blastoscope::evaluation
