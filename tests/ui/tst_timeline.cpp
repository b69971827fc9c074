// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/ui/frames.h"
#include "ui/timeline/thumbnail_popup.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/timeline/timeline_strip.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class TimelineTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_bar = std::make_unique<TimelineBar>();
        m_bar->resize(900, 60);
        m_bar->setStack(30, std::vector<std::optional<double>>(30, 1.5), {"F-15", "F0", "F15"}, 1);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        m_strip = m_bar->findChild<TimelineStrip*>();
        QVERIFY(m_strip);
    }
    void cleanup() { m_bar.reset(); }

    void clickAsksForTheFrameUnderTheCursor();
    void draggingAsksForEveryFrameOnce();
    void positionsAndFramesBelongTogether();
    void stepsStopAtTheEnds();
    void aRequestDoesNotMoveByItself();
    void planeIsAskedFor();
    void playingWaitsForTheScreen();
    void playingStopsAtTheLastFrame();
    void playingFromTheEndStartsOver();
    void marksAreDescribed();
    void marksArePainted();
    void marksComeFromAnnotations();
    void thumbnailsAreAskedForOnce();
    void thumbnailsThatNeverCameAreAskedForAgain();
    void thumbnailsAreShownWhileScrubbingWithoutAJump();
    void thumbnailsOfAnEarlierStackAreDropped();
    void aReleaseThatNobodySawEndsTheScrubbing();
    void smallTurnsOfTheWheelAddUp();
    void emptyStackOffersNothing();

private:
    QPoint onStrip(int frame) const { return {int(m_strip->centerOf(frame)), m_strip->height() / 2}; }

    std::unique_ptr<TimelineBar> m_bar;
    TimelineStrip* m_strip = nullptr;
};

void TimelineTest::clickAsksForTheFrameUnderTheCursor()
{
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    QTest::mouseClick(m_strip, Qt::LeftButton, {}, onStrip(17));
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.at(0).at(0).toInt(), 17);
}

void TimelineTest::draggingAsksForEveryFrameOnce()
{
    connect(m_bar.get(), &TimelineBar::frameRequested, m_bar.get(), &TimelineBar::setCurrentFrame);
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    QSignalSpy started(m_bar.get(), &TimelineBar::scrubStarted);
    QSignalSpy ended(m_bar.get(), &TimelineBar::scrubEnded);
    QTest::mousePress(m_strip, Qt::LeftButton, {}, onStrip(3));
    for (int frame : {4, 4, 5, 9})
        QTest::mouseMove(m_strip, onStrip(frame));
    QTest::mouseMove(m_strip, QPoint(m_strip->width() + 500, 5)); // beyond the end
    QTest::mouseRelease(m_strip, Qt::LeftButton, {}, onStrip(9));
    QList<int> frames;
    for (const auto& arguments : requested)
        frames << arguments.at(0).toInt();
    QCOMPARE(frames, (QList<int>{3, 4, 5, 9, 29}));
    QCOMPARE(started.count(), 1);
    QCOMPARE(ended.count(), 1);
}

void TimelineTest::positionsAndFramesBelongTogether()
{
    for (int count : {1, 2, 30, 2000}) {
        m_bar->setStack(count, {}, {}, 0);
        for (int frame = 0; frame < count; frame += 1 + count / 50)
            QCOMPARE(m_strip->frameAt(m_strip->centerOf(frame)), std::optional(frame));
    }
}

void TimelineTest::stepsStopAtTheEnds()
{
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    m_bar->stepFrame(-1);
    QCOMPARE(requested.count(), 0);
    QVERIFY(!m_bar->previousFrameAction()->isEnabled());
    m_bar->stepFrame(100);
    QCOMPARE(requested.takeFirst().at(0).toInt(), 29);
    m_bar->setCurrentFrame(29);
    QVERIFY(!m_bar->nextFrameAction()->isEnabled() && m_bar->previousFrameAction()->isEnabled());
    m_bar->previousFrameAction()->trigger();
    QCOMPARE(requested.takeFirst().at(0).toInt(), 28);
}

void TimelineTest::aRequestDoesNotMoveByItself()
{
    QTest::mouseClick(m_strip, Qt::LeftButton, {}, onStrip(17));
    QCOMPARE(m_bar->currentFrame(), 0);
}

void TimelineTest::planeIsAskedFor()
{
    QSignalSpy planes(m_bar.get(), &TimelineBar::planeRequested);
    QCOMPARE(m_bar->currentPlane(), 1);
    m_bar->planeUpAction()->trigger();
    QCOMPARE(planes.takeFirst().at(0).toInt(), 2);
    m_bar->setCurrentPlane(2);
    QVERIFY(!m_bar->planeUpAction()->isEnabled());
    m_bar->stepPlane(1);
    QCOMPARE(planes.count(), 0);
    QVERIFY(m_bar->findChild<QComboBox*>()->isVisible());
    m_bar->setStack(3, {}, {"F0"}, 0);
    QVERIFY(!m_bar->findChild<QComboBox*>()->isVisible());
}

void TimelineTest::playingWaitsForTheScreen()
{
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    m_bar->setPlaySpeed(60);
    m_bar->setPlaying(true);
    QTRY_COMPARE(requested.count(), 1);
    QTest::qWait(100); // several ticks without a confirmation
    QCOMPARE(requested.count(), 1);
    m_bar->setCurrentFrame(1);
    QTRY_COMPARE(requested.count(), 2);
    QCOMPARE(requested.at(1).at(0).toInt(), 2);
    m_bar->setPlaying(false);
    QVERIFY(!m_bar->isPlaying());
}

void TimelineTest::playingStopsAtTheLastFrame()
{
    connect(m_bar.get(), &TimelineBar::frameRequested, m_bar.get(), &TimelineBar::setCurrentFrame);
    QSignalSpy playing(m_bar.get(), &TimelineBar::playingChanged);
    m_bar->setPlaySpeed(60);
    m_bar->setCurrentFrame(27);
    m_bar->playAction()->trigger();
    QVERIFY(m_bar->isPlaying());
    QTRY_VERIFY(!m_bar->isPlaying());
    QCOMPARE(m_bar->currentFrame(), 29);
    QCOMPARE(playing.count(), 2);
}

void TimelineTest::playingFromTheEndStartsOver()
{
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    m_bar->setCurrentFrame(29);
    m_bar->setPlaying(true);
    QCOMPARE(requested.takeFirst().at(0).toInt(), 0);
}

void TimelineTest::marksAreDescribed()
{
    QVERIFY(!m_strip->describe(0).isEmpty());
    const QString before = m_strip->describe(4);
    m_bar->setMark(4, {.segmented = true, .cells = 4, .review = annotation::ReviewState::Accepted});
    QVERIFY(m_strip->describe(4).contains("4"));
    QVERIFY(m_strip->describe(4) != before);
    FrameMark broken;
    broken.broken = true;
    m_bar->setMark(4, broken);
    QVERIFY(!m_strip->describe(4).contains("4"));
}

void TimelineTest::marksArePainted()
{
    const QImage before = m_strip->grab().toImage();
    m_bar->setMark(20, {.segmented = true, .cells = 8});
    const QImage after = m_strip->grab().toImage();
    const int x = int(m_strip->centerOf(20));
    const auto differs = [&](int column) {
        for (int y = 0; y < before.height(); ++y)
            if (before.pixel(column, y) != after.pixel(column, y))
                return true;
        return false;
    };
    QVERIFY(differs(x));
    QVERIFY(!differs(int(m_strip->centerOf(10))));
}

void TimelineTest::marksComeFromAnnotations()
{
    auto frame = frames::pair();
    frame.instances[1].classId = int(base::ObjectClass::PolarBody);
    frame.review = annotation::ReviewState::Corrected;
    frame.qcFlags = {"low_confidence"};
    QCOMPARE(markOf(frame), (FrameMark{.segmented = true,
                                       .cells = 1,
                                       .countText = {},
                                       .review = annotation::ReviewState::Corrected,
                                       .flagged = true}));
    QVERIFY(!markOf(annotation::FrameAnnotation()).cells);
    annotation::FrameAnnotation nothingFound;
    nothingFound.segmented = true;
    QCOMPARE(markOf(nothingFound).cells, std::optional(0));
}

void TimelineTest::thumbnailsAreAskedForOnce()
{
    QList<int> asked;
    m_bar->setThumbnailProvider([&](int frame, auto deliver) {
        asked << frame;
        deliver(frame, frames::gray(8, 90));
    });
    for (int frame : {5, 6, 5})
        frames::hover(*m_strip, onStrip(frame));
    QCOMPARE(asked, (QList<int>{5, 6}));
}

void TimelineTest::thumbnailsThatNeverCameAreAskedForAgain()
{
    QList<int> asked;
    m_bar->setThumbnailProvider([&](int frame, auto) { asked << frame; });
    for (int frame : {5, 6, 5})
        frames::hover(*m_strip, onStrip(frame));
    QCOMPARE(asked, (QList<int>{5, 6, 5}));
}

void TimelineTest::thumbnailsAreShownWhileScrubbingWithoutAJump()
{
    std::function<void(int, QImage)> deliver;
    m_bar->setThumbnailProvider([&](int, auto give) { deliver = give; });
    m_bar->setMark(17, {.segmented = true, .cells = 4});
    auto* popup = m_bar->findChild<ThumbnailPopup*>();
    QTest::mousePress(m_strip, Qt::LeftButton, {}, onStrip(17));
    QVERIFY(popup->isVisible()); // although the cursor was not there before
    QStringList texts;
    QLabel* picture = nullptr;
    for (QLabel* label : popup->findChildren<QLabel*>()) {
        texts << label->text();
        if (label->text().isEmpty())
            picture = label;
    }
    QVERIFY2(texts.join(' ').contains(QStringLiteral("18 / 30")), qPrintable(texts.join(' ')));
    QVERIFY(texts.join(' ').contains(QStringLiteral("1.5")));
    QVERIFY(texts.join(' ').contains(QStringLiteral("4 ")));
    QVERIFY(picture);
    QVERIFY(picture->pixmap().isNull());
    const QSize size = popup->size();
    deliver(17, frames::gray(8, 90));
    QVERIFY(!picture->pixmap().isNull());
    QCOMPARE(popup->size(), size);
    QTest::mouseMove(m_strip, onStrip(20));
    QVERIFY(picture->pixmap().isNull()); // its own is not there yet
    QTest::mouseRelease(m_strip, Qt::LeftButton, {}, onStrip(20));
}

void TimelineTest::aReleaseThatNobodySawEndsTheScrubbing()
{
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    QSignalSpy ended(m_bar.get(), &TimelineBar::scrubEnded);
    QTest::mousePress(m_strip, Qt::LeftButton, {}, onStrip(3));
    frames::hover(*m_strip, onStrip(9));
    QCOMPARE(ended.count(), 1);
    QCOMPARE(requested.count(), 1);
    QTest::mouseRelease(m_strip, Qt::LeftButton, {}, onStrip(9));
    QCOMPARE(ended.count(), 1);
}

void TimelineTest::smallTurnsOfTheWheelAddUp()
{
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    const QPoint position(400, 30);
    for (int i = 0; i < 8; ++i) {
        QWheelEvent event(position, m_bar->mapToGlobal(position), {}, {0, -30}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_bar.get(), &event);
    }
    QCOMPARE(requested.count(), 2);
}

void TimelineTest::thumbnailsOfAnEarlierStackAreDropped()
{
    std::function<void(int, QImage)> late;
    int asked = 0;
    m_bar->setThumbnailProvider([&](int, auto deliver) {
        ++asked;
        late = deliver;
    });
    frames::hover(*m_strip, onStrip(5));
    m_bar->setStack(30, {}, {}, 0);
    late(5, frames::gray(8, 90));
    frames::hover(*m_strip, onStrip(9));
    frames::hover(*m_strip, onStrip(5));
    QCOMPARE(asked, 3); // frame 5 again: the late picture was not taken for this stack's
    m_bar.reset();
    late(5, frames::gray(8, 90)); // and a bar that is gone is no harm
}

void TimelineTest::emptyStackOffersNothing()
{
    QSignalSpy requested(m_bar.get(), &TimelineBar::frameRequested);
    m_bar->clear();
    m_bar->stepFrame(1);
    m_bar->setPlaying(true);
    QVERIFY(!m_bar->isPlaying());
    QVERIFY(!m_strip->frameAt(10));
    QCOMPARE(requested.count(), 0);
    QVERIFY(!m_bar->grab().isNull());
}

QTEST_MAIN(TimelineTest)
#include "tst_timeline.moc"
