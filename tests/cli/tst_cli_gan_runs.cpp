// SPDX-License-Identifier: Apache-2.0
// Runs of "gan train" that are stopped, exported and gone on with, with the real programs and everything tiny.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/cli/cli_program.h"

using namespace blastoscope;
using tests::Outcome;

class TestCliGanRuns : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void aStoppedRunIsExported();
    void aRunThatGoesOnKeepsItsOptions_data();
    void aRunThatGoesOnKeepsItsOptions();
    void nothingIsResumedWhereNoRunIs();

private:
    Outcome run(const QStringList& arguments) const { return tests::runCli(arguments, m_folder.path()); }
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QStringList training() const
    {
        return {"gan",     "train", "--images",  at("simulated/images"), "--resolution", "16",  "--batch", "2",
                "--steps", "2",     "--threads", "1",                    "--device",     "cpu", "--out",   at("run")};
    }

    QTemporaryDir m_folder;
};

void TestCliGanRuns::initTestCase()
{
    for (const QStringList& arguments :
         {QStringList{"simulate", "--out", at("simulated"), "--embryos", "4", "--size", "64"}, training()}) {
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    }
}

/// What is left when a run is stopped: everything but the weights of its end.
void TestCliGanRuns::aStoppedRunIsExported()
{
    QVERIFY(QDir().mkpath(at("stopped")));
    for (const QString name : {"recipe.json", "inputs.json", "gan.checkpoint.safetensors"})
        QVERIFY2(QFile::copy(at("run/" + name), at("stopped/" + name)), qPrintable(name));
    const Outcome outcome = run({"gan", "export", "--run", at("stopped")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("step 2") && outcome.out.contains("--resume"), qPrintable(outcome.out));
    QFile exported(at("stopped/generator.safetensors")), whole(at("run/generator.safetensors"));
    QVERIFY(exported.open(QIODevice::ReadOnly) && whole.open(QIODevice::ReadOnly));
    QVERIFY(exported.readAll() == whole.readAll());
    const Outcome none = run({"gan", "export", "--run", at("simulated")});
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.err.contains("holds no run"), qPrintable(none.err));
}

void TestCliGanRuns::aRunThatGoesOnKeepsItsOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("said");
    const QStringList goOn = {"gan", "train", "--resume", "--device", "cpu", "--threads", "1", "--out", at("run")};
    QTest::newRow("none") << goOn << 0 << "";
    QTest::newRow("the same ones") << training() + QStringList{"--resume"} << 0 << "not read again";
    QTest::newRow("more steps") << goOn + QStringList{"--steps", "3"} << 1 << "(--steps)";
    const QStringList others = {"--batch", "4", "--seed", "2", "--resolution", "16"};
    QTest::newRow("other batch and seed") << goOn + others << 1 << "(--batch, --seed)";
    QTest::newRow("other pictures") << goOn + QStringList{"--simulated"} << 1 << "(--simulated)";
    QTest::newRow("no augmentation") << goOn + QStringList{"--no-augment"} << 1 << "(--no-augment)";
    QTest::newRow("recipe and options") << goOn + QStringList{"--config", at("run/gan.json"), "--steps", "2"} << 2
                                        << "--config";
}

void TestCliGanRuns::aRunThatGoesOnKeepsItsOptions()
{
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    QFETCH(QString, said);
    const Outcome outcome = run(options);
    QVERIFY2(outcome.exitCode == exitCode, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
}

void TestCliGanRuns::nothingIsResumedWhereNoRunIs()
{
    const Outcome outcome = run({"gan", "train", "--resume", "--out", at("nowhere")});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("no run in"), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(at("nowhere")));
}

QTEST_GUILESS_MAIN(TestCliGanRuns)
#include "tst_cli_gan_runs.moc"
