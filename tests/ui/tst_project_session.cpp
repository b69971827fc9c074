// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <filesystem>
#include <future>

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/project/project_fixtures.h"
#include "tests/ui/project_fixture.h"
#include "ui/project/unsaved_projects.h"
#include "ui/session/annotation_file.h"

using namespace blastoscope;
using namespace blastoscope::ui;
namespace fs = std::filesystem;

class ProjectSessionTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = QString::fromStdString(fs::canonical(m_folder->path().toStdString()).string());
        m_file = m_root + QStringLiteral("/a.blasto");
        m_images = makePictureFolder(m_root + QStringLiteral("/images"), QStringLiteral("E-014"), 6);
        m_window = std::make_unique<ProjectFixture>(m_root);
    }

    void cleanup()
    {
        m_window.reset();
        project::OwnerFile::setPatience(std::chrono::seconds(120));
    }

    void aSingleStackGetsAnUnsavedProject()
    {
        openStack();
        QVERIFY(m_window->session().isUnsaved());
        QVERIFY(!m_window->session().isWorthSaving());
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(unsavedFiles().size(), qsizetype(1));
        QVERIFY(m_window->document().setReview(1, annotation::ReviewState::Accepted));
        QVERIFY(m_window->session().isWorthSaving());
        m_window->session().closeProject();
        QTRY_VERIFY(unsavedFiles().isEmpty());
    }

    void whatWasDoneIsThereAgainWithItsHistory()
    {
        makeProject();
        edits::RandomEdits random(7);
        const std::string empty = m_window->content();
        for (int i = 0; i < 60; ++i)
            random.make(m_window->document());
        const std::string full = m_window->content();
        m_window->restart();
        openProject();
        QCOMPARE(m_window->content(), full);
        const std::string id = m_window->stack()->embryoId();
        for (int i = 0; i < 60; ++i)
            QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->content(), empty);
        m_window->restart();
        openProject();
        QCOMPARE(m_window->content(), empty);
        QCOMPARE(m_window->stack()->embryoId(), id);
        for (int i = 0; i < 60; ++i)
            QVERIFY(step(&StackHistory::redo));
        QCOMPARE(m_window->content(), full);
        QVERIFY(!m_window->document().canRedo());
    }

    void stepsBeyondTheMemoryComeFromTheProject()
    {
        makeProject();
        m_window->document().setUndoMemoryLimit(0);
        edits::RandomEdits random(8);
        const std::string empty = m_window->content();
        for (int i = 0; i < 40; ++i)
            random.make(m_window->document());
        for (int i = 0; i < 40; ++i)
            QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->content(), empty);
        QVERIFY(!m_window->document().canUndo());
    }

    void undoGoesToTheFrameThatItChanges()
    {
        makeProject();
        QVERIFY(m_window->document().setReview(4, annotation::ReviewState::Accepted));
        QVERIFY(m_window->document().setReview(1, annotation::ReviewState::Rejected));
        m_window->restart();
        openProject();
        m_window->stack()->setTime(3);
        QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->stack()->index().time, 1);
        QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->stack()->index().time, 4);
    }

    void everyEditIsOnTheDiskWithinASecond()
    {
        makeProject();
        edits::RandomEdits random(9);
        qint64 slowest = 0;
        for (int i = 0; i < 100; ++i) {
            QElapsedTimer clock;
            clock.start();
            random.make(m_window->document());
            QVERIFY(m_window->state() != SaveState::Saved);
            QTRY_VERIFY_WITH_TIMEOUT(m_window->isSaved(), 1000);
            slowest = std::max(slowest, clock.elapsed());
        }
        qInfo("slowest of 100 edits: %lld ms until saved", static_cast<long long>(slowest));
        QCOMPARE(onDisk(), m_window->content());
    }

    void stacksAreStoredByRelativePathFingerprintAndHash()
    {
        makeProject();
        QTRY_VERIFY(!stored().front().sha256.empty());
        QCOMPARE(stored().front().sha256, *project::contentSha256(m_images.toStdString()));
        QCOMPARE(stored().front().fingerprint.files, std::int64_t(6));
        const SQLite::Database database(m_file.toStdString(), SQLite::OPEN_READONLY);
        SQLite::Statement path(database, "SELECT path FROM stack");
        QVERIFY(path.executeStep());
        QCOMPARE(path.getColumn(0).getString(), std::string("images/E-014"));
    }

    void propertiesBelongToTheProject()
    {
        makeProject();
        StackProperties properties = m_window->stack()->properties();
        properties.umPerPixel = 0.5;
        properties.calibrationSource = imaging::CalibrationSource::User;
        properties.t0Hours = 1.25;
        properties.insemination = Insemination::Icsi;
        m_window->stack()->setProperties(properties);
        m_window->restart();
        openProject();
        QVERIFY(m_window->stack()->properties() == properties);
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

    void aStackThatWasClosedComesBackWithItsAnnotations()
    {
        makeProject();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        m_window->workspace().close(m_window->stack());
        QVERIFY(!m_window->stack());
        m_window->session().openStacks({m_images});
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(int(m_window->document().frame(2).review), int(annotation::ReviewState::Accepted));
        QCOMPARE(stored().size(), std::size_t(1));
    }

    void whatWaitsIsThereWhenAClosedStackComesBack()
    {
        makeProject();
        ProjectWorker& worker = m_window->session().worker();
        worker.setRetryDelay(std::chrono::milliseconds(10));
        const auto full = std::make_shared<std::atomic<bool>>(true);
        worker.write([full](ProjectSlot&) -> base::Status {
            return *full ? base::fail(base::ErrorCode::Io, "The drive is full.") : base::Status();
        });
        QTRY_COMPARE(m_window->state(), SaveState::CannotSave);
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        m_window->workspace().close(m_window->stack());
        m_window->session().openStacks({m_images});
        QVERIFY(m_window->session().loader().isBusy());
        *full = false;
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(int(m_window->document().frame(2).review), int(annotation::ReviewState::Accepted));
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(onDisk(), m_window->content());
    }

    void stacksThatAreStillOpeningDoNotJoinTheNextProject()
    {
        makeProject();
        const QString second = makePictureFolder(m_root + QStringLiteral("/images"), QStringLiteral("E-015"), 6);
        const QString third = makePictureFolder(m_root + QStringLiteral("/images"), QStringLiteral("E-016"), 6);
        m_window->session().openStacks({second, third});
        QVERIFY(m_window->loader().isBusy());
        m_window->session().closeProject();
        m_file = m_root + QStringLiteral("/b.blasto");
        m_window->session().createProject(m_file);
        QTRY_COMPARE(m_window->session().file(), m_file);
        QTRY_VERIFY(!m_window->loader().isBusy());
        QVERIFY(m_window->workspace().stacks().empty());
        m_window->session().openStacks({third});
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(m_window->stack()->name(), QStringLiteral("E-016"));
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(stored().size(), std::size_t(1));
    }

    void closingWaitsForSavingElsewhere()
    {
        makeProject();
        QTRY_VERIFY(!stored().front().sha256.empty()); // so that nothing is written by itself any more
        QTRY_VERIFY(m_window->isSaved());
        const QString copy = m_root + QStringLiteral("/copy.blasto");
        std::promise<void> gate;
        m_window->session().worker().read<int>(
            [open = gate.get_future().share()](ProjectSlot&) -> base::Result<int> {
                open.wait();
                return 0;
            },
            [](const base::Result<int>&) {});
        QCOMPARE(m_window->state(), SaveState::Saved);
        m_window->session().saveAs(copy);
        QCOMPARE(m_window->state(), SaveState::Saving);
        QString settledAs;
        m_window->session().whenSettled([&] { settledAs = m_window->session().file(); });
        QCoreApplication::processEvents();
        QVERIFY(settledAs.isEmpty());
        gate.set_value();
        QTRY_COMPARE(settledAs, copy);
        QCOMPARE(m_window->state(), SaveState::Saved);
    }

    void whatWasClosedWhileItWasSavedElsewhereStaysClosed()
    {
        openStack();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        const std::string content = m_window->content();
        QTRY_VERIFY(m_window->isSaved());
        std::promise<void> gate;
        ProjectWorker& worker = m_window->session().worker();
        worker.read<int>(
            [open = gate.get_future().share()](ProjectSlot&) -> base::Result<int> {
                open.wait();
                return 0;
            },
            [](const base::Result<int>&) {});
        bool saved = false;
        m_window->session().saveAs(m_file, [&] { saved = true; });
        m_window->session().closeProject();
        gate.set_value();
        QTRY_COMPARE(worker.waiting(), 0);
        QVERIFY(!m_window->session().isOpen());
        QVERIFY(!saved);
        QCOMPARE(onDisk(), content); // the copy was made all the same
        QVERIFY(unsavedFiles().isEmpty());
        openStack(); // gets a project of its own
        QVERIFY(m_window->session().isUnsaved());
        QTRY_VERIFY(m_window->isSaved());
    }

    void savingElsewhereMovesTheUnsavedProject()
    {
        openStack();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        saveAs();
        QVERIFY(!m_window->session().isUnsaved());
        QCOMPARE(m_window->session().name(), QStringLiteral("a"));
        QTRY_VERIFY(unsavedFiles().isEmpty());
        QVERIFY(m_window->document().setReview(3, annotation::ReviewState::Rejected));
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(onDisk(), m_window->content());
    }

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

    void aPlaceThatCannotBeWrittenToIsSaidAndNothingLost()
    {
        fixtures::writeBytes((m_root + QStringLiteral("/data")).toStdString(), "a file where a folder should be");
        m_window->session().worker().setRetryDelay(std::chrono::milliseconds(20));
        openStack();
        QTRY_COMPARE(m_window->state(), SaveState::CannotSave);
        QVERIFY(!m_window->session().status().reason.message.empty());
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        QCOMPARE(m_window->state(), SaveState::CannotSave);
        saveAs(); // the way out
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(onDisk(), m_window->content());
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
        const fs::path owner = project::OwnerFile::pathFor(m_file.toStdString());
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

    void movedImagesAreFoundByTheirFingerprint()
    {
        makeProject();
        m_window->restart();
        QVERIFY(QDir().mkpath(m_root + QStringLiteral("/archive/2026")));
        const QString moved = m_root + QStringLiteral("/archive/2026/well-3");
        QVERIFY(QDir().rename(m_images, moved));
        openProject();
        QVERIFY(!m_window->stack()->isMissing());
        QCOMPARE(m_window->stack()->path(), moved);
        QTRY_COMPARE(QString::fromStdString(stored().front().path.string()), moved);
    }

    void missingImagesLeaveTheStackAndCanBeLocated()
    {
        makeProject();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        const std::string content = m_window->content();
        m_window->restart();
        QTemporaryDir elsewhere;
        const QString moved = elsewhere.path() + QStringLiteral("/deep/well-3");
        QVERIFY(QDir().mkpath(elsewhere.path() + QStringLiteral("/deep")));
        QVERIFY(QProcess::execute(QStringLiteral("mv"), {m_images, moved}) == 0);
        openProject();
        QVERIFY(m_window->stack()->isMissing());
        QCOMPARE(m_window->stack()->name(), QStringLiteral("E-014"));
        QCOMPARE(m_window->content(), content);
        const auto picture = m_window->stack()->images()->read({0, 0, 0});
        QVERIFY(!picture);
        QVERIFY(QString::fromStdString(picture.error().message).contains(QStringLiteral("Locate")));

        QSignalSpy finished(&m_window->session().locator(), &ImageLocator::finished);
        m_window->session().locator().locate(m_root + QStringLiteral("/data"), m_file);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished.back().at(1).toInt(), 1); // still missing
        m_window->session().locator().locate(elsewhere.path(), m_file);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(finished.back().front().toInt(), 1);
        QVERIFY(!m_window->stack()->isMissing());
        QVERIFY(m_window->stack()->images()->read({0, 0, 0}));
        QTRY_COMPARE(QString::fromStdString(stored().front().path.string()), moved);
        QVERIFY(m_window->document().setReview(3, annotation::ReviewState::Accepted));
        QTRY_VERIFY(m_window->isSaved());
    }

    void theStackItselfMayBePicked()
    {
        makeProject();
        m_window->restart();
        QTemporaryDir elsewhere;
        const QString moved = elsewhere.path() + QStringLiteral("/well-3");
        QVERIFY(QProcess::execute(QStringLiteral("mv"), {m_images, moved}) == 0);
        openProject();
        QSignalSpy located(&m_window->session().locator(), &ImageLocator::located);
        QVERIFY(QFile::remove(moved + QStringLiteral("/frame_001.png")));
        QVERIFY(QFile::copy(moved + QStringLiteral("/frame_002.png"), moved + QStringLiteral("/frame_001.png")));
        m_window->session().locator().locate(moved, m_file);
        QTRY_COMPARE(located.count(), 1);
        QVERIFY(located.front().at(1).toBool()); // of the same size and number, but others
    }

    void aCopyThatIsAnotherStackIsNotTakenForTheMissingOne()
    {
        makeProject();
        const QString copy = makePictureFolder(m_root + QStringLiteral("/images"), QStringLiteral("E-015"), 6);
        m_window->session().openStacks({copy});
        QTRY_COMPARE(m_window->workspace().stacks().size(), std::size_t(2));
        QTRY_VERIFY(m_window->isSaved());
        m_window->restart();
        QVERIFY(QDir(m_images).removeRecursively());
        m_window->session().openProject(m_file);
        QTRY_COMPARE(m_window->workspace().stacks().size(), std::size_t(2));
        QVERIFY(m_window->workspace().stacks().front()->isMissing());
        QVERIFY(!m_window->workspace().stacks().back()->isMissing());
    }

    void imagesOfAnotherSizeAreNotTaken()
    {
        makeProject();
        m_window->restart();
        QVERIFY(QFile::remove(m_images + QStringLiteral("/frame_006.png")));
        openProject();
        QVERIFY(m_window->stack()->isMissing());
        QCOMPARE(m_window->stack()->info().times, 6);
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
        QTRY_VERIFY_WITH_TIMEOUT(m_window->stack(), 20'000);
        timer.stop();
        qInfo("500 frames with 8 cells: open after %lld ms, the window was held up for at most %lld ms",
              static_cast<long long>(clock.elapsed()), static_cast<long long>(longest));
        QCOMPARE(m_window->document().frame(kFrames - 1).instances.size(), std::size_t(8));
        QVERIFY(m_window->stack()->isMissing());
    }

    void theNameOfThePersonIsNoted()
    {
        makeProject();
        m_window->session().setAuthorName(QStringLiteral("Ada"));
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        using Rows = std::vector<project::AuditRow>;
        std::optional<Rows> rows;
        m_window->session().worker().read<Rows>(
            [](ProjectSlot& slot) { return slot.current->auditRows(); },
            [&](base::Result<Rows> read) { rows = std::move(*read); });
        QTRY_VERIFY(rows);
        QCOMPARE(rows->back().name, std::string("Ada"));
        QCOMPARE(rows->back().field, std::string("review"));
        QCOMPARE(rows->back().after, std::string("accepted"));
        QVERIFY(!rows->back().account.empty());
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
                cell.amodal = edits::disc(500, 500, 60 + id * 45, 120 + frame % 200, 60);
            }
        }
        QVERIFY((*project)->commit(*key, edit));
    }
    void openStack()
    {
        m_window->session().openStacks({m_images});
        QTRY_VERIFY(m_window->stack());
    }
    void saveAs()
    {
        bool saved = false;
        m_window->session().saveAs(m_file, [&] { saved = true; });
        QTRY_VERIFY(saved);
    }
    void makeProject()
    {
        openStack();
        saveAs();
        QTRY_VERIFY(m_window->isSaved());
    }
    void openProject()
    {
        m_window->session().openProject(m_file);
        QTRY_VERIFY(m_window->stack());
        QTRY_VERIFY(!m_window->session().loader().isBusy());
    }
    /// Undo or redo, which may have to read first.
    bool step(void (StackHistory::*direction)())
    {
        QSignalSpy stepped(&m_window->stack()->history(), &StackHistory::stepped);
        (m_window->stack()->history().*direction)();
        return stepped.count() == 1 || stepped.wait();
    }
    QStringList unsavedFiles() const
    {
        return QDir(m_window->unsavedFolder()).entryList({QStringLiteral("*.blasto")}, QDir::Files);
    }
    std::vector<project::StackRecord> stored() const
    {
        project::ProjectOptions options = fixtures::options();
        options.readOnly = true;
        const auto opened = project::Project::open(m_file.toStdString(), options);
        return opened ? *(*opened)->stacks() : std::vector<project::StackRecord>();
    }
    /// The content of the first stack as another program sees it.
    std::string onDisk() const
    {
        project::ProjectOptions options = fixtures::options();
        options.readOnly = true;
        const auto opened = project::Project::open(m_file.toStdString(), options);
        if (!opened)
            return opened.error().message;
        const auto record = (*opened)->stacks()->front();
        annotation::StackDocument document(record.frames, record.width, record.height);
        return document.restore(*(*opened)->readDocument(record.key)) ? edits::contentOf(document) : std::string();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    QString m_file;
    QString m_images;
    std::unique_ptr<ProjectFixture> m_window;
};

QTEST_MAIN(ProjectSessionTest)
#include "tst_project_session.moc"
