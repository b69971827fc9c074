// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QSignalSpy>
#include <QTest>

#include "tests/ui/frames.h"
#include "tests/ui/picture_stack.h"
#include "ui/session/measurement_tables.h"
#include "ui/session/segmentation_runs.h"
#include "ui/session/tracking_runs.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

constexpr int kSide = 120;
constexpr int kDivision = 4; ///< frame

std::vector<annotation::Instance> mother()
{
    return {frames::cell(1, frames::disc(kSide, 60, 60, 35))};
}

std::vector<annotation::Instance> daughters()
{
    return {frames::cell(1, frames::disc(kSide, 40, 60, 27)), frames::cell(2, frames::disc(kSide, 80, 60, 27))};
}

using Tracks = std::vector<std::optional<int>>;

Tracks tracksIn(const OpenStack& stack, int time)
{
    Tracks tracks;
    for (const annotation::Instance& instance : stack.document().frame(time).instances)
        tracks.push_back(instance.trackId);
    return tracks;
}

int columnOf(const QString& key)
{
    const std::vector<MeasurementColumn> columns = cellColumns(false);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].key == key)
            return int(i);
    return -1;
}

} // namespace

class TrackingTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_runs = std::make_unique<TrackingRuns>(*m_workspace);
        m_stack = m_workspace->add(std::make_shared<MemoryStack>(10));
    }
    void cleanup()
    {
        m_runs.reset();
        m_workspace.reset();
    }

    void tracksAreOneUndoStep()
    {
        segmentOneThatDivides();
        m_runs->track(*m_stack);
        QVERIFY(m_runs->isBusy());
        const TrackingSummary summary = waitForSummary();
        QCOMPARE(summary.frames, 10);
        QCOMPARE(summary.tracks, 3);
        QCOMPARE(summary.changed, 4 + 2 * 6);
        QVERIFY(summary.asked && !summary.cancelled);
        QCOMPARE(tracksIn(*m_stack, 3), Tracks{1});
        QCOMPARE(tracksIn(*m_stack, 4), (Tracks{2, 3}));
        QCOMPARE(tracksIn(*m_stack, 9), (Tracks{2, 3}));
        QCOMPARE(m_stack->document().undoKind(), std::optional(annotation::StepKind::TrackCells));
        m_stack->document().undo();
        for (int time = 0; time < 10; ++time)
            for (const std::optional<int>& track : tracksIn(*m_stack, time))
                QVERIFY(!track);
        m_stack->document().redo();
        QCOMPARE(tracksIn(*m_stack, 9), (Tracks{2, 3}));
    }

    void onlyWhatChangesIsWritten()
    {
        segmentOneThatDivides();
        m_runs->track(*m_stack);
        waitForSummary();
        const std::size_t memory = m_stack->document().undoMemory();
        m_runs->track(*m_stack);
        QCOMPARE(waitForSummary().changed, 0);
        QCOMPARE(m_stack->document().undoMemory(), memory);
        annotation::InstanceAttributes other;
        other.trackId = 77;
        other.locked = true; // which protects its silhouette
        QVERIFY(m_stack->document().setAttributes(2, 1, other));
        m_runs->track(*m_stack);
        QCOMPARE(waitForSummary().changed, 1);
        QCOMPARE(tracksIn(*m_stack, 2), Tracks{1});
        QVERIFY(m_stack->document().frame(2).instances[0].locked);
    }

    void otherObjectsAndFramesThatNobodyLookedAtAreLeftAlone()
    {
        segmentOneThatDivides();
        annotation::Instance fragment = frames::cell(0, frames::disc(kSide, 20, 20, 5));
        fragment.classId = int(base::ObjectClass::Fragment);
        fragment.trackId = 5;
        QVERIFY(m_stack->document().addInstance(0, fragment));
        QVERIFY(m_stack->document().clearFrame(2)); // a gap
        m_runs->track(*m_stack);
        QCOMPARE(waitForSummary().frames, 9);
        QCOMPARE(tracksIn(*m_stack, 0), (Tracks{1, 5}));
        QCOMPARE(tracksIn(*m_stack, 3), Tracks{1});
    }

    void whatChangesMeanwhileIsFollowedAnew()
    {
        segmentOneThatDivides();
        m_runs->track(*m_stack);
        // Before the job is done there never was a division.
        const auto run = m_stack->document().newRun();
        for (int time = kDivision; time < 10; ++time)
            QVERIFY(m_stack->document().applySegmentation(time, {mother(), {}, {}},
                                                          annotation::ReplacePolicy::KeepReviewed, run));
        QCOMPARE(waitForSummary().tracks, 1);
        for (int time = 0; time < 10; ++time)
            QCOMPARE(tracksIn(*m_stack, time), Tracks{1});
        QCOMPARE(m_stack->document().undoKind(), std::optional(annotation::StepKind::TrackCells));
    }

    void trackingFollowsASegmentationInItsStep()
    {
        const auto run = segmentOneThatDivides();
        m_runs->trackSegmented(*m_stack, run);
        QVERIFY(!waitForSummary().asked);
        QCOMPARE(tracksIn(*m_stack, 9), (Tracks{2, 3}));
        QCOMPARE(m_stack->document().undoKind(), std::optional(annotation::StepKind::SegmentFrames));
        m_stack->document().undo();
        QVERIFY(!m_stack->document().canUndo());
    }

    void tracksThatSomebodyGaveStay()
    {
        const auto run = segmentOneThatDivides();
        annotation::InstanceAttributes mine;
        mine.trackId = 12;
        QVERIFY(m_stack->document().setAttributes(7, 2, mine));
        QSignalSpy kept(m_runs.get(), &TrackingRuns::keptTracks);
        m_runs->trackSegmented(*m_stack, run);
        QCOMPARE(kept.count(), 1);
        QVERIFY(!m_runs->isBusy());
        QCOMPARE(tracksIn(*m_stack, 0), Tracks{std::nullopt});
    }

    void cancellingWritesNothing()
    {
        segmentOneThatDivides();
        m_runs->track(*m_stack);
        OpenStack* other = m_workspace->add(std::make_shared<MemoryStack>(3));
        m_runs->track(*other); // waits
        m_runs->cancel();
        QVERIFY(waitForSummary().cancelled);
        QVERIFY(!m_runs->isBusy());
        QCOMPARE(tracksIn(*m_stack, 0), Tracks{std::nullopt});
        QCOMPARE(m_stack->document().undoKind(), std::optional(annotation::StepKind::SegmentFrames));
    }

    void stacksAreTrackedOneAfterTheOtherAndMayBeClosed()
    {
        segmentOneThatDivides();
        OpenStack* other = m_workspace->add(std::make_shared<MemoryStack>(3));
        QSignalSpy finished(m_runs.get(), &TrackingRuns::finished);
        m_runs->track(*m_stack);
        m_runs->track(*other);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(tracksIn(*m_stack, 9), (Tracks{2, 3}));
        m_runs->track(*m_stack);
        m_runs->track(*other);
        m_workspace->close(m_stack);
        QTRY_VERIFY(!m_runs->isBusy());
        QCOMPARE(finished.count(), 3); // of the one that is still there
    }

    void lineageFollowsTheAnnotations()
    {
        segmentOneThatDivides();
        const StackLineage& lineage = m_stack->lineage();
        QTRY_VERIFY(lineage.isUpToDate());
        QVERIFY(lineage.tracks()->lineage.empty());
        QSignalSpy changed(&lineage, &StackLineage::changed);
        m_runs->track(*m_stack);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(lineage.tracks()->lineage.at(1).daughters, (std::vector<int>{2, 3}));
        QCOMPARE(lineage.tracks()->colors, trackColors(lineage.tracks()->lineage));
        QCOMPARE(divisionFrames(lineage.tracks()->lineage), std::vector<int>{kDivision});
        QVERIFY(m_stack->document().setShape(9, 1, frames::disc(kSide, 40, 60, 26)));
        QTRY_VERIFY(lineage.isUpToDate());
        QCOMPARE(changed.count(), 1); // descent is the same
        while (m_stack->document().canUndo())
            m_stack->document().undo();
        QTRY_COMPARE(changed.count(), 2);
        QVERIFY(lineage.tracks()->lineage.empty());
    }

    void tablesListsAndPlotsShowTracks()
    {
        segmentOneThatDivides();
        StackMetrics metrics(*m_stack);
        QTRY_VERIFY(metrics.isUpToDate());
        const int track = columnOf(QStringLiteral("track_id"));
        const int parent = columnOf(QStringLiteral("parent_track_id"));
        QVERIFY(track > 0 && parent > 0);
        for (const MeasurementRow& row : cellRows(metrics))
            QVERIFY(!row.values[std::size_t(track)].isValid() && !row.values[std::size_t(parent)].isValid());
        QVERIFY(seriesOf(metrics).tracks.empty());
        QCOMPARE(metrics.at(0)->colors.at(1), paletteColor(0));

        m_runs->track(*m_stack);
        QTRY_VERIFY(!m_stack->lineage().tracks()->lineage.empty() && metrics.isUpToDate());
        const std::vector<MeasurementRow> rows = cellRows(metrics);
        QCOMPARE(rows.front().values[std::size_t(track)].toInt(), 1);
        QVERIFY(!rows.front().values[std::size_t(parent)].isValid());
        QCOMPARE(rows.back().values[std::size_t(track)].toInt(), 3);
        QCOMPARE(rows.back().values[std::size_t(parent)].toInt(), 1);
        QCOMPARE(metrics.at(9)->metrics.instances[1].generation, std::optional(1));
        QVERIFY(metrics.at(9)->metrics.instances[1].isGenerationTracked);

        const TrackColors& colors = m_stack->lineage().tracks()->colors;
        QCOMPARE(metrics.at(0)->colors.at(1), colors.at(1));
        QCOMPARE(metrics.at(9)->colors.at(2), colors.at(3));
        const StackSeries series = seriesOf(metrics);
        QCOMPARE(series.tracks.size(), std::size_t(3));
        QCOMPARE(series.tracks[2].mother, std::optional(1));
        QCOMPARE(series.tracks[2].color, colors.at(3));
        QCOMPARE(series.tracks[2].firstFrame(), kDivision);
        QCOMPARE(series.tracks[2].cells.back().id, 2);
        QCOMPARE(instanceRows(m_stack->document().frame(9), *metrics.at(9))[1].track, std::optional(3));
    }

private:
    annotation::RunId segmentOneThatDivides()
    {
        const annotation::RunId run = m_stack->document().newRun();
        for (int time = 0; time < 10; ++time)
            (void)m_stack->document().applySegmentation(time, {time < kDivision ? mother() : daughters(), {}, {}},
                                                        annotation::ReplacePolicy::KeepReviewed, run);
        return run;
    }

    TrackingSummary waitForSummary()
    {
        std::optional<TrackingSummary> summary;
        const auto connection = connect(m_runs.get(), &TrackingRuns::finished, this,
                                        [&](OpenStack*, const TrackingSummary& s) { summary = s; });
        (void)QTest::qWaitFor([&] { return summary.has_value(); });
        disconnect(connection);
        return summary.value_or(TrackingSummary{.frames = -1});
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TrackingRuns> m_runs;
    OpenStack* m_stack = nullptr;
};

QTEST_MAIN(TrackingTest)
#include "tst_tracking.moc"
