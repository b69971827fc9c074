// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <QTest>

#include "core/annotation/carried_outline.h"
#include "core/annotation/document.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::annotation;

namespace {

constexpr int kSize = 100;
constexpr int kFrames = 7;

masks::RleMask disc(double x, double y, double radius)
{
    return tests::disc(kSize, kSize, x, y, radius);
}

Instance cell(masks::RleMask shape, std::optional<int> track, Origin origin = Origin::Model)
{
    Instance instance;
    instance.amodal = std::move(shape);
    instance.trackId = track;
    instance.origin = origin;
    if (origin == Origin::Model) {
        instance.modelHash = "abc";
        instance.score = .9;
    }
    return instance;
}

base::Result<CarriedOutlines> planFor(const StackDocument& document, const CarryRequest& request)
{
    std::vector<FrameAnnotation> range;
    const int step = request.to > request.from ? 1 : -1;
    for (int frame = request.from; frame != request.to + step; frame += step)
        range.push_back(document.frame(frame));
    return carryOutlines(range, request);
}

std::vector<int> framesOf(const CarriedOutlines& carried)
{
    std::vector<int> frames;
    for (const CarriedFrame& frame : carried.frames)
        frames.push_back(frame.frame);
    return frames;
}

} // namespace

class CarriedOutlineTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_document = std::make_unique<StackDocument>(kFrames, kSize, kSize); }

    void anOutlineIsCopiedIntoLaterAndEarlierFrames()
    {
        Instance source = cell(disc(50, 50, 20), 4, Origin::Edited);
        source.classId = int(base::ObjectClass::Fragment);
        source.ownName = "spheroid";
        source.uncertain = source.locked = source.hidden = true;
        const InstanceId id = add(3, source);
        for (const int to : {6, 0}) {
            const auto carried = planFor(*m_document, {3, to, {{id, {}}}});
            QVERIFY(carried);
            QCOMPARE(framesOf(*carried), to == 6 ? (std::vector{4, 5, 6}) : (std::vector{2, 1, 0}));
            QVERIFY(carried->interpolatedWith.empty() && carried->ownFrames == 0 && carried->reviewedFrames == 0);
            QVERIFY(applyCarried(*m_document, *carried));
        }
        for (const int frame : {0, 1, 2, 4, 5, 6}) {
            QCOMPARE(m_document->frame(frame).instances.size(), std::size_t(1));
            const Instance& copy = m_document->frame(frame).instances[0];
            QCOMPARE(copy.amodal, source.amodal);
            QCOMPARE(copy.origin, Origin::Drawn);
            QVERIFY(!copy.score && copy.modelHash.empty() && !copy.locked && !copy.hidden && copy.uncertain);
            QCOMPARE(copy.classId, source.classId);
            QCOMPARE(copy.ownName, source.ownName);
            QCOMPARE(copy.trackId, std::optional(4));
            QCOMPARE(m_document->frame(frame).review, ReviewState::ToDo);
        }
    }

    void allFramesAreOneStep()
    {
        const InstanceId id = add(0, cell(disc(50, 50, 20), 1, Origin::Drawn));
        const InstanceId replaced = add(2, cell(disc(52, 50, 20), 1));
        const auto carried = planFor(*m_document, {0, 4, {{id, {}}}});
        QVERIFY(carried && applyCarried(*m_document, *carried));
        QCOMPARE(m_document->undoKind(), std::optional(StepKind::DuplicateInstances));
        m_document->undo();
        for (const int frame : {1, 3, 4})
            QVERIFY(m_document->frame(frame).instances.empty());
        QVERIFY(m_document->frame(2).find(replaced));
        QCOMPARE(m_document->frame(2).instances.size(), std::size_t(1));
        m_document->redo();
        QVERIFY(!m_document->frame(2).find(replaced));
        QCOMPARE(m_document->frame(4).instances.size(), std::size_t(1));
    }

    void betweenTwoOutlinesOfATrackCentreAndSizeAreInterpolated()
    {
        const InstanceId id = add(0, cell(disc(20, 30, 10), 1, Origin::Drawn));
        const Instance end = cell(disc(68, 54, 18), 1, Origin::Edited); // without a pixel in common
        const InstanceId endId = add(4, end);
        const auto carried = planFor(*m_document, {0, 4, {{id, {}}}});
        QVERIFY(carried);
        QCOMPARE(framesOf(*carried), (std::vector{1, 2, 3}));
        QCOMPARE(carried->ownFrames, 1);
        QCOMPARE(carried->interpolatedWith, std::vector{4});
        QVERIFY(applyCarried(*m_document, *carried));
        for (int frame = 1; frame < 4; ++frame) {
            const double share = frame / 4.;
            const masks::RleMask expected = disc(20 + 48 * share, 30 + 24 * share, 10 + 8 * share);
            const masks::RleMask& shape = m_document->frame(frame).instances.at(0).amodal;
            QVERIFY2(masks::iou(shape, expected) > .93, qPrintable(QString::number(masks::iou(shape, expected))));
        }
        QCOMPARE(m_document->frame(4).find(endId)->amodal, end.amodal);
        QCOMPARE(m_document->frame(4).instances.size(), std::size_t(1));
    }

    void anOutlineOfAPersonOnTheWayIsPassedThrough()
    {
        const InstanceId id = add(6, cell(disc(30, 50, 10), 1, Origin::Drawn));
        add(4, cell(disc(50, 50, 10), 1, Origin::Edited));
        add(2, cell(disc(50, 50, 20), 1, Origin::Drawn));
        const auto carried = planFor(*m_document, {6, 0, {{id, {}}}});
        QVERIFY(carried);
        QCOMPARE(framesOf(*carried), (std::vector{5, 3, 1, 0}));
        QCOMPARE(carried->interpolatedWith, (std::vector{2, 4}));
        QVERIFY(applyCarried(*m_document, *carried));
        QVERIFY(masks::iou(m_document->frame(5).instances[0].amodal, disc(40, 50, 10)) > .9);
        QVERIFY(masks::iou(m_document->frame(3).instances[0].amodal, disc(50, 50, 15)) > .9);
        QCOMPARE(m_document->frame(1).instances[0].amodal, disc(50, 50, 20)); // beyond the last one
        QCOMPARE(m_document->frame(0).instances[0].amodal, disc(50, 50, 20));
    }

    void withoutTracksTheEndIsChosen()
    {
        const InstanceId id = add(0, cell(disc(20, 50, 10), {}, Origin::Drawn));
        const InstanceId end = add(2, cell(disc(80, 50, 10), 7, Origin::Drawn));
        QVERIFY(!likelyEnd(*m_document->frame(0).find(id), m_document->frame(2)));
        const auto carried = planFor(*m_document, {0, 2, {{id, end}}});
        QVERIFY(carried);
        QCOMPARE(framesOf(*carried), std::vector{1});
        QCOMPARE(carried->frames[0].outlines[0].instance.trackId, std::optional(7));
        QVERIFY(masks::iou(carried->frames[0].outlines[0].instance.amodal, disc(50, 50, 10)) > .9);
        QCOMPARE(planFor(*m_document, {0, 2, {{id, {}}}})->frames.size(), std::size_t(2)); // beside it
    }

    void workOfAPersonStays()
    {
        const InstanceId id = add(0, cell(disc(50, 50, 20), {}, Origin::Drawn));
        const InstanceId drawn = add(1, cell(disc(52, 50, 20), {}, Origin::Drawn)); // shows the same
        Instance locked = cell(disc(52, 50, 20), {});
        locked.locked = true;
        const InstanceId lockedId = add(2, locked);
        const InstanceId accepted = add(3, cell(disc(52, 50, 20), {}));
        QVERIFY(m_document->setReview(3, ReviewState::Accepted));
        const InstanceId beside = add(4, cell(disc(80, 50, 20), {}, Origin::Snapped));
        QVERIFY(m_document->setReview(5, ReviewState::Rejected));
        const auto carried = planFor(*m_document, {0, 5, {{id, {}}}});
        QVERIFY(carried);
        QCOMPARE(framesOf(*carried), (std::vector{4, 5}));
        QCOMPARE(carried->ownFrames, 2);
        QCOMPARE(carried->reviewedFrames, 1);
        QVERIFY(applyCarried(*m_document, *carried));
        QVERIFY(m_document->frame(1).find(drawn) && m_document->frame(1).instances.size() == 1);
        QVERIFY(m_document->frame(2).find(lockedId) && m_document->frame(2).instances.size() == 1);
        QVERIFY(m_document->frame(3).find(accepted) && m_document->frame(3).instances.size() == 1);
        QVERIFY(m_document->frame(4).find(beside) && m_document->frame(4).instances.size() == 2);
        QCOMPARE(m_document->frame(5).review, ReviewState::Rejected);
    }

    void whatAModelFoundOfTheSameObjectIsReplaced()
    {
        const InstanceId id = add(0, cell(disc(40, 50, 20), {}, Origin::Drawn));
        const InstanceId overlapping = add(1, cell(disc(45, 50, 20), 9));
        const InstanceId neighbour = add(1, cell(disc(70, 50, 20), 2));
        QVERIFY(m_document->setOrder(1, {{neighbour, overlapping}}));
        auto carried = planFor(*m_document, {0, 1, {{id, {}}}});
        QVERIFY(carried);
        QCOMPARE(carried->frames.at(0).outlines.at(0).replaced, std::vector{overlapping});
        QVERIFY(applyCarried(*m_document, *carried));
        const FrameAnnotation& frame = m_document->frame(1);
        QCOMPARE(frame.instances.size(), std::size_t(2));
        const Instance& copy = frame.instances.back();
        QCOMPARE(copy.amodal, disc(40, 50, 20));
        QCOMPARE(copy.trackId, std::optional(9)); // it has none of its own
        QCOMPARE(frame.order, (std::vector<DepthRelation>{{neighbour, copy.id}}));

        const InstanceId tracked = add(2, cell(disc(20, 20, 10), 2, Origin::Drawn));
        const InstanceId elsewhere = add(3, cell(disc(80, 80, 10), 2));
        carried = planFor(*m_document, {2, 3, {{tracked, {}}}});
        QVERIFY(carried);
        QCOMPARE(carried->frames.at(0).outlines.at(0).replaced, std::vector{elsewhere});
    }

    void severalObjectsKeepTheirDepth()
    {
        const InstanceId a = add(0, cell(disc(40, 50, 20), 1, Origin::Drawn));
        const InstanceId b = add(0, cell(disc(60, 50, 20), 2, Origin::Drawn));
        const InstanceId c = add(0, cell(disc(50, 70, 20), 3, Origin::Drawn));
        QVERIFY(m_document->setOrder(0, {{a, b}, {b, c}}));
        const InstanceId modelA = add(2, cell(disc(40, 50, 20), 1));
        const InstanceId modelB = add(2, cell(disc(60, 50, 20), 2));
        QVERIFY(m_document->setOrder(2, {{modelB, modelA}}));
        const auto carried = planFor(*m_document, {0, 2, {{a, {}}, {b, {}}}});
        QVERIFY(carried && applyCarried(*m_document, *carried));
        for (const int frame : {1, 2}) {
            const std::vector<Instance>& there = m_document->frame(frame).instances;
            QCOMPARE(there.size(), std::size_t(2));
            const DepthRelation aOverB{there[0].id, there[1].id}, bOverA{there[1].id, there[0].id};
            QCOMPARE(m_document->frame(frame).order, std::vector{frame == 1 ? aOverB : bOverA});
        }
    }

    void aFrameThatIsDoneInPartChanges()
    {
        const InstanceId a = add(0, cell(disc(30, 50, 15), 1, Origin::Drawn));
        const InstanceId b = add(0, cell(disc(70, 50, 15), 2, Origin::Drawn));
        add(1, cell(disc(30, 52, 15), 1, Origin::Drawn));
        const auto carried = planFor(*m_document, {0, 1, {{a, {}}, {b, {}}}});
        QVERIFY(carried);
        QCOMPARE(carried->frames.size(), std::size_t(1));
        QCOMPARE(carried->frames[0].outlines.size(), std::size_t(1));
        QCOMPARE(carried->frames[0].outlines[0].instance.id, b);
        QCOMPARE(carried->ownFrames, 0);
    }

    void endsAreProposed()
    {
        const InstanceId id = add(2, cell(disc(50, 50, 20), 1));
        add(1, cell(disc(50, 50, 20), 1, Origin::Drawn));
        const InstanceId accepted = add(5, cell(disc(20, 20, 10), 1)); // of a model
        const InstanceId same = add(5, cell(disc(52, 50, 20), {}, Origin::Imported));
        const Instance& object = *m_document->frame(2).find(id);
        QCOMPARE(nextFrameWithEnd(*m_document, 2, id), std::optional(1));
        QCOMPARE(likelyEnd(object, m_document->frame(5)), std::optional(same));
        QVERIFY(m_document->setReview(5, ReviewState::Corrected));
        QCOMPARE(nextFrameWithEnd(*m_document, 2, id), std::optional(5));
        QCOMPARE(likelyEnd(object, m_document->frame(5)), std::optional(accepted));
        QVERIFY(!nextFrameWithEnd(*m_document, 5, same));
        QVERIFY(!nextFrameWithEnd(*m_document, 2, 99));
    }

    void whatCannotBeCarriedIsRefused()
    {
        using base::ErrorCode;
        const InstanceId id = add(0, cell(disc(50, 50, 20), 1));
        const InstanceId end = add(2, cell(disc(50, 50, 20), {})); // of a model
        const auto codeOf = [this](const CarryRequest& request) { return planFor(*m_document, request).error().code; };
        QCOMPARE(codeOf({0, 2, {}}), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf({0, 0, {{id, {}}}}), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf({0, 2, {{99, {}}}}), ErrorCode::NotFound);
        QCOMPARE(codeOf({0, 2, {{id, end}}}), ErrorCode::NotFound);
        QCOMPARE(carryOutlines({m_document->frame(0)}, {0, 2, {{id, {}}}}).error().code, ErrorCode::InvalidArgument);
        const base::CancellationToken cancelled;
        cancelled.cancel();
        const std::vector<FrameAnnotation> range = {m_document->frame(0), m_document->frame(1)};
        QCOMPARE(carryOutlines(range, {0, 1, {{id, {}}}}, cancelled).error().code, ErrorCode::Cancelled);

        const auto carried = planFor(*m_document, {0, 2, {{id, {}}}});
        QVERIFY(carried);
        QVERIFY(m_document->removeInstances(2, {end}));
        QCOMPARE(applyCarried(*m_document, *carried).error().code, ErrorCode::NotFound);
        QVERIFY(m_document->frame(1).instances.empty());
    }

private:
    InstanceId add(int frame, const Instance& instance) { return m_document->addInstance(frame, instance).value(); }

    std::unique_ptr<StackDocument> m_document;
};

QTEST_GUILESS_MAIN(CarriedOutlineTest)
#include "tst_carried_outline.moc"
