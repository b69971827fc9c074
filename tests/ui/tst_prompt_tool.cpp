// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_segmenter.h"
#include "tests/ui/picture_stack.h"
#include "tests/ui/tool_fixture.h"
#include "ui/jobs/segmentation_queue.h"
#include "ui/tools/prompt_source.h"
#include "ui/tools/prompt_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

/// Answers when the test says so.
class FakeSource : public PromptSource {
public:
    void prepare() override { ++prepared; }
    int ask(const inference::Prompt& prompt) override
    {
        prompts.push_back(prompt);
        return int(prompts.size());
    }
    void forget() override { ++forgotten; }

    void answer(const std::vector<annotation::Instance>& answers) { emit answered(int(prompts.size()), answers); }

    int prepared = 0;
    int forgotten = 0;
    std::vector<inference::Prompt> prompts;
};

annotation::Instance found(const masks::RleMask& mask)
{
    annotation::Instance instance = frames::cell(1, mask);
    instance.classId = int(base::ObjectClass::PolarBody);
    instance.score = .4;
    instance.modelHash = "abc";
    return instance;
}

} // namespace

class PromptToolTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakeSource>();
        m_t = std::make_unique<ToolFixture>();
        m_tool = &m_t->use<PromptTool>(*m_source);
    }
    void cleanup()
    {
        m_t.reset();
        m_source.reset();
    }

    void theModelLooksBeforeTheFirstClick() { QCOMPARE(m_source->prepared, 1); }

    void aClickIsProposedAndEnterTakesItAsOneStep()
    {
        const masks::RleMask cell = frames::disc(200, 100, 30, 20);
        m_t->click(100, 30);
        QVERIFY(m_tool->isWaiting());
        QCOMPARE(m_source->prompts.size(), std::size_t(1));
        QCOMPARE(m_source->prompts[0].inside, std::vector{m_t->point(100, 30)});
        m_source->answer({found(cell)});
        QVERIFY(!m_tool->isWaiting());
        QCOMPARE(m_t->count(), std::size_t(2));
        m_t->key(Qt::Key_Return);
        QCOMPARE(m_t->count(), std::size_t(3));
        const annotation::Instance& added = *m_t->document.frame(0).find(3);
        QCOMPARE(added.amodal, cell);
        QCOMPARE(added.origin, annotation::Origin::Model);
        QCOMPARE(added.modelHash, std::string("abc"));
        QCOMPARE(added.classId, int(base::ObjectClass::PolarBody));
        QCOMPARE(m_t->view.selectedId(), std::optional(3));
        QVERIFY(!m_tool->isBusy());
        m_t->document.undo();
        QCOMPARE(m_t->count(), std::size_t(2));
        QVERIFY(!m_t->document.canUndo());
    }

    void clicksAddAndTheRightButtonTakesAway()
    {
        QTest::mouseClick(&m_t->view, Qt::RightButton, Qt::NoModifier, m_t->at(10, 10));
        QVERIFY(m_source->prompts.empty()); // there is nothing to correct yet
        m_t->click(100, 30);
        m_t->click(110, 30);
        QTest::mouseClick(&m_t->view, Qt::RightButton, Qt::NoModifier, m_t->at(140, 30));
        QCOMPARE(m_source->prompts.size(), std::size_t(3));
        QCOMPARE(m_source->prompts.back().inside.size(), std::size_t(2));
        QCOMPARE(m_source->prompts.back().outside, std::vector{m_t->point(140, 30)});
    }

    void onlyTheAnswerToTheNewestQuestionCounts()
    {
        m_t->click(100, 30);
        m_t->click(110, 30);
        emit m_source->answered(1, {found(frames::disc(200, 20, 20, 10))});
        QVERIFY(m_tool->isWaiting());
        QCOMPARE(m_tool->proposal(), nullptr);
        m_source->answer({found(frames::disc(200, 100, 30, 20))});
        QVERIFY(m_tool->proposal() != nullptr);
    }

    void aDraggedBoxIsAQuestion()
    {
        m_t->press(80, 10);
        m_t->drag(100, 30);
        m_t->drag(120, 50);
        m_t->release(120, 50);
        QCOMPARE(m_source->prompts.size(), std::size_t(1));
        QVERIFY(m_source->prompts[0].inside.empty());
        const base::Box box = m_source->prompts[0].box.value();
        const base::Point a = m_t->point(80, 10), b = m_t->point(120, 50);
        QCOMPARE(box, (base::Box{a.x, a.y, b.x, b.y}));
    }

    void nextShowsTheOtherAnswers()
    {
        const masks::RleMask first = frames::disc(200, 100, 30, 20), second = frames::disc(200, 100, 30, 10);
        m_t->click(100, 30);
        m_source->answer({found(first), found(second)});
        QCOMPARE(m_tool->proposal()->amodal, first);
        m_t->key(Qt::Key_N);
        QCOMPARE(m_tool->proposal()->amodal, second);
        m_t->key(Qt::Key_N);
        QCOMPARE(m_tool->proposal()->amodal, first);
        m_t->key(Qt::Key_N);
        m_t->key(Qt::Key_Enter);
        QCOMPARE(m_t->shape(3), second);
    }

    void anObjectThatIsThereGetsTheOutlineInsteadOfADouble()
    {
        const masks::RleMask before = m_t->shape(1), better = frames::disc(200, 78, 100, 44);
        m_t->click(60, 100);
        m_source->answer({found(better)});
        QCOMPARE(m_t->view.editedId(), std::optional(1));
        m_t->key(Qt::Key_Return);
        QCOMPARE(m_t->count(), std::size_t(2));
        QCOMPARE(m_t->shape(1), better);
        QCOMPARE(m_t->document.frame(0).find(1)->origin, annotation::Origin::Edited); // another model's object
        m_t->document.undo();
        QCOMPARE(m_t->shape(1), before);
        QVERIFY(!m_t->document.canUndo());
    }

    void escapeGivesUpTheQuestionThenTheProposal()
    {
        m_t->click(100, 30);
        m_t->key(Qt::Key_Escape);
        QCOMPARE(m_source->forgotten, 1);
        QVERIFY(!m_tool->isBusy());
        m_source->answer({found(frames::disc(200, 100, 30, 20))});
        QCOMPARE(m_tool->proposal(), nullptr); // too late
        m_t->click(100, 30);
        m_source->answer({found(frames::disc(200, 100, 30, 20))});
        m_t->key(Qt::Key_Escape);
        QVERIFY(!m_tool->isBusy());
        QVERIFY(!m_t->document.canUndo());
        QSignalSpy left(m_tool, &EditTool::leaveRequested);
        m_t->key(Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

    void nothingThereIsSaid()
    {
        m_t->click(100, 30);
        m_source->answer({});
        QVERIFY(!m_tool->isBusy());
        QVERIFY(m_tool->hint().contains(QStringLiteral("nothing")));
        m_t->click(100, 30);
        QVERIFY(m_tool->isWaiting());
    }

    void aFailureIsReported()
    {
        QSignalSpy failed(&m_t->editor, &FrameEditor::failed);
        m_t->click(100, 30);
        emit m_source->failed(1, {base::ErrorCode::Unsupported, "This model cannot do that.", {}});
        QCOMPARE(failed.count(), 1);
        QVERIFY(!m_tool->isBusy());
    }

    void clicksBesideThePictureAndOnAnotherFrameAsk()
    {
        m_t->click(215, 100);
        QVERIFY(m_source->prompts.empty());
        m_t->click(100, 30);
        m_t->editor.setFrame(&m_t->document, 1);
        QVERIFY(!m_tool->isBusy());
        QCOMPARE(m_source->prepared, 2);
    }

    void theQuestionIsAskedAgainInItsFrame()
    {
        m_t->click(100, 30);
        m_t->click(110, 30);
        const inference::Prompt prompt = m_source->prompts.back();
        m_t->editor.setFrame(&m_t->document, 1);
        QCOMPARE(m_source->prompts.size(), std::size_t(2));
        m_t->editor.setFrame(&m_t->document, 0);
        QVERIFY(m_tool->isWaiting());
        QCOMPARE(m_source->prompts.size(), std::size_t(3));
        QCOMPARE(m_source->prompts.back(), prompt);
        m_source->answer({found(frames::disc(200, 100, 30, 20))});
        m_t->key(Qt::Key_Return);
        m_t->editor.setFrame(&m_t->document, 1);
        m_t->editor.setFrame(&m_t->document, 0);
        QVERIFY(!m_tool->isBusy()); // it was taken
    }

    void aResultLeavesTheProposal()
    {
        const masks::RleMask better = frames::disc(200, 78, 100, 44);
        m_t->click(60, 100);
        m_source->answer({found(better)});
        m_t->segment({frames::disc(200, 74, 100, 45)});
        QVERIFY(m_tool->proposal());
        QCOMPARE(m_t->view.editedId(), std::optional(3)); // what it outlines now
        m_t->key(Qt::Key_Return);
        QCOMPARE(m_t->count(), std::size_t(1));
        QCOMPARE(m_t->shape(3), better);
    }

    void theQueueAnswersWithTheModelAndKeepsTheFrame()
    {
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        SegmentationQueue queue;
        queue.setLoader([behaviour]() -> base::Result<std::unique_ptr<inference::Segmenter>> {
            return std::make_unique<FakeSegmenter>(behaviour);
        });
        QList<int> answered;
        std::vector<annotation::Instance> last;
        connect(&queue, &SegmentationQueue::prompted, this, [&](int number, const auto& answers) {
            answered << number;
            last = answers;
        });
        PromptTask task{1, 7, std::make_shared<MemoryStack>(100), {0, 0, 0}, {}};
        queue.ask(task);
        QTRY_COMPARE(answered, QList<int>{1});
        QVERIFY(last.empty());
        task.prompt.inside = {{40, 50}};
        task.number = 2;
        queue.ask(task);
        QTRY_COMPARE(answered.last(), 2);
        QCOMPARE(last.size(), std::size_t(1));
        QVERIFY(last[0].amodal.contains(40, 50));
        QCOMPARE(last[0].modelHash, std::string(64, 'a'));
        QCOMPARE(behaviour->prepared.load(), 1); // looked at once
        task.index.time = 1;
        task.number = 3;
        queue.ask(task);
        QTRY_COMPARE(answered.last(), 3);
        QCOMPARE(behaviour->prepared.load(), 2);
    }

    void theQueueSaysWhenThereIsNoModelOrItCannot()
    {
        SegmentationQueue queue;
        QSignalSpy failed(&queue, &SegmentationQueue::promptFailed);
        queue.ask({1, 7, std::make_shared<MemoryStack>(100), {0, 0, 0}, {{{40, 50}}, {}, {}}});
        QTRY_COMPARE(failed.count(), 1);
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        behaviour->answersPrompts = false;
        queue.setLoader([behaviour]() -> base::Result<std::unique_ptr<inference::Segmenter>> {
            return std::make_unique<FakeSegmenter>(behaviour);
        });
        queue.ask({2, 7, std::make_shared<MemoryStack>(100), {0, 0, 0}, {{{40, 50}}, {}, {}}});
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(failed.at(1).at(1).value<base::Error>().code, base::ErrorCode::Unsupported);
    }

private:
    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<ToolFixture> m_t;
    PromptTool* m_tool = nullptr;
};

QTEST_MAIN(PromptToolTest)
#include "tst_prompt_tool.moc"
