// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <QTest>

#include "core/base/object_class.h"
#include "core/masks/morphology.h"
#include "core/tracking/lineage.h"
#include "core/tracking/tracker.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::tracking;

namespace {

constexpr int kSize = 200;

Cell discCell(int id, double x, double y, double radius)
{
    return Cell(id, tests::disc(kSize, kSize, x, y, radius));
}

/// Frames 0, 1, 2 … with these cells.
std::vector<CellFrame> lapse(std::vector<std::vector<Cell>> cells)
{
    std::vector<CellFrame> frames;
    for (std::size_t t = 0; t < cells.size(); ++t)
        frames.push_back({int(t), std::move(cells[t])});
    return frames;
}

std::vector<Cell> mother()
{
    return {discCell(1, 100, 100, 50)};
}

std::vector<Cell> daughters()
{
    return {discCell(1, 72, 100, 38), discCell(2, 128, 100, 38)};
}

std::optional<int> trackOf(const std::vector<CellFrame>& frames, std::size_t frame, int id)
{
    for (const Cell& cell : frames[frame].cells)
        if (cell.id == id)
            return cell.trackId;
    return std::nullopt;
}

} // namespace

class TrackerTest : public QObject {
    Q_OBJECT

private slots:
    void cellsKeepTheirTrackWhateverTheirIds()
    {
        auto frames = lapse({{discCell(1, 60, 100, 30), discCell(2, 140, 100, 30)},
                             {discCell(1, 142, 101, 30), discCell(2, 61, 99, 30)}});
        trackCells(frames);
        QCOMPARE(trackOf(frames, 0, 1), std::optional(1));
        QCOMPARE(trackOf(frames, 0, 2), std::optional(2));
        QCOMPARE(trackOf(frames, 1, 2), std::optional(1));
        QCOMPARE(trackOf(frames, 1, 1), std::optional(2));
    }

    void embryoThatJumpsIsTheSameEmbryo()
    {
        // Each cell lands where the other one was.
        auto frames = lapse({{discCell(1, 60, 100, 30), discCell(2, 100, 100, 26)},
                             {discCell(1, 98, 100, 30), discCell(2, 138, 100, 26)}});
        trackCells(frames);
        QCOMPARE(trackOf(frames, 1, 1), std::optional(1));
        QCOMPARE(trackOf(frames, 1, 2), std::optional(2));
    }

    void divisionEndsTheMotherAndBeginsTwoTracks()
    {
        auto frames = lapse({mother(), mother(), daughters(), daughters(), daughters()});
        trackCells(frames);
        const Lineage lineage = lineageOf(frames);
        QCOMPARE(lineage.size(), std::size_t(3));
        QCOMPARE(lineage.at(1).daughters, (std::vector<int>{2, 3}));
        QCOMPARE(lineage.at(1).lastFrame(), 1);
        QCOMPARE(lineage.at(2).firstFrame(), 2);
        QCOMPARE(lineage.at(2).mother, std::optional(1));
        QCOMPARE(lineage.at(1).generation, std::optional(0));
        QCOMPARE(lineage.at(3).generation, std::optional(1));
        QCOMPARE(lineage.at(3).share, .5);
    }

    void divisionIntoThreeIsSeen()
    {
        const std::vector<Cell> three = {discCell(1, 100, 72, 34), discCell(2, 74, 116, 34), discCell(3, 126, 116, 34)};
        auto frames = lapse({mother(), mother(), three, three, three});
        trackCells(frames);
        QCOMPARE(lineageOf(frames).at(1).daughters.size(), std::size_t(3));
    }

    void cellThatIsMissedForUpToThreeFramesStaysItself_data()
    {
        QTest::addColumn<int>("gap");
        QTest::addColumn<bool>("same");
        QTest::newRow("one") << 1 << true;
        QTest::newRow("three") << 3 << true;
        QTest::newRow("four") << 4 << false;
    }
    void cellThatIsMissedForUpToThreeFramesStaysItself()
    {
        QFETCH(int, gap);
        QFETCH(bool, same);
        const std::vector<Cell> both = {discCell(1, 60, 100, 30), discCell(2, 140, 100, 30)};
        std::vector<std::vector<Cell>> cells = {both, both, both};
        for (int i = 0; i < gap; ++i)
            cells.push_back({both[0]});
        for (int i = 0; i < 3; ++i)
            cells.push_back(both);
        auto frames = lapse(std::move(cells));
        trackCells(frames);
        QCOMPARE(trackOf(frames, frames.size() - 1, 2) == trackOf(frames, 0, 2), same);
    }

    void secondDaughterMayShowUpLate()
    {
        const std::vector<Cell> first = {daughters()[0]};
        auto frames = lapse({mother(), mother(), first, first, daughters(), daughters(), daughters()});
        trackCells(frames);
        const Lineage lineage = lineageOf(frames);
        QCOMPARE(lineage.at(1).daughters.size(), std::size_t(2));
        QCOMPARE(lineage.at(1).lastFrame(), 1);
    }

    void motherMayBeMissedJustBeforeSheDivides()
    {
        auto frames = lapse({mother(), mother(), {}, daughters(), daughters(), daughters()});
        trackCells(frames);
        QCOMPARE(lineageOf(frames).at(1).daughters.size(), std::size_t(2));
    }

    void cellFromNowhereMustLast()
    {
        const Cell ghost = discCell(9, 30, 30, 15);
        std::vector<Cell> with = mother();
        with.push_back(ghost);
        auto passing = lapse({mother(), with, with, mother(), mother()});
        trackCells(passing);
        QVERIFY(!trackOf(passing, 1, 9));
        QVERIFY(trackOf(passing, 1, 1));
        auto lasting = lapse({mother(), with, with, with, mother()});
        trackCells(lasting);
        QVERIFY(trackOf(lasting, 1, 9));
        QVERIFY(!lineageOf(lasting).at(*trackOf(lasting, 1, 9)).mother);
    }

    void divisionThatIsTakenBackWasNone()
    {
        auto frames = lapse({mother(), mother(), daughters(), mother(), mother(), mother()});
        trackCells(frames);
        QCOMPARE(trackOf(frames, 5, 1), trackOf(frames, 0, 1));
        QVERIFY(lineageOf(frames).at(1).daughters.empty());
    }

    void earlierTracksDoNotCount()
    {
        auto frames = lapse({mother(), mother()});
        frames[0].cells[0].trackId = 7;
        frames[1].cells[0].trackId = 8;
        trackCells(frames);
        QCOMPARE(trackOf(frames, 0, 1), std::optional(1));
        QCOMPARE(trackOf(frames, 1, 1), std::optional(1));
    }

    void lineageFollowsTracksThatSomebodyElseMade()
    {
        auto frames = lapse({mother(), daughters()});
        QVERIFY(lineageOf(frames).empty());
        frames[0].cells[0].trackId = 40;
        frames[1].cells[0].trackId = 12;
        frames[1].cells[1].trackId = 11;
        QCOMPARE(lineageOf(frames).at(40).daughters, (std::vector<int>{11, 12}));
    }

    void generationsNeedTheOneCellEmbryo()
    {
        auto frames = lapse({daughters(), daughters()});
        trackCells(frames);
        QVERIFY(!lineageOf(frames).at(1).generation);
    }

    void cellsThatFlowTogetherAreSeen()
    {
        const auto together = [](std::size_t apart, std::size_t after) {
            std::vector<std::vector<Cell>> cells(apart, daughters());
            cells.insert(cells.end(), after, mother());
            auto frames = lapse(std::move(cells));
            trackCells(frames);
            std::set<int> wholes;
            for (const auto& [id, track] : lineageOf(frames))
                if (track.flowedInto)
                    wholes.insert(*track.flowedInto);
            return int(wholes.size());
        };
        QCOMPARE(together(4, 4), 1);
        QCOMPARE(together(2, 4), 0); // they were not two for long enough
        QCOMPARE(together(4, 2), 0); // nor did they stay one
        auto gone =
            lapse({daughters(), daughters(), daughters(), {daughters()[0]}, {daughters()[0]}, {daughters()[0]}});
        trackCells(gone);
        for (const auto& [id, track] : lineageOf(gone))
            QVERIFY(!track.flowedInto); // one vanished; the other did not grow
    }

    void picturesOfAnotherSizeAreNoFailure()
    {
        const std::vector<Cell> small = {Cell(1, tests::disc(90, 80, 40, 40, 20))};
        auto frames = lapse({mother(), mother(), mother(), small, small, small, mother(), mother(), mother()});
        trackCells(frames);
        for (std::size_t frame = 0; frame < frames.size(); ++frame)
            QVERIFY2(trackOf(frames, frame, 1), qPrintable(QString::number(frame)));
        QVERIFY(!lineageOf(frames).empty());
    }

    void onlyBlastomeresAreTracked()
    {
        annotation::FrameAnnotation frame;
        frame.width = frame.height = kSize;
        for (const base::ObjectClass kind : {base::ObjectClass::Fragment, base::ObjectClass::Blastomere}) {
            annotation::Instance instance;
            instance.id = frame.nextId();
            instance.classId = int(kind);
            instance.amodal = tests::disc(kSize, kSize, 100, 100, 30);
            frame.instances.push_back(instance);
        }
        const CellFrame cells = cellFrameOf(4, frame);
        QCOMPARE(cells.frame, 4);
        QCOMPARE(cells.cells.size(), std::size_t(1));
        QCOMPARE(cells.cells[0].id, 2);
        QVERIFY(std::abs(cells.cells[0].centroid.x - 100) < .5);
        QVERIFY(std::abs(cells.cells[0].centroid.y - 100) < .5);
        frame.instances[1].ownName = "nucleus";
        QVERIFY(cellFrameOf(4, frame).cells.empty());
    }

    void trackingCanBeWatchedAndStopped()
    {
        auto frames = lapse({mother(), mother(), daughters(), daughters(), daughters()});
        frames[0].cells[0].trackId = 7;
        base::CancellationToken cancel;
        std::int64_t done = 0;
        const auto stopAtTheThird = [&](const base::Progress& progress) {
            QCOMPARE(progress.total, std::int64_t(5));
            done = progress.done;
            if (done == 2)
                cancel.cancel();
        };
        const auto stopped = trackCells(frames, cancel, stopAtTheThird);
        QCOMPARE(stopped.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(done, std::int64_t(2));
        QCOMPARE(trackOf(frames, 0, 1), std::optional(7)); // as it was
        QVERIFY(!trackOf(frames, 3, 1));
        QVERIFY(trackCells(frames));
        QVERIFY(!lineageOf(frames).empty());
        QVERIFY(lineageOf(frames, cancel).empty());
    }

    void hundredsOfObjectsAreTrackedToo()
    {
        std::vector<Cell> many;
        const masks::RleMask disc = tests::disc(1000, 1000, 25, 25, 18);
        for (int i = 0; i < 400; ++i)
            many.emplace_back(i, masks::translated(disc, 50 * (i % 20), 50 * (i / 20)));
        auto frames = lapse(std::vector<std::vector<Cell>>(10, many));
        trackCells(frames);
        QCOMPARE(lineageOf(frames).size(), many.size());
    }
};

QTEST_GUILESS_MAIN(TrackerTest)
#include "tst_tracker.moc"
