// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/assignment.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace blastoscope::evaluation {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Which rows and columns hang together; columns are numbered after the rows.
class Groups {
public:
    explicit Groups(std::size_t nodes) : m_parent(nodes)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t(0));
    }

    std::size_t find(std::size_t node)
    {
        while (m_parent[node] != node)
            node = m_parent[node] = m_parent[m_parent[node]];
        return node;
    }

    void join(std::size_t a, std::size_t b) { m_parent[find(a)] = find(b); }

private:
    std::vector<std::size_t> m_parent;
};

/// Rows x columns costs with at least as many columns as rows.
struct Costs {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values;
    double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};

/// Shortest augmenting paths with potentials, O(rows^2 columns); the column of every row.
class Hungarian {
public:
    explicit Hungarian(const Costs& costs)
        : m_costs(costs), m_rowPotential(costs.rows, 0), m_columnPotential(costs.columns, 0),
          m_rowOf(costs.columns, kNone)
    {
    }

    std::vector<std::size_t> solve()
    {
        for (std::size_t row = 0; row < m_costs.rows; ++row)
            addRow(row);
        std::vector<std::size_t> columnOf(m_costs.rows, kNone);
        for (std::size_t column = 0; column < m_costs.columns; ++column)
            if (m_rowOf[column] != kNone)
                columnOf[m_rowOf[column]] = column;
        return columnOf;
    }

private:
    void addRow(std::size_t newRow)
    {
        std::vector<double> slack(m_costs.columns, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> previous(m_costs.columns, kNone); // column before this one on the path
        std::vector<std::size_t> reached;
        std::vector<bool> done(m_costs.columns, false);
        std::size_t row = newRow, column = kNone;
        while (true) {
            std::size_t next = kNone;
            for (std::size_t c = 0; c < m_costs.columns; ++c) {
                if (done[c])
                    continue;
                const double reduced = m_costs.at(row, c) - m_rowPotential[row] - m_columnPotential[c];
                if (reduced < slack[c]) {
                    slack[c] = reduced;
                    previous[c] = column;
                }
                if (next == kNone || slack[c] < slack[next])
                    next = c;
            }
            shift(slack[next], newRow, reached, done, slack);
            done[next] = true;
            reached.push_back(next);
            column = next;
            if (m_rowOf[column] == kNone)
                break;
            row = m_rowOf[column];
        }
        for (; column != kNone; column = previous[column])
            m_rowOf[column] = previous[column] == kNone ? newRow : m_rowOf[previous[column]];
    }

    void shift(double delta, std::size_t newRow, const std::vector<std::size_t>& reached, const std::vector<bool>& done,
               std::vector<double>& slack)
    {
        m_rowPotential[newRow] += delta;
        for (const std::size_t c : reached) {
            m_rowPotential[m_rowOf[c]] += delta;
            m_columnPotential[c] -= delta;
        }
        for (std::size_t c = 0; c < slack.size(); ++c)
            if (!done[c])
                slack[c] -= delta;
    }

    const Costs& m_costs;
    std::vector<double> m_rowPotential, m_columnPotential;
    std::vector<std::size_t> m_rowOf;
};

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
    const std::size_t width = columns.size() + rows.size();
    Costs costs{rows.size(), width, std::vector<double>(rows.size() * width, 0)};
    for (const WeightedPair& pair : pairs)
        costs.values[rowIndex.at(pair.row) * width + columnIndex.at(pair.column)] = -pair.weight;
    const auto solved = Hungarian(costs).solve();
    for (const WeightedPair& pair : pairs)
        if (solved[rowIndex.at(pair.row)] == columnIndex.at(pair.column))
            columnOf[pair.row] = pair.column;
}

} // namespace

std::vector<std::optional<std::size_t>> heaviestAssignment(const std::vector<WeightedPair>& pairs, std::size_t rows,
                                                           std::size_t columns)
{
    Groups groups(rows + columns);
    for (const WeightedPair& pair : pairs)
        groups.join(pair.row, rows + pair.column);
    std::map<std::size_t, std::vector<WeightedPair>> ofGroup;
    for (const WeightedPair& pair : pairs)
        ofGroup[groups.find(pair.row)].push_back(pair);
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
