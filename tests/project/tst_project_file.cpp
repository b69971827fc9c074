// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/annotation/annotation_binary.h"
#include "core/project/document_store.h"
#include "core/project/repair.h"
#include "core/project/schema.h"
#include "tests/project/project_fixtures.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::project;
using fixtures::Session;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<Session> newSession(const fs::path& file)
{
    auto made = Project::create(file, fixtures::options());
    return made ? std::make_unique<Session>(std::move(*made), 4, 60) : nullptr;
}

std::string pragma(const fs::path& file, const char* name)
{
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    return database.execAndGet(std::string("PRAGMA ") + name).getString();
}

} // namespace

class ProjectFileTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = fs::canonical(m_folder->path().toStdString());
        m_file = m_root / "a.blasto";
    }

    void stacksAreReadBack()
    {
        StackRecord record = fixtures::stackOf(7, 60, m_root / "images/E-014");
        record.umPerPixel = 0.1 + 0.2;
        record.calibrationSource = CalibrationSource::User;
        record.t0Hours = -1.25;
        record.insemination = Insemination::Icsi;
        record.sha256 = "abc";
        {
            auto project = Project::create(m_file, fixtures::options());
            QVERIFY(project);
            const auto key = (*project)->addStack(record);
            QVERIFY(key);
            record.key = *key;
            record.uid = (*project)->stacks()->front().uid;
            QCOMPARE((*project)->addStack(record).error().code, base::ErrorCode::InvalidArgument);
        }
        auto project = Project::open(m_file, fixtures::options());
        QVERIFY(project);
        const StackRecord again = (*project)->stacks()->front();
        QCOMPARE(again.uid.size(), std::size_t(16));
        QCOMPARE(again.path, record.path);
        QVERIFY(again.fingerprint == record.fingerprint);
        QCOMPARE(again.umPerPixel, record.umPerPixel);
        QCOMPARE(again.t0Hours, record.t0Hours);
        QCOMPARE(int(again.insemination), int(Insemination::Icsi));
        QCOMPARE(int(again.calibrationSource), int(CalibrationSource::User));
        QCOMPARE(again.sha256, record.sha256);
        QCOMPARE((*project)->readDocument(99).error().code, base::ErrorCode::NotFound);
        QCOMPARE((*project)->readStep(again.key, 1).error().code, base::ErrorCode::NotFound);
    }

    void aProjectMovesTogetherWithItsImages()
    {
        {
            auto project = Project::create(m_file, fixtures::options());
            QVERIFY((*project)->addStack(fixtures::stackOf(7, 60, m_root / "images/E-014")));
        }
        fs::create_directories(m_root / "elsewhere");
        fs::rename(m_file, m_root / "elsewhere/a.blasto");
        auto project = Project::open(m_root / "elsewhere/a.blasto", fixtures::options());
        QCOMPARE((*project)->stacks()->front().path, m_root / "elsewhere/images/E-014");
    }

    void aCopyElsewhereStillFindsTheImages()
    {
        auto session = newSession(m_file);
        StackRecord record = session->project().stacks()->front();
        record.path = m_root / "images/E-014";
        QVERIFY(session->project().updateStack(record));
        edits::RandomEdits random(1);
        for (int i = 0; i < 10; ++i)
            random.make(session->document());
        fs::create_directories(m_root / "deep/er");
        QVERIFY(session->project().copyTo(m_root / "deep/er/b.blasto"));
        const auto copy = Session::reopen(m_root / "deep/er/b.blasto");
        QVERIFY(copy);
        QCOMPARE(copy->project().stacks()->front().path, record.path);
        QCOMPARE(edits::contentOf(copy->document()), edits::contentOf(session->document()));
        for (int i = 0; i < 10; ++i)
            QVERIFY(copy->undo());
        QVERIFY(copy->project().verifyAudit()->isIntact());
        random.make(session->document()); // the original goes on by itself
        QVERIFY(session->status());
    }

    void foreignFilesAreRefusedAndStayAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("{\"images\": []}");
        QTest::newRow("noise") << QByteArray(5000, '\x5a');
        QTest::newRow("beginning of a database") << QByteArray("SQLite format 3\0", 16);
    }

    void foreignFilesAreRefusedAndStayAsTheyAre()
    {
        QFETCH(QByteArray, bytes);
        fixtures::writeBytes(m_file, bytes.toStdString());
        const auto opened = Project::open(m_file, fixtures::options());
        QCOMPARE(opened.error().code, base::ErrorCode::Corrupt);
        QVERIFY(opened.error().message.find("a.blasto") != std::string::npos);
        QCOMPARE(fixtures::readBytes(m_file), bytes.toStdString());
        QCOMPARE(std::distance(fs::directory_iterator(m_root), fs::directory_iterator()), 1);
    }

    void theDatabaseOfAnotherProgramIsRefused()
    {
        {
            SQLite::Database other(m_file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE stack (id INTEGER PRIMARY KEY)");
        }
        const std::string before = fixtures::readBytes(m_file);
        QCOMPARE(Project::open(m_file, fixtures::options()).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(fixtures::readBytes(m_file), before);
    }

    void missingFilesAndFoldersAreSaid()
    {
        QCOMPARE(Project::open(m_file, fixtures::options()).error().code, base::ErrorCode::NotFound);
        QCOMPARE(Project::open(m_root, fixtures::options()).error().code, base::ErrorCode::InvalidArgument);
        QCOMPARE(Project::create(m_root / "no/such/a.blasto", fixtures::options()).error().code,
                 base::ErrorCode::PermissionDenied);
    }

    void damageIsFoundAndTheFileLeftAlone()
    {
        {
            auto session = newSession(m_file);
            edits::RandomEdits random(1);
            for (int i = 0; i < 60; ++i)
                random.make(session->document());
        }
        std::string bytes = fixtures::readBytes(m_file);
        for (std::size_t page = 4; page * 4096 + 4096 < bytes.size(); page += 5)
            std::fill_n(bytes.begin() + std::ptrdiff_t(page * 4096), 200, '\x33');
        fixtures::writeBytes(m_file, bytes);
        const auto opened = Project::open(m_file, fixtures::options());
        QCOMPARE(opened.error().code, base::ErrorCode::Corrupt);
        QVERIFY(opened.error().message.find("repair") != std::string::npos);
        QCOMPARE(fixtures::readBytes(m_file), bytes);
    }

    void anExistingFileIsKeptWhenANewProjectTakesItsPlace()
    {
        fixtures::writeBytes(m_file, "precious");
        QVERIFY(newSession(m_file));
        QCOMPARE(fixtures::readBytes(m_file.string() + ".bak"), std::string("precious"));
        QVERIFY(Session::reopen(m_file));
    }

    void aNewerFileOpensForReading()
    {
        std::string content;
        {
            auto session = newSession(m_file);
            QVERIFY(session->document().setReview(1, annotation::ReviewState::Accepted));
            content = edits::contentOf(session->document());
        }
        {
            SQLite::Database other(m_file.string(), SQLite::OPEN_READWRITE);
            other.exec("PRAGMA user_version = 99; ALTER TABLE stack ADD COLUMN later TEXT");
        }
        auto project = Project::open(m_file, fixtures::options());
        QVERIFY(project);
        QVERIFY((*project)->isReadOnly());
        QVERIFY((*project)->notice().find("newer version") != std::string::npos);
        QVERIFY((*project)->readDocument((*project)->stacks()->front().key));
        QCOMPARE((*project)->commit(1, annotation::Edit{}).error().code, base::ErrorCode::PermissionDenied);
        QCOMPARE(pragma(m_file, "user_version"), std::string("99"));
    }

    void anOlderFileIsBroughtUpToDate()
    {
        makeVersion1();
        QCOMPARE(pragma(m_file, "user_version"), std::string("1"));
        {
            const auto session = Session::reopen(m_file);
            QVERIFY(session);
            QVERIFY(session->project().notice().find(".v1.bak") != std::string::npos);
            QCOMPARE(int(session->document().frame(2).review), int(annotation::ReviewState::Corrected));
            const auto audit = session->project().verifyAudit();
            QVERIFY2(audit->isIntact(), audit->problems.empty() ? "" : audit->problems.front().c_str());
            QVERIFY(session->document().setReview(2, annotation::ReviewState::Accepted));
            QVERIFY(session->status());
            QVERIFY(session->project().verifyAudit()->isIntact());
        }
        QCOMPARE(pragma(m_file, "user_version"), std::to_string(currentVersion()));
        QCOMPARE(pragma(m_file.string() + ".v1.bak", "user_version"), std::string("1"));
        QVERIFY(Session::reopen(m_file)->project().notice().empty());
    }

    void ownNamesOfObjectsStayOverReopening()
    {
        {
            auto session = newSession(m_file);
            annotation::SegmentedFrame found;
            for (const char* name : {"nucleus", ""}) {
                annotation::Instance& instance = found.instances.emplace_back();
                instance.id = int(found.instances.size());
                instance.amodal = tests::disc(60, 60, 20. * instance.id, 30, 8);
                instance.ownName = name;
            }
            auto& document = session->document();
            QVERIFY(document.applySegmentation(1, found, annotation::ReplacePolicy::ReplaceAll, document.newRun()));
            QVERIFY(document.removeInstances(1, {1}));
            QVERIFY(session->status());
        }
        const auto session = Session::reopen(m_file);
        QVERIFY(session);
        QCOMPARE(session->document().frame(1).instances[0].ownName, std::string());
        QVERIFY(session->undo()); // from the journal
        QCOMPARE(session->document().frame(1).find(1)->ownName, std::string("nucleus"));
        QVERIFY(session->status());
        QVERIFY(session->project().verifyAudit()->isIntact());
    }

    void aProjectWithoutOwnNamesIsBroughtUpToDate()
    {
        makeVersion2();
        {
            ProjectOptions reading = fixtures::options();
            reading.readOnly = true;
            const auto project = Project::open(m_file, reading);
            QVERIFY(project);
            const auto seen = (*project)->readDocument(1);
            QVERIFY2(seen, seen ? "" : seen.error().message.c_str());
            QCOMPARE(seen->frames[2].instances.at(0).ownName, std::string());
        }
        const auto repaired = repairProject(m_file, m_root / "saved.blasto", fixtures::options().author, "0.1.0");
        QVERIFY2(repaired, repaired ? "" : repaired.error().message.c_str());
        QVERIFY2(repaired->losses.empty(), repaired->losses.empty() ? "" : repaired->losses.front().c_str());
        for (const fs::path& file : {m_file, repaired->file}) {
            const auto session = Session::reopen(file);
            QVERIFY(session);
            const annotation::Instance& instance = session->document().frame(2).instances.at(0);
            QVERIFY(instance.amodal == tests::disc(60, 60, 30, 30, 9));
            QCOMPARE(instance.ownName, std::string());
            QVERIFY(session->project().verifyAudit()->isIntact());
        }
        QCOMPARE(pragma(m_file, "user_version"), std::to_string(currentVersion()));
    }

    void aMigrationThatFailsChangesNothing()
    {
        makeVersion1();
        Database database(m_file, SQLite::OPEN_READWRITE);
        const Migration broken[] = {{2, "CREATE TABLE half (id INTEGER); CREATE TABLE nonsense nonsense"}};
        QVERIFY_EXCEPTION_THROWN(migrate(database, 2, broken), SQLite::Exception);
        QCOMPARE(versionOf(database), 1);
        QVERIFY(!database.hasTable("half"));
    }

    void anOlderFileCanBeLookedAtWithoutUpdatingIt()
    {
        makeVersion1();
        ProjectOptions options = fixtures::options();
        options.readOnly = true;
        auto project = Project::open(m_file, options);
        QVERIFY(project);
        QVERIFY((*project)->summary());
        QVERIFY(!(*project)->verifyAudit()->isIntact());
        QCOMPARE(pragma(m_file, "user_version"), std::string("1"));
    }

    void whoHasItOpenIsSaidAndReadingIsPossible()
    {
        auto session = newSession(m_file);
        const auto second = Project::open(m_file, fixtures::options("Reader Two"));
        QCOMPARE(second.error().code, base::ErrorCode::PermissionDenied);
        QVERIFY(second.error().message.find("Reader One (reader) on lab-1") != std::string::npos);
        QVERIFY(!Project::create(m_file, fixtures::options()));
        QVERIFY(!session->project().copyTo(m_file));
        ProjectOptions reading = fixtures::options();
        reading.readOnly = true;
        auto reader = Project::open(m_file, reading);
        QVERIFY(reader);
        QVERIFY(session->document().setReview(1, annotation::ReviewState::Accepted));
        QVERIFY(session->status());
        const auto seen = (*reader)->readDocument(1);
        QCOMPARE(int(seen->frames[1].review), int(annotation::ReviewState::Accepted));
        QCOMPARE((*reader)->setAuthor({}).error().code, base::ErrorCode::PermissionDenied);
    }

    void theJournalSuitsTheDrive_data()
    {
        QTest::addColumn<bool>("network");
        QTest::addColumn<QString>("mode");
        QTest::newRow("local") << false << "wal";
        QTest::newRow("network") << true << "delete";
    }

    void theJournalSuitsTheDrive()
    {
        QFETCH(bool, network);
        QFETCH(QString, mode);
        ProjectOptions options = fixtures::options();
        options.networkDrive = network;
        auto project = Project::create(m_file, options);
        QVERIFY(project);
        QVERIFY((*project)->addStack(fixtures::stackOf(3, 60)));
        QCOMPARE(pragma(m_file, "journal_mode"), mode.toStdString());
        QVERIFY(fs::exists(OwnerFile::pathFor(m_file)));
        QCOMPARE(Project::open(m_file, options).error().code, base::ErrorCode::PermissionDenied);
        project->reset();
        options.networkDrive = !network; // copied from one drive to the other
        QVERIFY(Project::open(m_file, options));
    }

private:
    /// With one object.
    void makeVersion2()
    {
        makeVersion1();
        Database database(m_file, SQLite::OPEN_READWRITE);
        migrate(database, 2);
        annotation::FrameAnnotation frame;
        frame.width = frame.height = 60;
        frame.review = annotation::ReviewState::Corrected;
        annotation::Instance& instance = frame.instances.emplace_back();
        instance.id = 1;
        instance.amodal = tests::disc(60, 60, 30, 30, 9);
        const std::string mask = annotation::encodeMask(instance.amodal);
        Query(database,
              "INSERT INTO instance (frame, place, number, class, origin, locked, hidden, uncertain, amodal) "
              "VALUES (1, 0, 1, 1, 0, 0, 0, 0, ?)",
              Blob{mask})
            .run();
        Query(database, "UPDATE frame SET sha256 = ?, next_id = 2", contentHash(frame)).run();
    }

    void makeVersion1()
    {
        Database database(m_file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        migrate(database, 1);
        database.run("INSERT INTO meta (key, value) VALUES ('uid', 'p'), ('created', '2026-01-01T00:00:00.000Z');"
                     "INSERT INTO stack (uid, path, files, size, modified, edges, frames, width, height) "
                     "VALUES ('s', 'images', 1, 1, 1, 'e', 4, 60, 60)");
        annotation::FrameAnnotation frame;
        frame.width = frame.height = 60;
        frame.review = annotation::ReviewState::Corrected;
        Query(database,
              "INSERT INTO frame (stack, number, width, height, review, segmented, next_id, sha256) "
              "VALUES (1, 2, 60, 60, 2, 0, 1, ?)",
              contentHash(frame))
            .run();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "tst_project_file.moc"
