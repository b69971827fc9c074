// SPDX-License-Identifier: Apache-2.0
// Runs the real program: exit codes, messages, files.
#include <cmath>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "core/formats/coco_annotation.h"
#include "tests/cli/cli_program.h"
#include "tests/support/file_content.h"

using namespace blastoscope;
using tests::contentOf;
using tests::Outcome;

class TestCli : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void helpIsThereForEveryCommand_data();
    void helpIsThereForEveryCommand();
    void versionIsPrinted();
    void wrongUseExitsWithTwo_data();
    void wrongUseExitsWithTwo();
    void failuresExitWithOneAndSayWhy_data();
    void failuresExitWithOneAndSayWhy();

    void simulateWritesPicturesAndTruth();
    void simulateIsRepeatable();
    void simulateTimeLapsesIntoFolders();
    void infoDescribesAStack();
    void measureWritesTables();
    void measureTakesTheTimesOfAPartOfAStackAsTheyAre();
    void measureFollowsTheCellsOfATimeLapse();
    void measureIsRepeatable();
    void evaluatePrintsTheTwelveNumbers();
    void evaluateOfTheTruthItselfIsPerfect();
    void namedMetricsAreOneLineEach();
    void metricsThatCannotBeComputedSayWhy();
    void referenceEvaluatorIsMatched_data();
    void referenceEvaluatorIsMatched();
    void nothingIsDrawnWithoutATerminal();
    void trainNeedsARecipe();
    void optionsThatAResumedRunWouldDropAreNamed();
    void trainLeavesAnEarlierRunAsItIs();
    void datasetsAreBuiltFromAnnotatedPictures();

private:
    Outcome run(const QStringList& arguments) const { return tests::runCli(arguments, m_folder.path()); }
    /// Three simulated embryos, made once.
    QString simulated() const { return m_folder.filePath("simulated"); }

    QTemporaryDir m_folder;
};

void TestCli::initTestCase()
{
    const Outcome outcome = run({"simulate", "--out", simulated(), "--embryos", "3", "--size", "160", "--seed", "11"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
}

void TestCli::helpIsThereForEveryCommand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentioned");
    QTest::newRow("program") << QStringList{"--help"} << "segment";
    QTest::newRow("info") << QStringList{"info", "--help"} << "PATH";
    QTest::newRow("segment") << QStringList{"segment", "--help"} << "--images-from";
    QTest::newRow("measure") << QStringList{"measure", "--help"} << "--annotations";
    QTest::newRow("simulate") << QStringList{"simulate", "--help"} << "--look";
    QTest::newRow("train") << QStringList{"train", "--help"} << "--config";
    QTest::newRow("evaluate") << QStringList{"evaluate", "--help"} << "--iou";
    QTest::newRow("train by dataset") << QStringList{"train", "--help"} << "--simulated-share";
    QTest::newRow("dataset") << QStringList{"dataset", "--help"} << "build";
    QTest::newRow("dataset build") << QStringList{"dataset", "build", "--help"} << "--validation-share";
    QTest::newRow("compare") << QStringList{"compare", "--help"} << "--simulated";
    QTest::newRow("benchmark run") << QStringList{"benchmark", "run", "--help"} << "Half of them";
}

void TestCli::helpIsThereForEveryCommand()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentioned);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.contains(mentioned));
}

void TestCli::versionIsPrinted()
{
    const Outcome outcome = run({"--version"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(QRegularExpression("^\\d+\\.\\d+\\.\\d+\n$").match(outcome.out).hasMatch());
}

void TestCli::wrongUseExitsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* name, const QStringList& arguments) { QTest::newRow(name) << arguments; };
    row("no command", {});
    row("unknown command", {"fly"});
    row("unknown option", {"info", "--fast", "."});
    row("info without path", {"info"});
    row("segment without anything", {"segment", "--out", "x"});
    row("segment without out", {"segment", "."});
    row("list without root", {"segment", "--images-from", "/dev/null", "--out", "x"});
    row("wrong device", {"segment", ".", "--out", "x", "--device", "tpu"});
    row("wrong frames", {"segment", ".", "--out", "x", "--frames", "5"});
    row("wrong rectangle", {"segment", ".", "--out", "x", "--mask-rect", "1,2,3"});
    row("rectangle without overlays", {"segment", ".", "--out", "x", "--mask-rect", "1,2,3,4"});
    row("negative pixel size", {"segment", ".", "--out", "x", "--um-per-px", "-1"});
    row("model that is not there", {"segment", ".", "--out", "x", "--model", "none.safetensors"});
    row("wrong look", {"simulate", "--out", "x", "--look", "xray"});
    row("huge picture", {"simulate", "--out", "x", "--size", "100000"});
    row("wrong iou", {"evaluate", "--gt", "/dev/null", "--pred", "/dev/null", "--iou", "x"});
    row("unknown metric", {"evaluate", "--gt", "/dev/null", "--pred", "/dev/null", "--metrics", "sbd,x"});
    row("dataset without a verb", {"dataset"});
    row("everything held out", {"dataset", "build", "--annotations", "/dev/null", "--root", "/", "--out", "x",
                                "--validation-share", "1"});
    row("names and a share", {"dataset", "build", "--annotations", "/dev/null", "--root", "/", "--out", "x",
                              "--validation", "a", "--validation-share", "0.5"});
    row("recipe and base", {"train", "--config", "/dev/null", "--base", "/dev/null", "--out", "x"});
    row("options of a run that is resumed", {"train", "--resume", "--out", "x", "--minutes", "5"});
    row("compare nothing", {"compare"});
    row("truth that is not there", {"evaluate", "--gt", "none.json", "--pred", "none.json"});
}

void TestCli::wrongUseExitsWithTwo()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(outcome.out.isEmpty());
}

void TestCli::failuresExitWithOneAndSayWhy_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    QTest::newRow("no such stack") << QStringList{"info", "/nowhere/at/all"} << "error: ";
    QTest::newRow("not JSON") << QStringList{"measure", "--annotations", __FILE__, "--out", "x"}
                              << "is not valid JSON.";
    QTest::newRow("folder that cannot be made")
        << QStringList{"simulate", "--out", "/dev/null/x", "--size", "64"} << "cannot be created.";
}

void TestCli::failuresExitWithOneAndSayWhy()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void TestCli::simulateWritesPicturesAndTruth()
{
    const auto dataset = formats::readCocoDataset((simulated() + "/annotations.json").toStdString());
    QVERIFY(dataset.has_value());
    QCOMPARE(dataset->images.size(), std::size_t(3));
    QCOMPARE(dataset->categories.size(), std::size_t(3));
    QVERIFY(!dataset->annotations.empty());
    for (const formats::CocoImage& image : dataset->images) {
        const QByteArray content = contentOf(simulated() + "/" + QString::fromStdString(image.fileName));
        QCOMPARE(QString::fromStdString(image.sha256),
                 QString(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(image.width, 160);
        QVERIFY(image.umPerPixel && image.timeHours);
    }
    for (const formats::CocoAnnotation& annotation : dataset->annotations) {
        QVERIFY(annotation.segmentation && annotation.visibleMask);
        QVERIFY(subtracted(*annotation.visibleMask, *annotation.segmentation).isEmpty());
        QVERIFY(annotation.area == double(annotation.segmentation->area()));
    }
}

void TestCli::simulateIsRepeatable()
{
    const QString again = m_folder.filePath("again");
    QCOMPARE(run({"simulate", "--out", again, "--embryos", "2", "--size", "160", "--seed", "11"}).exitCode, 0);
    for (const char* name : {"/images/00000.png", "/images/00001.png"})
        QCOMPARE(contentOf(again + name), contentOf(simulated() + name));
}

void TestCli::simulateTimeLapsesIntoFolders()
{
    const QString out = m_folder.filePath("lapse");
    const Outcome outcome = run(
        {"simulate", "--out", out, "--embryos", "2", "--frames", "3", "--size", "96", "--look", "hoffman", "--json"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(outcome.out.toUtf8()).object()["images"].toInt(), 6);
    const QString folder = out + "/images/embryo00001";
    QCOMPARE(QDir(folder).entryList({"*.png"}), (QStringList{"00000.png", "00001.png", "00002.png"}));
    const QJsonObject info =
        QJsonDocument::fromJson(run({"info", folder, "--json"}).out.toUtf8()).object();
    QCOMPARE(info["time_source"].toString(), "table");
    QCOMPARE(info["time_hours"].toArray()[2].toDouble(), 22.5);
}

void TestCli::infoDescribesAStack()
{
    const QString images = simulated() + "/images";
    const Outcome text = run({"info", images});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.contains("160 x 160"), qPrintable(text.out));
    const Outcome json = run({"info", images, "--json"});
    const QJsonObject info = QJsonDocument::fromJson(json.out.toUtf8()).object();
    QCOMPARE(info["times"].toInt(), 3);
    QCOMPARE(info["width"].toInt(), 160);
    QVERIFY(info["um_per_px"].isNull());
    QCOMPARE(info["pixel_type"].toString(), "u8");
    QCOMPARE(info["calibration_source"].toString(), "unknown");
    QVERIFY(info["path"].toString().endsWith("images"));
    const QJsonObject failed =
        QJsonDocument::fromJson(run({"info", "/nowhere/at/all", "--json"}).out.toUtf8()).object();
    QCOMPARE(failed["error"].toObject()["code"].toString(), "not_found");
}

void TestCli::measureWritesTables()
{
    const QString out = m_folder.filePath("measured");
    const Outcome outcome =
        run({"measure", "--annotations", simulated() + "/annotations.json", "--out", out, "--um-per-px", "0.5"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(contentOf(out + "/frames.csv").count('\n'), 4);
    QVERIFY(contentOf(out + "/cells.csv").contains(",0.500000,"));
    const QByteArray manifest = contentOf(out + "/manifest.json");
    QVERIFY(manifest.contains("\"px_size_source\": \"user\""));
    const QByteArray truth = contentOf(simulated() + "/annotations.json");
    QVERIFY(manifest.contains(QCryptographicHash::hash(truth, QCryptographicHash::Sha256).toHex()));
    QVERIFY(contentOf(out + "/frames.csv").contains(",hpi,"));
}

void TestCli::measureTakesTheTimesOfAPartOfAStackAsTheyAre()
{
    const auto measured = [this](int firstIndex, const std::string& source) {
        std::vector<formats::AnnotatedFrame> frames(2);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            frames[i].frameIndex = firstIndex + int(i);
            frames[i].timeHours = 20 + .5 * double(i);
            frames[i].timeSource = source;
            frames[i].embryoId = "e";
            frames[i].annotation.width = frames[i].annotation.height = 8;
            frames[i].annotation.segmented = true;
        }
        const QString file = m_folder.filePath("part.json"), out = m_folder.filePath("part");
        const auto written = formats::writeCocoDataset(formats::toCoco(frames), file.toStdString());
        const Outcome outcome = run({"measure", "--annotations", file, "--out", out});
        return written && outcome.exitCode == 0 ? contentOf(out + "/frames.csv") : QByteArray();
    };
    const QByteArray whole = measured(0, "table");
    QVERIFY(whole.contains("\n1,e,0,,0.0000,since_first_frame,table,,"));
    QVERIFY(whole.contains("\n1,e,1,,0.5000,since_first_frame,table,0.5000,"));
    const QByteArray part = measured(40, {});
    QVERIFY(part.contains("\n1,e,40,,20.0000,since_first_frame,,,"));
    QVERIFY(part.contains("\n1,e,41,,20.5000,since_first_frame,,0.5000,"));
}

void TestCli::measureFollowsTheCellsOfATimeLapse()
{
    const QString lapse = m_folder.filePath("lapse"), tracked = m_folder.filePath("tracked"),
                  own = m_folder.filePath("own");
    QCOMPARE(run({"simulate", "--out", lapse, "--frames", "12", "--size", "160", "--seed", "4", "--start-hours", "22",
                  "--minutes-per-frame", "60"})
                 .exitCode,
             0);
    QCOMPARE(run({"measure", "--annotations", lapse + "/annotations.json", "--out", tracked}).exitCode, 0);

    // The same without the tracks of the file.
    QJsonObject truth = QJsonDocument::fromJson(contentOf(lapse + "/annotations.json")).object();
    QJsonArray annotations;
    for (const QJsonValue& value : truth["annotations"].toArray()) {
        QJsonObject annotation = value.toObject();
        annotation.remove("track_id");
        annotations.append(annotation);
    }
    truth["annotations"] = annotations;
    QFile untracked(lapse + "/untracked.json");
    QVERIFY(untracked.open(QIODevice::WriteOnly) && untracked.write(QJsonDocument(truth).toJson()) > 0);
    untracked.close();
    QCOMPARE(run({"measure", "--annotations", untracked.fileName(), "--out", own, "--sustained-frames", "2"}).exitCode,
             0);

    for (const QString& folder : {tracked, own}) {
        const QList<QByteArray> divisions = contentOf(folder + "/divisions.csv").split('\n');
        QCOMPARE(divisions.size(), 3); // a header, the first division and what follows the last line
        QVERIFY(contentOf(folder + "/cells.csv").contains(",lineage,"));
        const QList<QByteArray> embryo = contentOf(folder + "/embryos.csv").split('\n');
        const auto t2 = embryo[0].split(',').indexOf("t2_h");
        QVERIFY(t2 > 0 && !embryo[1].split(',')[t2].isEmpty());
    }
    QVERIFY(contentOf(own + "/manifest.json").contains("\"sustained_frames\": \"2\""));
}

void TestCli::measureIsRepeatable()
{
    for (const char* name : {"m1", "m2"})
        QCOMPARE(run({"measure", "--annotations", simulated() + "/annotations.json", "--out", m_folder.filePath(name)})
                     .exitCode,
                 0);
    for (const char* table : {"/cells.csv", "/frames.csv", "/embryos.csv", "/divisions.csv"}) {
        QVERIFY(!contentOf(m_folder.filePath("m1") + table).isEmpty());
        QCOMPARE(contentOf(m_folder.filePath("m1") + table), contentOf(m_folder.filePath("m2") + table));
    }
}

void TestCli::evaluatePrintsTheTwelveNumbers()
{
    const QString results = m_folder.filePath("none.json");
    QFile file(results);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[]") == 2);
    file.close();
    const Outcome outcome = run({"evaluate", "--gt", simulated() + "/annotations.json", "--pred", results});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.out.count('\n'), 12);
    QVERIFY(outcome.out.startsWith(" Average Precision (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.000\n"));
}

void TestCli::namedMetricsAreOneLineEach()
{
    const QString truth = simulated() + "/annotations.json";
    const auto dataset = formats::readCocoDataset(truth.toStdString());
    std::vector<formats::CocoResult> results;
    for (const formats::CocoAnnotation& a : dataset->annotations)
        results.push_back({a.imageId, a.categoryId, 1, a.segmentation, std::nullopt});
    results.push_back(results.front());
    results.back().score = .25; // a second copy that only counts without --min-score
    const QString path = m_folder.filePath("doubled.json");
    QVERIFY(formats::writeCocoResults(results, path.toStdString()).has_value());
    const auto valuesOf = [&](const QStringList& more) {
        const Outcome outcome = run(QStringList{"evaluate", "--gt", truth, "--pred", path} + more);
        QHash<QString, double> values;
        for (const QString& line : outcome.out.split('\n', Qt::SkipEmptyParts)) {
            const QStringList parts = line.split(" = ");
            values[parts.value(0)] = parts.value(1, "-9").toDouble();
        }
        return values;
    };
    const QStringList all{"--metrics", "coco,sbd,dic,label-ap,hidden,miou,cell-count,visible"};
    auto values = valuesOf(all + QStringList{"--min-score", "0.5"});
    for (const char* name : {"AP", "SBD", "label_AP", "label_AP50", "label_AP95", "hidden_AP", "mIoU"})
        QCOMPARE(values.value(name, -9), 1.0);
    QCOMPARE(values.value("DiC_abs", -9), 0.0);
    QVERIFY(values.value("hidden_objects", -9) > 0);
    QVERIFY(values.contains("AP_cells_2-4"));
    QVERIFY(values.contains("AP_visible_below_0.5"));
    values = valuesOf({"--metrics", "dic,sbd"});
    QCOMPARE(values.size(), 4);
    QVERIFY(std::abs(values.value("DiC_abs", -9) - 1.0 / double(dataset->images.size())) < 1e-5);
    QCOMPARE(values.value("SBD", -9), 1.0);
    QCOMPARE(valuesOf({"--metrics", "dic", "--counted", truth}).value("DiC_abs", -9), 0.0);
}

void TestCli::metricsThatCannotBeComputedSayWhy()
{
    const QString truth = simulated() + "/annotations.json";
    const QString path = m_folder.filePath("nothing.json");
    QVERIFY(formats::writeCocoResults(std::vector<formats::CocoResult>(), path.toStdString()).has_value());
    Outcome outcome = run({"evaluate", "--gt", truth, "--pred", path, "--iou", "bbox", "--metrics", "sbd"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("compare masks"), qPrintable(outcome.err));
    auto dataset = formats::readCocoDataset(truth.toStdString());
    for (formats::CocoAnnotation& annotation : dataset->annotations)
        annotation.visibleMask.reset();
    const QString plain = m_folder.filePath("without-visible.json");
    QVERIFY(formats::writeCocoDataset(*dataset, plain.toStdString()).has_value());
    for (const char* group : {"hidden", "visible"}) {
        outcome = run({"evaluate", "--gt", plain, "--pred", path, "--metrics", group});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("no visible masks"), qPrintable(outcome.err));
    }
}

void TestCli::evaluateOfTheTruthItselfIsPerfect()
{
    const QString truth = simulated() + "/annotations.json";
    const auto dataset = formats::readCocoDataset(truth.toStdString());
    std::vector<formats::CocoResult> results;
    for (const formats::CocoAnnotation& a : dataset->annotations)
        results.push_back({a.imageId, a.categoryId, 1, a.segmentation, std::nullopt});
    const QString path = m_folder.filePath("perfect.json");
    QVERIFY(formats::writeCocoResults(results, path.toStdString()).has_value());
    for (const char* iou : {"segm", "bbox"}) {
        const QString json = m_folder.filePath("scores.json");
        const Outcome outcome =
            run({"evaluate", "--gt", truth, "--pred", path, "--iou", iou, "--counted", truth, "--json", json});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const QJsonObject scores = QJsonDocument::fromJson(contentOf(json)).object();
        QCOMPARE(scores["metrics"].toObject()["AP"].toDouble(), 1.0);
        QCOMPARE(scores["counted"].toObject()["count"].toObject()["exact"].toDouble(), 1.0);
        QVERIFY(scores["categories"].toObject().contains("blastomere"));
        int pictures = 0;
        for (const QJsonValue& stratum : scores["by_cell_count"].toObject())
            pictures += stratum["images"].toInt();
        QVERIFY(pictures > 0);
        for (const QJsonValue& stratum : scores["by_visible_fraction"].toObject())
            QCOMPARE(stratum["AR100"].toDouble(), stratum["objects"].toInt() > 0 ? 1.0 : -1.0);
        QVERIFY(outcome.out.contains("Cell count, all"));
    }
}

void TestCli::referenceEvaluatorIsMatched_data()
{
    QTest::addColumn<QString>("iou");
    QTest::addColumn<QString>("results");
    QTest::newRow("masks") << "segm"
                           << "instances_val2014_fakesegm100_results.json";
    QTest::newRow("boxes") << "bbox"
                           << "instances_val2014_fakebbox100_results.json";
}

void TestCli::referenceEvaluatorIsMatched()
{
    QFETCH(QString, iou);
    QFETCH(QString, results);
    const QString data = qEnvironmentVariable("BLASTOSCOPE_TEST_DATA");
    if (data.isEmpty())
        QSKIP("BLASTOSCOPE_TEST_DATA is not set; this case needs the reference results.");
    const QString folder = data + "/coco_eval_reference/";
    const Outcome outcome =
        run({"evaluate", "--gt", folder + "instances_val2014_100.json", "--pred", folder + results, "--iou", iou});
    QCOMPARE(outcome.exitCode, 0);
    QString section = contentOf(folder + "val2014_fake_eval_res.txt").replace("\r", "");
    section = section.mid(section.indexOf("type=" + iou));
    section = section.left(section.indexOf("-----"));
    QCOMPARE(outcome.out.count('\n'), 12);
    for (const QString& line : outcome.out.split('\n', Qt::SkipEmptyParts))
        QVERIFY2(section.contains(line + '\n'), qPrintable(line));
}

void TestCli::nothingIsDrawnWithoutATerminal()
{
    const Outcome outcome = run({"simulate", "--out", m_folder.filePath("quiet"), "--size", "64"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.err.isEmpty(), qPrintable(outcome.err));
}

void TestCli::trainNeedsARecipe()
{
    const QString recipe = m_folder.filePath("recipe.json");
    QFile file(recipe);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[]") == 2);
    file.close();
    const Outcome outcome = run({"train", "--config", recipe, "--out", m_folder.filePath("run")});
    QVERIFY(outcome.exitCode == 1 || outcome.exitCode == 2); // the worker's own code
    QVERIFY(!outcome.err.isEmpty());
}

void TestCli::optionsThatAResumedRunWouldDropAreNamed()
{
    const Outcome outcome = run({"train", "--resume", "--out", m_folder.filePath("none"), "--dataset", m_folder.path(),
                                 "--freeze", "backbone,fpn", "--learning-rate", "0.1"});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains("--dataset, --learning-rate, --freeze: "), qPrintable(outcome.err));
}

void TestCli::trainLeavesAnEarlierRunAsItIs()
{
    const QString folder = m_folder.filePath("earlier");
    QVERIFY(QDir().mkpath(folder));
    const QString recipe = folder + "/recipe.json", written = folder + "/fine-tuning.json";
    const QString weights = m_folder.filePath("no-weights"); // any file will do until the worker reads it
    for (const QString& name : {recipe, written, weights}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    }
    const QStringList arguments = {"train", "--base", weights, "--dataset", m_folder.path(), "--out", folder};
    const Outcome another = run(arguments);
    QCOMPARE(another.exitCode, 1);
    QVERIFY2(another.err.contains("already holds a run"), qPrintable(another.err));
    QCOMPARE(contentOf(written), QByteArray("{}"));

    const Outcome other = run(arguments + QStringList{"--resume"});
    QCOMPARE(other.exitCode, 1);
    QVERIFY2(other.err.contains("with other options"), qPrintable(other.err));
    QCOMPARE(contentOf(written), QByteArray("{}"));

    // With the options that it was begun with it goes on, here as far as the worker, who sees that these are no
    // weights.
    QVERIFY(QFile::rename(recipe, recipe + ".kept"));
    run(arguments);
    QVERIFY(contentOf(written).contains("\"base\""));
    QVERIFY(QFile::rename(recipe + ".kept", recipe));
    const Outcome onward = run(arguments + QStringList{"--resume"});
    QVERIFY(onward.exitCode > 0);
    QVERIFY2(!onward.err.contains("with other options"), qPrintable(onward.err));
}

void TestCli::datasetsAreBuiltFromAnnotatedPictures()
{
    const QString set = m_folder.filePath("set");
    const QStringList arguments = {"dataset",       "build", "--annotations", simulated() + "/annotations.json",
                                   "--root",        simulated(), "--out", set,
                                   "--embryo-from", "pattern:images/(\\d+)", "--validation", "00001"};
    const Outcome outcome = run(arguments + QStringList{"--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY(outcome.err.contains("warning: Only 2 embryos to train on"));
    const QJsonObject report = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(report["counts"]["train"]["frames"].toInt(), 2);
    QCOMPARE(report["counts"]["validation"]["frames"].toInt(), 1);
    for (const char* name : {"data.safetensors", "dataset.json", "annotations.json", "images/00003.png"})
        QVERIFY2(QFile::exists(set + '/' + name), name);
    const QByteArray data = contentOf(set + "/data.safetensors");
    QCOMPARE(QString(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex()),
             report["data_sha256"].toString());

    const Outcome again = run(arguments);
    QCOMPARE(again.exitCode, 1);
    QVERIFY(again.err.contains("is not empty"));
    const Outcome untrained = run({"train", "--dataset", set, "--out", m_folder.filePath("tuned")});
    QCOMPARE(untrained.exitCode, 1);
    QVERIFY(untrained.err.contains("--base"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
