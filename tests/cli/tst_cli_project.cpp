// SPDX-License-Identifier: Apache-2.0
// Runs the real program on project files.
#include <filesystem>

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/cli/cli_program.h"
#include "tests/project/project_fixtures.h"

using namespace blastoscope;
using tests::Outcome;

class CliProjectTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("a.blasto"));
        auto made = project::Project::create(m_file.toStdString(), fixtures::options());
        QVERIFY(made);
        fixtures::Session session(std::move(*made), 20, 120);
        edits::RandomEdits random(6);
        for (int i = 0; i < 80; ++i)
            random.make(session.document());
        QVERIFY(session.status());
        QVERIFY(session.project().nameModel({std::string(64, 'a'), "amodal", "1.0"}));
    }

    void infoSaysWhatAProjectHolds()
    {
        const Outcome text = run({"project", "info", m_file});
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains("undo steps 80"));
        const Outcome json = run({"project", "info", m_file, "--json"});
        QCOMPARE(json.exitCode, 0);
        const QJsonObject stack = json.json()["stacks"].toArray().at(0).toObject();
        QCOMPARE(stack["frames"].toInt(), 20);
        QCOMPARE(stack["undo_steps"].toInt(), 80);
        QCOMPARE(stack["images"].toString(), QStringLiteral("missing"));
        QVERIFY(json.out.contains("\"name\": \"amodal\""));
    }

    void infoWorksWhileSomebodyEdits()
    {
        const auto session = fixtures::Session::reopen(m_file.toStdString());
        QVERIFY(session);
        QCOMPARE(run({"project", "info", m_file}).exitCode, 0);
    }

    void aWholeTrailVerifiesAndIsExported()
    {
        const Outcome verified = run({"audit", "verify", m_file, "--json"});
        QCOMPARE(verified.exitCode, 0);
        QVERIFY(verified.json()["intact"].toBool());
        const QString csv = m_folder->filePath(QStringLiteral("audit.csv"));
        QCOMPARE(run({"audit", "export", m_file, "--out", csv}).exitCode, 0);
        const std::string rows = fixtures::readBytes(csv.toStdString());
        QCOMPARE(std::count(rows.begin(), rows.end(), '\n'), verified.json()["rows"].toInt() + 1);
        QVERIFY(rows.find(verified.json()["head"].toString().toStdString()) != std::string::npos);
    }

    void aTrailThatWasChangedExitsWithOne()
    {
        std::string bytes = fixtures::readBytes(m_file.toStdString());
        const auto at = bytes.find("reshape_instance");
        QVERIFY(at != std::string::npos);
        bytes[at] = 'R';
        fixtures::writeBytes(m_file.toStdString(), bytes);
        const Outcome outcome = run({"audit", "verify", m_file, "--json"});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(!outcome.json()["intact"].toBool(true));
        QVERIFY(!outcome.json()["problems"].toArray().isEmpty());
        QVERIFY(outcome.err.contains("does not verify"));
    }

    void repairSavesIntoANewFile()
    {
        const std::string before = fixtures::readBytes(m_file.toStdString());
        const Outcome outcome = run({"project", "repair", m_file, "--json"});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.json()["losses"].toArray().isEmpty());
        QCOMPARE(outcome.json()["undo_steps"].toInt(), 80);
        QVERIFY(fixtures::Session::reopen(m_folder->filePath(QStringLiteral("a-repaired.blasto")).toStdString()));
        QCOMPARE(fixtures::readBytes(m_file.toStdString()), before);
        QCOMPARE(run({"project", "repair", m_file}).exitCode, 1); // the new file is there already
    }

    void failuresSayWhy_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no file") << QStringList{"project", "info", "/nowhere/a.blasto"} << 1;
        QTest::newRow("no project") << QStringList{"audit", "verify", "/bin/sh"} << 1;
        QTest::newRow("nothing to do") << QStringList{"project"} << 2;
        QTest::newRow("no place for the export") << QStringList{"audit", "export", "a.blasto"} << 2;
    }

    void failuresSayWhy()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY(!outcome.err.isEmpty());
    }

private:
    Outcome run(const QStringList& arguments) const { return tests::runCli(arguments, m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(CliProjectTest)
#include "tst_cli_project.moc"
