// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/canvas_fixture.h"
#include "ui/canvas/canvas_furniture.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class CanvasViewTest : public QObject, private CanvasFixture {
    Q_OBJECT

private slots:
    void init() { showView(); }
    void cleanup() { m_view.reset(); }

    void fitsTheImageAndStaysFittedWhenResized();
    void wheelKeepsThePointUnderTheCursor();
    void zoomIsLimited();
    void frameStepKeepsZoomAndPosition();
    void imageOfAnotherSizeIsFitted();
    void panningCannotLoseTheImage();
    void doubleClickFits();
    void shiftWheelAsksForTheNextPlane();
    void placeholderReplacesThePicture();
    void pendingFrameFadesUntilThePictureComes();
    void scaleBarIsRound_data();
    void scaleBarIsRound();
    void noScaleBarWithoutCalibration();
    void exportedPictureHasTheImagesSize();
};

void CanvasViewTest::fitsTheImageAndStaysFittedWhenResized()
{
    QVERIFY(m_view->viewTransform().isFitted());
    QVERIFY(QRectF(m_view->rect()).contains(m_view->viewTransform().imageRect()));
    m_view->resize(300, 500);
    QVERIFY(m_view->viewTransform().isFitted());
    QCOMPARE(m_view->viewTransform().imageRect().center(), QPointF(150, 250));
    QVERIFY(m_view->viewTransform().imageRect().width() > 250);
}

void CanvasViewTest::wheelKeepsThePointUnderTheCursor()
{
    const QPoint cursor(411, 127);
    QSignalSpy zoomed(m_view.get(), &CanvasView::zoomChanged);
    for (int delta : {120, 120, 60, -240, 360, -120}) {
        const double zoom = m_view->viewTransform().zoom();
        const QPointF before = m_view->viewTransform().toImage(cursor);
        wheel(cursor, delta);
        const QPointF after = m_view->viewTransform().toImage(cursor);
        QVERIFY2(QLineF(before, after).length() < 1e-9, qPrintable(QString::number(delta)));
        QCOMPARE(m_view->viewTransform().zoom() > zoom, delta > 0);
    }
    QCOMPARE(zoomed.count(), 6);
    QVERIFY(!m_view->viewTransform().isFitted());
}

void CanvasViewTest::zoomIsLimited()
{
    for (int i = 0; i < 100; ++i)
        wheel({320, 240}, 120);
    QCOMPARE(m_view->viewTransform().zoom(), 64.0);
    for (int i = 0; i < 200; ++i)
        wheel({320, 240}, -120);
    QVERIFY(m_view->viewTransform().zoom() > 0.2);
}

void CanvasViewTest::frameStepKeepsZoomAndPosition()
{
    wheel({100, 100}, 360);
    const QTransform before = m_view->viewTransform().matrix();
    m_view->setImage(frames::gray(200, 50));
    QCOMPARE(m_view->viewTransform().matrix(), before);
    m_view->setPlaceholder("broken", "file");
    QCOMPARE(m_view->viewTransform().matrix(), before);
    m_view->setImage(frames::gray(200, 60));
    QCOMPARE(m_view->viewTransform().matrix(), before);
}

void CanvasViewTest::imageOfAnotherSizeIsFitted()
{
    wheel({100, 100}, 360);
    m_view->setImage(frames::gray(2000, 50));
    QVERIFY(m_view->viewTransform().isFitted());
    QVERIFY(m_view->viewTransform().zoom() < 1);
}

void CanvasViewTest::panningCannotLoseTheImage()
{
    m_view->panBy({5000, -5000});
    QVERIFY(QRectF(m_view->rect()).intersects(m_view->viewTransform().imageRect()));
}

void CanvasViewTest::doubleClickFits()
{
    wheel({100, 100}, 360);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {5, 5});
    QVERIFY(m_view->viewTransform().isFitted());
}

void CanvasViewTest::shiftWheelAsksForTheNextPlane()
{
    QSignalSpy planes(m_view.get(), &CanvasView::planeStepRequested);
    const double zoom = m_view->viewTransform().zoom();
    wheel({320, 240}, 120, Qt::ShiftModifier);
    wheel({320, 240}, -60, Qt::ShiftModifier); // half a notch of a fine wheel
    wheel({320, 240}, -60, Qt::ShiftModifier);
    QCOMPARE(planes.count(), 2);
    QCOMPARE(planes.at(0).at(0).toInt(), 1);
    QCOMPARE(planes.at(1).at(0).toInt(), -1);
    QCOMPARE(m_view->viewTransform().zoom(), zoom);
}

void CanvasViewTest::placeholderReplacesThePicture()
{
    m_view->setCaption("41 / 96");
    m_view->setPlaceholder("Frame 41 cannot be read", "The file ends too early.");
    const QImage shown = picture();
    QVERIFY(m_view->image().isNull());
    int bright = 0;
    for (int y = 200; y < 280; ++y)
        for (int x = 100; x < 540; ++x)
            bright += qGray(shown.pixel(x, y)) > 150;
    QVERIFY(bright > 100); // letters
    QCOMPARE(shown.pixel(20, 300), kCanvasGround);
}

void CanvasViewTest::pendingFrameFadesUntilThePictureComes()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    const QImage before = picture();
    m_view->setPending(true);
    const QImage faded = picture();
    QVERIFY(qGray(faded.pixel(at(10, 10))) < qGray(before.pixel(at(10, 10))));
    m_view->setImage(frames::gray(200, 100));
    QCOMPARE(picture(), before);
}

void CanvasViewTest::scaleBarIsRound_data()
{
    QTest::addColumn<double>("umPerPixel");
    QTest::addColumn<double>("micrometres");
    QTest::newRow("50") << 0.5 << 50.0;
    QTest::newRow("20") << 0.3 << 20.0;
    QTest::newRow("exactly 100") << 1.0 << 100.0;
    QTest::newRow("below one") << 0.005 << 0.5;
    QTest::newRow("a millimetre") << 10.0 << 1000.0;
}

void CanvasViewTest::scaleBarIsRound()
{
    QFETCH(double, umPerPixel);
    QFETCH(double, micrometres);
    const ScaleBar bar = chooseScaleBar(umPerPixel, 100);
    QVERIFY(qFuzzyCompare(bar.micrometres, micrometres));
    QVERIFY(qFuzzyCompare(bar.pixels * umPerPixel, micrometres));
    QVERIFY(bar.pixels <= 100 + 1e-9);
}

void CanvasViewTest::noScaleBarWithoutCalibration()
{
    const QImage without = picture();
    m_view->setUmPerPixel(0.5);
    const QImage with = picture();
    QVERIFY(with != without);
    const QRect bottomLeft(0, 380, 250, 100);
    QVERIFY(with.copy(bottomLeft) != without.copy(bottomLeft));
    QCOMPARE(with.copy(260, 0, 380, 480), without.copy(260, 0, 380, 480));
    m_view->setUmPerPixel(std::nullopt);
    QCOMPARE(picture(), without);
}

void CanvasViewTest::exportedPictureHasTheImagesSize()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    m_view->setLayers({.fills = false, .outlines = false, .occlusion = false, .labels = false});
    QCOMPARE(m_view->renderPicture(1).size(), QSize(200, 200));
    const QImage plain = m_view->renderPicture(2);
    QCOMPARE(plain.size(), QSize(400, 400));
    QCOMPARE(plain.pixel(200, 200), qRgb(100, 100, 100));
    m_view->setLayers({});
    const QImage painted = m_view->renderPicture(2);
    QVERIFY(painted.pixel(100, 200) != plain.pixel(100, 200)); // inside the left disc
    QCOMPARE(painted.pixel(10, 10), plain.pixel(10, 10));
    QVERIFY(m_view->renderPicture(0).isNull());
}

QTEST_MAIN(CanvasViewTest)
#include "tst_canvas_view.moc"
