// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/canvas_fixture.h"
#include "ui/canvas/canvas_actions.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using OptionalId = std::optional<annotation::InstanceId>;

namespace {

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

class CanvasSilhouettesTest : public QObject, private CanvasFixture {
    Q_OBJECT

private slots:
    void init() { showView(); }
    void cleanup() { m_view.reset(); }

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
};

void CanvasSilhouettesTest::hoverLiftsTheSilhouetteUnderTheCursor()
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

void CanvasSilhouettesTest::clickSelectsAndClickBesideSelectsNone()
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

void CanvasSilhouettesTest::innerSilhouetteCanBeReached()
{
    const auto overlay = overlayOf(frames::frame(
        200, {frames::cell(1, frames::disc(200, 100, 100, 20)), frames::cell(2, frames::disc(200, 100, 100, 60))}));
    QCOMPARE(overlay->at({100, 100})->id, 1);
    QCOMPARE(overlay->at({140, 100})->id, 2);
    QVERIFY(!overlay->at({190, 100}));
}

void CanvasSilhouettesTest::tabGoesThroughAllObjects()
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

void CanvasSilhouettesTest::selectionFollowsTheIdToTheNextFrame()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    m_view->select(2);
    m_view->setOverlay(nullptr); // while the next frame is read
    m_view->setOverlay(overlayOf(frames::pair()));
    QCOMPARE(m_view->selectedId(), OptionalId(2));
    m_view->setOverlay(overlayOf(frames::frame(200, {frames::cell(1, frames::disc(200, 100, 100, 20))})));
    QCOMPARE(m_view->selectedId(), OptionalId());
}

void CanvasSilhouettesTest::hiddenPartLooksDifferent()
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

void CanvasSilhouettesTest::unknownOrderIsPlain()
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

void CanvasSilhouettesTest::layersCanBeSwitchedOff()
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

void CanvasSilhouettesTest::occlusionLayerShowsWhatIsCovered()
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

void CanvasSilhouettesTest::rawIsShownWhileTheKeyIsHeld_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("R") << Qt::Key_R;
    QTest::newRow("backtick") << Qt::Key_QuoteLeft;
    QTest::newRow("dead grave") << Qt::Key_Dead_Grave;
}

void CanvasSilhouettesTest::rawIsShownWhileTheKeyIsHeld()
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

void CanvasSilhouettesTest::rawEndsWhenTheFocusGoes()
{
    m_view->setOverlay(overlayOf(frames::pair()));
    const QImage full = picture();
    QTest::keyPress(m_view.get(), Qt::Key_R);
    QFocusEvent out(QEvent::FocusOut);
    QCoreApplication::sendEvent(m_view.get(), &out);
    QCOMPARE(picture(), full);
}

void CanvasSilhouettesTest::actionsFollowTheLayers()
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

QTEST_MAIN(CanvasSilhouettesTest)
#include "tst_canvas_silhouettes.moc"
