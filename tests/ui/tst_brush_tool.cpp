// SPDX-License-Identifier: GPL-3.0-or-later
#include <QWheelEvent>

#include "core/masks/brush.h"
#include "tests/ui/tool_fixture.h"
#include "ui/tools/brush_settings.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/move_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using Mode = BrushTool::Mode;
using Path = std::vector<base::Point>;

class BrushToolTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_brush = std::make_unique<BrushSettings>();
        m_brush->setRadius(8);
        m_t = std::make_unique<ToolFixture>();
    }
    void cleanup()
    {
        m_t.reset();
        m_brush.reset();
    }

    void aStrokeAddsToTheSelectedObjectAndIsOneUndoStep()
    {
        brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path path = stroke({{60, 60}, {40, 40}, {20, 60}});
        QCOMPARE(m_t->shape(1), masks::united(before, strokeMask(path)));
        QCOMPARE(m_t->document.frame(0).find(1)->origin, annotation::Origin::Edited);
        m_t->document.undo();
        QCOMPARE(m_t->shape(1), before);
        QVERIFY(!m_t->document.canUndo());
        m_t->document.redo();
        QCOMPARE(m_t->shape(1), masks::united(before, strokeMask(path)));
    }

    void theEraserTakesAway()
    {
        brush(Mode::Erase);
        m_t->view.select(2);
        const masks::RleMask before = m_t->shape(2);
        const Path path = stroke({{150, 60}, {150, 140}});
        QCOMPARE(m_t->shape(2), masks::subtracted(before, strokeMask(path)));
        QCOMPARE(m_t->shape(1), frames::disc(200, 75, 100, 45)); // the other one is not touched
    }

    void aModifierDoesTheOther_data()
    {
        QTest::addColumn<Qt::KeyboardModifier>("modifier");
        QTest::newRow("Shift") << Qt::ShiftModifier;
        QTest::newRow("Alt") << Qt::AltModifier;
    }
    void aModifierDoesTheOther()
    {
        QFETCH(Qt::KeyboardModifier, modifier);
        brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path erased = stroke({{75, 60}, {75, 80}}, modifier);
        QCOMPARE(m_t->shape(1), masks::subtracted(before, strokeMask(erased)));
        brush(Mode::Erase);
        const Path added = stroke({{75, 60}, {75, 80}}, modifier);
        QCOMPARE(m_t->shape(1), masks::united(masks::subtracted(before, strokeMask(erased)), strokeMask(added)));
    }

    void withoutASelectionTheObjectUnderTheCursorIsTaken()
    {
        brush(Mode::Erase);
        const masks::RleMask before = m_t->shape(1);
        const Path path = stroke({{45, 100}, {40, 100}});
        QCOMPARE(m_t->view.selectedId(), std::optional(1));
        QCOMPARE(m_t->shape(1), masks::subtracted(before, strokeMask(path)));
    }

    void besideAllObjectsANewOneBegins()
    {
        brush(Mode::Add);
        const Path path = stroke({{100, 20}, {130, 20}});
        QCOMPARE(m_t->count(), std::size_t(3));
        QCOMPARE(m_t->shape(3), strokeMask(path));
        QCOMPARE(m_t->view.selectedId(), std::optional(3));
        QCOMPARE(m_t->document.frame(0).find(3)->origin, annotation::Origin::Drawn);
        stroke({{130, 20}, {160, 20}}); // goes on with it
        QCOMPARE(m_t->count(), std::size_t(3));
        m_t->document.undo();
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(2));
        QVERIFY(m_t->view.selectedIds().empty());
    }

    void aNewObjectMayLieOverOthers()
    {
        brush(Mode::Add);
        m_t->view.select(1);
        m_t->editor.beginNewObject();
        QVERIFY(m_t->view.selectedIds().empty());
        const Path path = stroke({{75, 100}, {80, 100}});
        QCOMPARE(m_t->count(), std::size_t(3));
        QCOMPARE(m_t->shape(3), strokeMask(path));
        QVERIFY(!m_t->editor.isNewObject());
    }

    void erasingEverythingRemovesTheObject()
    {
        m_brush->setRadius(150);
        brush(Mode::Erase);
        m_t->view.select(1);
        stroke({{75, 100}});
        QCOMPARE(m_t->count(), std::size_t(1));
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(2));
        QVERIFY(!m_t->document.canUndo());
    }

    void thereIsNothingToEraseOutside()
    {
        brush(Mode::Erase);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        stroke({{10, 10}, {20, 10}});
        QCOMPARE(refused.count(), 1);
        QVERIFY(!m_t->document.canUndo());
    }

    void aLockedObjectRefuses()
    {
        brush(Mode::Add);
        m_t->lock(1);
        const auto kind = m_t->document.undoKind();
        m_t->view.select(1);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        stroke({{60, 60}, {20, 20}});
        QCOMPARE(refused.count(), 1);
        QCOMPARE(m_t->shape(1), frames::disc(200, 75, 100, 45));
        QCOMPARE(m_t->document.undoKind(), kind);
        QCOMPARE(m_t->count(), std::size_t(2));
    }

    void escapeGivesUpTheStrokeThenTheSelectionThenTheTool()
    {
        BrushTool& tool = brush(Mode::Add);
        QSignalSpy left(&tool, &EditTool::leaveRequested);
        m_t->view.select(1);
        m_t->press(60, 60);
        m_t->drag(20, 20);
        QVERIFY(tool.isBusy());
        QCOMPARE(m_t->view.editedId(), std::optional(1));
        m_t->key(Qt::Key_Escape);
        QVERIFY(!tool.isBusy());
        QVERIFY(!m_t->view.editedId());
        m_t->release(20, 20);
        QVERIFY(!m_t->document.canUndo());
        m_t->key(Qt::Key_Escape);
        QVERIFY(m_t->view.selectedIds().empty());
        QCOMPARE(left.count(), 0);
        m_t->key(Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

    void strokesOutsideTheImageAreClipped()
    {
        brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path path = stroke({{20, 100}, {-30, 100}, {-30, 300}, {75, 300}, {75, 190}});
        QCOMPARE(m_t->shape(1), masks::united(before, strokeMask(path)));
        QVERIFY(m_t->shape(1).contains(0, 100));
        QVERIFY(m_t->shape(1).contains(75, 199));
        brush(Mode::Add);
        m_t->editor.beginNewObject();
        stroke({{-50, -50}, {-60, -50}});
        QCOMPARE(m_t->count(), std::size_t(2)); // nothing of it lies on the image
    }

    void theSmallestAndTheLargestBrush()
    {
        m_brush->setRadius(0);
        QCOMPARE(m_brush->radius(), BrushSettings::kSmallest);
        brush(Mode::Add);
        const Path dot = stroke({{10.4, 10.7}});
        QVERIFY(m_t->shape(3).area() >= 1);
        QVERIFY(m_t->shape(3).area() <= 4);
        m_brush->setRadius(1e9);
        QCOMPARE(m_brush->radius(), BrushSettings::kLargest);
        stroke({{100, 100}});
        QCOMPARE(m_t->shape(3).area(), std::int64_t(200) * 200);
    }

    void altAndTheWheelChangeTheSize()
    {
        brush(Mode::Add);
        const double zoom = m_t->view.viewTransform().zoom();
        wheel({0, 120}, Qt::AltModifier);
        QCOMPARE(m_brush->radius(), 8.8);
        wheel({-240, 0}, Qt::AltModifier); // the desktop turned the axis
        QVERIFY(m_brush->radius() < 8);
        QCOMPARE(m_t->view.viewTransform().zoom(), zoom);
        wheel({0, 120}, Qt::NoModifier);
        QVERIFY(m_t->view.viewTransform().zoom() > zoom);
    }

    void controlAndAClickPickAnObject()
    {
        brush(Mode::Add);
        m_t->click(150, 100, Qt::ControlModifier);
        QCOMPARE(m_t->view.selectedId(), std::optional(2));
        QVERIFY(!m_t->document.canUndo());
    }

    void aHiddenObjectRefuses()
    {
        brush(Mode::Add);
        m_t->hide(1);
        m_t->view.select(1); // in a list
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        stroke({{60, 60}, {20, 20}});
        QCOMPARE(refused.count(), 1);
        QCOMPARE(m_t->shape(1), frames::disc(200, 75, 100, 45));
        QCOMPARE(m_t->count(), std::size_t(2));
    }

    void anotherFrameEndsTheStrokeAndKeepsIt()
    {
        BrushTool& tool = brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path path = begin({{60, 60}, {20, 20}});
        m_t->editor.setFrame(nullptr, 0);
        QVERIFY(!tool.isBusy());
        QCOMPARE(m_t->shape(1), masks::united(before, strokeMask(path)));
        m_t->drag(20, 180);
        m_t->release(20, 180);
        m_t->click(100, 20);
        m_t->document.undo();
        QCOMPARE(m_t->shape(1), before);
        QVERIFY(!m_t->document.canUndo());
    }

    void anotherToolKeepsTheStroke()
    {
        brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path path = begin({{60, 60}, {20, 20}});
        m_t->use<MoveTool>();
        m_t->release(20, 20);
        QCOMPARE(m_t->shape(1), masks::united(before, strokeMask(path)));
    }

    void aReleaseThatNobodySawEndsTheStroke()
    {
        BrushTool& tool = brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path path = begin({{60, 60}, {40, 40}});
        m_t->hover(150, 20); // a dialog got the release
        QVERIFY(!tool.isBusy());
        QCOMPARE(m_t->shape(1), masks::united(before, strokeMask(path)));
        m_t->release(150, 20);
    }

    void aResultDuringAStrokeLeavesTheStrokeToWhatShowsTheSame()
    {
        BrushTool& tool = brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1), found = frames::disc(200, 78, 100, 44);
        begin({{60, 60}, {40, 40}});
        m_t->segment({frames::disc(200, 125, 100, 45), found});
        QVERIFY(tool.isBusy());
        QCOMPARE(m_t->view.selectedId(), std::optional(4));
        m_t->drag(20, 60);
        m_t->release(20, 60);
        const Path path = {m_t->point(60, 60), m_t->point(40, 40), m_t->point(20, 60)};
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(m_t->shape(4), masks::united(before, strokeMask(path)));
        QCOMPARE(m_t->document.frame(0).find(4)->origin, annotation::Origin::Edited);
        QVERIFY(!m_t->view.editedId());
        m_t->document.undo();
        QCOMPARE(m_t->shape(4), found);
        m_t->document.undo();
        QCOMPARE(m_t->shape(1), before);
    }

    void aStrokeWhoseObjectIsFoundNoMoreKeepsIt()
    {
        brush(Mode::Erase);
        annotation::InstanceAttributes attributes;
        attributes.classId = int(base::ObjectClass::Fragment);
        QVERIFY(m_t->document.setAttributes(0, 1, attributes));
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path path = begin({{60, 60}, {40, 40}});
        m_t->segment({frames::disc(200, 160, 160, 20)});
        m_t->segment({frames::disc(200, 160, 150, 20)}); // and again
        m_t->release(40, 40);
        QCOMPARE(m_t->count(), std::size_t(2));
        const annotation::Instance& kept = m_t->document.frame(0).instances[1];
        QCOMPARE(kept.amodal, masks::subtracted(before, strokeMask(path)));
        QCOMPARE(kept.origin, annotation::Origin::Edited);
        QCOMPARE(kept.classId, int(base::ObjectClass::Fragment));
        QCOMPARE(m_t->view.selectedId(), std::optional(kept.id));
    }

    void aResultNeverPutsTheStrokeOnAnotherPersonsWork()
    {
        brush(Mode::Add);
        const masks::RleMask near = frames::disc(200, 80, 100, 45);
        QVERIFY(m_t->document.setShape(0, 2, near));
        m_t->view.select(1);
        begin({{60, 60}, {20, 20}});
        m_t->segment({});
        m_t->release(20, 20);
        QCOMPARE(m_t->shape(2), near);
        QCOMPARE(m_t->count(), std::size_t(2));
    }

    void aChangeOfAnotherObjectLeavesTheStroke()
    {
        BrushTool& tool = brush(Mode::Add);
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        const Path path = begin({{60, 60}, {20, 20}});
        QVERIFY(m_t->document.setShape(0, 2, frames::disc(200, 150, 100, 30)));
        QVERIFY(tool.isBusy());
        m_t->release(20, 20);
        QCOMPARE(m_t->shape(1), masks::united(before, strokeMask(path)));
    }

    void theKeyOfUndoTakesBackTheStrokeAlone()
    {
        BrushTool& tool = brush(Mode::Add);
        m_t->view.select(1);
        stroke({{60, 60}, {40, 40}});
        const masks::RleMask before = m_t->shape(1);
        begin({{40, 40}, {20, 20}});
        QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(tool.wantsKey(undo));
        m_t->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!tool.isBusy());
        QVERIFY(!tool.wantsKey(undo)); // the document's again
        m_t->release(20, 20);
        QCOMPARE(m_t->shape(1), before);
        QVERIFY(m_t->document.canUndo());
    }

    void aHeldEscapeGivesUpOneThing()
    {
        brush(Mode::Add);
        m_t->view.select(1);
        begin({{60, 60}, {20, 20}});
        m_t->key(Qt::Key_Escape);
        QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(&m_t->view, &repeated);
        QCOMPARE(m_t->view.selectedId(), std::optional(1));
        m_t->release(20, 20);
    }

    void undoDuringAStrokeEndsIt()
    {
        BrushTool& tool = brush(Mode::Add);
        m_t->view.select(1);
        stroke({{60, 60}, {40, 40}});
        m_t->press(40, 40);
        m_t->document.undo();
        QVERIFY(!tool.isBusy());
        m_t->release(40, 40);
        QVERIFY(!m_t->document.canUndo());
    }

    void panningDuringAStrokeLeavesItsReleaseToTheTool_data()
    {
        QTest::addColumn<bool>("panEndsFirst");
        QTest::newRow("middle button up first") << true;
        QTest::newRow("left button up first") << false;
    }
    void panningDuringAStrokeLeavesItsReleaseToTheTool()
    {
        QFETCH(bool, panEndsFirst);
        BrushTool& tool = brush(Mode::Add);
        m_t->view.select(1);
        m_t->press(60, 60);
        m_t->drag(40, 40);
        // With what is held after it, which QTest leaves out.
        const auto send = [this](QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons held) {
            const QPoint position = m_t->at(40, 40);
            QMouseEvent event(type, position, m_t->view.mapToGlobal(position), button, held, Qt::NoModifier);
            QCoreApplication::sendEvent(&m_t->view, &event);
        };
        send(QEvent::MouseButtonPress, Qt::MiddleButton, Qt::LeftButton | Qt::MiddleButton);
        const Qt::MouseButton first = panEndsFirst ? Qt::MiddleButton : Qt::LeftButton;
        const Qt::MouseButton last = panEndsFirst ? Qt::LeftButton : Qt::MiddleButton;
        send(QEvent::MouseButtonRelease, first, last);
        QCOMPARE(tool.isBusy(), panEndsFirst);
        send(QEvent::MouseButtonRelease, last, Qt::NoButton);
        QVERIFY(!tool.isBusy());
        const masks::RleMask drawn = m_t->shape(1);
        QVERIFY(drawn != frames::disc(200, 75, 100, 45));
        const QPointF origin = m_t->view.viewTransform().toView({});
        m_t->hover(20, 20);
        QCOMPARE(m_t->shape(1), drawn);
        QVERIFY(!tool.isBusy());
        QCOMPARE(m_t->view.viewTransform().toView({}), origin);
    }

    void theStrokeStaysVisibleUntilTheCanvasShowsIt()
    {
        brush(Mode::Add);
        m_t->view.select(1);
        m_t->followsDocument = false;
        stroke({{60, 60}, {20, 20}});
        QCOMPARE(m_t->view.editedId(), std::optional(1));
        const QImage during = m_t->view.grab().toImage();
        m_t->showDocument();
        QVERIFY(!m_t->view.editedId());
        const QPoint inside = m_t->at(24, 24);
        QVERIFY(QColor(during.pixel(inside)) != QColor(100, 100, 100));
        QCOMPARE(during.pixel(inside), m_t->view.grab().toImage().pixel(inside));
    }

private:
    BrushTool& brush(Mode mode) { return m_t->use<BrushTool>(*m_brush, mode); }

    Path stroke(const Path& points, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const Path path = begin(points, modifiers);
        m_t->release(points.back().x, points.back().y);
        return path;
    }

    /// A stroke whose button is still held.
    Path begin(const Path& points, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        Path path;
        for (const base::Point& p : points)
            path.push_back(m_t->point(p.x, p.y));
        m_t->press(points.front().x, points.front().y, modifiers);
        for (std::size_t i = 1; i < points.size(); ++i)
            m_t->drag(points[i].x, points[i].y, modifiers);
        return path;
    }

    masks::RleMask strokeMask(const Path& path) const { return masks::strokeMask(200, 200, path, m_brush->radius()); }

    void wheel(const QPoint& angle, Qt::KeyboardModifiers modifiers)
    {
        const QPoint position = m_t->at(100, 100);
        QWheelEvent event(position, m_t->view.mapToGlobal(position), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&m_t->view, &event);
    }

    std::unique_ptr<BrushSettings> m_brush;
    std::unique_ptr<ToolFixture> m_t;
};

QTEST_MAIN(BrushToolTest)
#include "tst_brush_tool.moc"
