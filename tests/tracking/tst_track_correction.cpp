// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/tracking/lineage.h"
#include "core/tracking/track_correction.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::tracking;

namespace {

constexpr int kSize = 200;

using Tracks = std::vector<std::optional<int>>;

/// Left and right; ids 1 and 2.
annotation::Instance cellOf(int id, std::optional<int> track)
{
    annotation::Instance cell;
    cell.id = id;
    cell.trackId = track;
    cell.amodal = tests::disc(kSize, kSize, id == 1 ? 60 : 140, 100, 35);
    return cell;
}

annotation::FrameAnnotation emptyFrame()
{
    annotation::FrameAnnotation frame;
    frame.width = frame.height = kSize;
    frame.segmented = true;
    return frame;
}

/// Both cells of each frame with these tracks.
std::unique_ptr<annotation::StackDocument> documentOf(const std::vector<Tracks>& frames)
{
    std::vector<annotation::FrameAnnotation> content;
    for (const Tracks& tracks : frames) {
        content.push_back(emptyFrame());
        for (std::size_t i = 0; i < tracks.size(); ++i)
            content.back().instances.push_back(cellOf(int(i) + 1, tracks[i]));
    }
    auto document = std::make_unique<annotation::StackDocument>(int(content.size()), kSize, kSize);
    [[maybe_unused]] const bool loaded = document->load(content).has_value();
    Q_ASSERT(loaded);
    return document;
}

std::vector<Tracks> tracksOf(const annotation::StackDocument& document)
{
    std::vector<Tracks> frames;
    for (int time = 0; time < document.frameCount(); ++time) {
        frames.emplace_back();
        for (const annotation::Instance& instance : document.frame(time).instances)
            frames.back().push_back(instance.trackId);
    }
    return frames;
}

constexpr auto kNone = std::nullopt;

} // namespace

class TrackCorrectionTest : public QObject {
    Q_OBJECT

private slots:
    void changedTracksAreChangedBackFromThereOn()
    {
        const auto document = documentOf({{5, 7}, {7, 5}, {7, 5}, {7}});
        const auto changed = continueTrack(*document, 1, 1, {0, 1, 5});
        QCOMPARE(changed.value(), 5);
        QCOMPARE(tracksOf(*document), (std::vector<Tracks>{{5, 7}, {5, 7}, {5, 7}, {5}}));
        QCOMPARE(document->undoKind(), std::optional(annotation::StepKind::CorrectTracks));
        QCOMPARE(document->undo(), std::optional(1));
        QCOMPARE(tracksOf(*document), (std::vector<Tracks>{{5, 7}, {7, 5}, {7, 5}, {7}}));
        QVERIFY(!document->canUndo());
        document->redo();
        QCOMPARE(tracksOf(*document)[2], (Tracks{5, 7}));
    }

    void trackThatBrokeOffGoesOn()
    {
        const auto document = documentOf({{1, 2}, {3, 2}, {3, 2}});
        QCOMPARE(continueTrack(*document, 1, 1, {0, 1, 1}).value(), 2);
        QCOMPARE(tracksOf(*document), (std::vector<Tracks>{{1, 2}, {1, 2}, {1, 2}}));
    }

    void trackThatWentOnLaterIsOneWithWhatFillsItsGap()
    {
        const auto document = documentOf({{1, 2}, {9, 2}, {9, 2}, {1, 2}});
        QVERIFY(continueTrack(*document, 1, 1, {0, 1, 1}));
        QCOMPARE(tracksOf(*document), (std::vector<Tracks>{{1, 2}, {1, 2}, {1, 2}, {1, 2}}));
    }

    void cellWithoutATrackGetsThatOfItsPredecessor()
    {
        const auto document = documentOf({{1, 2}, {kNone, 2}, {1, 2}});
        QCOMPARE(continueTrack(*document, 1, 1, {0, 1, 1}).value(), 1);
        QCOMPARE(tracksOf(*document)[1], (Tracks{1, 2}));
    }

    void cellThatLosesItsTrackToOneWithoutBeginsAnother()
    {
        const auto document = documentOf({{1, 2}, {kNone, 1}, {kNone, 1}});
        QVERIFY(continueTrack(*document, 1, 1, {0, 1, 1}));
        QCOMPARE(tracksOf(*document), (std::vector<Tracks>{{1, 2}, {1, 3}, {kNone, 3}}));
    }

    void predecessorWithoutATrackGetsANewOne()
    {
        const auto document = documentOf({{kNone, 2}, {kNone, 2}, {kNone, 2}});
        QCOMPARE(continueTrack(*document, 1, 1, {0, 1, kNone}).value(), 2);
        QCOMPARE(tracksOf(*document), (std::vector<Tracks>{{3, 2}, {3, 2}, {kNone, 2}}));
    }

    void whatIsSoAlreadyIsNoStep()
    {
        const auto document = documentOf({{1, 2}, {1, 2}});
        QCOMPARE(continueTrack(*document, 1, 1, {0, 1, 1}).value(), 0);
        QCOMPARE(startTracks(*document, 0, {1, 2}).value(), 0);
        QVERIFY(!document->canUndo());
    }

    void daughtersBeginTracksInOneStep()
    {
        const auto document = documentOf({{1, kNone}, {1, kNone}, {1, kNone}});
        QCOMPARE(startTracks(*document, 1, {1, 2}).value(), 3);
        QCOMPARE(tracksOf(*document), (std::vector<Tracks>{{1, kNone}, {2, 3}, {2, kNone}}));
        document->undo();
        QCOMPARE(tracksOf(*document)[1], (Tracks{1, kNone}));
        QVERIFY(!document->canUndo());
    }

    void cellsThatShareATrackAreTakenApart()
    {
        const auto document = documentOf({{1}, {1, 1}, {1, 1}});
        QVERIFY(startTracks(*document, 1, {1, 2}));
        QCOMPARE(tracksOf(*document)[1], (Tracks{2, 3}));
    }

    void motherOfBegunTracksIsFoundFromTheSilhouettes()
    {
        std::vector<annotation::FrameAnnotation> content(4, emptyFrame());
        for (std::size_t time = 0; time < content.size(); ++time) {
            content[time].instances = {cellOf(1, 1), cellOf(2, kNone)};
            if (time < 2) {
                content[time].instances.pop_back();
                content[time].instances[0].amodal = tests::disc(kSize, kSize, 100, 100, 50);
            } else {
                content[time].instances[0].amodal = tests::disc(kSize, kSize, 72, 100, 38);
                content[time].instances[1].amodal = tests::disc(kSize, kSize, 128, 100, 38);
                content[time].instances[1].trackId = 2;
            }
        }
        annotation::StackDocument document(4, kSize, kSize);
        QVERIFY(document.load(content));
        const auto lineage = [&document] {
            std::vector<CellFrame> frames;
            for (int time = 0; time < 4; ++time)
                frames.push_back(cellFrameOf(time, document.frame(time)));
            return lineageOf(frames);
        };
        QVERIFY(lineage().at(1).daughters.empty());
        QVERIFY(startTracks(document, 2, {1}));
        QCOMPARE(lineage().at(1).daughters, (std::vector<int>{2, 3}));
    }

    void predecessorsAreTheCellsOfTheFrameBeforeTheLikeliestFirst()
    {
        const auto document = documentOf({{1, 2}, {3, 4}, {5, 6}});
        const std::vector<Predecessor> right = predecessorsOf(*document, 1, 2);
        QCOMPARE(right, (std::vector<Predecessor>{{0, 2, 2}, {0, 1, 1}}));
        QCOMPARE(predecessorsOf(*document, 2, 1).front(), (Predecessor{1, 1, 3}));
        QVERIFY(predecessorsOf(*document, 0, 1).empty());
        QVERIFY(predecessorsOf(*document, 1, 77).empty());
    }

    void tracksThatWereMissedForSomeFramesAreOfferedToo()
    {
        const auto document = documentOf({{1, 2}, {1}, {}, {1}, {1}, {1, 9}, {1, 10}});
        // The empty frame does not count: three frames without track 2 are between.
        QCOMPARE(predecessorsOf(*document, 5, 2), (std::vector<Predecessor>{{0, 2, 2}, {4, 1, 1}}));
        QCOMPARE(predecessorsOf(*document, 6, 2), (std::vector<Predecessor>{{5, 2, 9}, {5, 1, 1}}));
    }

    void otherObjectsAreNoPredecessors()
    {
        const auto document = documentOf({{1, 2}, {3, 4}});
        annotation::InstanceAttributes fragment = attributesOf(*document->frame(0).find(1));
        fragment.classId = int(base::ObjectClass::Fragment);
        QVERIFY(document->setAttributes(0, 1, fragment));
        QCOMPARE(predecessorsOf(*document, 1, 1), (std::vector<Predecessor>{{0, 2, 2}}));
        QVERIFY(document->setAttributes(1, 1, fragment));
        QVERIFY(predecessorsOf(*document, 1, 1).empty());
    }

    void whatIsGoneIsAnError()
    {
        const auto document = documentOf({{1, 2}, {3, 4}});
        QCOMPARE(continueTrack(*document, 1, 9, {0, 1, 1}).error().code, base::ErrorCode::NotFound);
        QCOMPARE(continueTrack(*document, 1, 1, {0, 9, 1}).error().code, base::ErrorCode::NotFound);
        QCOMPARE(startTracks(*document, 2, {1}).error().code, base::ErrorCode::NotFound);
        QVERIFY(!document->canUndo());
    }
};

QTEST_GUILESS_MAIN(TrackCorrectionTest)
#include "tst_track_correction.moc"
