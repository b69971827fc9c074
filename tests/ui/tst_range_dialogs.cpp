// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QThread>

#include "tests/ui/window_fixture.h"
#include "ui/shell/frame_field.h"
#include "ui/shell/frame_range_dialog.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using annotation::Instance;
using annotation::Origin;
using annotation::ReviewState;

namespace {

constexpr int kFrames = 8;
constexpr int kSize = 120;

Instance cellAt(double x, double score = .9, Origin origin = Origin::Model)
{
    Instance instance = frames::cell(0, frames::disc(kSize, x, 60, 12));
    instance.score = score;
    instance.origin = origin;
    return instance;
}

} // namespace

class RangeDialogsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_w = std::make_unique<WindowFixture>();
        m_w->openStack(QStringLiteral("E-001"), kFrames);
    }
    void cleanup() { m_w.reset(); }

    void onlyTheRangeIsSegmentedAsOneStep()
    {
        QVERIFY(document().setReview(4, ReviewState::Accepted));
        open("segment.range");
        QCOMPARE(first()->frame(), 0); // the one on the screen
        QCOMPARE(last()->frame(), kFrames - 1);
        setRange(6, 3); // either way round
        QTRY_VERIFY2(summary().contains(QStringLiteral("3 frame")), qPrintable(summary()));
        QVERIFY2(summary().contains(QStringLiteral("1 frame")) && summary().contains(QStringLiteral("accepted")),
                 qPrintable(summary()));
        QSignalSpy finished(&m_w->window->queue(), &SegmentationQueue::finished);
        button()->click();
        QTRY_COMPARE(finished.count(), 1);
        for (int frame = 0; frame < kFrames; ++frame)
            QCOMPARE(document().frame(frame).segmented, frame >= 3 && frame <= 6 && frame != 4);
        m_w->run("edit.undo");
        for (int frame = 0; frame < kFrames; ++frame)
            QVERIFY(!document().frame(frame).segmented);
        QCOMPARE(document().frame(4).review, ReviewState::Accepted);
    }

    void whatIsDoneSaysHowManyFramesWereNotSeen()
    {
        m_w->segmentAll();
        QTRY_VERIFY(m_w->stack().wasSeen(0)); // as it is now
        m_w->stack().setTime(2);
        QTRY_VERIFY(m_w->stack().wasSeen(2));
        QVERIFY(document().addInstance(3, cellAt(20, 1, Origin::Drawn)));
        open("review.range");
        setRange(0, 3);
        QTRY_VERIFY2(summary().contains(QStringLiteral("4 frame")), qPrintable(summary()));
        QVERIFY2(summary().contains(QStringLiteral("2 of them you have not looked at")), qPrintable(summary()));
        QVERIFY(summary().contains(QStringLiteral("training sets")));
        button()->click();
        QTRY_VERIFY(!dialog());
        for (int frame = 0; frame < 3; ++frame)
            QCOMPARE(document().frame(frame).review, ReviewState::Accepted);
        QCOMPARE(document().frame(3).review, ReviewState::Corrected);
        QCOMPARE(document().frame(4).review, ReviewState::ToDo);
        QVERIFY(m_w->action("edit.undo")->text().contains(QStringLiteral("review")));
        m_w->run("edit.undo");
        for (int frame = 0; frame < kFrames; ++frame)
            QCOMPARE(document().frame(frame).review, ReviewState::ToDo);
    }

    void untouchedFramesAreRejectedButNotAccepted()
    {
        QVERIFY(document().addInstance(1, cellAt(60)));
        open("review.range");
        setRange(0, 2);
        QTRY_VERIFY2(summary().contains(QStringLiteral("1 frame")), qPrintable(summary()));
        QVERIFY2(summary().contains(QStringLiteral("neither segmented nor drawn in")), qPrintable(summary()));
        verdict()->setCurrentIndex(1);
        QTRY_VERIFY2(summary().contains(QStringLiteral("3 frame")), qPrintable(summary()));
        QVERIFY(!summary().contains(QStringLiteral("training sets")));
        button()->click();
        QTRY_VERIFY(!dialog());
        for (int frame = 0; frame < 3; ++frame)
            QCOMPARE(document().frame(frame).review, ReviewState::Rejected);
        open("review.range");
        verdict()->setCurrentIndex(2);
        button()->click();
        QTRY_VERIFY(!dialog());
        QCOMPARE(document().frame(0).review, ReviewState::ToDo);
    }

    void aChangedFrameHasToBeSeenAnew()
    {
        m_w->stack().setTime(1);
        QTRY_VERIFY(m_w->stack().wasSeen(1));
        m_w->stack().setTime(0);
        QTRY_COMPARE(m_w->window->view().shownTime(), 0);
        QVERIFY(document().setReview(1, ReviewState::Rejected));
        QVERIFY(m_w->stack().wasSeen(1)); // its outlines are the same
        QVERIFY(document().addInstance(1, cellAt(60)));
        QVERIFY(!m_w->stack().wasSeen(1));
        QVERIFY(document().addInstance(0, cellAt(60)));
        QTRY_VERIFY(m_w->stack().wasSeen(0)); // it is on the screen
    }

    void objectsAreDeletedByKindReviewAndConfidence()
    {
        Instance fragment = cellAt(90);
        fragment.classId = int(base::ObjectClass::Fragment);
        Instance locked = cellAt(20);
        locked.locked = true;
        for (int frame = 0; frame < 4; ++frame)
            for (const Instance& instance : {cellAt(30, .3), cellAt(60, .3, Origin::Drawn), fragment, locked})
                QVERIFY(document().addInstance(frame, instance));
        QVERIFY(document().setReview(0, ReviewState::Rejected));
        open("edit.removeInRange");
        setRange(0, 2);
        QTRY_VERIFY2(summary().contains(QStringLiteral("6 object")), qPrintable(summary()));
        QVERIFY2(summary().contains(QStringLiteral("2 frame")), qPrintable(summary()));
        QVERIFY2(summary().contains(QStringLiteral("2 of the objects a person")), qPrintable(summary()));
        QVERIFY2(summary().contains(QStringLiteral("2 locked")), qPrintable(summary()));
        const QList<QCheckBox*> boxes = dialog()->findChildren<QCheckBox*>();
        boxes[0]->click(); // rejected ones, too
        QTRY_VERIFY2(summary().contains(QStringLiteral("9 object")), qPrintable(summary()));
        auto* kind = dialog()->findChild<QComboBox*>();
        kind->setCurrentIndex(kind->findData(int(base::ObjectClass::Fragment)));
        QTRY_VERIFY2(summary().contains(QStringLiteral("3 object")), qPrintable(summary()));
        kind->setCurrentIndex(0);
        boxes[1]->click(); // below 50 %: what the model found
        QTRY_VERIFY2(summary().contains(QStringLiteral("3 object")) && !summary().contains(QStringLiteral("person")),
                     qPrintable(summary()));
        button()->click();
        QTRY_VERIFY(!dialog());
        for (int frame = 0; frame < 3; ++frame)
            QCOMPARE(document().frame(frame).instances.size(), std::size_t(3));
        QCOMPARE(document().frame(3).instances.size(), std::size_t(4));
        m_w->run("edit.undo");
        for (int frame = 0; frame < 4; ++frame)
            QCOMPARE(document().frame(frame).instances.size(), std::size_t(4));
    }

    void whereNothingChangesTheButtonIsOff()
    {
        open("edit.removeInRange");
        QVERIFY(!button()->isEnabled());
        QVERIFY(document().addInstance(5, cellAt(60))); // meanwhile, by a model
        QTRY_VERIFY(button()->isEnabled());
        setRange(0, 4);
        QTRY_VERIFY(!button()->isEnabled());
    }

    void manyFramesAreChangedPieceByPieceAsOneStep()
    {
        annotation::StackDocument document(10, kSize, kSize);
        FrameEdits edits(document, annotation::StepKind::ChangeReview);
        QSignalSpy progressed(&edits, &FrameEdits::progressed), finished(&edits, &FrameEdits::finished);
        edits.start({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, [](annotation::StackDocument& changed, int frame) {
            QThread::msleep(5); // a piece lasts 8 ms
            return changed.setReview(frame, ReviewState::Rejected);
        });
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY2(progressed.count() >= 5, qPrintable(QString::number(progressed.count())));
        QCOMPARE(progressed.last(), (QList<QVariant>{10, 10}));
        document.undo();
        QCOMPARE(document.frame(0).review, ReviewState::ToDo);
        QCOMPARE(document.frame(9).review, ReviewState::ToDo);
        QVERIFY(!document.canUndo());
    }

    void whatCannotBeChangedEndsTheRest()
    {
        annotation::StackDocument document(3, kSize, kSize);
        FrameEdits edits(document, annotation::StepKind::ChangeReview);
        QSignalSpy failed(&edits, &FrameEdits::failed), finished(&edits, &FrameEdits::finished);
        edits.start({0, 7, 2}, [](annotation::StackDocument& changed, int frame) {
            return changed.setReview(frame, ReviewState::Rejected);
        });
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(document.frame(0).review, ReviewState::Rejected);
        QCOMPARE(document.frame(2).review, ReviewState::ToDo);
    }

    void theStackMayGoWhileItsFramesAreChanged()
    {
        open("review.range");
        verdict()->setCurrentIndex(1);
        QTRY_VERIFY(button()->isEnabled());
        button()->click(); // goes on when the window has time
        QVERIFY(dialog());
        m_w->window->workspace().close(&m_w->stack());
        QVERIFY(!dialog());
        QTest::qWait(0);
        QVERIFY(!m_w->action("review.range")->isEnabled());
    }

private:
    annotation::StackDocument& document() const { return m_w->stack().document(); }
    void open(const char* id) const
    {
        m_w->run(id);
        QVERIFY(dialog());
    }
    void setRange(int from, int to) const
    {
        first()->setFrame(from);
        last()->setFrame(to);
    }
    FrameRangeDialog* dialog() const { return m_w->window->findChild<FrameRangeDialog*>(); }
    FrameField* first() const { return dialog()->findChild<FrameField*>(QStringLiteral("firstFrame")); }
    FrameField* last() const { return dialog()->findChild<FrameField*>(QStringLiteral("lastFrame")); }
    QComboBox* verdict() const { return dialog()->findChild<QComboBox*>(); }
    QPushButton* button() const { return dialog()->findChild<QPushButton*>(QStringLiteral("perform")); }
    QString summary() const { return dialog()->findChild<QLabel*>(QStringLiteral("summary"))->text(); }

    std::unique_ptr<WindowFixture> m_w;
};

QTEST_MAIN(RangeDialogsTest)
#include "tst_range_dialogs.moc"
