// SPDX-License-Identifier: GPL-3.0-or-later
#include <QWheelEvent>

#include "tests/ui/fake_shape_snap.h"
#include "tests/ui/tool_fixture.h"
#include "ui/jobs/shape_mender.h"
#include "ui/tools/snap_settings.h"
#include "ui/tools/snap_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using State = SnapTool::State;

class SnapToolTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_behaviour = std::make_shared<FakeShapeSnap::Behaviour>();
        m_loads = 0;
        m_mender = std::make_unique<ShapeMender>(
            [this, behaviour = m_behaviour]() -> base::Result<std::unique_ptr<inference::ShapeSnap>> {
                ++m_loads;
                return std::make_unique<FakeShapeSnap>(behaviour);
            });
        m_settings = std::make_unique<SnapSettings>();
        m_t = std::make_unique<ToolFixture>();
    }
    void cleanup()
    {
        m_t.reset();
        m_settings.reset();
        m_mender.reset();
    }

    void theSelectedObjectIsSnappedAsOneStepAndSaysSo()
    {
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        SnapTool& tool = use();
        QTRY_COMPARE(tool.state(), State::Shown);
        QCOMPARE(m_t->shape(1), before); // only shown
        QCOMPARE(m_t->view.editedId(), std::optional(1));
        m_t->key(Qt::Key_Return);
        QCOMPARE(tool.state(), State::Idle);
        QCOMPARE(m_t->shape(1), masks::grown(before, FakeShapeSnap::kGrowth));
        QCOMPARE(m_t->document.frame(0).find(1)->origin, annotation::Origin::Snapped);
        m_t->document.undo();
        QCOMPARE(m_t->shape(1), before);
        QCOMPARE(m_t->document.frame(0).find(1)->origin, annotation::Origin::Model);
        QVERIFY(!m_t->document.canUndo());
        m_t->document.redo();
        QCOMPARE(m_t->document.frame(0).find(1)->origin, annotation::Origin::Snapped);
    }

    void escapeGivesItUp()
    {
        m_t->view.select(1);
        SnapTool& tool = use();
        QTRY_COMPARE(tool.state(), State::Shown);
        m_t->key(Qt::Key_Escape);
        QCOMPARE(tool.state(), State::Idle);
        QCOMPARE(m_t->view.editedId(), std::nullopt);
        QVERIFY(!m_t->document.canUndo());
    }

    void theStrengthMovesThePreviewAtOnce()
    {
        m_t->view.select(1);
        const masks::RleMask before = m_t->shape(1);
        SnapTool& tool = use();
        QTRY_COMPARE(tool.state(), State::Shown);
        m_settings->setStrength(50);
        QVERIFY(tool.hint().contains(QStringLiteral("50")));
        m_t->key(Qt::Key_BracketLeft);
        QCOMPARE(m_settings->strength(), 40);
        m_t->key(Qt::Key_Period);
        QCOMPARE(m_settings->strength(), 50);
        wheel(-120);
        QCOMPARE(m_settings->strength(), 40);
        wheel(120);
        m_t->key(Qt::Key_Enter);
        QVERIFY(masks::iou(m_t->shape(1), masks::grown(before, FakeShapeSnap::kGrowth / 2)) > .98);
        QCOMPARE(m_behaviour->calls.load(), 1); // the model is not asked again
    }

    void strengthZeroChangesNothing()
    {
        m_t->view.select(1);
        SnapTool& tool = use();
        QTRY_COMPARE(tool.state(), State::Shown);
        m_settings->setStrength(-5);
        QCOMPARE(m_settings->strength(), 0);
        m_t->key(Qt::Key_Return);
        QVERIFY(!m_t->document.canUndo());
        QCOMPARE(m_t->view.editedId(), std::nullopt);
    }

    void aClickGoesOnWithAnotherObject()
    {
        m_t->view.select(1);
        SnapTool& tool = use();
        QTRY_COMPARE(tool.state(), State::Shown);
        const masks::RleMask before = m_t->shape(2);
        m_t->click(155, 100);
        QTRY_COMPARE(tool.state(), State::Shown);
        QCOMPARE(m_t->view.editedId(), std::optional(2));
        m_t->key(Qt::Key_Return);
        QCOMPARE(m_t->shape(2), masks::grown(before, FakeShapeSnap::kGrowth));
        QCOMPARE(m_loads.load(), 1);
    }

    void nothingSelectedSaysWhatToDo()
    {
        m_t->view.select(std::nullopt);
        SnapTool& tool = use();
        QCOMPARE(tool.state(), State::Idle);
        QVERIFY(tool.hint().contains(QStringLiteral("Click")));
        m_t->click(60, 100);
        QTRY_COMPARE(tool.state(), State::Shown);
    }

    void aLockedObjectIsRefused()
    {
        m_t->lock(1);
        QSignalSpy refused(&m_t->editor, &FrameEditor::refused);
        SnapTool& tool = use();
        m_t->view.select(1);
        QTRY_VERIFY(refused.count() > 0);
        QCOMPARE(tool.state(), State::Idle);
        QCOMPARE(m_behaviour->calls.load(), 0);
    }

    void aFailureIsSaidAndTheToolGoesOn()
    {
        m_behaviour->fails = true;
        m_t->view.select(1);
        QSignalSpy failed(&m_t->editor, &FrameEditor::failed);
        SnapTool& tool = use();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(tool.state(), State::Idle);
        m_behaviour->fails = false;
        m_t->click(155, 100);
        QTRY_COMPARE(tool.state(), State::Shown);
    }

    void withoutAModelItSaysSo()
    {
        ShapeMender mender({});
        QSignalSpy failed(&mender, &ShapeMender::failed);
        mender.mend(frames::disc(100, 50, 50, 20));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.at(0).at(1).value<base::Error>().code, base::ErrorCode::NotFound);
    }

    void onlyTheNewestWishIsAnswered()
    {
        QList<int> answered;
        connect(m_mender.get(), &ShapeMender::mended, this, [&](int number, const auto&) { answered << number; });
        m_mender->mend(frames::disc(100, 50, 50, 20));
        const int last = m_mender->mend(frames::disc(100, 50, 50, 30));
        QTRY_COMPARE(answered, QList<int>{last});
        QTRY_COMPARE(m_behaviour->calls.load(), 2);
        QCOMPARE(answered, QList<int>{last});
    }

    void aChangeFromElsewhereEndsThePreview()
    {
        m_t->view.select(1);
        SnapTool& tool = use();
        QTRY_COMPARE(tool.state(), State::Shown);
        QVERIFY(m_t->document.setShape(0, 1, frames::disc(200, 60, 60, 20)));
        QCOMPARE(tool.state(), State::Idle);
        m_t->view.select(2);
        QTRY_COMPARE(tool.state(), State::Shown);
        m_t->editor.setFrame(&m_t->document, 1);
        QCOMPARE(tool.state(), State::Idle);
    }

private:
    SnapTool& use() { return m_t->use<SnapTool>(*m_mender, *m_settings); }

    void wheel(int delta)
    {
        const QPointF at = m_t->at(75, 100);
        QWheelEvent event(at, m_t->view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::AltModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&m_t->view, &event);
    }

    std::shared_ptr<FakeShapeSnap::Behaviour> m_behaviour;
    std::atomic<int> m_loads{0};
    std::unique_ptr<ShapeMender> m_mender;
    std::unique_ptr<SnapSettings> m_settings;
    std::unique_ptr<ToolFixture> m_t;
};

QTEST_MAIN(SnapToolTest)
#include "tst_snap_tool.moc"
