// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is killed at any moment loses nothing of what it called saved, whatever waited in its queue.
// BLASTOSCOPE_CRASHES sets how often (10 at first; 100 for the acceptance of a release).
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/random.h"
#include "tests/project/acknowledged.h"
#include "tests/project/project_fixtures.h"
#include "tests/ui/picture_stack.h"

using namespace blastoscope;

namespace {

QByteArray hashOf(fixtures::Session& session)
{
    return QByteArray::fromStdString(fixtures::contentHashOf(session.document()));
}

} // namespace

class SessionCrashTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasSavedSurvivesBeingKilled()
    {
        const int crashes = std::max(1, qEnvironmentVariable("BLASTOSCOPE_CRASHES", QStringLiteral("10")).toInt());
        QTemporaryDir folder;
        const QString images = makePictureFolder(folder.path(), QStringLiteral("E-014"), 12);
        base::Random random(2026);
        int acknowledged = 0;
        int later = 0;
        QString file;
        for (int crash = 0; crash < crashes; ++crash) {
            if (crash % 5 == 0) // four of five go on with a project that has survived a crash
                file = folder.filePath(QStringLiteral("p%1.blasto").arg(crash));
            QProcess editor;
            editor.start(QStringLiteral(BLASTOSCOPE_TEST_SESSION),
                         {folder.path(), images, file, QString::number(crash)});
            QVERIFY(editor.waitForStarted());
            QVERIFY(editor.waitForReadyRead(30'000));
            QTest::qWait(random.integer(0, 400));
            editor.kill();
            QVERIFY(editor.waitForFinished());
            const fixtures::Acknowledged last = fixtures::lastAcknowledged(editor.readAllStandardOutput());
            QVERIFY(!last.hash.isEmpty());
            acknowledged += last.edits;
            check(file, last.hash, later);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d crashes, %d acknowledged edits, %d more that were on the disk", crashes, acknowledged, later);
        QVERIFY(acknowledged > crashes);
    }

private:
    /// The project opens, holds what was acknowledged, perhaps with edits after it, and its trail verifies.
    static void check(const QString& file, const QByteArray& expected, int& later)
    {
        const auto session = fixtures::Session::reopen(file.toStdString());
        QVERIFY2(session != nullptr, "the project does not open");
        const auto audit = session->project().verifyAudit();
        QVERIFY(audit);
        QVERIFY2(audit->isIntact(), audit->problems.empty() ? "" : audit->problems.front().c_str());
        int back = 0;
        while (hashOf(*session) != expected) {
            QVERIFY2(session->undo(), "an acknowledged edit is lost");
            ++back;
        }
        later += back;
        for (; back > 0; --back)
            QVERIFY(session->redo());
    }
};

QTEST_MAIN(SessionCrashTest)
#include "tst_session_crash.moc"
