// SPDX-License-Identifier: GPL-3.0-or-later
// The images of a project: how they are stored, found again where they were moved, and missed.
#include <QDir>
#include <QFile>
#include <QProcess>

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/ui/project_session_fixture.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class ProjectImagesTest : public QObject, private ProjectSessionFixture {
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

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
};

QTEST_MAIN(ProjectImagesTest)
#include "tst_project_images.moc"
