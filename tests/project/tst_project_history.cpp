// SPDX-License-Identifier: Apache-2.0
// Undo over closing and reopening. BLASTOSCOPE_EDITS and BLASTOSCOPE_SEEDS enlarge it (200 edits and 3 seeds at first).
#include <QTemporaryDir>
#include <QTest>

#include "tests/project/project_fixtures.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::annotation;
using fixtures::Session;

namespace {

constexpr int kFrames = 6;
constexpr int kSide = 80;

int fromEnvironment(const char* name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok && value > 0 ? value : otherwise;
}

} // namespace

class ProjectHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("a.blasto")).toStdString();
    }

    void everyEditIsUndoneAndDoneAgainOverReopening_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("limit");
        for (int seed = 1; seed <= fromEnvironment("BLASTOSCOPE_SEEDS", 3); ++seed)
            QTest::addRow("seed %d", seed) << seed << (seed % 3 == 0 ? 256 << 20 : seed % 3 == 1 ? 0 : 60'000);
    }

    void everyEditIsUndoneAndDoneAgainOverReopening()
    {
        QFETCH(int, seed);
        QFETCH(int, limit);
        const int count = fromEnvironment("BLASTOSCOPE_EDITS", 200);
        auto session = newSession();
        session->document().setUndoMemoryLimit(std::size_t(limit));
        edits::RandomEdits random{std::uint64_t(seed)};
        const std::string empty = edits::contentOf(session->document());
        for (int i = 0; i < count / 2; ++i)
            random.make(session->document());
        reopen(session, limit);
        for (int i = count / 2; i < count; ++i)
            random.make(session->document());
        const std::string full = edits::contentOf(session->document());

        reopen(session, limit);
        QCOMPARE(edits::contentOf(session->document()), full);
        for (int i = 0; i < count; ++i) {
            QVERIFY(session->undo());
            if (i == count / 3)
                reopen(session, limit);
        }
        QVERIFY(!session->document().canUndo());
        QCOMPARE(edits::contentOf(session->document()), empty);
        reopen(session, limit);
        QCOMPARE(edits::contentOf(session->document()), empty);
        for (int i = 0; i < count; ++i) {
            QVERIFY(session->redo());
            if (i == count / 3)
                reopen(session, limit);
        }
        QVERIFY(!session->document().canRedo());
        QCOMPARE(edits::contentOf(session->document()), full);
        reopen(session, limit);
        QCOMPARE(edits::contentOf(session->document()), full);
        QVERIFY(session->project().verifyAudit()->isIntact());
    }

    void aRunOverManyFramesStaysOneStep()
    {
        auto session = newSession();
        SegmentedFrame found;
        Instance& cell = found.instances.emplace_back();
        cell.id = 1;
        cell.amodal = tests::disc(kSide, kSide, 40, 40, 20);
        cell.modelHash = std::string(64, 'c');
        cell.score = 0.75;
        const RunId run = session->document().newRun();
        for (int frame = 0; frame < kFrames; ++frame)
            QVERIFY(session->document().applySegmentation(frame, found, ReplacePolicy::KeepReviewed, run));
        reopen(session, 0);
        QVERIFY(session->undo());
        QVERIFY(!session->document().canUndo());
        QVERIFY(session->redo());
        QCOMPARE(session->document().frame(5).instances.front().modelHash, std::string(64, 'c'));
        QCOMPARE(session->document().frame(5).instances.front().score, std::optional(0.75));
        QVERIFY(session->document().newRun() > run);
    }

    void loadedAnnotationsReplaceFramesAndHistory()
    {
        auto session = newSession();
        QVERIFY(session->document().setReview(2, ReviewState::Accepted));
        std::vector<FrameAnnotation> frames(kFrames);
        frames[4].review = ReviewState::Rejected;
        QVERIFY(session->document().load(frames));
        reopen(session, 0);
        QVERIFY(!session->document().canUndo());
        QCOMPARE(int(session->document().frame(2).review), int(ReviewState::ToDo));
        QCOMPARE(int(session->document().frame(4).review), int(ReviewState::Rejected));
        QVERIFY(session->project().verifyAudit()->isIntact());
    }

    void annotationsMadeBeforeThereWasAProjectComeAlong()
    {
        auto made = project::Project::create(m_file, fixtures::options());
        QVERIFY(made);
        const auto key = (*made)->addStack(fixtures::stackOf(kFrames, kSide));
        QVERIFY(key);
        StackDocument document(kFrames, kSide, kSide);
        edits::RandomEdits random(3);
        for (int i = 0; i < 20; ++i)
            random.make(document);
        document.setRecorder([&](Edit edit) { QVERIFY((*made)->commit(*key, edit)); });
        const std::string content = edits::contentOf(document);
        made->reset();
        const auto session = Session::reopen(m_file);
        QVERIFY(session);
        QCOMPARE(edits::contentOf(session->document()), content);
        for (int i = 0; i < 20; ++i)
            QVERIFY(session->undo());
        QVERIFY(!session->document().canUndo());
    }

private:
    std::unique_ptr<Session> newSession() const
    {
        auto made = project::Project::create(m_file, fixtures::options());
        return made ? std::make_unique<Session>(std::move(*made), kFrames, kSide) : nullptr;
    }

    void reopen(std::unique_ptr<Session>& session, int limit)
    {
        QVERIFY2(session->status(), session->status() ? "" : session->status().error().message.c_str());
        session.reset();
        session = Session::reopen(m_file);
        QVERIFY(session);
        session->document().setUndoMemoryLimit(std::size_t(limit));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

QTEST_GUILESS_MAIN(ProjectHistoryTest)
#include "tst_project_history.moc"
