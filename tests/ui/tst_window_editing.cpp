// SPDX-License-Identifier: GPL-3.0-or-later
// Tools, selection and objects in the window.
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QTreeView>

#include "tests/ui/main_window_fixture.h"
#include "ui/canvas/measure_line_tool.h"
#include "ui/canvas/select_tool.h"
#include "ui/shell/calibration_dialog.h"
#include "ui/shell/stack_properties_dialog.h"
#include "ui/shell/tool_strip.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/polygon_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class WindowEditingTest : public QObject, private MainWindowFixture {
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

    void calibrationTurnsPixelsIntoMicrometres()
    {
        openStack();
        segmentAll();
        StackProperties properties = stack()->properties();
        properties.umPerPixel = 0.5;
        stack()->setProperties(properties);
        QTRY_VERIFY(!readouts()->findChild<QPushButton*>()->isVisibleTo(readouts()));
    }

    void aCalibrationGoesToTheStackThatItWasOpenedFor()
    {
        openStack();
        OpenStack* first = stack();
        m_w->window->open({makePictureFolder(m_w->folder.path(), QStringLiteral("E-015"), 3)});
        QTRY_COMPARE(m_w->window->workspace().stacks().size(), std::size_t(2));
        OpenStack* second = m_w->window->workspace().stacks().back().get();
        m_w->window->workspace().setCurrent(first);
        run("edit.calibrate");
        auto* dialog = m_w->window->findChild<CalibrationDialog*>();
        QVERIFY(dialog->windowTitle().contains(QStringLiteral("E-014")));
        m_w->window->workspace().setCurrent(second);
        dialog->setUmPerPixel(0.5);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Apply)->click();
        QCOMPARE(first->properties().umPerPixel, std::optional(0.5));
        QVERIFY(!second->properties().umPerPixel);

        run("edit.calibrate");
        QVERIFY(dialog->windowTitle().contains(QStringLiteral("E-015")));
        m_w->window->workspace().setCurrent(first);
        emit dialog->drawLineRequested(); // on the stack that it is about
        QCOMPARE(stack(), second);
        m_w->window->workspace().close(second);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(first->properties().umPerPixel, std::optional(0.5));
    }

    void thePropertiesDialogChangesNothingButWhatAPersonChanged()
    {
        openStack();
        StackProperties properties = stack()->properties();
        properties.t0Hours = 1.2345; // finer than its field
        stack()->setProperties(properties);
        run("edit.properties");
        auto* dialog = m_w->window->findChild<StackPropertiesDialog*>();
        properties.umPerPixel = 0.5; // while it is open
        properties.calibrationSource = imaging::CalibrationSource::User;
        stack()->setProperties(properties);
        dialog->findChild<QComboBox*>()->setCurrentIndex(int(Insemination::Icsi));
        dialog->accept();
        properties.insemination = Insemination::Icsi;
        QVERIFY(stack()->properties() == properties);
    }

    void selectionIsTheSameInListAndCanvas()
    {
        openStack();
        segmentAll();
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        const int id = instances()->model().rows()[1].id;
        emit instances()->selectionChanged({id});
        QCOMPARE(m_w->window->view().canvas().selectedId().value_or(-1), id);
        run("edit.remove");
        QCOMPARE(stack()->document().frame(0).instances.size(), std::size_t(1));
        QTRY_COMPARE(instances()->model().rowCount(), 1);
    }

    void keysChooseToolsAndEscapeLeavesThem()
    {
        openStack();
        QCOMPARE(action("tool.brush")->shortcut(), QKeySequence(Qt::Key_B));
        run("tool.brush");
        QVERIFY(action("tool.brush")->isChecked());
        QVERIFY(dynamic_cast<BrushTool*>(&canvas().tool()));
        QVERIFY(m_w->window->findChild<ToolStrip*>()->isVisible());
        run("tool.ellipse");
        QVERIFY(action("tool.ellipse")->isChecked());
        QVERIFY(!action("tool.brush")->isChecked());
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QTRY_VERIFY(action("tool.select")->isChecked());
        run("edit.newObject");
        QVERIFY(action("tool.brush")->isChecked());
        canvas().setTool(std::make_unique<MeasureLineTool>(canvas())); // somebody else's
        QVERIFY(!action("tool.brush")->isChecked());
        run("tool.select");
        QVERIFY(dynamic_cast<SelectTool*>(&canvas().tool()));
    }

    void aStrokeInTheWindowIsShownMeasuredAndUndone()
    {
        openStack();
        segmentAll();
        QTRY_VERIFY(canvas().overlay() && canvas().overlay()->silhouettes.size() == 2);
        const int id = canvas().overlay()->silhouettes[0].id;
        const std::int64_t before = stack()->document().frame(0).find(id)->amodal.area();
        canvas().select(id);
        run("tool.brush");
        drawFromTo({60, 20}, {60, 5});
        QVERIFY(stack()->document().frame(0).find(id)->amodal.area() > before);
        QTRY_COMPARE(canvas().overlay()->find(id)->mask, stack()->document().frame(0).find(id)->amodal);
        QVERIFY(!canvas().editedId());
        run("edit.undo");
        QCOMPARE(stack()->document().frame(0).find(id)->amodal.area(), before);
        QTRY_COMPARE(canvas().overlay()->find(id)->mask.area(), before);
    }

    void whatIsHalfDrawnComesBackWithItsFrame()
    {
        openStack();
        run("tool.polygon");
        for (const QPointF& point : {QPointF(20, 20), QPointF(40, 20), QPointF(30, 40)})
            drawFromTo(point, point);
        const auto points = [this] { return dynamic_cast<PolygonTool&>(canvas().tool()).points(); };
        const QPolygonF drawn = points();
        QCOMPARE(drawn.size(), 3);
        QTest::keyClick(&canvas(), Qt::Key_Right);
        QTRY_COMPARE(m_w->window->view().shownTime(), 1);
        QVERIFY(points().isEmpty());
        QTest::keyClick(&canvas(), Qt::Key_Left);
        QTRY_COMPARE(points(), drawn);
        run("view.play");
        QTRY_COMPARE(m_w->window->view().shownTime(), 5);
        QTRY_VERIFY(!m_w->window->view().timeline().isPlaying());
        stack()->setTime(0);
        QTRY_COMPARE(points(), drawn);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QCOMPARE(stack()->document().frame(0).instances.size(), std::size_t(1));
    }

    void aNewObjectStaysSelectedUntilItIsShown()
    {
        openStack();
        run("edit.newObject");
        drawFromTo({20, 20}, {40, 20});
        QCOMPARE(stack()->document().frame(0).instances.size(), std::size_t(1));
        const int id = stack()->document().frame(0).instances[0].id;
        QCOMPARE(canvas().selectedId().value_or(-1), id);
        QTRY_VERIFY(canvas().overlay()->find(id));
        QCOMPARE(canvas().selectedId().value_or(-1), id);
        run("edit.duplicate");
        QCOMPARE(stack()->index().time, 1);
        QTRY_COMPARE(canvas().overlay()->silhouettes.size(), std::size_t(1));
        QTRY_VERIFY(action("edit.remove")->isEnabled());
        run("edit.remove");
        QVERIFY(stack()->document().frame(1).instances.empty());
    }

    void whatIsLockedSaysSoInTheStatusBar()
    {
        openStack();
        segmentAll();
        QTRY_VERIFY(canvas().overlay() && canvas().overlay()->silhouettes.size() == 2);
        canvas().select(canvas().overlay()->silhouettes[0].id);
        run("edit.lock");
        run("edit.grow");
        bool said = false;
        for (const QLabel* label : m_w->window->statusBar()->findChildren<QLabel*>())
            said = said || label->text().contains(QStringLiteral("locked"));
        QVERIFY(said);
    }

    void severalRowsOfTheListAreSelectedOnTheCanvas()
    {
        openStack();
        segmentAll();
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        auto* list = instances()->findChild<QTreeView*>();
        list->selectAll();
        QCOMPARE(canvas().selectedIds().size(), std::size_t(2));
        run("edit.merge");
        QTRY_COMPARE(instances()->model().rowCount(), 1);
        QCOMPARE(stack()->document().frame(0).instances.size(), std::size_t(1));
        run("edit.undo");
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        canvas().setSelection({instances()->model().rows()[1].id, instances()->model().rows()[0].id});
        QCOMPARE(list->selectionModel()->selectedRows().size(), qsizetype(2));
        canvas().select(std::nullopt);
        QVERIFY(!list->selectionModel()->hasSelection());
    }
};

QTEST_MAIN(WindowEditingTest)
#include "tst_window_editing.moc"
