// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/frame_linking.h"

#include <algorithm>
#include <utility>

#include "core/tracking/assignment.h"
#include "core/tracking/link_cost.h"

namespace blastoscope::tracking {
namespace {

constexpr double kWaiting = .1; ///< per frame that a candidate is missing

double waitingCost(const Candidate& candidate)
{
    return kWaiting * double(candidate.missing);
}

struct Division {
    Step step;
    double cost = 0;
};

class FramePair {
public:
    FramePair(const std::vector<Candidate>& before, const std::vector<Cell>& after) : m_before(before), m_after(after)
    {
        m_motherUsed.assign(m_before.size(), true);
        m_childUsed.assign(m_after.size(), true);
        m_links.assign(m_before.size(), std::vector<std::optional<double>>(m_after.size()));
        m_related.assign(m_before.size(), std::vector<bool>(m_after.size()));
        for (std::size_t i = 0; i < m_before.size(); ++i)
            for (std::size_t j = 0; j < m_after.size(); ++j)
                if (const auto cost = linkCost(m_before[i].cell, m_after[j])) {
                    m_links[i][j] = *cost + waitingCost(m_before[i]);
                    m_related[i][j] = true;
                }
        findDivisions();
    }

    std::vector<Step> solve()
    {
        std::vector<bool> solved(m_before.size(), false);
        for (std::size_t i = 0; i < m_before.size(); ++i)
            if (!solved[i]) {
                releaseGroup(i);
                for (const std::size_t mother : unused(m_motherUsed))
                    solved[mother] = true;
                solveReleased();
            }
        return std::move(m_steps);
    }

private:
    /// Sets free `mother` and all that it competes with, directly or through others: groups are solved apart, because
    /// the assignment takes the third power of their size.
    void releaseGroup(std::size_t mother)
    {
        std::vector<std::size_t> open = {mother};
        m_motherUsed[mother] = false;
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            for (std::size_t j = 0; j < m_after.size(); ++j) {
                if (!m_related[i][j] || !m_childUsed[j])
                    continue;
                m_childUsed[j] = false;
                for (std::size_t other = 0; other < m_before.size(); ++other)
                    if (m_related[other][j] && m_motherUsed[other]) {
                        m_motherUsed[other] = false;
                        open.push_back(other);
                    }
            }
        }
    }

    /// Divisions and links of the mothers and children that are free; all are used then.
    void solveReleased()
    {
        double cost = assignRest().cost; // of what no division explains
        while (const Division* best = nextDivision(cost)) {
            use(best->step, true);
            m_steps.push_back(best->step);
            cost = assignRest().cost;
        }
        const Assignment links = assignRest();
        const auto mothers = unused(m_motherUsed), children = unused(m_childUsed);
        for (std::size_t row = 0; row < mothers.size(); ++row)
            if (links.columnOf[row])
                m_steps.push_back({mothers[row], {children[*links.columnOf[row]]}});
        m_motherUsed.assign(m_before.size(), true);
        m_childUsed.assign(m_after.size(), true);
    }

    void findDivisions()
    {
        for (std::size_t i = 0; i < m_before.size(); ++i) {
            std::vector<std::size_t> inside;
            for (std::size_t j = 0; j < m_after.size(); ++j)
                if (mayBeDaughter(m_before[i].cell, m_after[j])) {
                    inside.push_back(j);
                    m_related[i][j] = true;
                }
            for (std::size_t a = 0; a < inside.size(); ++a)
                for (std::size_t b = a + 1; b < inside.size(); ++b) {
                    offer(i, {inside[a], inside[b]});
                    for (std::size_t c = b + 1; c < inside.size(); ++c)
                        offer(i, {inside[a], inside[b], inside[c]});
                }
        }
    }

    void offer(std::size_t mother, std::vector<std::size_t> children)
    {
        std::vector<const Cell*> daughters;
        for (const std::size_t child : children)
            daughters.push_back(&m_after[child]);
        if (const auto cost = divisionCost(m_before[mother].cell, daughters))
            m_divisions.push_back({{mother, std::move(children)}, *cost + waitingCost(m_before[mother])});
    }

    bool isFree(const Step& step) const
    {
        return !m_motherUsed[step.mother] && std::none_of(step.children.begin(), step.children.end(),
                                                          [this](std::size_t child) { return m_childUsed[child]; });
    }

    void use(const Step& step, bool used)
    {
        m_motherUsed[step.mother] = used;
        for (const std::size_t child : step.children)
            m_childUsed[child] = used;
    }

    static std::vector<std::size_t> unused(const std::vector<bool>& used)
    {
        std::vector<std::size_t> indices;
        for (std::size_t i = 0; i < used.size(); ++i)
            if (!used[i])
                indices.push_back(i);
        return indices;
    }

    Assignment assignRest() const
    {
        const auto mothers = unused(m_motherUsed), children = unused(m_childUsed);
        CostTable table(mothers.size(), children.size());
        for (std::size_t row = 0; row < mothers.size(); ++row)
            for (std::size_t column = 0; column < children.size(); ++column)
                table.at(row, column) = m_links[mothers[row]][children[column]];
        return assign(table, kUnexplained);
    }

    /// The division that saves most of `cost`; null when none saves anything.
    const Division* nextDivision(double cost)
    {
        const Division* best = nullptr;
        for (const Division& division : m_divisions) {
            if (!isFree(division.step))
                continue;
            use(division.step, true);
            const double total = assignRest().cost + division.cost;
            use(division.step, false);
            if (total < cost) {
                cost = total;
                best = &division;
            }
        }
        return best;
    }

    const std::vector<Candidate>& m_before;
    const std::vector<Cell>& m_after;
    std::vector<std::vector<std::optional<double>>> m_links;
    std::vector<Division> m_divisions;
    std::vector<std::vector<bool>> m_related; ///< a link or a daughter
    std::vector<bool> m_motherUsed;
    std::vector<bool> m_childUsed;
    std::vector<Step> m_steps;
};

} // namespace

std::vector<Step> linkFrame(const std::vector<Candidate>& before, const std::vector<Cell>& after)
{
    return FramePair(before, after).solve();
}

} // namespace blastoscope::tracking
