// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/log.h"
#include "tests/project/project_fixtures.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::annotation;
using fixtures::Session;

namespace {

constexpr int kFrames = 4;
constexpr int kSide = 60;

SegmentedFrame modelResult()
{
    SegmentedFrame found;
    Instance& cell = found.instances.emplace_back();
    cell.id = 1;
    cell.amodal = tests::disc(kSide, kSide, 30, 30, 12);
    cell.modelHash = std::string(64, 'd');
    return found;
}

/// While it lives no file can grow beyond a size, as on a disk that is full.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit m_before = {};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class AuditTrailTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("a.blasto")).toStdString();
        auto made = project::Project::create(m_file, fixtures::options());
        QVERIFY(made);
        m_session = std::make_unique<Session>(std::move(*made), kFrames, kSide);
    }

    void everyEditIsToldWithWhoWhenWhatBeforeAndAfter()
    {
        auto& document = m_session->document();
        QVERIFY(document.applySegmentation(1, modelResult(), ReplacePolicy::KeepReviewed, document.newRun()));
        QVERIFY(document.setShape(1, 1, tests::disc(kSide, kSide, 32, 30, 12)));
        QVERIFY(document.setReview(1, ReviewState::Accepted));
        QVERIFY(document.setTracks(1, {{1, 4}}));
        QVERIFY(m_session->undo());
        QVERIFY(m_session->undo());
        {
            const JoinedChanges step(document, StepKind::CorrectTracks);
            QVERIFY(document.setTracks(1, {{1, 5}}));
        }
        QVERIFY(m_session->project().nameModel({std::string(64, 'd'), "amodal", "1.0"}));
        const QStringList rows = csvRows();
        QVERIFY(rows[0].startsWith(QStringLiteral("seq,ts_utc,user,user_name,workstation,app_version,action")));
        const QStringList segmented = fieldsOf(rows, QStringLiteral("segment_frame"));
        const QStringList reshaped = fieldsOf(rows, QStringLiteral("reshape_instance"));
        QCOMPARE(segmented[2], QStringLiteral("reader"));
        QCOMPARE(segmented[3], QStringLiteral("Reader One"));
        QCOMPARE(segmented[5], QStringLiteral("0.1.0"));
        QVERIFY(segmented[8].endsWith(QStringLiteral("/1")));
        QCOMPARE(segmented[10], QString());
        QCOMPARE(segmented[13], QStringLiteral("model"));
        QCOMPARE(segmented[14], QStringLiteral("amodal"));
        QCOMPARE(segmented[16], QString(64, QLatin1Char('d')));
        QCOMPARE(reshaped[9], QStringLiteral("content 1"));
        QCOMPARE(reshaped[10], segmented[11]); // after the one is before the next
        QCOMPARE(reshaped[13], QStringLiteral("human"));
        const QStringList tracked = fieldsOf(rows, QStringLiteral("track_cells"));
        QCOMPARE(tracked[9], QStringLiteral("content 1"));
        QCOMPARE(tracked[13], QStringLiteral("program"));
        QCOMPARE(fieldsOf(rows, QStringLiteral("undo track_cells"))[13], QStringLiteral("human"));
        QCOMPARE(fieldsOf(rows, QStringLiteral("correct_tracks"))[13], QStringLiteral("human"));
        QCOMPARE(fieldsOf(rows, QStringLiteral("undo change_review"))[11], reshaped[11]);
        QVERIFY(
            rows.filter(QStringLiteral(",change_review,")).last().contains(QStringLiteral(",review,to_do,accepted,")));
        QVERIFY(m_session->project().verifyAudit()->isIntact());
    }

    void aRowThatWasChangedIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("value") << "UPDATE audit SET new_value = 'x' WHERE seq = 5";
        QTest::newRow("time") << "UPDATE audit SET ts_utc = '2020-01-01T00:00:00.000Z' WHERE seq = 5";
        QTest::newRow("author") << "UPDATE audit SET author = 'x' WHERE seq = 5";
        QTest::newRow("hash") << "UPDATE audit SET row_hash = 'x' WHERE seq = 5";
        QTest::newRow("moved text")
            << "UPDATE audit SET action = action || object_type, object_type = '' WHERE seq = 5";
        QTest::newRow("row removed") << "DELETE FROM audit WHERE seq = 5";
        QTest::newRow("last row removed") << "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)";
        QTest::newRow("name of a person") << "UPDATE author SET name = 'Somebody Else'";
        QTest::newRow("annotation") << "UPDATE instance SET class = 3";
        QTest::newRow("frame removed") << "DELETE FROM frame";
    }

    void aRowThatWasChangedIsFound()
    {
        QFETCH(QString, sql);
        auto& document = m_session->document();
        for (int frame = 0; frame < kFrames; ++frame)
            QVERIFY(document.applySegmentation(frame, modelResult(), ReplacePolicy::KeepReviewed, document.newRun()));
        QVERIFY(m_session->project().verifyAudit()->isIntact());
        m_session.reset();
        {
            SQLite::Database other(m_file.string(), SQLite::OPEN_READWRITE);
            QVERIFY_EXCEPTION_THROWN(other.exec("DELETE FROM audit"), SQLite::Exception);
            QVERIFY_EXCEPTION_THROWN(other.exec("UPDATE audit SET action = ''"), SQLite::Exception);
            other.exec("PRAGMA foreign_keys = ON");
            other.exec("DROP TRIGGER audit_is_never_changed");
            other.exec("DROP TRIGGER audit_is_never_shortened");
            QVERIFY(other.exec(sql.toStdString()) > 0);
        }
        m_session = Session::reopen(m_file);
        QVERIFY(m_session);
        const auto report = m_session->project().verifyAudit();
        QVERIFY(report);
        QVERIFY(!report->isIntact());
    }

    void deletedStackLeavesATombstoneAndNothingElse()
    {
        auto& document = m_session->document();
        QVERIFY(document.applySegmentation(1, modelResult(), ReplacePolicy::KeepReviewed, document.newRun()));
        project::StackRecord secret = fixtures::stackOf(3, kSide, "/nowhere/D2026.01.02_S0123_I0456_WELL7");
        secret.uid = "0123456789abcdef";
        const auto key = m_session->project().addStack(secret);
        QVERIFY(key);
        StackDocument other(3, kSide, kSide);
        other.setRecorder([&](Edit edit) { QVERIFY(m_session->project().commit(*key, edit)); });
        QVERIFY(other.applySegmentation(2, modelResult(), ReplacePolicy::KeepReviewed, other.newRun()));
        const std::int64_t rows = m_session->project().verifyAudit()->rows;

        QVERIFY(m_session->project().removeStack(*key, "consent withdrawn"));
        const auto report = m_session->project().verifyAudit();
        QVERIFY2(report->isIntact(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->rows, rows + 1);
        QVERIFY(csvRows().last().contains(QStringLiteral("stack_removed")));
        QVERIFY(csvRows().last().contains(QStringLiteral("consent withdrawn")));
        QCOMPARE(m_session->project().stacks()->size(), std::size_t(1));
        QCOMPARE(m_session->project().commit(*key, Edit{}).error().code, base::ErrorCode::NotFound);
        for (const std::string& name : {std::string(), std::string("-wal")})
            QVERIFY(fixtures::readBytes(m_file.string() + name).find("WELL7") == std::string::npos);
    }

    void aDeletedStackIsGoneEvenWhenTheFileCannotBeCompacted()
    {
        m_session.reset();
        {
            SQLite::Database other(m_file.string(), SQLite::OPEN_READWRITE);
            other.exec("CREATE TABLE ballast (bytes BLOB)");
            other.exec("INSERT INTO ballast VALUES (zeroblob(4000000))");
        }
        m_session = Session::reopen(m_file);
        QVERIFY(m_session);
        const project::StackKey key = m_session->stack();
        std::vector<std::string> warnings;
        base::setLogSink([&](base::LogLevel level, std::string_view, std::string_view message) {
            if (level == base::LogLevel::Warning)
                warnings.emplace_back(message);
        });
        {
            const SmallFiles full(1'000'000);
            QVERIFY(m_session->project().removeStack(key, "consent withdrawn"));
        }
        base::setLogSink({});
        QCOMPARE(warnings.size(), std::size_t(1));
        QVERIFY(m_session->project().stacks()->empty());
        QVERIFY(m_session->project().removeStack(key, "consent withdrawn")); // as a queue that tries again does
        const auto report = m_session->project().verifyAudit();
        QVERIFY2(report->isIntact(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(csvRows().filter(QStringLiteral("stack_removed")).size(), 1);
        QVERIFY(m_session->project().addStack(fixtures::stackOf(3, kSide))); // it can be written to
    }

    void theTrailHoldsNeitherPathsNorNamesOfImages()
    {
        project::StackRecord secret = fixtures::stackOf(3, kSide, "/nowhere/D2026.01.02_S0123_I0456_WELL7");
        auto key = m_session->project().addStack(secret);
        QVERIFY(key);
        secret.key = *key;
        secret.umPerPixel = 0.31;
        secret.t0Hours = -18.5;
        secret.path = "/elsewhere/D2026.01.02_S0123_I0456_WELL7";
        QVERIFY(m_session->project().updateStack(secret));
        const QString csv = csvRows().join(QLatin1Char('\n'));
        QVERIFY(!csv.contains(QStringLiteral("WELL7")));
        QVERIFY(csv.contains(QStringLiteral("um_per_px,,0.31")));
        QVERIFY(csv.contains(QStringLiteral("t0_hours,,-18.5,"))); // as it was hashed
    }

    void anotherPersonIsNotedOnce()
    {
        const std::int64_t rows = m_session->project().verifyAudit()->rows;
        QVERIFY(m_session->project().setAuthor({"reader", "Reader Two", "lab-1"}));
        QVERIFY(m_session->project().setAuthor({"reader", "Reader One", "lab-1"}));
        QVERIFY(m_session->project().setAuthor({"reader", "Reader Two", "lab-1"}));
        QCOMPARE(m_session->project().verifyAudit()->rows, rows + 1);
        QVERIFY(m_session->document().setReview(0, ReviewState::Accepted));
        QVERIFY(csvRows().last().contains(QStringLiteral("Reader Two")));
    }

private:
    QStringList csvRows()
    {
        const auto csv = m_session->project().auditCsv();
        return csv ? QString::fromStdString(*csv).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
    }

    /// Of the first row with that action about a frame's content.
    static QStringList fieldsOf(const QStringList& rows, const QString& action)
    {
        for (const QString& row : rows)
            if (const QStringList fields = row.split(QLatin1Char(','));
                fields[6] == action && fields[9].startsWith(QStringLiteral("content")))
                return fields;
        return QStringList(20);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(AuditTrailTest)
#include "tst_audit_trail.moc"
