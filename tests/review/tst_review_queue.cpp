// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTest>

#include "core/review/depth_order.h"
#include "core/review/review_queue.h"
#include "tests/measure/frames.h"

using namespace blastoscope;
using namespace blastoscope::review;
using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::ReviewState;
using tests::discInstance;

namespace {

FrameAnnotation frameOf(std::vector<Instance> instances)
{
    FrameAnnotation frame;
    frame.width = 400;
    frame.height = 300;
    frame.segmented = true;
    frame.instances = std::move(instances);
    return frame;
}

/// That many equal cells side by side, all sure.
FrameAnnotation cells(int count)
{
    return tests::frameOfDiscs(std::vector<double>(std::size_t(count), 30));
}

std::vector<FrameFacts> factsOfCounts(const std::vector<int>& counts)
{
    std::vector<FrameFacts> facts;
    for (const int count : counts)
        facts.push_back(
            {.known = true, .cells = count, .volume = 1000}); // the volume of an embryo does not depend on the count
    return facts;
}

std::optional<Reason> reasonOf(const std::vector<Reason>& reasons, ReasonKind kind)
{
    const auto it = std::find_if(reasons.begin(), reasons.end(), [kind](const Reason& r) { return r.kind == kind; });
    return it == reasons.end() ? std::nullopt : std::optional(*it);
}

/// Without the random frames.
std::vector<QueueEntry> ranked(const std::vector<FrameFacts>& facts)
{
    return rankFrames(facts, {.randomShare = 0});
}

std::vector<int> framesOf(const std::vector<QueueEntry>& entries)
{
    std::vector<int> frames;
    for (const QueueEntry& entry : entries)
        frames.push_back(entry.frame);
    return frames;
}

const QueueEntry* entryAt(const std::vector<QueueEntry>& entries, int frame)
{
    const auto it = std::find_if(entries.begin(), entries.end(), [frame](const auto& e) { return e.frame == frame; });
    return it == entries.end() ? nullptr : &*it;
}

using Ids = std::vector<annotation::InstanceId>;

} // namespace

class ReviewQueueTest : public QObject {
    Q_OBJECT

private slots:
    void aFrameThatLooksRightHasNoReason()
    {
        for (const int count : {1, 2, 4, 8})
            QVERIFY(factsOf(cells(count)).reasons.empty());
        // Cells that overlap as cells do, with an order that the visible parts agree with.
        FrameAnnotation pair = frameOf({discInstance(1, 120, 150, 60), discInstance(2, 200, 150, 60)});
        pair.order = {{1, 2}};
        pair.instances[1].visible = masks::subtracted(pair.instances[1].amodal, pair.instances[0].amodal);
        QVERIFY(factsOf(pair).reasons.empty());
    }

    void theSameObjectTwiceIsFound()
    {
        const auto facts = factsOf(frameOf({discInstance(1, 150, 150, 50), discInstance(2, 153, 150, 50)}));
        const auto reason = reasonOf(facts.reasons, ReasonKind::NearlyIdentical);
        QVERIFY(reason);
        QCOMPARE(reason->ids, (Ids{1, 2}));
        QVERIFY(reason->value > .9);
        QCOMPARE(facts.reasons.size(), std::size_t(1));
    }

    void aCellInsideAnotherIsFoundButNotAFragmentBeforeOne()
    {
        FrameAnnotation frame = frameOf({discInstance(1, 150, 150, 60), discInstance(2, 160, 150, 40)});
        const auto reason = reasonOf(factsOf(frame).reasons, ReasonKind::OneInsideAnother);
        QVERIFY(reason);
        QCOMPARE(reason->ids, (Ids{1, 2}));
        QCOMPARE(reason->value, 1.);
        frame.instances[1].classId = int(base::ObjectClass::Fragment);
        QVERIFY(!reasonOf(factsOf(frame).reasons, ReasonKind::OneInsideAnother));
    }

    void anOrderThatRunsInACircleIsFound()
    {
        QVERIFY(instancesOnCircles({{1, 2}, {2, 3}, {1, 3}}).empty());
        QCOMPARE(instancesOnCircles({{1, 2}, {2, 3}, {3, 1}, {3, 4}}), (Ids{1, 2, 3}));
        FrameAnnotation frame =
            frameOf({discInstance(1, 130, 130, 50), discInstance(2, 190, 130, 50), discInstance(3, 160, 180, 50)});
        frame.order = {{1, 2}, {2, 3}, {3, 1}};
        const auto reason = reasonOf(factsOf(frame).reasons, ReasonKind::ContradictoryOrder);
        QVERIFY(reason);
        QCOMPARE(reason->ids, (Ids{1, 2, 3}));
    }

    void anOrderAgainstTheModelsVisiblePartIsFound()
    {
        FrameAnnotation frame = frameOf({discInstance(1, 120, 150, 60), discInstance(2, 200, 150, 60)});
        frame.order = {{1, 2}};
        frame.instances[1].visible = frame.instances[1].amodal; // the model sees all of the one that is covered
        const auto reason = reasonOf(factsOf(frame).reasons, ReasonKind::ContradictoryOrder);
        QVERIFY(reason);
        QCOMPARE(reason->ids, (Ids{1, 2}));
        frame.instances[1].origin = annotation::Origin::Edited; // then a person says so
        QVERIFY(!reasonOf(factsOf(frame).reasons, ReasonKind::ContradictoryOrder));
    }

    void theLeastSureMaskOfAModelCounts()
    {
        FrameAnnotation frame = cells(3);
        frame.instances[0].score = .75;
        frame.instances[1].score = .55;
        const auto facts = factsOf(frame);
        const auto reason = reasonOf(facts.reasons, ReasonKind::LowConfidence);
        QVERIFY(reason);
        QCOMPARE(reason->value, .55);
        QCOMPARE(reason->ids, Ids{2});
        frame.instances[1].score = .45;
        QVERIFY(reasonOf(factsOf(frame).reasons, ReasonKind::LowConfidence)->weight > reason->weight);
        for (Instance& instance : frame.instances)
            instance.origin = annotation::Origin::Edited;
        QVERIFY(!reasonOf(factsOf(frame).reasons, ReasonKind::LowConfidence));
    }

    void oddSizesAndShapesAreFound()
    {
        const auto tiny = reasonOf(factsOf(tests::frameOfDiscs({40, 41, 39, 12})).reasons, ReasonKind::ImplausibleSize);
        QVERIFY(tiny);
        QCOMPARE(tiny->ids, Ids{4});
        QVERIFY(tiny->value < .4);
        const auto giant =
            reasonOf(factsOf(tests::frameOfDiscs({20, 20, 20, 45})).reasons, ReasonKind::ImplausibleSize);
        QVERIFY(giant);
        QCOMPARE(giant->ids, Ids{4});
        // Three cells after the second division of one of two: as it should be.
        QVERIFY(factsOf(tests::frameOfDiscs({45, 36, 36})).reasons.empty());

        FrameAnnotation pieces = frameOf({discInstance(1, 100, 150, 40)});
        pieces.instances[0].amodal = masks::united(pieces.instances[0].amodal, tests::disc(400, 300, 300, 150, 15));
        QVERIFY(reasonOf(factsOf(pieces).reasons, ReasonKind::ImplausibleShape));
        FrameAnnotation bitten = frameOf({discInstance(1, 150, 150, 60)});
        bitten.instances[0].amodal = masks::subtracted(bitten.instances[0].amodal, tests::disc(400, 300, 200, 150, 35));
        QVERIFY(reasonOf(factsOf(bitten).reasons, ReasonKind::ImplausibleShape));
        FrameAnnotation stick = frameOf({discInstance(1, 150, 150, 60)});
        stick.instances[0].amodal = tests::rectangle(400, 300, 50, 100, 200, 40);
        QVERIFY(reasonOf(factsOf(stick).reasons, ReasonKind::ImplausibleShape));
    }

    void whatTheBorderCutsIsNotJudged() { QVERIFY(factsOf(frameOf({discInstance(1, 10, 150, 60)})).reasons.empty()); }

    void anEmptyFrameOfAModelNeedsEyes()
    {
        QVERIFY(reasonOf(factsOf(frameOf({})).reasons, ReasonKind::FoundNothing));
        FrameAnnotation untouched = frameOf({});
        untouched.segmented = false;
        QVERIFY(!factsOf(untouched).known);
        QVERIFY(factsOf(untouched).reasons.empty());
    }

    void aCountThatDiffersFromBothNeighboursIsTheOddOne()
    {
        const auto entries = ranked(factsOfCounts({4, 4, 5, 4, 4}));
        QCOMPARE(framesOf(entries), std::vector<int>{2});
        QCOMPARE(int(entries[0].reasons[0].kind), int(ReasonKind::CountDiffers));
        QCOMPARE(entries[0].reasons[0].value, 4.);
    }

    void countsThatFallLeapOrRiseAreToldApart_data()
    {
        QTest::addColumn<std::vector<int>>("counts");
        QTest::addColumn<int>("kind");
        QTest::newRow("a division") << std::vector{2, 2, 3, 3} << int(ReasonKind::CountRises);
        QTest::newRow("all divide") << std::vector{2, 2, 4, 4} << int(ReasonKind::CountRises);
        QTest::newRow("too many at once") << std::vector{2, 2, 7, 7} << int(ReasonKind::CountLeaps);
        QTest::newRow("a cell vanishes") << std::vector{5, 5, 4, 4} << int(ReasonKind::CountFalls);
    }

    void countsThatFallLeapOrRiseAreToldApart()
    {
        QFETCH(std::vector<int>, counts);
        QFETCH(int, kind);
        const auto entries = ranked(factsOfCounts(counts));
        QCOMPARE(framesOf(entries), std::vector<int>{2});
        QCOMPARE(int(entries[0].reasons[0].kind), kind);
        QCOMPARE(entries[0].reasons[0].value, double(counts[1]));
    }

    void farAndRejectedFramesAreNoNeighbours()
    {
        std::vector<FrameFacts> facts = factsOfCounts({2, 0, 0, 0, 0, 8});
        for (int frame = 1; frame <= 4; ++frame)
            facts[std::size_t(frame)].known = false;
        QVERIFY(ranked(facts).empty());
        facts = factsOfCounts({4, 4, 9, 4, 4});
        facts[2].review = ReviewState::Rejected;
        QVERIFY(ranked(facts).empty());
    }

    void theVolumeOfAllCellsStaysWithinAStack()
    {
        std::vector<FrameFacts> facts = factsOfCounts({4, 4, 4, 4, 4, 4});
        facts[3].volume = 300;
        const auto entries = ranked(facts);
        QCOMPARE(framesOf(entries), std::vector<int>{3});
        QCOMPARE(int(entries[0].reasons[0].kind), int(ReasonKind::ImplausibleVolume));
        QCOMPARE(entries[0].reasons[0].value, .3);
    }

    void objectsThatAreNoBlastomeresMayComeGoAndHaveAnyForm()
    {
        FrameAnnotation worm = frameOf({discInstance(1, 150, 150, 60)});
        worm.instances[0].amodal = tests::rectangle(400, 300, 50, 100, 200, 40);
        worm.instances[0].ownName = "worm";
        QVERIFY(!factsOf(worm).ofEmbryo);
        QVERIFY(factsOf(worm).reasons.empty());
        worm.instances[0].amodal =
            masks::united(worm.instances[0].amodal, tests::rectangle(400, 300, 300, 20, 60, 60)); // in pieces
        QVERIFY(reasonOf(factsOf(worm).reasons, ReasonKind::ImplausibleShape));

        std::vector<FrameFacts> facts = factsOfCounts({50, 45, 52, 50, 30, 29, 29, 29});
        for (FrameFacts& frame : facts)
            frame.ofEmbryo = false;
        facts[6].volume = 10;
        const auto entries = ranked(facts);
        QCOMPARE(framesOf(entries), std::vector<int>{4});
        QCOMPARE(int(entries[0].reasons[0].kind), int(ReasonKind::CountFalls));
    }

    void reviewedFramesLeaveTheQueue()
    {
        for (const ReviewState state : {ReviewState::Accepted, ReviewState::Corrected, ReviewState::Rejected}) {
            std::vector<FrameFacts> facts = factsOfCounts({4, 4, 5, 4, 4});
            facts[2].review = state;
            QVERIFY(ranked(facts).empty());
        }
    }

    void theNeediestComesFirstAndReasonsAddUp()
    {
        std::vector<FrameFacts> facts = factsOfCounts({4, 4, 4, 4});
        facts[1].reasons = {{ReasonKind::LowConfidence, .4, .6, {1}}};
        facts[2].reasons = {{ReasonKind::LowConfidence, .4, .6, {1}}, {ReasonKind::NearlyIdentical, 1, .9, {1, 2}}};
        facts[3].reasons = {{ReasonKind::LowConfidence, .4, .6, {1}}};
        const auto entries = ranked(facts);
        QCOMPARE(framesOf(entries), (std::vector{2, 1, 3}));
        QCOMPARE(int(entries[0].reasons[0].kind), int(ReasonKind::NearlyIdentical));
        QCOMPARE(entries[0].need, 1.);
        QCOMPARE(entries[1].need, .4);
    }

    void randomFramesAreTheSameForASeedAndReachedEarly()
    {
        const std::vector<int> picked = randomFrames(100, .05, 7);
        QCOMPARE(picked.size(), std::size_t(5));
        QVERIFY(std::is_sorted(picked.begin(), picked.end()));
        QCOMPARE(randomFrames(100, .05, 7), picked);
        QVERIFY(randomFrames(100, .05, 8) != picked);
        QCOMPARE(randomFrames(3, .05, 7).size(), std::size_t(1));
        QVERIFY(randomFrames(0, .05, 7).empty());

        std::vector<FrameFacts> facts = factsOfCounts(std::vector<int>(100, 4));
        for (int frame = 0; frame < 100; ++frame)
            if (!std::binary_search(picked.begin(), picked.end(), frame))
                facts[std::size_t(frame)].reasons = {{ReasonKind::LowConfidence, .3, .6, {1}}};
        const auto entries = rankFrames(facts, {.seed = 7, .randomShare = .05});
        QCOMPARE(entries.size(), std::size_t(100));
        for (std::size_t i = 0; i < 25; ++i)
            QCOMPARE(entries[i].reasons[0].kind == ReasonKind::Random, i % 5 == 4);
        // Whoever reviews one of them changes nothing about the others.
        facts[std::size_t(picked[0])].review = ReviewState::Accepted;
        const auto left = rankFrames(facts, {.seed = 7, .randomShare = .05});
        for (std::size_t k = 1; k < picked.size(); ++k)
            QVERIFY(entryAt(left, picked[k]));
        QVERIFY(!entryAt(left, picked[0]));
    }

    void theSeedOfAnEmbryoIsItsOwn()
    {
        QCOMPARE(seedOf("0123456789abcdef"), seedOf("0123456789abcdef"));
        QVERIFY(seedOf("0123456789abcdef") != seedOf("0123456789abcdee"));
        QVERIFY(seedOf("") != 0);
    }
};

QTEST_GUILESS_MAIN(ReviewQueueTest)
#include "tst_review_queue.moc"
