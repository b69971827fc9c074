// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <optional>

#include "core/masks/morphology.h"
#include "core/masks/polygon.h"
#include "tests/ui/tool_fixture.h"
#include "ui/tools/contour_points.h"
#include "ui/tools/contour_tool.h"
#include "ui/tools/ellipse_tool.h"
#include "ui/tools/move_tool.h"
#include "ui/tools/polygon_tool.h"
#include "ui/tools/split_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class ShapeToolsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_t = std::make_unique<ToolFixture>(); }
    void cleanup() { m_t.reset(); }

    void anEllipseIsDrawnByItsBox()
    {
        auto& tool = m_t->use<EllipseTool>();
        const base::Point a = m_t->point(20, 20), b = m_t->point(80, 50);
        m_t->press(20, 20);
        m_t->drag(50, 40);
        m_t->drag(80, 50);
        QCOMPARE(tool.state(), EllipseTool::State::Boxing);
        m_t->release(80, 50);
        QCOMPARE(tool.state(), EllipseTool::State::Shaped);
        const masks::Ellipse expected{{(a.x + b.x) / 2, (a.y + b.y) / 2}, (b.x - a.x) / 2, (b.y - a.y) / 2, 0};
        QCOMPARE(m_t->shape(3), masks::ellipseMask(200, 200, expected));
        QCOMPARE(m_t->view.selectedId(), std::optional(3));
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(tool.state(), EllipseTool::State::Idle);
    }

    void shiftMakesACircle()
    {
        auto& tool = m_t->use<EllipseTool>();
        m_t->press(20, 20);
        m_t->drag(80, 50, Qt::ShiftModifier);
        m_t->release(80, 50);
        QCOMPARE(tool.ellipse().a, tool.ellipse().b);
    }

    void anEllipseIsDrawnByThreeClicks()
    {
        auto& tool = m_t->use<EllipseTool>();
        m_t->click(30, 30);
        QCOMPARE(tool.state(), EllipseTool::State::Axis);
        m_t->hover(70, 60);
        m_t->click(70, 60);
        QCOMPARE(tool.state(), EllipseTool::State::Width);
        m_t->hover(62, 29);
        m_t->click(62, 29);
        QCOMPARE(tool.state(), EllipseTool::State::Shaped);
        QVERIFY(std::abs(tool.ellipse().a - 25) < 1);
        QVERIFY(std::abs(tool.ellipse().b - 20) < 1.5);
        QVERIFY(std::abs(tool.ellipse().angle - std::atan2(30, 40)) < .05);
        QCOMPARE(m_t->shape(3), masks::ellipseMask(200, 200, tool.ellipse()));
    }

    void eachDragOfAHandleIsAStep()
    {
        auto& tool = m_t->use<EllipseTool>();
        drawEllipse();
        const masks::Ellipse first = tool.ellipse();
        dragHandle(EllipseTool::AxisB, tool.handle(EllipseTool::AxisB) + QPointF(0, 10));
        QVERIFY(std::abs(tool.ellipse().b - first.b - 10) < .5);
        QCOMPARE(tool.ellipse().a, first.a);
        QCOMPARE(m_t->shape(3), masks::ellipseMask(200, 200, tool.ellipse()));
        dragHandle(EllipseTool::Center, tool.handle(EllipseTool::Center) + QPointF(30, 20));
        QVERIFY(std::abs(tool.ellipse().center.x - first.center.x - 30) < .5);
        dragHandle(EllipseTool::Rotation, tool.handle(EllipseTool::Center) + QPointF(0, 60));
        QVERIFY(std::abs(tool.ellipse().angle - M_PI / 2) < .02);
        QCOMPARE(m_t->shape(3), masks::ellipseMask(200, 200, tool.ellipse()));
        for (int i = 0; i < 3; ++i)
            m_t->document.undo();
        QCOMPARE(m_t->shape(3), masks::ellipseMask(200, 200, first));
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(2));
    }

    void escapePutsADraggedHandleBack()
    {
        auto& tool = m_t->use<EllipseTool>();
        drawEllipse();
        const masks::Ellipse first = tool.ellipse();
        const QPointF handle = tool.handle(EllipseTool::AxisA);
        m_t->press(handle.x(), handle.y());
        m_t->drag(handle.x() + 30, handle.y());
        m_t->key(Qt::Key_Escape);
        m_t->release(handle.x() + 30, handle.y());
        QCOMPARE(tool.ellipse(), first);
        QCOMPARE(tool.state(), EllipseTool::State::Shaped);
        QCOMPARE(m_t->shape(3), masks::ellipseMask(200, 200, first));
        m_t->key(Qt::Key_Return);
        QCOMPARE(tool.state(), EllipseTool::State::Idle);
    }

    void anEllipseOffTheImageIsNothing()
    {
        auto& tool = m_t->use<EllipseTool>();
        m_t->press(-60, -60);
        m_t->drag(-20, -20);
        m_t->release(-20, -20);
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(tool.state(), EllipseTool::State::Idle);
    }

    void aPolygonIsDrawnPointByPoint()
    {
        auto& tool = m_t->use<PolygonTool>();
        masks::Polygon expected;
        for (const auto& [x, y] : {std::pair(20, 20), std::pair(60, 25), std::pair(40, 60)}) {
            expected.push_back(m_t->point(x, y));
            m_t->click(x, y);
        }
        QCOMPARE(tool.points().size(), 3);
        m_t->click(90, 90);
        m_t->key(Qt::Key_Backspace);
        m_t->key(Qt::Key_Return);
        QCOMPARE(m_t->count(), std::size_t(3));
        QCOMPARE(m_t->shape(3), *masks::fromPolygon(expected, 200, 200));
        QVERIFY(tool.points().isEmpty());
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(2));
        QVERIFY(!m_t->document.canUndo());
    }

    void aPolygonThatHoldsNothingKeepsItsPoints()
    {
        auto& tool = m_t->use<PolygonTool>();
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        for (const auto& [x, y] : {std::pair(-30, 20), std::pair(-20, 25), std::pair(-25, 60)})
            m_t->click(x, y);
        m_t->key(Qt::Key_Return);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(tool.points().size(), 3);
        QCOMPARE(m_t->count(), std::size_t(2));
    }

    void aPolygonClosesAtItsFirstPointAndByADoubleClick()
    {
        auto& tool = m_t->use<PolygonTool>();
        for (const auto& [x, y] : {std::pair(20, 20), std::pair(60, 25), std::pair(40, 60), std::pair(20, 20)})
            m_t->click(x, y);
        QCOMPARE(m_t->count(), std::size_t(3));
        for (const auto& [x, y] : {std::pair(120, 20), std::pair(160, 25), std::pair(140, 60)})
            m_t->click(x, y);
        QTest::mouseDClick(&m_t->view, Qt::LeftButton, Qt::NoModifier, m_t->at(140, 60));
        QCOMPARE(m_t->count(), std::size_t(4));
        QVERIFY(tool.points().isEmpty());
    }

    void aPolygonIsDrawnFreelyAndGivenUp()
    {
        auto& tool = m_t->use<PolygonTool>();
        m_t->press(100, 20);
        for (int i = 1; i <= 40; ++i)
            m_t->drag(85 + 15 * std::cos(i * .15), 20 + 15 * std::sin(i * .15));
        QVERIFY(tool.points().size() > 15);
        m_t->key(Qt::Key_Escape);
        QVERIFY(tool.points().isEmpty());
        QCOMPARE(m_t->count(), std::size_t(2));
        m_t->release(100, 20);
        m_t->press(100, 20);
        for (int i = 1; i <= 42; ++i)
            m_t->drag(85 + 15 * std::cos(i * .15), 20 + 15 * std::sin(i * .15));
        m_t->release(100, 20);
        QCOMPARE(m_t->count(), std::size_t(3));
        QVERIFY(masks::iou(m_t->shape(3), frames::disc(200, 85, 20, 15)) > .93);
    }

    void aHalfDrawnPolygonWaitsForItsFrame()
    {
        auto& tool = m_t->use<PolygonTool>();
        const QPolygonF points = clickTriangle(tool);
        m_t->editor.setFrame(nullptr, 0); // while the other frame is being read
        QVERIFY(tool.points().isEmpty());
        m_t->editor.setFrame(&m_t->document, 1);
        QVERIFY(tool.points().isEmpty());
        m_t->click(100, 100);
        m_t->editor.setFrame(&m_t->document, 0);
        QCOMPARE(tool.points(), points);
        m_t->key(Qt::Key_Return);
        QCOMPARE(m_t->count(), std::size_t(3));
        m_t->editor.setFrame(&m_t->document, 1);
        QCOMPARE(tool.points().size(), 1);
        m_t->key(Qt::Key_Escape);
        m_t->editor.setFrame(&m_t->document, 0);
        m_t->editor.setFrame(&m_t->document, 1);
        QVERIFY(tool.points().isEmpty()); // given up
    }

    void aHalfDrawnPolygonWaitsForItsTool()
    {
        const QPolygonF points = clickTriangle(m_t->use<PolygonTool>());
        QCOMPARE(m_t->use<PolygonTool>().points(), points);
        m_t->use<MoveTool>();
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(m_t->use<PolygonTool>().points(), points);
    }

    void aResultLeavesAHalfDrawnPolygon()
    {
        auto& tool = m_t->use<PolygonTool>();
        const QPolygonF points = clickTriangle(tool);
        m_t->segment({frames::disc(200, 75, 100, 45)});
        QCOMPARE(tool.points(), points);
    }

    void draftsGoWithTheirDocument()
    {
        FrameDrafts drafts;
        std::optional<annotation::StackDocument> document;
        document.emplace(2, 10, 10);
        drafts.keep(*document, 1, 7);
        drafts.keep(*document, 1, 2.5);
        QCOMPARE(drafts.take<int>(*document, 0), std::nullopt);
        QCOMPARE(drafts.take<int>(*document, 1), std::optional(7));
        QCOMPARE(drafts.take<int>(*document, 1), std::nullopt);
        document.emplace(2, 10, 10); // at the same address
        QCOMPARE(drafts.take<double>(*document, 1), std::nullopt);
    }

    void undoTakesThePointsOfAPolygonBack()
    {
        auto& tool = m_t->use<PolygonTool>();
        clickTriangle(tool);
        m_t->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(tool.points().size(), 2);
        m_t->key(Qt::Key_Z, Qt::ControlModifier);
        m_t->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!tool.isBusy());
        QCOMPARE(m_t->count(), std::size_t(2));
    }

    void theAxisOfAnEllipseWaitsForItsFrame()
    {
        auto& tool = m_t->use<EllipseTool>();
        m_t->click(30, 30);
        m_t->hover(70, 60);
        m_t->click(70, 60);
        m_t->editor.setFrame(&m_t->document, 1);
        QCOMPARE(tool.state(), EllipseTool::State::Idle);
        m_t->editor.setFrame(&m_t->document, 0);
        QCOMPARE(tool.state(), EllipseTool::State::Width);
        m_t->hover(62, 29);
        m_t->click(62, 29);
        QCOMPARE(m_t->count(), std::size_t(3));
        QVERIFY(std::abs(tool.ellipse().a - 25) < 1);
    }

    void anotherFrameEndsTheBoxOfAnEllipse()
    {
        m_t->use<EllipseTool>();
        m_t->press(20, 20);
        m_t->drag(80, 60);
        m_t->editor.setFrame(&m_t->document, 1);
        QCOMPARE(m_t->count(), std::size_t(3));
        m_t->release(80, 60);
    }

    void draggingAContourPointChangesTheOutlineThereOnly()
    {
        auto& tool = m_t->use<ContourTool>();
        QVERIFY(tool.points().empty());
        m_t->click(45, 100);
        QVERIFY(tool.points().size() >= 12);
        QVERIFY(tool.points().size() <= 60);
        const masks::RleMask before = m_t->shape(1);
        const base::Point p = leftmost(tool.points());
        m_t->press(p.x, p.y);
        m_t->drag(p.x - 15, p.y);
        m_t->release(p.x - 15, p.y);
        const masks::RleMask& after = m_t->shape(1);
        QVERIFY(after.contains(int(p.x) - 8, int(p.y)));
        const masks::RleMask difference = masks::exclusiveOr(before, after);
        QVERIFY(!difference.isEmpty());
        QVERIFY(difference.boundingBox().x2 < p.x + 12);
        m_t->document.undo();
        QCOMPARE(m_t->shape(1), before);
        QVERIFY(!m_t->document.canUndo());
    }

    void contourPointsAreInsertedAndTakenAway()
    {
        auto& tool = m_t->use<ContourTool>();
        m_t->view.select(1);
        const std::size_t count = tool.points().size();
        const base::Point a = tool.points()[0], b = tool.points()[1];
        const base::Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
        const QPointF out = QPointF(middle.x - 75, middle.y - 100) * .3;
        m_t->press(middle.x, middle.y);
        m_t->drag(middle.x + out.x(), middle.y + out.y());
        m_t->release(middle.x + out.x(), middle.y + out.y());
        QCOMPARE(tool.points().size(), count + 1);
        const masks::RleMask larger = m_t->shape(1);
        QVERIFY(larger.area() > frames::disc(200, 75, 100, 45).area());
        m_t->hover(middle.x + out.x(), middle.y + out.y());
        m_t->key(Qt::Key_Delete);
        QCOMPARE(tool.points().size(), count);
        QVERIFY(m_t->shape(1).area() < larger.area());
        const base::Point c = tool.points()[5];
        m_t->click(c.x, c.y, Qt::ControlModifier);
        QCOMPARE(tool.points().size(), count - 1);
        QCOMPARE(m_t->count(), std::size_t(2)); // Del took a point, not the object
    }

    void heldDeleteStopsAtThePoint()
    {
        auto& tool = m_t->use<ContourTool>();
        m_t->view.select(1);
        const base::Point p = tool.points()[3];
        m_t->hover(p.x, p.y);
        m_t->key(Qt::Key_Delete);
        const std::size_t left = tool.points().size();
        QKeyEvent repeated(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier, {}, true);
        QVERIFY(tool.wantsKey(repeated)); // else it would be the command that deletes the object
        QVERIFY(tool.keyPress(repeated));
        QCOMPARE(tool.points().size(), left);
        QKeyEvent again(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
        QVERIFY(!tool.wantsKey(again));
    }

    void anotherFrameAndAResultKeepADraggedContourPoint()
    {
        auto& tool = m_t->use<ContourTool>();
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const base::Point p = leftmost(tool.points());
        m_t->press(p.x, p.y);
        m_t->drag(p.x - 15, p.y);
        m_t->segment({before});
        QVERIFY(tool.isBusy());
        m_t->editor.setFrame(&m_t->document, 1);
        m_t->release(p.x - 15, p.y);
        QCOMPARE(m_t->count(), std::size_t(1));
        QVERIFY(m_t->shape(3).contains(int(p.x) - 8, int(p.y)));
        QCOMPARE(m_t->document.frame(0).find(3)->origin, annotation::Origin::Edited);
    }

    void anObjectSelectedDuringADragGetsItsOwnPoints()
    {
        auto& tool = m_t->use<ContourTool>();
        m_t->view.select(2);
        const masks::Polygon expected = tool.points();
        m_t->view.select(1);
        const base::Point p = leftmost(tool.points());
        m_t->press(p.x, p.y);
        m_t->drag(p.x - 15, p.y);
        m_t->view.selectNext();
        m_t->release(p.x - 15, p.y);
        QCOMPARE(m_t->view.selectedId(), std::optional(2));
        QCOMPARE(tool.points(), expected);
    }

    void aHiddenObjectHasNoContourPoints()
    {
        auto& tool = m_t->use<ContourTool>();
        m_t->hide(1);
        m_t->view.select(1);
        QVERIFY(tool.points().empty());
    }

    void escapePutsAContourPointBack()
    {
        auto& tool = m_t->use<ContourTool>();
        m_t->view.select(1);
        const masks::Polygon before = tool.points();
        m_t->press(before[3].x, before[3].y);
        m_t->drag(100, 100);
        m_t->key(Qt::Key_Escape);
        m_t->release(100, 100);
        QCOMPARE(tool.points(), before);
        QVERIFY(!m_t->document.canUndo());
    }

    void aLockedContourRefuses()
    {
        auto& tool = m_t->use<ContourTool>();
        m_t->lock(1);
        m_t->view.select(1);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        m_t->press(tool.points()[0].x, tool.points()[0].y);
        m_t->release(100, 100);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(m_t->shape(1), frames::disc(200, 75, 100, 45));
    }

    void contourPointsFollowTheOutline()
    {
        const masks::RleMask mask = frames::disc(200, 90, 110, 60);
        const masks::Polygon points = contourPoints(mask, 1);
        QVERIFY(masks::iou(*masks::fromPolygon(points, 200, 200), mask) > .97);
        QVERIFY(contourPoints(masks::RleMask(200, 200), 1).empty());
        QCOMPARE(reshaped(mask, points, points), mask);
    }

    void draggingMovesAnObjectByWholePixels()
    {
        m_t->use<MoveTool>();
        const masks::RleMask before = m_t->shape(2);
        const base::Point a = m_t->point(150, 100), b = m_t->point(165, 70);
        m_t->press(150, 100);
        m_t->drag(160, 90);
        m_t->drag(165, 70);
        m_t->release(165, 70);
        QCOMPARE(m_t->shape(2), masks::translated(before, int(std::lround(b.x - a.x)), int(std::lround(b.y - a.y))));
        m_t->document.undo();
        QCOMPARE(m_t->shape(2), before);
    }

    void aMoveIsPutBackAndRefused()
    {
        auto& tool = m_t->use<MoveTool>();
        m_t->press(150, 100);
        m_t->drag(165, 70);
        QVERIFY(tool.isBusy());
        m_t->key(Qt::Key_Escape);
        m_t->release(165, 70);
        QVERIFY(!m_t->document.canUndo());
        m_t->press(150, 100);
        m_t->drag(900, 100);
        m_t->release(900, 100); // wholly outside
        QVERIFY(!m_t->document.canUndo());
        m_t->lock(2);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        m_t->press(150, 100);
        QCOMPARE(refused.count(), 1);
        QVERIFY(!tool.isBusy());
        m_t->release(150, 100);
    }

    void aClickChangesNothingEvenWhenAResultCame()
    {
        m_t->use<MoveTool>();
        m_t->press(150, 100);
        m_t->segment({frames::disc(200, 126, 100, 45)});
        m_t->release(150, 100);
        QCOMPARE(m_t->shape(3), frames::disc(200, 126, 100, 45));
        QCOMPARE(m_t->document.frame(0).find(3)->origin, annotation::Origin::Model);
    }

    void aSecondDragSoonAfterTheFirstIsNoDoubleClick()
    {
        auto& tool = m_t->use<MoveTool>();
        QTest::mouseDClick(&m_t->view, Qt::LeftButton, Qt::NoModifier, m_t->at(150, 100));
        QVERIFY(tool.isBusy());
        m_t->release(150, 100);
    }

    void aLineSplitsTheSelectedObjectInOneStep()
    {
        m_t->use<SplitTool>();
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        m_t->press(60, 40);
        m_t->drag(60, 100);
        m_t->drag(60, 160);
        m_t->release(60, 160);
        QCOMPARE(m_t->count(), std::size_t(3));
        QCOMPARE(masks::united(m_t->shape(1), m_t->shape(3)), before);
        QCOMPARE(masks::intersectionArea(m_t->shape(1), m_t->shape(3)), std::int64_t(0));
        QVERIFY(m_t->shape(1).area() > m_t->shape(3).area());
        const auto& order = m_t->document.frame(0).order;
        QVERIFY(std::find(order.begin(), order.end(), annotation::DepthRelation{3, 2}) != order.end());
        QCOMPARE(m_t->document.undoKind(), std::optional(annotation::StepKind::SplitInstance));
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(m_t->shape(1), before);
        QVERIFY(!m_t->document.canUndo());
    }

    void aBentLineIsClicked()
    {
        auto& tool = m_t->use<SplitTool>();
        m_t->view.select(1);
        m_t->click(20, 100);
        m_t->hover(75, 100);
        m_t->click(75, 100);
        QCOMPARE(tool.points().size(), 3);
        m_t->hover(75, 160);
        m_t->key(Qt::Key_Return);
        QCOMPARE(m_t->count(), std::size_t(3));
        QVERIFY(m_t->shape(3).contains(55, 125));
    }

    void aClickedLineWaitsForItsFrameAndItsCornersAreTakenBack()
    {
        auto& tool = m_t->use<SplitTool>();
        m_t->view.select(1);
        m_t->click(20, 100);
        m_t->hover(75, 100);
        m_t->click(75, 100);
        const QPolygonF points = tool.points();
        m_t->editor.setFrame(&m_t->document, 1);
        QVERIFY(tool.points().isEmpty());
        m_t->editor.setFrame(&m_t->document, 0);
        QCOMPARE(tool.points(), points);
        m_t->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(tool.points().size(), 2);
        m_t->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!tool.isBusy());
        QCOMPARE(m_t->count(), std::size_t(2));
    }

    void aLineThatDoesNotCrossSaysSo()
    {
        auto& tool = m_t->use<SplitTool>();
        m_t->view.select(1);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        m_t->press(60, 100);
        m_t->drag(70, 100);
        m_t->release(70, 100);
        QCOMPARE(refused.count(), 1);
        m_t->press(60, 40);
        m_t->drag(60, 160);
        m_t->key(Qt::Key_Escape);
        QVERIFY(!tool.isBusy());
        m_t->release(60, 160);
        QVERIFY(!m_t->document.canUndo());
    }

private:
    QPolygonF clickTriangle(const PolygonTool& tool)
    {
        for (const auto& [x, y] : {std::pair(20, 20), std::pair(60, 25), std::pair(40, 60)})
            m_t->click(x, y);
        return tool.points();
    }

    void drawEllipse()
    {
        m_t->press(20, 20);
        m_t->drag(80, 60);
        m_t->release(80, 60);
    }

    void dragHandle(int handle, const QPointF& to)
    {
        const QPointF from = static_cast<EllipseTool&>(m_t->view.tool()).handle(handle);
        m_t->press(from.x(), from.y());
        m_t->drag(to.x(), to.y());
        m_t->release(to.x(), to.y());
    }

    static base::Point leftmost(const masks::Polygon& points)
    {
        return *std::min_element(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    }

    std::unique_ptr<ToolFixture> m_t;
};

QTEST_MAIN(ShapeToolsTest)
#include "tst_shape_tools.moc"
