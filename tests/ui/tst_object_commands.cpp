// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/masks/components.h"
#include "core/masks/morphology.h"
#include "tests/ui/tool_fixture.h"
#include "ui/tools/depth_commands.h"
#include "ui/tools/shape_commands.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using annotation::DepthRelation;
using annotation::StepKind;

class ObjectCommandsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_t = std::make_unique<ToolFixture>(); }
    void cleanup() { m_t.reset(); }

    void shiftAndAClickSelectSeveral()
    {
        m_t->click(40, 100);
        m_t->click(160, 100, Qt::ShiftModifier);
        QCOMPARE(m_t->view.selectedIds(), (std::vector{1, 2}));
        m_t->click(40, 100, Qt::ShiftModifier);
        QCOMPARE(m_t->view.selectedIds(), std::vector{2});
        m_t->click(10, 10, Qt::ShiftModifier); // beside all of them: nothing happens
        QCOMPARE(m_t->view.selectedIds(), std::vector{2});
        m_t->click(10, 10);
        QVERIFY(m_t->view.selectedIds().empty());
    }

    void growingAndShrinkingWorkOnAllSelectedInOneStep()
    {
        const masks::RleMask first = m_t->shape(1), second = m_t->shape(2);
        m_t->view.setSelection({1, 2});
        growSelected(m_t->editor, 2);
        QCOMPARE(m_t->shape(1), masks::grown(first, 2));
        QCOMPARE(m_t->shape(2), masks::grown(second, 2));
        growSelected(m_t->editor, -3);
        QCOMPARE(m_t->shape(1), masks::shrunk(masks::grown(first, 2), 3));
        m_t->document.undo();
        m_t->document.undo();
        QCOMPARE(m_t->shape(1), first);
        QCOMPARE(m_t->shape(2), second);
        QVERIFY(!m_t->document.canUndo());
    }

    void anObjectDoesNotShrinkToNothing()
    {
        m_t->view.select(1);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        growSelected(m_t->editor, -60);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(m_t->count(), std::size_t(2));
        QVERIFY(!m_t->document.canUndo());
    }

    void smoothingAndFillingHoles()
    {
        const masks::RleMask whole = m_t->shape(1);
        const masks::RleMask holey = masks::subtracted(whole, frames::disc(200, 60, 100, 6));
        QVERIFY(m_t->document.setShape(0, 1, holey));
        m_t->view.select(1);
        fillHolesOfSelected(m_t->editor);
        QCOMPARE(m_t->shape(1), whole);
        smoothSelected(m_t->editor, 3);
        QVERIFY(masks::iou(m_t->shape(1), whole) > .98);
    }

    void mergingIsOneStepAndKeepsTheDepth()
    {
        QVERIFY(m_t->document.addInstance(0, frames::cell(0, frames::disc(200, 125, 150, 20))));
        QVERIFY(m_t->document.setOrder(0, {{1, 2}, {3, 2}}));
        const masks::RleMask sum = masks::united(m_t->shape(1), m_t->shape(2));
        m_t->view.setSelection({2, 1});
        mergeSelected(m_t->editor);
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(m_t->shape(2), sum);
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{3, 2}}));
        QCOMPARE(m_t->view.selectedIds(), std::vector{2});
        QCOMPARE(m_t->document.undoKind(), std::optional(StepKind::MergeInstances));
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(3));
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{1, 2}, {3, 2}}));
    }

    void mergingNeedsTwo()
    {
        m_t->view.select(1);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        mergeSelected(m_t->editor);
        QCOMPARE(refused.count(), 1);
        QVERIFY(!m_t->document.canUndo());
    }

    void copiesGoToTheNextFrameWithTheirDepth()
    {
        m_t->view.setSelection({1, 2});
        const auto copies = duplicateToNextFrame(m_t->editor);
        QCOMPARE(copies.size(), std::size_t(2));
        const annotation::FrameAnnotation& next = m_t->document.frame(1);
        QCOMPARE(next.instances.size(), std::size_t(2));
        QCOMPARE(next.find(copies[0])->amodal, m_t->shape(1));
        QCOMPARE(next.find(copies[0])->origin, annotation::Origin::Drawn);
        QCOMPARE(next.order, (std::vector<DepthRelation>{{copies[0], copies[1]}}));
        m_t->document.undo();
        QVERIFY(m_t->document.frame(1).instances.empty());
        QVERIFY(!m_t->document.canUndo());
        m_t->editor.setFrame(&m_t->document, 1);
        QVERIFY(duplicateToNextFrame(m_t->editor).empty());
    }

    void whatIsDrawnIsCalledAsTheOthersAre()
    {
        std::vector<annotation::FrameAnnotation> content = {frames::pair({{1, 2}}), {}};
        for (annotation::Instance& instance : content[0].instances)
            instance.ownName = "nucleus";
        QVERIFY(m_t->document.load(content));
        const auto drawn = m_t->editor.add(frames::disc(200, 20, 20, 8));
        QVERIFY(drawn);
        QCOMPARE(m_t->document.frame(0).find(*drawn)->ownName, std::string("nucleus"));
        m_t->view.select(1);
        QCOMPARE(m_t->document.frame(1).instances.size(), std::size_t(0));
        const auto copies = duplicateToNextFrame(m_t->editor);
        QCOMPARE(m_t->document.frame(1).find(copies.at(0))->ownName, std::string("nucleus"));
        QVERIFY(m_t->document.removeInstances(1, copies));
        m_t->editor.setFrame(&m_t->document, 1);
        const auto inEmptyFrame = m_t->editor.add(frames::disc(200, 20, 20, 8));
        QCOMPARE(m_t->document.frame(1).find(*inEmptyFrame)->ownName, std::string("nucleus"));
    }

    void aLockProtectsShapeKindAndExistence()
    {
        m_t->lock(2);
        m_t->view.setSelection({1, 2});
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        growSelected(m_t->editor, 1);
        smoothSelected(m_t->editor, 3);
        fillHolesOfSelected(m_t->editor);
        mergeSelected(m_t->editor);
        removeSelected(m_t->editor);
        setClassOfSelected(m_t->editor, base::ObjectClass::Fragment);
        QCOMPARE(refused.count(), 6);
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(m_t->document.undoKind(), std::optional(StepKind::ChangeAttributes)); // the lock itself
        m_t->document.undo();
        QVERIFY(!m_t->document.canUndo());
    }

    void flagsAndKindsOfAllSelectedChangeTogether()
    {
        m_t->view.setSelection({1, 2});
        setClassOfSelected(m_t->editor, base::ObjectClass::PolarBody);
        toggleUncertain(m_t->editor);
        for (const annotation::Instance& instance : m_t->document.frame(0).instances) {
            QCOMPARE(instance.classId, int(base::ObjectClass::PolarBody));
            QVERIFY(instance.uncertain);
        }
        toggleUncertain(m_t->editor);
        QVERIFY(!m_t->document.frame(0).instances[0].uncertain);
        toggleLocked(m_t->editor);
        QVERIFY(m_t->document.frame(0).instances[1].locked);
        toggleLocked(m_t->editor);
        QVERIFY(!m_t->document.frame(0).instances[1].locked);
        toggleHidden(m_t->editor);
        QVERIFY(m_t->view.overlay()->silhouettes.empty());
        m_t->document.undo();
        QCOMPARE(m_t->view.overlay()->silhouettes.size(), std::size_t(2));
    }

    void depthIsSwappedWithOneKey()
    {
        m_t->view.select(2);
        swapDepth(m_t->editor); // with the one it overlaps most
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{2, 1}}));
        m_t->view.setSelection({1, 2});
        swapDepth(m_t->editor);
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{1, 2}}));
        QVERIFY(m_t->document.setOrder(0, {}));
        m_t->view.setSelection({2, 1});
        swapDepth(m_t->editor); // nothing was known: the first one is the nearer
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{2, 1}}));
    }

    void depthGoesUpAndDown()
    {
        m_t->view.select(2);
        moveSelectedInDepth(m_t->editor, true);
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{2, 1}}));
        moveSelectedInDepth(m_t->editor, false);
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{1, 2}}));
        m_t->document.undo();
        QCOMPARE(m_t->document.frame(0).order, (std::vector<DepthRelation>{{2, 1}}));
    }

    void depthNeedsAnOverlap()
    {
        QVERIFY(m_t->document.addInstance(0, frames::cell(0, frames::disc(200, 20, 20, 10))));
        m_t->view.select(3);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        swapDepth(m_t->editor);
        moveSelectedInDepth(m_t->editor, true);
        QCOMPARE(refused.count(), 2);
    }

private:
    std::unique_ptr<ToolFixture> m_t;
};

QTEST_MAIN(ObjectCommandsTest)
#include "tst_object_commands.moc"
