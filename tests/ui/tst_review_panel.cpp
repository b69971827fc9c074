// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/frames.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/stack_list_model.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/review_panel.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using annotation::ReviewState;

namespace {

/// One or two cells, the first as sure as asked.
void fill(OpenStack& stack, int time, int cells, double score)
{
    annotation::SegmentedFrame found;
    for (int i = 0; i < cells; ++i)
        found.instances.push_back(frames::cell(i + 1, frames::disc(120, 35 + 50 * i, 60, 20)));
    if (cells > 0)
        found.instances[0].score = score;
    QVERIFY(stack.document().applySegmentation(time, found, annotation::ReplacePolicy::ReplaceAll,
                                               stack.document().newRun()));
}

void fillAll(OpenStack& stack)
{
    for (int time = 0; time < stack.document().frameCount(); ++time)
        fill(stack, time, 2, .95);
}

QStringList reasons(const ReviewListModel& model)
{
    QStringList texts;
    for (const ReviewRow& row : model.rows())
        texts << row.reason;
    return texts;
}

} // namespace

class ReviewPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void anEmptyListSaysWhatToDo()
    {
        Workspace workspace;
        ReviewPanel panel(workspace);
        QVERIFY(panel.hint().contains(QStringLiteral("Open a stack")));
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(4));
        QTRY_VERIFY(panel.queue().isUpToDate());
        QTRY_VERIFY2(panel.hint().contains(QStringLiteral("Segment")), qPrintable(panel.hint()));
        fillAll(*stack);
        for (int time = 0; time < 4; ++time)
            QVERIFY(stack->document().setReview(time, ReviewState::Accepted));
        QTRY_VERIFY2(panel.hint().contains(QStringLiteral("reviewed")), qPrintable(panel.hint()));
        panel.setFilter(ReviewFilter::Rejected);
        QVERIFY(panel.hint().contains(QStringLiteral("No frame")));
        panel.setFilter(ReviewFilter::Accepted);
        QCOMPARE(panel.model().rowCount(), 4);
    }

    void theListFollowsEveryChange()
    {
        Workspace workspace;
        ReviewPanel panel(workspace);
        QAbstractItemModelTester tester(&panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(9));
        fillAll(*stack);
        QTRY_COMPARE(panel.model().rowCount(), 1); // one random frame, nothing else
        QTRY_COMPARE(reasons(panel.model()), QStringList{QStringLiteral("Picked at random")});
        fill(*stack, 3, 1, .95);
        fill(*stack, 6, 2, .5);
        QTRY_VERIFY(panel.model().rowCount() >= 2 && panel.queue().isUpToDate());
        QCOMPARE(panel.model().rows()[0].frame, 3);
        QVERIFY2(panel.model().rows()[0].reason.contains(QStringLiteral("2 before and after")),
                 qPrintable(panel.model().rows()[0].reason));
        QCOMPARE(panel.model().rows()[1].frame, 6);
        QCOMPARE(panel.model().rows()[1].reason, QStringLiteral("Confidence of 1 is 50 %"));
        QVERIFY(panel.model().rows()[0].need > panel.model().rows()[1].need);
        panel.setFilter(ReviewFilter::Confidence);
        QCOMPARE(panel.model().rowCount(), 1);
        QVERIFY(stack->document().setReview(6, ReviewState::Accepted));
        QTRY_COMPARE(panel.model().rowCount(), 0);
        workspace.close(stack);
        QVERIFY(panel.hint().contains(QStringLiteral("Open a stack")));
    }

    void progressIsCountedPerStackAndInTotal()
    {
        Workspace workspace;
        ReviewPanel panel(workspace);
        StackListModel stacks(workspace);
        OpenStack* first = workspace.add(std::make_shared<MemoryStack>(4));
        fillAll(*first);
        QCOMPARE(panel.progressText(), QStringLiteral("0 / 4 accepted"));
        QVERIFY(first->document().setReview(0, ReviewState::Accepted));
        QVERIFY(first->document().setReview(1, ReviewState::Corrected));
        QVERIFY(first->document().setReview(2, ReviewState::Rejected));
        QVERIFY2(panel.progressText().startsWith(QStringLiteral("2 / 4 accepted")), qPrintable(panel.progressText()));
        QVERIFY(panel.progressText().contains(QStringLiteral("rejected")));
        QCOMPARE(stacks.index(0).data(StackListModel::SubtitleRole).toString(), QStringLiteral("2 / 4 accepted"));
        OpenStack* second = workspace.add(std::make_shared<MemoryStack>(6));
        fill(*second, 0, 2, .9);
        QVERIFY(second->document().setReview(0, ReviewState::Accepted));
        QVERIFY2(panel.progressText().contains(QStringLiteral("3 / 10")), qPrintable(panel.progressText()));
        QCOMPARE(stacks.index(1).data(StackListModel::SubtitleRole).toString(),
                 QStringLiteral("1 / 6 accepted · 1 segmented"));
    }

    void aClickGoesToTheFrameAndSelectsWhatItIsAbout()
    {
        WindowFixture fixture;
        fixture.openStack(QStringLiteral("E-014"), 6);
        for (int time = 0; time < 6; ++time)
            fill(fixture.stack(), time, 2, time == 4 ? .5 : .95);
        auto* panel = fixture.window->findChild<ReviewPanel*>();
        QTRY_VERIFY(panel->queue().isUpToDate() && panel->model().rowCount() >= 1);
        QCOMPARE(panel->model().rows()[0].frame, 4);
        auto* list = panel->findChild<QListView*>(QStringLiteral("reviewList"));
        list->setFixedHeight(200);
        const auto row = [&] { return list->visualRect(panel->model().index(0)); };
        QTRY_VERIFY(list->viewport()->height() > 100 && list->viewport()->rect().contains(row().center()));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row().center());
        QTRY_COMPARE(fixture.stack().index().time, 4);
        const int id = fixture.stack().document().frame(4).instances[0].id;
        QTRY_COMPARE(fixture.window->view().canvas().selectedId().value_or(-1), id);
    }

    void acceptingGoesToTheNeediestFrame()
    {
        WindowFixture fixture;
        fixture.openStack(QStringLiteral("E-014"), 8);
        for (int time = 0; time < 8; ++time)
            fill(fixture.stack(), time, 2, time == 5 ? .5 : .95);
        fill(fixture.stack(), 2, 1, .95); // differs from both neighbours
        auto* panel = fixture.window->findChild<ReviewPanel*>();
        QTRY_VERIFY(panel->queue().isUpToDate() && panel->model().rowCount() >= 2);
        fixture.run("review.acceptAndGoOn");
        QCOMPARE(int(fixture.stack().document().frame(0).review), int(ReviewState::Accepted));
        QCOMPARE(fixture.stack().index().time, 2);
        QTRY_COMPARE(fixture.window->view().shownTime(), 2);
        const auto& cells = fixture.stack().document().frame(2).instances;
        QVERIFY(fixture.stack().document().setShape(2, cells[0].id, frames::disc(120, 60, 60, 30)));
        fixture.run("review.acceptAndGoOn");
        QCOMPARE(int(fixture.stack().document().frame(2).review), int(ReviewState::Corrected));
        QTRY_COMPARE(fixture.stack().index().time, 5);
        QTRY_COMPARE(fixture.window->view().shownTime(), 5);
        fixture.run("review.rejectAndGoOn");
        QCOMPARE(int(fixture.stack().document().frame(5).review), int(ReviewState::Rejected));
    }

    void aFrameThatIsNotOnTheScreenYetIsNotJudged_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("state");
        QTest::newRow("accept") << QStringLiteral("review.acceptAndGoOn") << int(ReviewState::Accepted);
        QTest::newRow("reject and go on") << QStringLiteral("review.rejectAndGoOn") << int(ReviewState::Rejected);
        QTest::newRow("reject") << QStringLiteral("review.reject") << int(ReviewState::Rejected);
    }
    void aFrameThatIsNotOnTheScreenYetIsNotJudged()
    {
        QFETCH(QString, id);
        QFETCH(int, state);
        WindowFixture fixture;
        fixture.openStack(QStringLiteral("E-014"), 6);
        fillAll(fixture.stack());
        const auto review = [&] { return int(fixture.stack().document().frame(3).review); };
        const auto saysWhy = [&] {
            return fixture.window->messages().texts().join(' ').contains(QStringLiteral("still being read"));
        };
        fixture.stack().setTime(3);
        fixture.run(qPrintable(id));
        QCOMPARE(review(), int(ReviewState::ToDo));
        QCOMPARE(fixture.stack().index().time, 3);
        QVERIFY(saysWhy());
        QTRY_COMPARE(fixture.window->view().shownTime(), 3);
        QVERIFY(!saysWhy());
        fixture.run(qPrintable(id));
        QCOMPARE(review(), state);
    }

    void anEmptyFrameIsAcceptedOnlyWhenAskedForTwice()
    {
        WindowFixture fixture;
        fixture.openStack(QStringLiteral("E-014"), 4);
        const auto review = [&](int time) { return int(fixture.stack().document().frame(time).review); };
        const auto goTo = [&](int time) {
            fixture.stack().setTime(time);
            QTRY_COMPARE(fixture.window->view().shownTime(), time);
        };
        const auto asks = [&] {
            return fixture.window->messages().texts().join(' ').contains(QStringLiteral("neither segmented nor drawn"));
        };
        fixture.run("review.acceptAndGoOn");
        QCOMPARE(review(0), int(ReviewState::ToDo));
        QVERIFY(asks());
        goTo(1); // that is no answer
        QVERIFY(!asks());
        goTo(0);
        fixture.run("review.acceptAndGoOn");
        QCOMPARE(review(0), int(ReviewState::ToDo));
        QVERIFY(asks());
        fixture.run("review.acceptAndGoOn");
        QCOMPARE(review(0), int(ReviewState::Accepted));
        QVERIFY(!asks());

        fill(fixture.stack(), 2, 0, 0); // a model looked and found nothing
        goTo(2);
        fixture.run("review.acceptAndGoOn");
        QCOMPARE(review(2), int(ReviewState::Accepted));
    }

    void unreviewedFramesAreVisitedInBothDirections()
    {
        WindowFixture fixture;
        fixture.openStack(QStringLiteral("E-014"), 5);
        for (const int time : {1, 3})
            fill(fixture.stack(), time, 2, .95);
        fixture.run("review.nextUnreviewed");
        QCOMPARE(fixture.stack().index().time, 1);
        fixture.run("review.nextUnreviewed");
        QCOMPARE(fixture.stack().index().time, 3);
        fixture.run("review.nextUnreviewed");
        QCOMPARE(fixture.stack().index().time, 1);
        fixture.run("review.previousUnreviewed");
        QCOMPARE(fixture.stack().index().time, 3);
    }

    void divisionsAreVisitedInBothDirections()
    {
        WindowFixture fixture;
        fixture.openStack(QStringLiteral("E-014"), 9);
        fixture.run("review.nextDivision");
        QCOMPARE(fixture.stack().index().time, 0);
        QVERIFY(fixture.window->messages().texts().join(' ').contains(QStringLiteral("Track the cells first")));
        auto& document = fixture.stack().document();
        const auto run = document.newRun();
        for (int time = 0; time < 9; ++time) {
            annotation::SegmentedFrame found;
            if (time < 5)
                found.instances = {frames::cell(1, frames::disc(120, 60, 60, 35))};
            else
                found.instances = {frames::cell(1, frames::disc(120, 40, 60, 27)),
                                   frames::cell(2, frames::disc(120, 80, 60, 27))};
            QVERIFY(document.applySegmentation(time, found, annotation::ReplacePolicy::KeepReviewed, run));
        }
        fixture.run("segment.trackCells");
        QTRY_VERIFY(!fixture.stack().lineage().tracks()->lineage.empty());
        fixture.run("review.nextDivision");
        QCOMPARE(fixture.stack().index().time, 5);
        fixture.run("review.nextDivision");
        QCOMPARE(fixture.stack().index().time, 5); // there is no other
        fixture.stack().setTime(8);
        fixture.run("review.previousDivision");
        QCOMPARE(fixture.stack().index().time, 5);
    }
};

QTEST_MAIN(ReviewPanelTest)
#include "tst_review_panel.moc"
