// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTest>

#include "core/tracking/tracker.h"
#include "tests/tracking/tracking_score.h"

using namespace blastoscope;
using namespace blastoscope::tests;

namespace {

constexpr int kEmbryos = 10;
constexpr int kFrames = 160; ///< to about 62 h

} // namespace

/// Links and divisions of whole simulated embryos, from 1 cell to about 8, against their lineage.
class TrackingAccuracyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (int embryo = 0; embryo < kEmbryos; ++embryo)
            m_lapses.push_back(simulatedLapse(std::uint64_t(900 + embryo), kFrames));
    }

    void cellsAndDivisionsAreFound_data()
    {
        QTest::addColumn<double>("missed");
        QTest::addColumn<double>("blurred");
        QTest::addColumn<double>("invented");
        QTest::addColumn<double>("links");
        QTest::addColumn<double>("divisions");
        QTest::newRow("exact silhouettes") << 0. << 0. << 0. << .98 << .95;
        QTest::newRow("places and radii off by 1 px") << 0. << 1. << 0. << .98 << .95;
        QTest::newRow("and 3 % missed, in 3 % of the frames one invented") << .03 << 1. << .03 << .98 << .9;
        QTest::newRow("and 5 % of each") << .05 << 1. << .05 << .98 << .85;
    }
    void cellsAndDivisionsAreFound()
    {
        QFETCH(double, missed);
        QFETCH(double, blurred);
        QFETCH(double, invented);
        QFETCH(double, links);
        QFETCH(double, divisions);
        Score linkScore, divisionScore;
        qint64 nanoseconds = 0;
        int frameCount = 0;
        for (std::size_t embryo = 0; embryo < m_lapses.size(); ++embryo) {
            SimulatedLapse seen = damaged(m_lapses[embryo], {missed, blurred, blurred, invented}, embryo);
            QElapsedTimer timer;
            timer.start();
            tracking::trackCells(seen.frames);
            const tracking::Lineage lineage = tracking::lineageOf(seen.frames);
            nanoseconds += timer.nsecsElapsed();
            frameCount += int(seen.frames.size());
            linkScore += scoreLinks(seen, lineage);
            divisionScore += scoreDivisions(m_lapses[embryo], lineage, 1);
        }
        const QString numbers =
            QStringLiteral("links: precision %1, recall %2, F1 %3; %4 divisions: %5, %6, %7; %8 ms per frame")
                .arg(linkScore.precision(), 0, 'f', 4)
                .arg(linkScore.recall(), 0, 'f', 4)
                .arg(linkScore.f1(), 0, 'f', 4)
                .arg(divisionScore.wanted)
                .arg(divisionScore.precision(), 0, 'f', 3)
                .arg(divisionScore.recall(), 0, 'f', 3)
                .arg(divisionScore.f1(), 0, 'f', 3)
                .arg(double(nanoseconds) / 1e6 / frameCount, 0, 'f', 2);
        qInfo().noquote() << numbers;
        QVERIFY2(linkScore.f1() >= links, qPrintable(numbers));
        QVERIFY2(divisionScore.f1() >= divisions, qPrintable(numbers));
    }

private:
    std::vector<SimulatedLapse> m_lapses;
};

QTEST_GUILESS_MAIN(TrackingAccuracyTest)
#include "tst_tracking_accuracy.moc"
