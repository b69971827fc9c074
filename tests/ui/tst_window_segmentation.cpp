// SPDX-License-Identifier: GPL-3.0-or-later
// Segmenting and tracking from the window: what lists, titles and undo make of it.
#include <optional>
#include <set>

#include <QDockWidget>
#include <QPushButton>

#include "tests/ui/main_window_fixture.h"
#include "ui/plots/lineage_plot.h"
#include "ui/project/project_session.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/progress_strip.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class WindowSegmentationTest : public QObject, private MainWindowFixture {
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

    void segmentingAFrameFillsListAndReadouts()
    {
        openStack();
        QVERIFY(readouts()->valueOf(QStringLiteral("Blastomeres")).isEmpty());
        run("segment.frame");
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        QCOMPARE(readouts()->valueOf(QStringLiteral("Blastomeres")), QStringLiteral("2"));
        QVERIFY(readouts()->findChild<QPushButton*>()->isVisibleTo(readouts())); // "Calibrate…"
        QTRY_VERIFY(m_w->window->view().canvas().overlay());
        QTRY_COMPARE(m_w->window->view().canvas().overlay()->silhouettes.size(), std::size_t(2));
    }

    void aRunOverTheStackIsOneUndoStep()
    {
        openStack();
        QSignalSpy finished(&m_w->window->queue(), &SegmentationQueue::finished);
        run("segment.stack");
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(stack()->segmentedFrames(), 6);
        QTRY_VERIFY(!m_w->window->tracking().isBusy()); // its cells are followed through time
        QCOMPARE(tracksIn(5), (std::set<std::optional<int>>{1, 2}));
        QVERIFY(m_w->window->isWindowModified()); // an unsaved project
        run("edit.undo");
        QCOMPARE(stack()->segmentedFrames(), 0);
        QVERIFY(!action("edit.undo")->isEnabled());
        run("edit.redo");
        QCOMPARE(stack()->segmentedFrames(), 6);
        QCOMPARE(tracksIn(5), (std::set<std::optional<int>>{1, 2}));
    }

    void cellsAreTrackedOnRequestAsOneUndoStep()
    {
        openStack();
        for (int frame = 0; frame < 3; ++frame) { // frame by frame nobody knows what belongs together
            stack()->setTime(frame);
            run("segment.frame");
            QTRY_COMPARE(stack()->segmentedFrames(), frame + 1);
        }
        QCOMPARE(tracksIn(0), (std::set<std::optional<int>>{std::nullopt}));
        run("segment.trackCells");
        QTRY_VERIFY(!m_w->window->tracking().isBusy());
        for (int frame = 0; frame < 3; ++frame)
            QCOMPARE(tracksIn(frame), (std::set<std::optional<int>>{1, 2}));
        QVERIFY(m_w->window->messages().texts().join(' ').contains(QStringLiteral("2 cell(s) followed")));
        QVERIFY(action("edit.undo")->text().contains(QStringLiteral("tracking")));
        auto* plot = m_w->window->findChild<LineagePlot*>();
        dockOf(plot->parentWidget())->show();
        dockOf(plot->parentWidget())->raise();
        QTRY_VERIFY(!plot->isEmpty());
        run("edit.undo");
        QCOMPARE(tracksIn(1), (std::set<std::optional<int>>{std::nullopt}));
        QCOMPARE(stack()->segmentedFrames(), 3);
        QTRY_VERIFY(plot->isEmpty());
    }

    void tracksThatAreThereStayWhenAStackIsSegmentedAgain()
    {
        openStack();
        segmentAll();
        annotation::InstanceAttributes mine;
        mine.trackId = 40;
        mine.locked = true; // so that it is kept
        const int id = stack()->document().frame(2).instances[0].id;
        QVERIFY(stack()->document().setAttributes(2, id, mine));
        segmentAll();
        QCOMPARE(stack()->document().frame(2).find(id)->trackId, std::optional(40));
        QCOMPARE(tracksIn(0), (std::set<std::optional<int>>{std::nullopt}));
        QVERIFY(m_w->window->messages().texts().join(' ').contains(QStringLiteral("have tracks already")));
        run("segment.trackCells"); // a person may want it all the same
        QTRY_COMPARE(tracksIn(2), (std::set<std::optional<int>>{1, 2}));
    }

    void aLongRunShowsProgressAndCanBeCancelled()
    {
        m_w->behaviour->delay = std::chrono::milliseconds(40);
        openStack();
        QSignalSpy progressed(&m_w->window->queue(), &SegmentationQueue::progressed);
        QSignalSpy finished(&m_w->window->queue(), &SegmentationQueue::finished);
        run("segment.stack");
        QTRY_VERIFY(progressed.count() >= 1);
        auto* strip = m_w->window->findChild<ProgressStrip*>();
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(QStringLiteral("/ 6")), qPrintable(strip->text()));
        QVERIFY(strip->text().contains(QStringLiteral("left")));
        strip->findChild<QAbstractButton*>(QStringLiteral("cancelProgress"))->click();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(stack()->segmentedFrames() < 6);
        QVERIFY(stack()->segmentedFrames() >= 1);
        QVERIFY(!strip->isVisible());
    }

    void segmentingLeavesReviewedFramesAlone()
    {
        openStack();
        segmentAll();
        QCOMPARE(stack()->index().time, 0);
        run("review.acceptAndGoOn");
        QCOMPARE(int(stack()->document().frame(0).review), int(annotation::ReviewState::Accepted));
        QVERIFY(stack()->index().time != 0); // the neediest of the others
        const int calls = m_w->behaviour->calls;
        segmentAll();
        QCOMPARE(m_w->behaviour->calls.load(), calls + 5);
    }

    void objectsOfAnotherKindAreCalledSoEverywhereAndAfterReopening()
    {
        m_w->behaviour->onlyClass = "nucleus";
        m_w->makeWindow();
        openStack();
        const auto title = [this](const char* dock) {
            return m_w->window->findChild<QDockWidget*>(QString::fromLatin1(dock))->windowTitle();
        };
        const auto saysNuclei = [&] {
            return title("blastomeres") == QStringLiteral("Nuclei  2") && title("cells") == QStringLiteral("Nuclei") &&
                   readouts()->valueOf(QStringLiteral("Nuclei")) == QStringLiteral("2") &&
                   action("edit.makeBlastomere")->text() == QStringLiteral("&Nucleus") &&
                   action("view.panel.blastomeres")->text() == QStringLiteral("Panel “Nuclei”");
        };
        QCOMPARE(title("blastomeres"), QStringLiteral("Blastomeres"));
        QCOMPARE(action("edit.makeBlastomere")->text(), QStringLiteral("&Blastomere"));
        segmentAll();
        QTRY_VERIFY(saysNuclei());
        const QString file = m_w->folder.filePath(QStringLiteral("a.blasto"));
        m_w->window->project().saveAs(file);
        QTRY_COMPARE(m_w->window->project().file(), file);
        run("file.closeProject");
        QTRY_VERIFY(!m_w->window->workspace().current());
        m_w->behaviour->onlyClass.clear();
        m_w->makeWindow(); // nothing in memory knows the model any more
        m_w->window->open({file});
        QTRY_VERIFY(stack());
        QTRY_VERIFY(saysNuclei());
    }

    void aModelThatCannotBeLoadedIsAMessage()
    {
        m_w->services.loadSegmenter = [](const auto&, const auto&)
            -> base::Result<std::unique_ptr<inference::Segmenter>> {
            return base::fail(base::ErrorCode::Corrupt, "The weights are damaged.");
        };
        m_w->makeWindow();
        QTRY_VERIFY(m_w->window->messages().texts().contains(QStringLiteral("The weights are damaged.")));
    }
};

QTEST_MAIN(WindowSegmentationTest)
#include "tst_window_segmentation.moc"
