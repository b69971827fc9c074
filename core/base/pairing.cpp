// SPDX-License-Identifier: Apache-2.0
#include "core/base/pairing.h"

#include <limits>
#include <utility>

namespace blastoscope::base {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Rows join one after the other, each along the shortest augmenting path with respect to reduced costs.
class Hungarian {
public:
    explicit Hungarian(const PairCosts& costs)
        : m_costs(costs), m_rowPotential(costs.rows, 0), m_columnPotential(costs.columns, 0), m_rowOf(costs.columns)
    {
    }

    std::vector<std::optional<std::size_t>> solve()
    {
        for (std::size_t row = 0; row < m_costs.rows; ++row)
            addRow(row);
        return std::move(m_rowOf);
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
            if (!m_rowOf[column])
                break;
            row = *m_rowOf[column];
        }
        for (; column != kNone; column = previous[column])
            m_rowOf[column] = previous[column] == kNone ? newRow : m_rowOf[previous[column]];
    }

    void shift(double delta, std::size_t newRow, const std::vector<std::size_t>& reached, const std::vector<bool>& done,
               std::vector<double>& slack)
    {
        m_rowPotential[newRow] += delta;
        for (const std::size_t c : reached) {
            m_rowPotential[*m_rowOf[c]] += delta;
            m_columnPotential[c] -= delta;
        }
        for (std::size_t c = 0; c < slack.size(); ++c)
            if (!done[c])
                slack[c] -= delta;
    }

    const PairCosts& m_costs;
    std::vector<double> m_rowPotential, m_columnPotential;
    std::vector<std::optional<std::size_t>> m_rowOf;
};

} // namespace

std::vector<std::optional<std::size_t>> cheapestPairing(const PairCosts& costs)
{
    return Hungarian(costs).solve();
}

} // namespace blastoscope::base
