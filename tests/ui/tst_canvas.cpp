// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/ui/frames.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_furniture.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/measure_line_tool.h"
#include "ui/canvas/pan_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using OptionalId = std::optional<annotation::InstanceId>;

namespace {

std::shared_ptr<const FrameOverlay> overlayOf(const annotation::FrameAnnotation& frame)
{
    return std::make_shared<const FrameOverlay>(buildOverlay(frame, assignColors(frame)));
}

/// How many pixels inside `rect` (image coordinates) differ between two pictures of the same view.
int differingPixels(const QImage& a, const QImage& b, const CanvasView& view, const QRectF& rect)
{
    const QRect area =
        QRectF(view.viewTransform().toView(rect.topLeft()), view.viewTransform().toView(rect.bottomRight())).toRect();
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }

    void fitsTheImageAndStaysFittedWhenResized();
    void wheelKeepsThePointUnderTheCursor();
    void zoomIsLimited();
    void frameStepKeepsZoomAndPosition();
    void imageOfAnotherSizeIsFitted();
    void middleButtonAndSpacePanInEveryTool();
    void panningCannotLoseTheImage();
    void doubleClickFits();
    void shiftWheelAsksForTheNextPlane();
    void hoverLiftsTheSilhouetteUnderTheCursor();
    void clickSelectsAndClickBesideSelectsNone();
    void innerSilhouetteCanBeReached();
    void tabGoesThroughAllObjects();
    void selectionFollowsTheIdToTheNextFrame();
    void hiddenPartLooksDifferent();
    void unknownOrderIsPlain();
    void layersCanBeSwitchedOff();
    void occlusionLayerShowsWhatIsCovered();
    void rawIsShownWhileTheKeyIsHeld_data();
    void rawIsShownWhileTheKeyIsHeld();
    void rawEndsWhenTheFocusGoes();
    void actionsFollowTheLayers();
    void placeholderReplacesThePicture();
    void pendingFrameFadesUntilThePictureComes();
    void scaleBarIsRound_data();
    void scaleBarIsRound();
    void noScaleBarWithoutCalibration();
    void measureLineByDragging();
    void measureLineByTwoClicks();
    void measureLineKeepsStraightWithShift();
    void measureLineIsGivenUpWithEscape();
    void panToolDragsThePicture();
    void exportedPictureHasTheImagesSize();

private:
    QPoint at(double x, double y) const { return m_view->viewTransform().toView({x, y}).toPoint(); }
    QImage picture() const { return m_view->grab().toImage(); }
    void wheel(const QPoint& position, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    std::unique_ptr<CanvasView> m_view;
};

void CanvasTest::init()
{
    m_view = std::make_unique<CanvasView>();
    m_view->resize(640, 480);
    m_view->setImage(frames::gray(200, 100));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void CanvasTest::wheel(const QPoint& position, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(position, m_view->mapToGlobal(position), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view.get(), &event);
}

void CanvasTest::fitsTheImageAndStaysFittedWhenResized()
{
    QVERIFY(m_view->viewTransform().isFitted());
    QVERIFY(QRectF(m_view->rect()).contains(m_view->viewTransform().imageRect()));
    m_view->resize(300, 500);
    QVERIFY(m_view->viewTransform().isFitted());
    QCOMPARE(m_view->viewTransform().imageRect().center(), QPointF(150, 250));
    QVERIFY(m_view->viewTransform().imageRect().width() > 250);
}

void CanvasTest::wheelKeepsThePointUnderTheCursor()
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

void CanvasTest::zoomIsLimited()
{
    for (int i = 0; i < 100; ++i)
        wheel({320, 240}, 120);
    QCOMPARE(m_view->viewTransform().zoom(), 64.0);
    for (int i = 0; i < 200; ++i)
        wheel({320, 240}, -120);
    QVERIFY(m_view->viewTransform().zoom() > 0.2);
}

void CanvasTest::frameStepKeepsZoomAndPosition()
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

void CanvasTest::imageOfAnotherSizeIsFitted()
{
    wheel({100, 100}, 360);
    m_view->setImage(frames::gray(2000, 50));
    QVERIFY(m_view->viewTransform().isFitted());
    QVERIFY(m_view->viewTransform().zoom() < 1);
}

void CanvasTest::middleButtonAndSpacePanInEveryTool()
{
    m_view->setTool(std::make_unique<MeasureLineTool>(*m_view));
    wheel({320, 240}, 360);
    QPointF before = m_view->viewTransform().toView({});
    QTest::mousePress(m_view.get(), Qt::MiddleButton, {}, {300, 200});
    QTest::mouseMove(m_view.get(), {340, 190});
    QTest::mouseRelease(m_view.get(), Qt::MiddleButton, {}, {340, 190});
    QCOMPARE(m_view->viewTransform().toView({}), before + QPointF(40, -10));

    before = m_view->viewTransform().toView({});
    QTest::keyPress(m_view.get(), Qt::Key_Space);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(m_view.get(), {280, 230});
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {280, 230});
    QTest::keyRelease(m_view.get(), Qt::Key_Space);
    QCOMPARE(m_view->viewTransform().toView({}), before + QPointF(-20, 30));
    QCOMPARE(static_cast<MeasureLineTool&>(m_view->tool()).state(), MeasureLineTool::State::Idle);
}

void CanvasTest::panningCannotLoseTheImage()
{
    m_view->panBy({5000, -5000});
    QVERIFY(QRectF(m_view->rect()).intersects(m_view->viewTransform().imageRect()));
}

void CanvasTest::doubleClickFits()
{
    wheel({100, 100}, 360);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {5, 5});
    QVERIFY(m_view->viewTransform().isFitted());
}

void CanvasTest::shiftWheelAsksForTheNextPlane()
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

void CanvasTest::hoverLiftsTheSilhouetteUnderTheCursor()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    const QImage before = picture();
    QSignalSpy hovered(m_view.get(), &CanvasView::hovered);
    frames::hover(*m_view, at(50, 100));
    QCOMPARE(m_view->hoveredId(), OptionalId(1));
    QCOMPARE(hovered.count(), 1);
    QVERIFY(differingPixels(before, picture(), *m_view, {28, 90, 4, 20}) > 20); // the outline doubled
    frames::hover(*m_view, at(5, 5));
    QCOMPARE(m_view->hoveredId(), OptionalId());
    QCOMPARE(picture(), before);
}

void CanvasTest::clickSelectsAndClickBesideSelectsNone()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    QSignalSpy selected(m_view.get(), &CanvasView::selected);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(150, 100));
    QCOMPARE(m_view->selectedId(), OptionalId(2));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(5, 5));
    QCOMPARE(m_view->selectedId(), OptionalId());
    m_view->select(1);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->selectedId(), OptionalId());
    QCOMPARE(selected.count(), 4);
}

void CanvasTest::innerSilhouetteCanBeReached()
{
    const auto overlay = overlayOf(frames::frame(
        200, {frames::cell(1, frames::disc(200, 100, 100, 20)), frames::cell(2, frames::disc(200, 100, 100, 60))}));
    QCOMPARE(overlay->at({100, 100})->id, 1);
    QCOMPARE(overlay->at({140, 100})->id, 2);
    QVERIFY(!overlay->at({190, 100}));
}

void CanvasTest::tabGoesThroughAllObjects()
{
    const CanvasActions actions(*m_view);
    m_view->setOverlay(overlayOf(frames::pair()));
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
    std::vector<OptionalId> seen;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        seen.push_back(m_view->selectedId());
    }
    QCOMPARE(seen, (std::vector<OptionalId>{1, 2, 1}));
    m_view->selectPrevious();
    QCOMPARE(m_view->selectedId(), OptionalId(2));
}

void CanvasTest::selectionFollowsTheIdToTheNextFrame()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    m_view->select(2);
    m_view->setOverlay(nullptr); // while the next frame is read
    m_view->setOverlay(overlayOf(frames::pair()));
    QCOMPARE(m_view->selectedId(), OptionalId(2));
    m_view->setOverlay(overlayOf(frames::frame(200, {frames::cell(1, frames::disc(200, 100, 100, 20))})));
    QCOMPARE(m_view->selectedId(), OptionalId());
}

void CanvasTest::hiddenPartLooksDifferent()
{
    CanvasLayers layers = m_view->layers();
    layers.labels = false;
    m_view->setLayers(layers);
    m_view->setOverlay(overlayOf(frames::pair({{1, 2}})));
    const QImage leftIsNearer = picture();
    m_view->setOverlay(overlayOf(frames::pair({{2, 1}})));
    const QImage rightIsNearer = picture();
    m_view->setOverlay(overlayOf(frames::pair()));
    const QImage unknown = picture();
    const QRectF overlap(90, 85, 20, 30);
    QVERIFY(differingPixels(leftIsNearer, unknown, *m_view, overlap) > 200);
    QVERIFY(differingPixels(leftIsNearer, rightIsNearer, *m_view, overlap) > 200);
    // Away from the overlap nothing depends on the order.
    QCOMPARE(differingPixels(leftIsNearer, unknown, *m_view, {35, 85, 30, 30}), 0);
    QCOMPARE(differingPixels(leftIsNearer, unknown, *m_view, {140, 85, 25, 30}), 0);
}

void CanvasTest::unknownOrderIsPlain()
{
    const auto known = overlayOf(frames::pair({{1, 2}}));
    QVERIFY(known->find(1)->hidden.isEmpty() && known->find(1)->hiddenOutline.isEmpty());
    QVERIFY(!known->find(2)->hidden.isEmpty() && !known->find(2)->hiddenOutline.isEmpty());
    QVERIFY(known->unknownOverlap.isEmpty());
    // The left arc of the right disc is hidden, its right arc is not.
    QVERIFY(known->find(2)->hiddenOutline.boundingRect().right() < 110);
    QVERIFY(known->find(2)->visibleOutline.boundingRect().right() > 168);
    const auto unknown = overlayOf(frames::pair());
    QVERIFY(unknown->find(2)->hidden.isEmpty() && unknown->find(2)->hiddenOutline.isEmpty());
    QVERIFY(!unknown->unknownOverlap.isEmpty());
}

void CanvasTest::layersCanBeSwitchedOff()
{
    const QImage bare = picture();
    m_view->setOverlay(overlayOf(frames::pair({{1, 2}})));
    const QRectF everything(0, 0, 200, 200);
    QSignalSpy changed(m_view.get(), &CanvasView::layersChanged);
    m_view->setLayers({.fills = true, .outlines = false, .occlusion = false, .labels = false});
    QVERIFY(differingPixels(bare, picture(), *m_view, everything) > 10000);
    m_view->setLayers({.fills = false, .outlines = true, .occlusion = false, .labels = false});
    const int outlines = differingPixels(bare, picture(), *m_view, everything);
    QVERIFY2(outlines > 500 && outlines < 10000, qPrintable(QString::number(outlines)));
    m_view->setLayers({.fills = false, .outlines = false, .occlusion = false, .labels = false});
    QCOMPARE(picture(), bare);
    QCOMPARE(changed.count(), 3);
}

void CanvasTest::occlusionLayerShowsWhatIsCovered()
{
    const QImage bare = picture();
    m_view->setLayers({.fills = true, .outlines = false, .occlusion = true, .labels = false});
    m_view->setOverlay(overlayOf(frames::pair({{1, 2}})));
    const QImage covered = picture();
    QVERIFY(differingPixels(bare, covered, *m_view, {92, 90, 16, 20}) > 500);
    QCOMPARE(differingPixels(bare, covered, *m_view, {40, 90, 30, 20}), 0);
    m_view->setOverlay(overlayOf(frames::pair())); // unknown order: hatched
    QVERIFY(differingPixels(covered, picture(), *m_view, {92, 90, 16, 20}) > 500);
}

void CanvasTest::rawIsShownWhileTheKeyIsHeld_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("R") << Qt::Key_R;
    QTest::newRow("backtick") << Qt::Key_QuoteLeft;
    QTest::newRow("dead grave") << Qt::Key_Dead_Grave;
}

void CanvasTest::rawIsShownWhileTheKeyIsHeld()
{
    QFETCH(Qt::Key, key);
    const QImage bare = picture();
    m_view->setOverlay(overlayOf(frames::pair()));
    const QImage full = picture();
    QVERIFY(full != bare);
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier); // QTest refuses dead keys
    QCoreApplication::sendEvent(m_view.get(), &press);
    QCOMPARE(picture(), bare);
    QKeyEvent repeatedRelease(QEvent::KeyRelease, key, Qt::NoModifier, {}, true);
    QCoreApplication::sendEvent(m_view.get(), &repeatedRelease);
    QCOMPARE(picture(), bare);
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &release);
    QCOMPARE(picture(), full);
}

void CanvasTest::rawEndsWhenTheFocusGoes()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    const QImage full = picture();
    QTest::keyPress(m_view.get(), Qt::Key_R);
    QFocusEvent out(QEvent::FocusOut);
    QCoreApplication::sendEvent(m_view.get(), &out);
    QCOMPARE(picture(), full);
}

void CanvasTest::actionsFollowTheLayers()
{
    const CanvasActions actions(*m_view);
    QVERIFY(actions.fills->isChecked() && !actions.occlusion->isChecked());
    actions.fills->trigger();
    QVERIFY(!m_view->layers().fills);
    CanvasLayers layers = m_view->layers();
    layers.occlusion = true;
    m_view->setLayers(layers);
    QVERIFY(actions.occlusion->isChecked());
    for (const QAction* action : actions.all())
        QVERIFY(!action->text().isEmpty() && !action->shortcut().isEmpty());
}

void CanvasTest::placeholderReplacesThePicture()
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

void CanvasTest::pendingFrameFadesUntilThePictureComes()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    const QImage before = picture();
    m_view->setPending(true);
    const QImage faded = picture();
    QVERIFY(qGray(faded.pixel(at(10, 10))) < qGray(before.pixel(at(10, 10))));
    m_view->setImage(frames::gray(200, 100));
    QCOMPARE(picture(), before);
}

void CanvasTest::scaleBarIsRound_data()
{
    QTest::addColumn<double>("umPerPixel");
    QTest::addColumn<double>("micrometres");
    QTest::newRow("50") << 0.5 << 50.0;
    QTest::newRow("20") << 0.3 << 20.0;
    QTest::newRow("exactly 100") << 1.0 << 100.0;
    QTest::newRow("below one") << 0.005 << 0.5;
    QTest::newRow("a millimetre") << 10.0 << 1000.0;
}

void CanvasTest::scaleBarIsRound()
{
    QFETCH(double, umPerPixel);
    QFETCH(double, micrometres);
    const ScaleBar bar = chooseScaleBar(umPerPixel, 100);
    QVERIFY(qFuzzyCompare(bar.micrometres, micrometres));
    QVERIFY(qFuzzyCompare(bar.pixels * umPerPixel, micrometres));
    QVERIFY(bar.pixels <= 100 + 1e-9);
}

void CanvasTest::noScaleBarWithoutCalibration()
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

void CanvasTest::measureLineByDragging()
{
    m_view->setTool(std::make_unique<MeasureLineTool>(*m_view));
    auto& tool = static_cast<MeasureLineTool&>(m_view->tool());
    QSignalSpy drawn(&tool, &MeasureLineTool::lineDrawn);
    QVERIFY(!tool.hint().isEmpty());
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(20, 50));
    QTest::mouseMove(m_view.get(), at(60, 50));
    QCOMPARE(tool.state(), MeasureLineTool::State::Drawing);
    QTest::mouseMove(m_view.get(), at(120, 50));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(120, 50));
    QCOMPARE(drawn.count(), 1);
    QVERIFY(qAbs(drawn.at(0).at(0).toLineF().length() - 100) < 1);
    QCOMPARE(tool.state(), MeasureLineTool::State::Done);
}

void CanvasTest::measureLineByTwoClicks()
{
    m_view->setTool(std::make_unique<MeasureLineTool>(*m_view));
    auto& tool = static_cast<MeasureLineTool&>(m_view->tool());
    QSignalSpy drawn(&tool, &MeasureLineTool::lineDrawn);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(20, 20));
    QCOMPARE(tool.state(), MeasureLineTool::State::Drawing);
    frames::hover(*m_view, at(50, 60));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(50, 60));
    QCOMPARE(drawn.count(), 1);
    QVERIFY(qAbs(drawn.at(0).at(0).toLineF().length() - 50) < 1);
}

void CanvasTest::measureLineKeepsStraightWithShift()
{
    m_view->setTool(std::make_unique<MeasureLineTool>(*m_view));
    auto& tool = static_cast<MeasureLineTool&>(m_view->tool());
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(20, 50));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(120, 58));
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(120, 58));
    QCOMPARE(tool.state(), MeasureLineTool::State::Done);
    QVERIFY(qAbs(tool.line().dy()) < 1e-9);
}

void CanvasTest::measureLineIsGivenUpWithEscape()
{
    m_view->setTool(std::make_unique<MeasureLineTool>(*m_view));
    auto& tool = static_cast<MeasureLineTool&>(m_view->tool());
    QSignalSpy cancelled(&tool, &MeasureLineTool::cancelled);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(20, 50));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(tool.state(), MeasureLineTool::State::Idle);
    QCOMPARE(cancelled.count(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
}

void CanvasTest::panToolDragsThePicture()
{
    m_view->setTool(std::make_unique<PanTool>(*m_view));
    wheel({320, 240}, 360);
    const QPointF grabbed = m_view->viewTransform().toImage(QPointF(300, 200));
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(m_view.get(), {350, 260});
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {350, 260});
    QVERIFY(QLineF(m_view->viewTransform().toImage(QPointF(350, 260)), grabbed).length() < 1e-9);
}

void CanvasTest::exportedPictureHasTheImagesSize()
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

QTEST_MAIN(CanvasTest)
#include "tst_canvas.moc"
