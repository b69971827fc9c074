// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/canvas_fixture.h"
#include "ui/canvas/measure_line_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class CanvasToolsTest : public QObject, private CanvasFixture {
    Q_OBJECT

private slots:
    void init() { showView(); }
    void cleanup() { m_view.reset(); }

    void middleButtonAndSpacePanInEveryTool();
    void aReleaseThatNobodySawEndsPanning();
    void measureLineByDragging();
    void measureLineByTwoClicks();
    void measureLineKeepsStraightWithShift();
    void measureLineIsGivenUpWithEscape();
};

void CanvasToolsTest::middleButtonAndSpacePanInEveryTool()
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

void CanvasToolsTest::aReleaseThatNobodySawEndsPanning()
{
    wheel({320, 240}, 360);
    QTest::mousePress(m_view.get(), Qt::MiddleButton, {}, {300, 200});
    QTest::mouseMove(m_view.get(), {340, 190});
    const QPointF before = m_view->viewTransform().toView({});
    frames::hover(*m_view, {200, 100}); // with no button: a dialog got the release
    QCOMPARE(m_view->viewTransform().toView({}), before);
    QTest::mouseRelease(m_view.get(), Qt::MiddleButton, {}, {200, 100});
}

void CanvasToolsTest::measureLineByDragging()
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

void CanvasToolsTest::measureLineByTwoClicks()
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

void CanvasToolsTest::measureLineKeepsStraightWithShift()
{
    m_view->setTool(std::make_unique<MeasureLineTool>(*m_view));
    auto& tool = static_cast<MeasureLineTool&>(m_view->tool());
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(20, 50));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(120, 58));
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(120, 58));
    QCOMPARE(tool.state(), MeasureLineTool::State::Done);
    QVERIFY(qAbs(tool.line().dy()) < 1e-9);
}

void CanvasToolsTest::measureLineIsGivenUpWithEscape()
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

QTEST_MAIN(CanvasToolsTest)
#include "tst_canvas_tools.moc"
