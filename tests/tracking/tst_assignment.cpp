// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>

#include "core/base/random.h"
#include "core/tracking/assignment.h"

using namespace blastoscope;
using namespace blastoscope::tracking;

namespace {

constexpr double kAlone = .9;

/// By trying everything.
double leastCost(const CostTable& costs, std::size_t row, std::vector<bool>& taken)
{
    if (row == costs.rows())
        return kAlone * double(std::count(taken.begin(), taken.end(), false));
    double least = kAlone + leastCost(costs, row + 1, taken);
    for (std::size_t c = 0; c < costs.columns(); ++c) {
        if (taken[c] || !costs.at(row, c))
            continue;
        taken[c] = true;
        least = std::min(least, *costs.at(row, c) + leastCost(costs, row + 1, taken));
        taken[c] = false;
    }
    return least;
}

} // namespace

class AssignmentTest : public QObject {
    Q_OBJECT

private slots:
    void isTheCheapestOfAll()
    {
        base::Random random(3);
        for (int round = 0; round < 300; ++round) {
            CostTable costs(std::size_t(random.integer(0, 5)), std::size_t(random.integer(0, 5)));
            for (std::size_t r = 0; r < costs.rows(); ++r)
                for (std::size_t c = 0; c < costs.columns(); ++c)
                    if (random.chance(.7))
                        costs.at(r, c) = random.uniform(0, 2.5);
            std::vector<bool> taken(costs.columns(), false);
            const Assignment found = assign(costs, kAlone);
            QVERIFY(std::abs(found.cost - leastCost(costs, 0, taken)) < 1e-9);

            double sum = 0; // and the pairs are what it costs
            std::vector<int> uses(costs.columns(), 0);
            for (std::size_t r = 0; r < costs.rows(); ++r) {
                sum += found.columnOf[r] ? costs.at(r, *found.columnOf[r]).value() : kAlone;
                if (found.columnOf[r])
                    ++uses[*found.columnOf[r]];
            }
            for (const int use : uses) {
                QVERIFY(use <= 1);
                sum += use == 0 ? kAlone : 0;
            }
            QVERIFY(std::abs(found.cost - sum) < 1e-9);
        }
    }

    void dearPairsStayApart()
    {
        CostTable costs(1, 1);
        costs.at(0, 0) = 1.9;
        QVERIFY(!assign(costs, kAlone).columnOf[0]);
        costs.at(0, 0) = 1.7;
        QCOMPARE(assign(costs, kAlone).columnOf[0].value(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(AssignmentTest)
#include "tst_assignment.moc"
