// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/annotation/document.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::annotation;

namespace {

constexpr int kSize = 40;

masks::RleMask square(int x, int y, int side)
{
    return tests::rectangle(kSize, kSize, x, y, side, side);
}

Instance instanceAt(int x, int y, Origin origin = Origin::Model, InstanceId id = 0)
{
    Instance instance;
    instance.id = id;
    instance.amodal = square(x, y, 10);
    instance.origin = origin;
    return instance;
}

SegmentedFrame found(std::vector<Instance> instances, std::vector<DepthRelation> order = {})
{
    int id = 0;
    for (Instance& instance : instances)
        instance.id = ++id;
    return {std::move(instances), std::move(order), {}};
}

/// Shapes, ids and order of a frame as text, to compare states.
std::string describe(const FrameAnnotation& frame)
{
    std::string text;
    for (const Instance& i : frame.instances)
        text += std::to_string(i.id) + ':' + i.amodal.toString() + (i.visible ? '/' + i.visible->toString() : "") + ' '
                + std::to_string(int(i.origin)) + std::to_string(i.classId) + std::to_string(i.hidden) + '\n';
    for (const DepthRelation& r : frame.order)
        text += std::to_string(r.nearer) + '>' + std::to_string(r.farther) + '\n';
    return text + std::to_string(int(frame.review)) + std::to_string(frame.segmented);
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void everyChangeIsUndoneAndDoneAgain();
    void changesOfUnknownFramesAndObjectsAreRefused();
    void sameValueIsNoStep();
    void numbersAreNeverUsedAgain();
    void removingTakesTheRelationsAlong();
    void storedVisiblePartsGoWhenTheyDoNotHoldAnyMore_data();
    void storedVisiblePartsGoWhenTheyDoNotHoldAnyMore();
    void smallEditOfALargeMaskTakesLittleMemory();
    void oldestStepsAreForgottenBeyondTheLimit();
    void aRunIsOneStep();
    void aRunStaysOneStepWhileOtherFramesAreEdited();
    void anEditedFrameSplitsTheRun();
    void aRunKeepsWhatCanBeDoneAgain();
    void tracksOfARunAreOneStep();
    void tracksJoinTheSegmentationThatTheyFollow();
    void tracksOfUnknownOrDoubledObjectsAreRefused();
    void joinedChangesAreOneStep();
    void joinedChangesEndWhatCouldBeDoneAgain();
    void segmentingKeepsTheWorkOfAPerson();
    void segmentingReplacesAllWhenAsked();
    void segmentingLeavesReviewedFramesAlone();
    void relationsFollowTheNewNumbers();
    void observersHearOneEventPerChange();
    void observersMayDisconnectWhileTheyAreCalled();
    void connectionMayOutliveTheDocument();
    void savedStateIsRecognised();
    void loadingChecksSizes();
};

void DocumentTest::everyChangeIsUndoneAndDoneAgain()
{
    StackDocument document(3, kSize, kSize);
    std::vector<std::string> states = {describe(document.frame(1))};
    const auto changed = [&](const auto& result) {
        QVERIFY(result);
        states.push_back(describe(document.frame(1)));
        QVERIFY(states.back() != states[states.size() - 2]);
    };
    changed(document.addInstance(1, instanceAt(2, 2)));
    changed(document.addInstance(1, instanceAt(8, 8)));
    changed(document.addInstance(1, instanceAt(14, 14)));
    changed(document.setOrder(1, {{1, 2}, {3, 2}}));
    changed(document.setShape(1, 2, square(7, 7, 13), square(12, 12, 8)));
    InstanceAttributes attributes = attributesOf(*document.frame(1).find(3));
    attributes.classId = int(base::ObjectClass::Fragment);
    changed(document.setAttributes(1, 3, attributes));
    changed(document.setReview(1, ReviewState::Accepted));
    changed(document.removeInstances(1, {1, 3}));
    changed(document.applySegmentation(1, found({instanceAt(20, 20)}), ReplacePolicy::ReplaceAll, document.newRun()));
    changed(document.clearFrame(1));

    for (std::size_t i = states.size() - 1; i-- > 0;) {
        QCOMPARE(document.undo(), std::optional(1));
        QCOMPARE(describe(document.frame(1)), states[i]);
    }
    QVERIFY(!document.canUndo());
    QVERIFY(!document.undo());
    for (std::size_t i = 1; i < states.size(); ++i) {
        QCOMPARE(document.redo(), std::optional(1));
        QCOMPARE(describe(document.frame(1)), states[i]);
    }
    QVERIFY(!document.canRedo());
}

void DocumentTest::changesOfUnknownFramesAndObjectsAreRefused()
{
    StackDocument document(2, kSize, kSize);
    QCOMPARE(document.addInstance(2, instanceAt(0, 0)).error().code, base::ErrorCode::NotFound);
    QCOMPARE(document.setReview(-1, ReviewState::Accepted).error().code, base::ErrorCode::NotFound);
    QCOMPARE(document.setShape(0, 1, square(0, 0, 3)).error().code, base::ErrorCode::NotFound);
    Instance other;
    other.amodal = masks::RleMask(kSize + 1, kSize);
    QCOMPARE(document.addInstance(0, other).error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(document.addInstance(0, instanceAt(0, 0)));
    QVERIFY(document.addInstance(0, instanceAt(3, 3)));
    QCOMPARE(document.setOrder(0, {{1, 1}}).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(document.setOrder(0, {{1, 9}}).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(document.setOrder(0, {{1, 2}, {2, 1}}).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(document.frame(0).order.size(), std::size_t(0));
}

void DocumentTest::sameValueIsNoStep()
{
    StackDocument document(1, kSize, kSize);
    QVERIFY(document.setReview(0, ReviewState::ToDo));
    QVERIFY(document.clearFrame(0));
    QVERIFY(document.removeInstances(0, {}));
    QVERIFY(!document.canUndo());
    QVERIFY(!document.isModified());
}

void DocumentTest::numbersAreNeverUsedAgain()
{
    StackDocument document(1, kSize, kSize);
    QCOMPARE(*document.addInstance(0, instanceAt(0, 0)), 1);
    QCOMPARE(*document.addInstance(0, instanceAt(0, 0)), 2);
    QVERIFY(document.removeInstances(0, {2}));
    QCOMPARE(*document.addInstance(0, instanceAt(0, 0)), 3);
}

void DocumentTest::removingTakesTheRelationsAlong()
{
    StackDocument document(1, kSize, kSize);
    for (int i = 0; i < 3; ++i)
        QVERIFY(document.addInstance(0, instanceAt(i, i)));
    QVERIFY(document.setOrder(0, {{1, 2}, {2, 3}, {1, 3}}));
    QVERIFY(document.removeInstances(0, {2}));
    QCOMPARE(document.frame(0).order, (std::vector<DepthRelation>{{1, 3}}));
}

void DocumentTest::storedVisiblePartsGoWhenTheyDoNotHoldAnyMore_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<QList<int>>("kept");
    QTest::newRow("the order is turned round") << 0 << QList<int>{3};
    QTest::newRow("the nearer one is removed") << 1 << QList<int>{3};
    QTest::newRow("the nearer one is reshaped") << 2 << QList<int>{3};
    QTest::newRow("the farther one is reshaped") << 3 << QList<int>{1, 3};
    QTest::newRow("the nearer one is reshaped elsewhere") << 4 << QList<int>{2, 3};
    QTest::newRow("as part of another command") << 5 << QList<int>{3};
}

/// 1 covers 2, 3 lies apart, 4 is a model's; each with what a file says is visible of it.
void DocumentTest::storedVisiblePartsGoWhenTheyDoNotHoldAnyMore()
{
    QFETCH(int, command);
    QFETCH(QList<int>, kept);
    StackDocument document(1, kSize, kSize);
    for (const auto& [x, origin] : {std::pair(0, Origin::Imported), {6, Origin::Drawn}, {28, Origin::Imported},
                                    {8, Origin::Model}}) {
        Instance instance = instanceAt(x, 0, origin);
        instance.visible = square(x + 5, 0, 5);
        QVERIFY(document.addInstance(0, instance));
    }
    QVERIFY(document.setShape(0, 1, square(0, 0, 10), square(0, 0, 10)));
    QVERIFY(document.setOrder(0, {{1, 2}}));
    QVERIFY(document.setShape(0, 1, square(0, 0, 10), square(0, 0, 10))); // setting the order cleared it
    QVERIFY(document.setShape(0, 2, square(6, 0, 10), square(10, 0, 6)));
    const std::string before = describe(document.frame(0));
    QVERIFY(document.frame(0).find(1)->visible && document.frame(0).find(2)->visible);

    switch (command) {
    case 0: QVERIFY(document.setOrder(0, {{2, 1}})); break;
    case 1: QVERIFY(document.removeInstances(0, {1})); break;
    case 2: QVERIFY(document.setShape(0, 1, square(0, 0, 9))); break;
    case 3: QVERIFY(document.setShape(0, 2, square(6, 0, 12))); break;
    case 4: QVERIFY(document.setShape(0, 1, masks::united(square(0, 0, 10), square(0, 20, 3)))); break;
    default: {
        const JoinedChanges joined(document, StepKind::MergeInstances);
        QVERIFY(document.removeInstances(0, {1}));
        QVERIFY(document.setReview(0, ReviewState::Accepted));
    }
    }
    QList<int> ids;
    for (const Instance& instance : document.frame(0).instances)
        if (instance.visible && instance.origin != Origin::Model)
            ids << instance.id;
    QCOMPARE(ids, kept);
    QVERIFY(document.frame(0).find(4)->visible); // a guess, which nobody takes for more
    const std::string after = describe(document.frame(0));
    document.undo(); // one step
    QCOMPARE(describe(document.frame(0)), before);
    document.redo();
    QCOMPARE(describe(document.frame(0)), after);
}

void DocumentTest::smallEditOfALargeMaskTakesLittleMemory()
{
    constexpr int side = 1000;
    masks::Bitmap body(800, 800), dot(3, 3);
    std::fill(body.pixels.begin(), body.pixels.end(), 1);
    std::fill(dot.pixels.begin(), dot.pixels.end(), 1);
    Instance instance;
    instance.amodal = masks::RleMask::fromCrop(body, 100, 100, side, side);
    StackDocument document(1, side, side);
    QVERIFY(document.addInstance(0, instance));
    const std::size_t before = document.undoMemory();
    QVERIFY(document.setShape(0, 1,
                              masks::subtracted(instance.amodal, masks::RleMask::fromCrop(dot, 500, 500, side, side))));
    QVERIFY(document.undoMemory() - before < 1000);
    QCOMPARE(document.frame(0).find(1)->origin, Origin::Edited);
    document.undo();
    QVERIFY(document.frame(0).find(1)->amodal == instance.amodal);
    QCOMPARE(document.frame(0).find(1)->origin, Origin::Model);
}

void DocumentTest::oldestStepsAreForgottenBeyondTheLimit()
{
    StackDocument document(1, kSize, kSize);
    document.setUndoMemoryLimit(20000);
    for (int i = 0; i < 400; ++i)
        QVERIFY(document.setReview(0, i % 2 ? ReviewState::ToDo : ReviewState::Accepted));
    QVERIFY(document.undoMemory() <= 20000);
    int steps = 0;
    while (document.undo())
        ++steps;
    QVERIFY2(steps > 20 && steps < 400, qPrintable(QString::number(steps)));
    document.setUndoMemoryLimit(1);
    QVERIFY(document.canRedo());
}

void DocumentTest::aRunIsOneStep()
{
    StackDocument document(50, kSize, kSize);
    const RunId run = document.newRun();
    for (int frame = 3; frame < 50; ++frame)
        QVERIFY(document.applySegmentation(frame, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, run));
    QCOMPARE(document.undoKind(), std::optional(StepKind::SegmentFrames));
    QCOMPARE(document.undo(), std::optional(3));
    for (int frame = 0; frame < 50; ++frame)
        QVERIFY(document.frame(frame).instances.empty() && !document.frame(frame).segmented);
    QVERIFY(!document.canUndo());
    QCOMPARE(document.redo(), std::optional(3));
    QCOMPARE(document.frame(49).instances.size(), std::size_t(1));
}

void DocumentTest::aRunStaysOneStepWhileOtherFramesAreEdited()
{
    StackDocument document(4, kSize, kSize);
    const RunId run = document.newRun();
    QVERIFY(document.applySegmentation(0, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, run));
    QVERIFY(document.setReview(0, ReviewState::Accepted));
    QVERIFY(document.applySegmentation(1, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, run));
    QCOMPARE(document.undo(), std::optional(0)); // the review
    QVERIFY(document.frame(1).segmented);
    QCOMPARE(document.undo(), std::optional(0)); // the whole run
    QVERIFY(!document.frame(0).segmented && !document.frame(1).segmented);
    QVERIFY(!document.canUndo());
}

void DocumentTest::anEditedFrameSplitsTheRun()
{
    StackDocument document(4, kSize, kSize);
    const RunId run = document.newRun();
    QVERIFY(document.applySegmentation(0, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, run));
    QVERIFY(document.addInstance(1, instanceAt(25, 25, Origin::Drawn)));
    QVERIFY(document.applySegmentation(1, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, run));
    QCOMPARE(document.frame(1).instances.size(), std::size_t(2));
    QCOMPARE(document.undo(), std::optional(1));
    QCOMPARE(document.frame(1).instances.size(), std::size_t(1));
    QCOMPARE(document.undo(), std::optional(1));
    QCOMPARE(document.undo(), std::optional(0));
}

void DocumentTest::aRunKeepsWhatCanBeDoneAgain()
{
    StackDocument document(4, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(5, 5, Origin::Drawn)));
    document.undo();
    QVERIFY(document.applySegmentation(2, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, document.newRun()));
    QVERIFY(document.canRedo());
    QVERIFY(document.applySegmentation(0, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, document.newRun()));
    QVERIFY(!document.canRedo());
}

void DocumentTest::tracksOfARunAreOneStep()
{
    StackDocument document(3, kSize, kSize);
    for (int frame = 0; frame < 3; ++frame)
        for (int x : {0, 20})
            QVERIFY(document.addInstance(frame, instanceAt(x, 5)));
    int events = 0;
    std::vector<InstanceId> told;
    const Connection connection = document.subscribe([&](const ChangeEvent& event) {
        ++events;
        QVERIFY(event.kind == ChangeKind::AttributesChanged);
        told = event.ids;
    });
    const RunId run = document.newRun();
    for (int frame = 0; frame < 3; ++frame)
        QVERIFY(document.setTracks(frame, {{1, 7}, {2, frame == 2 ? std::optional<int>() : 8}}, run));
    QCOMPARE(events, 3);                        // one per frame
    QCOMPARE(told, std::vector<InstanceId>{1}); // the other one has none anyway
    QVERIFY(document.setTracks(1, {{1, 7}, {2, 8}}, run));
    QCOMPARE(events, 3); // nothing changes
    QCOMPARE(document.frame(1).find(2)->trackId, std::optional(8));
    QVERIFY(!document.frame(2).find(2)->trackId);

    QCOMPARE(document.undoKind(), std::optional(StepKind::TrackCells));
    QCOMPARE(document.undo(), std::optional(0));
    for (int frame = 0; frame < 3; ++frame)
        QVERIFY(!document.frame(frame).find(1)->trackId && !document.frame(frame).find(2)->trackId);
    QCOMPARE(document.undoKind(), std::optional(StepKind::AddInstance));
    document.redo();
    QCOMPARE(document.frame(0).find(1)->trackId, std::optional(7));
    QCOMPARE(document.frame(1).find(2)->trackId, std::optional(8));
}

void DocumentTest::tracksJoinTheSegmentationThatTheyFollow()
{
    StackDocument document(3, kSize, kSize);
    const RunId run = document.newRun();
    for (int frame = 0; frame < 3; ++frame)
        QVERIFY(document.applySegmentation(frame, found({instanceAt(5, 5)}), ReplacePolicy::KeepReviewed, run));
    for (int frame = 0; frame < 3; ++frame)
        QVERIFY(document.setTracks(frame, {{1, 1}}, run));
    QCOMPARE(document.undoKind(), std::optional(StepKind::SegmentFrames));
    document.undo();
    QVERIFY(document.frame(2).instances.empty());
    QVERIFY(!document.canUndo());
    document.redo();
    QCOMPARE(document.frame(2).find(1)->trackId, std::optional(1));
}

void DocumentTest::tracksOfUnknownOrDoubledObjectsAreRefused()
{
    StackDocument document(1, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(5, 5)));
    QCOMPARE(document.setTracks(0, {{1, 3}, {2, 4}}).error().code, base::ErrorCode::NotFound);
    QCOMPARE(document.setTracks(1, {}).error().code, base::ErrorCode::NotFound);
    QCOMPARE(document.setTracks(0, {{1, 3}, {1, 4}}).error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(!document.frame(0).find(1)->trackId);
    QCOMPARE(document.undoKind(), std::optional(StepKind::AddInstance));
}

void DocumentTest::joinedChangesAreOneStep()
{
    StackDocument document(3, kSize, kSize);
    const InstanceId first = *document.addInstance(1, instanceAt(0, 0));
    const InstanceId second = *document.addInstance(1, instanceAt(20, 20));
    const std::string before = describe(document.frame(1));
    {
        const JoinedChanges merge(document, StepKind::MergeInstances);
        QVERIFY(document.setShape(1, first, square(0, 0, 30)));
        QVERIFY(document.removeInstances(1, {second}));
    }
    QVERIFY(document.setReview(1, ReviewState::Accepted));
    const std::string after = describe(document.frame(1));
    document.undo();
    QCOMPARE(document.undoKind(), std::optional(StepKind::MergeInstances));
    document.undo();
    QCOMPARE(describe(document.frame(1)), before);
    QCOMPARE(document.undoKind(), std::optional(StepKind::AddInstance));
    document.redo();
    document.redo();
    QCOMPARE(describe(document.frame(1)), after);
}

void DocumentTest::joinedChangesEndWhatCouldBeDoneAgain()
{
    StackDocument document(3, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(0, 0)));
    document.undo();
    {
        const JoinedChanges twice(document, StepKind::DuplicateInstances);
        QVERIFY(document.addInstance(1, instanceAt(0, 0)));
        QVERIFY(document.addInstance(2, instanceAt(0, 0)));
    }
    QVERIFY(!document.canRedo());
    document.undo();
    QVERIFY(document.frame(1).instances.empty());
    QVERIFY(document.frame(2).instances.empty());
    QVERIFY(!document.canUndo());
}

void DocumentTest::segmentingKeepsTheWorkOfAPerson()
{
    StackDocument document(1, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(0, 0)));                   // 1, replaced
    QVERIFY(document.addInstance(0, instanceAt(20, 20, Origin::Drawn)));  // 2, kept
    QVERIFY(document.addInstance(0, instanceAt(25, 25, Origin::Edited))); // 3, kept
    Instance locked = instanceAt(0, 28);
    locked.locked = true;
    QVERIFY(document.addInstance(0, locked)); // 4, kept
    QVERIFY(document.setOrder(0, {{2, 3}, {1, 2}}));
    const auto outcome = document.applySegmentation(0, found({instanceAt(21, 21), instanceAt(1, 1), instanceAt(9, 9)}),
                                                    ReplacePolicy::KeepReviewed, document.newRun());
    QVERIFY(outcome && outcome->applied);
    QCOMPARE(outcome->kept, 3);
    QCOMPARE(outcome->dropped, 1);
    QCOMPARE(outcome->added, 2);
    const FrameAnnotation& frame = document.frame(0);
    QVERIFY(!frame.find(1));
    QVERIFY(frame.find(2) && frame.find(3) && frame.find(4));
    QCOMPARE(frame.instances.size(), std::size_t(5));
    QCOMPARE(frame.order, (std::vector<DepthRelation>{{2, 3}}));
}

void DocumentTest::segmentingReplacesAllWhenAsked()
{
    StackDocument document(1, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(20, 20, Origin::Drawn)));
    QVERIFY(document.setReview(0, ReviewState::Accepted));
    const auto outcome =
        document.applySegmentation(0, found({instanceAt(21, 21)}), ReplacePolicy::ReplaceAll, document.newRun());
    QVERIFY(outcome && outcome->applied);
    QCOMPARE(document.frame(0).instances.size(), std::size_t(1));
    QCOMPARE(document.frame(0).instances[0].origin, Origin::Model);
    QCOMPARE(document.frame(0).review, ReviewState::ToDo);
}

void DocumentTest::segmentingLeavesReviewedFramesAlone()
{
    StackDocument document(2, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(20, 20)));
    QVERIFY(document.setReview(0, ReviewState::Accepted));
    const auto outcome =
        document.applySegmentation(0, found({instanceAt(1, 1)}), ReplacePolicy::KeepReviewed, document.newRun());
    QVERIFY(outcome && !outcome->applied);
    QCOMPARE(document.undoKind(), std::optional(StepKind::ChangeReview));
    QVERIFY(document.frame(0).find(1));
    QCOMPARE(document.frame(0).instances.size(), std::size_t(1));
}

void DocumentTest::relationsFollowTheNewNumbers()
{
    StackDocument document(1, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(30, 30, Origin::Drawn)));
    QVERIFY(document.applySegmentation(0, found({instanceAt(1, 1), instanceAt(4, 4)}, {{2, 1}}),
                                       ReplacePolicy::KeepReviewed, document.newRun()));
    QCOMPARE(document.frame(0).order, (std::vector<DepthRelation>{{3, 2}}));
}

void DocumentTest::observersHearOneEventPerChange()
{
    StackDocument document(3, kSize, kSize);
    std::vector<ChangeEvent> events;
    const Connection connection = document.subscribe([&](const ChangeEvent& event) {
        if (event.kind == ChangeKind::InstancesAdded)
            QVERIFY(document.frame(event.frame).find(event.ids.at(0))); // told after the change
        events.push_back(event);
    });
    QVERIFY(document.addInstance(2, instanceAt(0, 0)));
    QVERIFY(document.setReview(2, ReviewState::Accepted));
    document.undo();
    document.undo();
    QCOMPARE(events.size(), std::size_t(4));
    QCOMPARE(events[0].kind, ChangeKind::InstancesAdded);
    QCOMPARE(events[0].frame, 2);
    QCOMPARE(events[0].ids, std::vector<InstanceId>{1});
    QCOMPARE(events[1].kind, ChangeKind::ReviewChanged);
    QCOMPARE(events[3].kind, ChangeKind::InstancesRemoved);
}

void DocumentTest::observersMayDisconnectWhileTheyAreCalled()
{
    StackDocument document(1, kSize, kSize);
    int first = 0, second = 0;
    Connection one, two;
    one = document.subscribe([&](const ChangeEvent&) {
        ++first;
        one.disconnect();
        two.disconnect();
    });
    two = document.subscribe([&](const ChangeEvent&) { ++second; });
    QVERIFY(document.setReview(0, ReviewState::Accepted));
    QVERIFY(document.setReview(0, ReviewState::ToDo));
    QCOMPARE(first, 1);
    QCOMPARE(second, 0);
}

void DocumentTest::connectionMayOutliveTheDocument()
{
    Connection connection;
    auto content = std::make_shared<int>(0);
    const std::weak_ptr<int> held = content;
    {
        StackDocument document(1, kSize, kSize);
        connection = document.subscribe([kept = std::move(content)](const ChangeEvent&) {});
        QVERIFY(!held.expired());
    }
    QVERIFY(held.expired()); // what observers hold goes with the document
    connection.disconnect();
    Connection moved = std::move(connection);
}

void DocumentTest::savedStateIsRecognised()
{
    StackDocument document(2, kSize, kSize);
    QVERIFY(!document.isModified());
    QVERIFY(document.addInstance(0, instanceAt(0, 0)));
    QVERIFY(document.isModified());
    document.markSaved();
    QVERIFY(!document.isModified());
    document.undo();
    QVERIFY(document.isModified());
    document.redo();
    QVERIFY(!document.isModified());
    document.undo();
    QVERIFY(document.addInstance(0, instanceAt(0, 0)));
    QVERIFY(document.isModified());
    document.undo();
    QVERIFY(document.isModified()); // the saved state cannot be reached any more
}

void DocumentTest::loadingChecksSizes()
{
    StackDocument document(2, kSize, kSize);
    QVERIFY(document.addInstance(0, instanceAt(0, 0)));
    QCOMPARE(document.load({{}}).error().code, base::ErrorCode::InvalidArgument);
    FrameAnnotation wrong;
    wrong.width = wrong.height = kSize + 1;
    QCOMPARE(document.load({{}, wrong}).error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(document.frame(0).find(1));

    FrameAnnotation frame;
    frame.instances = {instanceAt(3, 3, Origin::Imported, 7)};
    int resets = 0;
    const Connection connection =
        document.subscribe([&](const ChangeEvent& event) { resets += event.kind == ChangeKind::Reset; });
    QVERIFY(document.load({{}, frame}));
    QCOMPARE(resets, 1);
    QVERIFY(!document.canUndo() && !document.isModified());
    QCOMPARE(document.frame(1).width, kSize);
    QCOMPARE(*document.addInstance(1, instanceAt(0, 0)), 8);
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
