// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <QTest>

#include "core/annotation/annotation_binary.h"
#include "tests/annotation/random_edits.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::annotation;

namespace {

constexpr int kFrames = 4;
constexpr int kSize = 60;

/// A store as a project is one, in memory.
class MemoryStore {
public:
    explicit MemoryStore(StackDocument& document)
    {
        document.setRecorder([this](Edit edit) { take(std::move(edit)); });
    }

    void resume(StackDocument& document)
    {
        document.resumeRecorder([this](Edit edit) { take(std::move(edit)); });
    }

    StoredDocument stored() const
    {
        StoredDocument stored;
        for (const auto& [number, record] : m_frames) {
            stored.frames.push_back(record.content);
            stored.nextIds.push_back(record.nextId);
        }
        for (const auto& [id, step] : m_steps) {
            stored.steps.push_back(step);
            stored.steps.back().changes.clear();
        }
        return stored;
    }

    std::vector<std::string> changesOf(StepId id) const
    {
        std::vector<std::string> changes;
        for (const ChangeRecord& change : m_steps.at(id).changes)
            changes.push_back(change.bytes);
        return changes;
    }

private:
    void take(Edit edit)
    {
        if (edit.action == EditAction::Load)
            m_steps.clear();
        for (FrameRecord& frame : edit.frames)
            m_frames[frame.frame] = std::move(frame);
        for (StepId id : edit.forgotten)
            QCOMPARE(m_steps.erase(id), std::size_t(1));
        for (StepRecord& step : edit.steps) {
            auto changes = std::move(m_steps[step.id].changes);
            changes.resize(step.changeCount);
            for (ChangeRecord& change : step.changes)
                changes[change.place] = std::move(change);
            step.changes = std::move(changes);
            m_steps[step.id] = std::move(step);
        }
    }

    std::map<int, FrameRecord> m_frames;
    std::map<StepId, StepRecord> m_steps;
};

void undo(StackDocument& document, const MemoryStore& store)
{
    if (const auto id = document.missingForUndo())
        QVERIFY(document.supplyStep(*id, store.changesOf(*id)));
    QVERIFY(document.undo());
}

void redo(StackDocument& document, const MemoryStore& store)
{
    if (const auto id = document.missingForRedo())
        QVERIFY(document.supplyStep(*id, store.changesOf(*id)));
    QVERIFY(document.redo());
}

SegmentedFrame oneCell(double x)
{
    SegmentedFrame found;
    Instance& cell = found.instances.emplace_back();
    cell.id = 1;
    cell.amodal = tests::disc(kSize, kSize, x, 30, 10);
    return found;
}

} // namespace

class StoredHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void everythingIsUndoneFromTheStore_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("all in memory") << (256 << 20);
        QTest::newRow("some in memory") << 40'000;
        QTest::newRow("one in memory") << 0;
    }

    void everythingIsUndoneFromTheStore()
    {
        QFETCH(int, limit);
        StackDocument document(kFrames, kSize, kSize);
        document.setUndoMemoryLimit(std::size_t(limit));
        MemoryStore store(document);
        edits::RandomEdits random(11);
        std::vector<std::string> states = {edits::contentOf(document)};
        for (int i = 0; i < 150; ++i) {
            random.make(document);
            states.push_back(edits::contentOf(document));
        }
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            undo(document, store);
            QCOMPARE(edits::contentOf(document), states[i]);
        }
        QVERIFY(!document.canUndo());
        for (std::size_t i = 1; i < states.size(); ++i) {
            redo(document, store);
            QCOMPARE(edits::contentOf(document), states[i]);
        }
        QVERIFY(!document.canRedo());
    }

    void memoryStaysBounded()
    {
        StackDocument document(1, 500, 500);
        document.setUndoMemoryLimit(100'000);
        MemoryStore store(document);
        Instance cell;
        cell.amodal = tests::disc(500, 500, 250, 250, 100);
        const InstanceId id = *document.addInstance(0, cell);
        for (int i = 0; i < 300; ++i)
            QVERIFY(document.setShape(0, id, tests::disc(500, 500, 250, 250, 93 + i % 7)));
        QVERIFY(document.undoMemory() < 150'000); // the limit, and what names each step
        for (int i = 0; i < 301; ++i)
            undo(document, store);
        QVERIFY(document.frame(0).instances.empty());
    }

    void aRestoredDocumentGoesOn()
    {
        StackDocument first(kFrames, kSize, kSize);
        MemoryStore store(first);
        const std::string empty = edits::contentOf(first);
        edits::RandomEdits random(5);
        for (int i = 0; i < 60; ++i)
            random.make(first);
        const std::string full = edits::contentOf(first);
        for (int i = 0; i < 20; ++i)
            undo(first, store);
        const std::string middle = edits::contentOf(first);
        const std::size_t kept = store.stored().steps.size();
        first.setRecorder({});

        StackDocument second(kFrames, kSize, kSize);
        QVERIFY(second.restore(store.stored()));
        store.resume(second);
        QVERIFY(!second.isModified());
        QCOMPARE(edits::contentOf(second), middle);
        for (int i = 0; i < 20; ++i)
            redo(second, store);
        QCOMPARE(edits::contentOf(second), full);
        QVERIFY(second.isModified());
        while (second.canUndo())
            undo(second, store);
        QCOMPARE(edits::contentOf(second), empty);
        QCOMPARE(store.stored().steps.size(), kept);
    }

    void numbersStayUnusedAfterReopening()
    {
        StackDocument first(1, kSize, kSize);
        MemoryStore store(first);
        Instance cell;
        cell.amodal = tests::disc(kSize, kSize, 20, 20, 8);
        QCOMPARE(*first.addInstance(0, cell), 1);
        QVERIFY(first.removeInstances(0, {1}));
        first.setRecorder({});
        StackDocument second(1, kSize, kSize);
        QVERIFY(second.restore(store.stored()));
        QCOMPARE(*second.addInstance(0, cell), 2);
    }

    void aRunJoinsAStepThatIsNotInMemory()
    {
        StackDocument document(kFrames, kSize, kSize);
        document.setUndoMemoryLimit(0);
        MemoryStore store(document);
        const RunId run = document.newRun();
        QVERIFY(document.applySegmentation(0, oneCell(20), ReplacePolicy::ReplaceAll, run));
        QVERIFY(document.setReview(3, ReviewState::Accepted));
        QVERIFY(document.applySegmentation(1, oneCell(30), ReplacePolicy::ReplaceAll, run));
        QCOMPARE(store.stored().steps.size(), std::size_t(2));
        undo(document, store);
        undo(document, store);
        QVERIFY(!document.canUndo());
        QVERIFY(document.frame(0).instances.empty() && document.frame(1).instances.empty());
        redo(document, store);
        QCOMPARE(document.frame(1).instances.size(), std::size_t(1));
    }

    void aNewEditForgetsWhatCouldBeDoneAgain()
    {
        StackDocument document(1, kSize, kSize);
        MemoryStore store(document);
        QVERIFY(document.setReview(0, ReviewState::Accepted));
        QVERIFY(document.setReview(0, ReviewState::Rejected));
        undo(document, store);
        undo(document, store);
        QVERIFY(document.setReview(0, ReviewState::Corrected));
        QCOMPARE(store.stored().steps.size(), std::size_t(1));
    }

    void loadingEndsTheStoredHistory()
    {
        StackDocument document(1, kSize, kSize);
        MemoryStore store(document);
        QVERIFY(document.setReview(0, ReviewState::Accepted));
        QVERIFY(document.load({{}}));
        QVERIFY(store.stored().steps.empty());
        QCOMPARE(int(store.stored().frames[0].review), int(ReviewState::ToDo));
    }

    void stepsThatDoNotFitAreRefused()
    {
        StackDocument first(1, kSize, kSize);
        MemoryStore store(first);
        Instance cell;
        cell.amodal = tests::disc(kSize, kSize, 20, 20, 8);
        QVERIFY(first.addInstance(0, cell));
        QVERIFY(first.setShape(0, 1, tests::disc(kSize, kSize, 25, 20, 8)));
        StoredDocument stored = store.stored();
        stored.frames[0].instances.clear(); // as if the frame had been lost
        StackDocument second(1, kSize, kSize);
        QVERIFY(second.restore(stored));
        QVERIFY(!second.undo());
        const auto id = second.missingForUndo();
        QVERIFY(id);
        QCOMPARE(second.supplyStep(*id, store.changesOf(*id)).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(second.supplyStep(*id, {}).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(second.supplyStep(*id, {"nonsense"}).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(second.supplyStep(*id + 1, {}).error().code, base::ErrorCode::NotFound);
        QVERIFY(!second.undo());
    }

    void impossibleHistoriesAreRefused()
    {
        StackDocument document(1, kSize, kSize);
        StoredDocument stored;
        stored.frames.resize(1);
        stored.steps = {StepRecord{1, StepKind::ChangeReview, kNoRun, false, 0, 1, {5}, {}}};
        QCOMPARE(document.restore(stored).error().code, base::ErrorCode::Corrupt);
        stored.steps[0].frames = {0};
        stored.steps.push_back(stored.steps[0]);
        QCOMPARE(document.restore(stored).error().code, base::ErrorCode::Corrupt);
        stored.steps.pop_back();
        stored.steps[0].changeCount = 0;
        QCOMPARE(document.restore(stored).error().code, base::ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(StoredHistoryTest)
#include "tst_stored_history.moc"
