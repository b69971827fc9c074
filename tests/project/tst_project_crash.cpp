// SPDX-License-Identifier: Apache-2.0
// A program that is killed at any moment loses no edit that it acknowledged. BLASTOSCOPE_CRASHES sets how often
// (10 at first; 100 for the acceptance of a release).
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/project/acknowledged.h"
#include "tests/project/project_fixtures.h"

using namespace blastoscope;

namespace {

QByteArray hashOf(const annotation::StackDocument& document)
{
    return QByteArray::fromStdString(fixtures::contentHashOf(document));
}

} // namespace

class ProjectCrashTest : public QObject {
    Q_OBJECT

private slots:
    void killedAtAnyMomentNothingAcknowledgedIsLost()
    {
        const int crashes = std::max(1, qEnvironmentVariable("BLASTOSCOPE_CRASHES", QStringLiteral("10")).toInt());
        QTemporaryDir folder;
        base::Random random(2026);
        int acknowledged = 0;
        int oneMore = 0;
        QString file;
        for (int crash = 0; crash < crashes; ++crash) {
            if (crash % 10 == 0) // nine of ten go on with a project that has survived a crash
                file = folder.filePath(QStringLiteral("p%1.blasto").arg(crash));
            const QByteArray before = contentHashOf(file);
            QProcess editor;
            editor.start(QStringLiteral(BLASTOSCOPE_TEST_EDITOR), {file, QString::number(crash)});
            QVERIFY(editor.waitForStarted());
            QVERIFY(editor.waitForReadyRead(30'000));
            QTest::qWait(random.integer(0, 400));
            editor.kill();
            QVERIFY(editor.waitForFinished());
            const fixtures::Acknowledged last = fixtures::lastAcknowledged(editor.readAllStandardOutput());
            acknowledged += last.edits;
            check(file, last.edits > 0 ? last.hash : before, oneMore);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d crashes, %d acknowledged edits, %d times one more edit was on the disk", crashes, acknowledged,
              oneMore);
        QVERIFY(acknowledged > crashes);
    }

private:
    static QByteArray contentHashOf(const QString& file)
    {
        const auto session = fixtures::Session::reopen(file.toStdString());
        return session ? hashOf(session->document()) : QByteArray();
    }

    /// The project opens, holds the acknowledged state (or the one after it, whose acknowledgement was cut off), can be
    /// undone to the beginning, and its trail verifies.
    static void check(const QString& file, const QByteArray& expected, int& oneMore)
    {
        const auto session = fixtures::Session::reopen(file.toStdString());
        QVERIFY2(session != nullptr, "the project does not open");
        const auto audit = session->project().verifyAudit();
        QVERIFY(audit);
        QVERIFY2(audit->isIntact(), audit->problems.empty() ? "" : audit->problems.front().c_str());
        if (hashOf(session->document()) == expected)
            return;
        // COMMIT came before the end, the line did not: one step back or forth must be the acknowledged state.
        ++oneMore;
        QVERIFY2(session->undo(), "an acknowledged edit is lost");
        if (hashOf(session->document()) == expected) {
            QVERIFY(session->redo());
            return;
        }
        QVERIFY(session->redo() && session->redo());
        QCOMPARE(hashOf(session->document()), expected);
        QVERIFY(session->undo());
    }
};

QTEST_GUILESS_MAIN(ProjectCrashTest)
#include "tst_project_crash.moc"
