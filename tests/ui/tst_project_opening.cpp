// SPDX-License-Identifier: GPL-3.0-or-later
// Opening what is there: projects after a crash, of a newer version, damaged, in use elsewhere, long.
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/support/shapes.h"
#include "tests/ui/project_session_fixture.h"
#include "ui/project/unsaved_projects.h"
#include "ui/session/annotation_file.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class ProjectOpeningTest : public QObject, private ProjectSessionFixture {
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

    void anUnsavedProjectIsOfferedAfterACrash()
    {
        openStack();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        QTRY_VERIFY(m_window->isSaved());
        const std::string content = m_window->content();
        // Another window does not take it away while it is in use.
        QVERIFY(findUnsavedProjects(m_window->unsavedFolder(), projectOptions({}))->empty());
        m_window->restart();
        const auto found = findUnsavedProjects(m_window->unsavedFolder(), projectOptions({}));
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().stacks, QStringList{QStringLiteral("E-014")});
        QCOMPARE(found->front().annotatedFrames, 1);
        m_window->session().openProject(found->front().file);
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(m_window->content(), content);
        QVERIFY(m_window->session().isWorthSaving());
    }

    void unsavedProjectsThatHoldNothingAreNotKept()
    {
        openStack();
        QTRY_VERIFY(m_window->isSaved());
        m_window->restart();
        QCOMPARE(unsavedFiles().size(), qsizetype(1));
        QVERIFY(findUnsavedProjects(m_window->unsavedFolder(), projectOptions({}))->empty());
        QVERIFY(unsavedFiles().isEmpty());
    }

    void theProjectOfANewerVersionOpensForReading()
    {
        makeProject();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        m_window->restart();
        {
            SQLite::Database other(m_file.toStdString(), SQLite::OPEN_READWRITE);
            other.exec("PRAGMA user_version = 99");
        }
        QSignalSpy noticed(&m_window->session(), &ProjectSession::noticed);
        openProject();
        QCOMPARE(noticed.count(), 1);
        QVERIFY(noticed.front().front().toString().contains(QStringLiteral("newer version")));
        QCOMPARE(m_window->state(), SaveState::ReadOnly);
        QCOMPARE(int(m_window->document().frame(2).review), int(annotation::ReviewState::Accepted));
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::ToDo));
        QTRY_COMPARE(m_window->state(), SaveState::CannotSave);
        m_window->session().worker().dropWrites();
    }

    void damagedAndForeignFilesAreRefusedAndLeftAlone_data()
    {
        QTest::addColumn<bool>("foreign");
        QTest::newRow("damaged") << false;
        QTest::newRow("foreign") << true;
    }

    void damagedAndForeignFilesAreRefusedAndLeftAlone()
    {
        QFETCH(bool, foreign);
        std::string bytes = "this is no project";
        if (!foreign) {
            makeProject();
            edits::RandomEdits random(1);
            for (int i = 0; i < 60; ++i)
                random.make(m_window->document());
            m_window->restart();
            bytes = fixtures::readBytes(m_file.toStdString());
            for (std::size_t page = 4; page * 4096 + 4096 < bytes.size(); page += 5)
                std::fill_n(bytes.begin() + std::ptrdiff_t(page * 4096), 200, '\x33');
        }
        fixtures::writeBytes(m_file.toStdString(), bytes);
        openStack(); // what is open stays open
        QSignalSpy failed(&m_window->session(), &ProjectSession::openFailed);
        m_window->session().openProject(m_file);
        QTRY_COMPARE(failed.count(), 1);
        const auto failure = failed.front().front().value<OpenFailure>();
        QCOMPARE(int(failure.error.code), int(base::ErrorCode::Corrupt));
        QCOMPARE(fixtures::readBytes(m_file.toStdString()), bytes);
        QVERIFY(m_window->session().isUnsaved());
        QVERIFY(m_window->stack());
    }

    void aProjectThatIsOpenElsewhereNamesWhoAndCanBeRead()
    {
        makeProject();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        m_window->stop();
        const auto other = project::Project::open(m_file.toStdString(), fixtures::options("Ada"));
        QVERIFY(other);
        m_window->start();
        QSignalSpy failed(&m_window->session(), &ProjectSession::openFailed);
        m_window->session().openProject(m_file);
        QTRY_COMPARE(failed.count(), 1);
        const auto failure = failed.front().front().value<OpenFailure>();
        QCOMPARE(int(failure.error.code), int(base::ErrorCode::PermissionDenied));
        QCOMPARE(failure.owner->name, std::string("Ada"));
        QVERIFY(!failure.owner->since.empty());

        m_window->session().openProject(m_file, ProjectSession::Access::ReadOnly);
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(m_window->state(), SaveState::ReadOnly);
        QVERIFY(m_window->document().setReview(3, annotation::ReviewState::Rejected));
        QTRY_COMPARE(m_window->state(), SaveState::CannotSave);
        QVERIFY(m_window->session().status().reason.message.find("Save as") != std::string::npos);
        const QString copy = m_root + QStringLiteral("/copy.blasto");
        m_window->session().saveAs(copy);
        QTRY_COMPARE(m_window->session().file(), copy);
        QTRY_VERIFY(m_window->isSaved());
        m_file = copy;
        QCOMPARE(onDisk(), m_window->content());
    }

    void aProjectThatWasLeftBehindCanBeTakenOver()
    {
        makeProject();
        m_window->stop();
        const std::filesystem::path owner = project::OwnerFile::pathFor(m_file.toStdString());
        fixtures::writeBytes(owner, "ada\nAda\nlab-2\n1\n2026-01-02T03:04:05.000Z\n");
        project::ProjectOptions options = fixtures::options();
        options.networkDrive = true;
        options.takeOver = false;
        const auto refused = project::Project::open(m_file.toStdString(), options);
        QCOMPARE(int(refused.error().code), int(base::ErrorCode::PermissionDenied));
        QVERIFY(!project::OwnerFile::isLeftBehind(m_file.toStdString(), "lab-1"));
        project::OwnerFile::setPatience(std::chrono::seconds(-1));
        QVERIFY(project::OwnerFile::isLeftBehind(m_file.toStdString(), "lab-1"));
        QVERIFY(!project::Project::open(m_file.toStdString(), options)); // not without being asked
        options.takeOver = true;
        QVERIFY(project::Project::open(m_file.toStdString(), options));
        m_window->start();
    }

    void aLongProjectOpensWithoutHoldingUpTheWindow()
    {
        constexpr int kFrames = 500;
        makeLongProject(kFrames);
        qint64 longest = 0;
        QElapsedTimer beat;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            longest = std::max(longest, beat.restart());
        });
        QElapsedTimer clock;
        beat.start();
        clock.start();
        timer.start(0);
        m_window->session().openProject(m_file);
        QVERIFY(!m_window->stack()); // it is read elsewhere
        QTRY_VERIFY_WITH_TIMEOUT(m_window->stack(), 20'000);
        timer.stop();
        qInfo("500 frames with 8 cells: open after %lld ms, the window was held up for at most %lld ms",
              static_cast<long long>(clock.elapsed()), static_cast<long long>(longest));
        QCOMPARE(m_window->document().frame(kFrames - 1).instances.size(), std::size_t(8));
        QVERIFY(m_window->stack()->isMissing());
    }

    void annotationsBesideTheStackAreTakenInOnce()
    {
        OpenStack before(1, *imaging::openStack(m_images.toStdString()));
        QVERIFY(before.document().setReview(2, annotation::ReviewState::Accepted));
        QVERIFY(writeAnnotations(snapshotOf(before), before.annotationFile()));
        makeProject();
        QCOMPARE(int(m_window->document().frame(2).review), int(annotation::ReviewState::Accepted));
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Rejected));
        m_window->restart();
        openProject();
        QCOMPARE(int(m_window->document().frame(2).review), int(annotation::ReviewState::Rejected));
        QVERIFY(QFile::exists(before.annotationFile()));
    }

private:
    void makeLongProject(int frames)
    {
        auto project = project::Project::create(m_file.toStdString(), fixtures::options());
        QVERIFY(project);
        const auto key = (*project)->addStack(fixtures::stackOf(frames, 500, m_root.toStdString() + "/gone/E-015"));
        QVERIFY(key);
        annotation::Edit edit;
        edit.action = annotation::EditAction::Load;
        for (int frame = 0; frame < frames; ++frame) {
            annotation::FrameRecord& record = edit.frames.emplace_back();
            record.frame = frame;
            record.nextId = 9;
            record.content.width = record.content.height = 500;
            record.content.segmented = true;
            for (int id = 1; id <= 8; ++id) {
                annotation::Instance& cell = record.content.instances.emplace_back();
                cell.id = id;
                cell.amodal = tests::disc(500, 500, 60 + id * 45, 120 + frame % 200, 60);
            }
        }
        QVERIFY((*project)->commit(*key, edit));
    }
};

QTEST_MAIN(ProjectOpeningTest)
#include "tst_project_opening.moc"
