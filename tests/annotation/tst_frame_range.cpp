// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/annotation/document.h"
#include "core/annotation/frame_range.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::annotation;

namespace {

constexpr int kSize = 40;

Instance instanceOf(InstanceId id, Origin origin = Origin::Model, std::optional<double> score = {})
{
    Instance instance;
    instance.id = id;
    instance.amodal = tests::rectangle(kSize, kSize, 2 * id, 0, 6, 6);
    instance.origin = origin;
    instance.score = score;
    return instance;
}

FrameAnnotation frameOf(std::vector<Instance> instances, ReviewState review = ReviewState::ToDo, bool segmented = true)
{
    FrameAnnotation frame;
    frame.width = frame.height = kSize;
    frame.instances = std::move(instances);
    frame.review = review;
    frame.segmented = segmented;
    return frame;
}

} // namespace

class FrameRangeTest : public QObject {
    Q_OBJECT

private slots:
    void acceptingTellsCorrectedFromRight()
    {
        using Review = std::optional<ReviewState>;
        const FrameAnnotation found = frameOf({instanceOf(1)});
        const FrameAnnotation drawn = frameOf({instanceOf(1), instanceOf(2, Origin::Drawn)});
        QCOMPARE(reviewInRange(found, ReviewState::Accepted), Review(ReviewState::Accepted));
        QCOMPARE(reviewInRange(frameOf({instanceOf(1, Origin::Imported)}), ReviewState::Accepted),
                 Review(ReviewState::Accepted));
        QCOMPARE(reviewInRange(drawn, ReviewState::Accepted), Review(ReviewState::Corrected));
        QCOMPARE(reviewInRange(drawn, ReviewState::Rejected), Review(ReviewState::Rejected));
    }

    void framesInTheirStateStay()
    {
        for (const ReviewState review : {ReviewState::Accepted, ReviewState::Corrected}) {
            QVERIFY(!reviewInRange(frameOf({instanceOf(1)}, review), ReviewState::Accepted));
            QVERIFY(reviewInRange(frameOf({instanceOf(1)}, review), ReviewState::ToDo));
        }
        QVERIFY(!reviewInRange(frameOf({}, ReviewState::Rejected), ReviewState::Rejected));
        QVERIFY(!reviewInRange(frameOf({}), ReviewState::ToDo));
    }

    void nobodyAcceptsUntouchedFramesByTheWay()
    {
        const FrameAnnotation untouched = frameOf({}, ReviewState::ToDo, false);
        QVERIFY(!reviewInRange(untouched, ReviewState::Accepted));
        QVERIFY(reviewInRange(untouched, ReviewState::Rejected));
        QVERIFY(reviewInRange(frameOf({}), ReviewState::Accepted)); // the model found nothing
    }

    void objectsAreChosenByClassReviewAndScore()
    {
        std::vector<Instance> instances = {instanceOf(1, Origin::Model, .3), instanceOf(2, Origin::Model, .8),
                                           instanceOf(3, Origin::Edited, .3), instanceOf(4, Origin::Drawn),
                                           instanceOf(5, Origin::Model, .1)};
        instances[1].classId = int(base::ObjectClass::Fragment);
        instances[4].locked = true;
        const FrameAnnotation frame = frameOf(instances);
        using Ids = std::vector<InstanceId>;
        QCOMPARE(removedInRange(frame, {}), (Ids{1, 2, 3, 4}));
        QCOMPARE(removedInRange(frame, {.classId = int(base::ObjectClass::Fragment)}), Ids{2});
        QCOMPARE(removedInRange(frame, {.belowScore = .5}), Ids{1}); // an edited outline is no longer the model's
        QCOMPARE(keptByLock(frame, {.belowScore = .5}), 1);
        QCOMPARE(keptByLock(frame, {.belowScore = .05}), 0);
        const FrameAnnotation rejected = frameOf(instances, ReviewState::Rejected);
        QCOMPARE(removedInRange(rejected, {}), Ids());
        QCOMPARE(removedInRange(rejected, {.onlyToDo = false}), (Ids{1, 2, 3, 4}));
    }

    void thePartsOfARunAreOneStep()
    {
        StackDocument document(4, kSize, kSize);
        const RunId run = document.newRun();
        {
            const JoinedChanges part(document, StepKind::ChangeReview, run);
            QVERIFY(document.setReview(0, ReviewState::Rejected));
        }
        QVERIFY(document.applySegmentation(3, {{instanceOf(1)}, {}, {}}, ReplacePolicy::KeepReviewed,
                                           document.newRun())); // between the parts
        {
            const JoinedChanges part(document, StepKind::ChangeReview, run);
            QVERIFY(document.setReview(1, ReviewState::Rejected));
        }
        document.undo(); // the segmentation is the last step that began
        QVERIFY(document.frame(3).instances.empty());
        QCOMPARE(document.undoKind(), std::optional(StepKind::ChangeReview));
        document.undo();
        QCOMPARE(document.frame(0).review, ReviewState::ToDo);
        QCOMPARE(document.frame(1).review, ReviewState::ToDo);
        QVERIFY(!document.canUndo());
    }
};

QTEST_GUILESS_MAIN(FrameRangeTest)
#include "tst_frame_range.moc"
