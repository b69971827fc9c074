// SPDX-License-Identifier: Apache-2.0
// From pictures to a generator, labelled samples and a training set, with the real programs and everything tiny.
#include <algorithm>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "core/dataset/generated/pair_files.h"
#include "core/dataset/generated/sample_files.h"
#include "core/formats/coco.h"
#include "core/formats/coco_annotation.h"
#include "core/imaging/picture_file.h"
#include "core/imaging/picture_reader.h"
#include "core/masks/ellipse.h"
#include "core/masks/semantic/semantic_map.h"
#include "tests/cli/cli_program.h"

using namespace blastoscope;
using tests::Outcome;

namespace {

constexpr int kSide = 16;
constexpr int kSamples = 6;

base::Image labels()
{
    const std::vector<masks::RleMask> cells = {masks::ellipseMask(kSide, kSide, {{8, 8}, 6, 6, 0})};
    return masks::semanticMap(kSide, kSide, cells, {}, {});
}

} // namespace

class TestCliGan : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void helpNamesWhatMatters_data();
    void helpNamesWhatMatters();
    void aGeneratorIsTrainedAndMakesSamples();
    void samplesAreShownBesideTheirNearestPictures();
    void labelledSamplesTeachAnInterpreter();
    void acceptedFramesTeachTheSame();
    void theMostUncertainSamplesAreChosen();
    void aChoiceNeedsMoreSamplesThanItTakes_data();
    void aChoiceNeedsMoreSamplesThanItTakes();
    void labelsOfOtherSamplesAreRefused();
    void samplesWithLabelsAreListed();
    void pairsBecomeATrainingSet();
    void realPicturesAreMixedIn();
    void aSegmenterLearnsFromLabelledPictures();
    void segmentersRefuseWhatDoesNotFit_data();
    void segmentersRefuseWhatDoesNotFit();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();

private:
    Outcome run(const QStringList& arguments) const { return tests::runCli(arguments, m_folder.path()); }
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QStringList dataset(const QString& out) const
    {
        return {"gan", "dataset", "--pairs", at("pairs"), "--out", at(out)};
    }

    QTemporaryDir m_folder;
};

void TestCliGan::initTestCase()
{
    const Outcome outcome =
        run({"simulate", "--out", at("simulated"), "--embryos", "4", "--size", "64", "--seed", "11"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
}

void TestCliGan::helpNamesWhatMatters_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("mentioned");
    QTest::newRow("train") << "train"
                           << "--resolution";
    QTest::newRow("export") << "export"
                            << "--run";
    QTest::newRow("sample") << "sample"
                            << "--truncation";
    QTest::newRow("interpret") << "interpret"
                               << "background,fragment,cell,overlap";
    QTest::newRow("synthesize") << "synthesize"
                                << "--drop";
    QTest::newRow("dataset") << "dataset"
                             << "--shape-model";
    QTest::newRow("score") << "score"
                           << "KID-own";
    QTest::newRow("segmenter") << "segmenter"
                               << "label";
}

void TestCliGan::helpNamesWhatMatters()
{
    QFETCH(QString, command);
    QFETCH(QString, mentioned);
    const Outcome outcome = run({"gan", command, "--help"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains(mentioned), qPrintable(outcome.out));
}

void TestCliGan::aGeneratorIsTrainedAndMakesSamples()
{
    Outcome outcome = run({"gan", "train", "--images", at("simulated/images"), "--resolution", "16", "--batch", "2",
                           "--steps", "2", "--threads", "1", "--device", "cpu", "--out", at("run")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    outcome = run({"gan", "sample", "--generator", at("run/generator.safetensors"), "--out", at("samples"), "--count",
                   QString::number(kSamples), "--first", "10"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const auto list = dataset::readSampleList(at("samples").toStdString());
    QVERIFY(list);
    QCOMPARE(int(list->samples.size()), kSamples);
    QCOMPARE(list->samples.front().index, 10);
    QVERIFY(QFile::exists(at("samples/00015.png")));
}

void TestCliGan::samplesAreShownBesideTheirNearestPictures()
{
    const Outcome outcome = run({"gan", "score", "--generator", at("run/generator.safetensors"), "--dataset",
                                 at("run/pictures"), "--pictures", "4", "--nearest", at("nearest.png"), "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY(outcome.json()["kid_own"].isDouble());
    QVERIFY(outcome.json().value("nearest").toObject().value("samples").toDouble() > 0);
    QVERIFY(outcome.json().value("nearest").toObject().value("pictures").toDouble() > 0);
    const auto shown = imaging::readPicture(at("nearest.png").toStdString());
    QVERIFY(shown);
    QCOMPARE(shown->width, kSide * (1 + 4)); // there are only four pictures
    QCOMPARE(shown->height, kSide * 8);
}

void TestCliGan::labelledSamplesTeachAnInterpreter()
{
    QVERIFY(QDir(m_folder.path()).mkdir("labels"));
    for (int i = 10; i < 10 + kSamples; ++i)
        QVERIFY(imaging::writePng(labels(), at("labels").toStdString() + "/" + dataset::sampleFileName(i)));
    const Outcome outcome =
        run({"gan", "interpret", "--generator", at("run/generator.safetensors"), "--samples", at("samples"), "--labels",
             at("labels"), "--out", at("interpreter.safetensors"), "--hidden", "16,8", "--classifiers", "3", "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(outcome.json()["samples"].toInt(), kSamples);
    QVERIFY(outcome.json()["train_miou"].toDouble() > .8);
}

/// Accepted silhouettes of a COCO file are the label images that they stand for.
void TestCliGan::acceptedFramesTeachTheSame()
{
    std::vector<formats::AnnotatedFrame> frames;
    for (int i = 10; i < 10 + kSamples; ++i) {
        formats::AnnotatedFrame frame;
        frame.fileName = dataset::sampleFileName(i);
        frame.annotation.width = frame.annotation.height = kSide;
        frame.annotation.review = annotation::ReviewState::Accepted;
        frame.annotation.instances.resize(1);
        frame.annotation.instances[0].id = 1;
        frame.annotation.instances[0].amodal = masks::ellipseMask(kSide, kSide, {{8, 8}, 6, 6, 0});
        frames.push_back(std::move(frame));
    }
    QVERIFY(formats::writeCocoDataset(formats::toCoco(frames), at("labels.json").toStdString()));
    const Outcome outcome =
        run({"gan", "interpret", "--generator", at("run/generator.safetensors"), "--samples", at("samples"), "--labels",
             at("labels.json"), "--out", at("same.safetensors"), "--hidden", "16,8", "--classifiers", "3"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QFile images(at("interpreter.safetensors")), silhouettes(at("same.safetensors"));
    QVERIFY(images.open(QIODevice::ReadOnly) && silhouettes.open(QIODevice::ReadOnly));
    QVERIFY(images.readAll() == silhouettes.readAll());
}

void TestCliGan::theMostUncertainSamplesAreChosen()
{
    const QStringList choice = {
        "gan",        "sample",  "--generator", at("run/generator.safetensors"), "--out",
        at("chosen"), "--count", "2",           "--most-uncertain-of",           "6"};
    const Outcome blind = run(choice);
    QCOMPARE(blind.exitCode, 1);
    QVERIFY2(blind.err.contains("interpreter"), qPrintable(blind.err));
    Outcome outcome = run(choice + QStringList{"--interpreter", at("interpreter.safetensors")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    outcome = run({"gan", "synthesize", "--generator", at("run/generator.safetensors"), "--interpreter",
                   at("interpreter.safetensors"), "--out", at("all"), "--count", "6"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const auto chosen = dataset::readSampleList(at("chosen").toStdString());
    const auto all = dataset::readPairList(at("all").toStdString());
    QVERIFY(chosen && all);
    QCOMPARE(chosen->samples.size(), std::size_t(2));
    QVERIFY(chosen->samples[0].file.starts_with("001-") && chosen->samples[1].file.starts_with("002-"));
    double least = 1e9, most = -1; // of the chosen ones, of the others
    for (const dataset::PairEntry& pair : all->pairs) {
        const bool isChosen =
            chosen->samples[0].file.ends_with(pair.file) || chosen->samples[1].file.ends_with(pair.file);
        (isChosen ? least : most) = isChosen ? std::min(least, pair.uncertainty) : std::max(most, pair.uncertainty);
    }
    QVERIFY(least >= most);
}

void TestCliGan::aChoiceNeedsMoreSamplesThanItTakes_data()
{
    QTest::addColumn<QString>("outOf");
    QTest::newRow("fewer") << "3";
    QTest::newRow("as many") << "4";
}

void TestCliGan::aChoiceNeedsMoreSamplesThanItTakes()
{
    QFETCH(QString, outOf);
    const Outcome outcome =
        run({"gan", "sample", "--generator", at("run/generator.safetensors"), "--interpreter",
             at("interpreter.safetensors"), "--out", at("unchosen"), "--count", "4", "--most-uncertain-of", outOf});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("--most-uncertain-of " + outOf + " leaves no choice"), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(at("unchosen")));
}

void TestCliGan::labelsOfOtherSamplesAreRefused()
{
    const Outcome outcome = run({"gan", "interpret", "--generator", at("run/generator.safetensors"), "--samples",
                                 at("samples"), "--labels", at("simulated"), "--out", at("x.safetensors")});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("is named like a sample"), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(at("x.safetensors")));
}

void TestCliGan::samplesWithLabelsAreListed()
{
    const Outcome outcome =
        run({"gan", "synthesize", "--generator", at("run/generator.safetensors"), "--interpreter",
             at("interpreter.safetensors"), "--out", at("pairs"), "--count", "10", "--drop", "0.2"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains("8 labelled samples"), qPrintable(outcome.out));
    const auto list = dataset::readPairList(at("pairs").toStdString());
    QVERIFY(list);
    QCOMPARE(list->pairs.size(), std::size_t(8));
    QCOMPARE(list->dropped, std::size_t(2));
    QCOMPARE(list->interpreterHash.size(), std::size_t(64));
    QCOMPARE(QDir(at("pairs/images")).entryList({"*.png"}).size(), 8);
    QVERIFY(dataset::readPair(list->pairs.front().file, at("pairs").toStdString()));
}

void TestCliGan::pairsBecomeATrainingSet()
{
    QFile names(at("accepted.txt"));
    QVERIFY(names.open(QIODevice::WriteOnly));
    const auto list = dataset::readPairList(at("pairs").toStdString());
    for (int i = 0; i < 4; ++i)
        names.write((list->pairs[std::size_t(i)].file + "\r\n").c_str());
    names.close();
    const Outcome outcome = run(dataset("set") + QStringList{"--accepted", at("accepted.txt"), "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const QJsonArray frames = outcome.json()["frames"].toArray();
    QCOMPARE(frames.size(), 4);
    int cells = 0;
    for (const QJsonValue& frame : frames) {
        QCOMPARE(frame["synthetic"]["interpreter_sha256"].toString().toStdString(), list->interpreterHash);
        QCOMPARE(frame["synthetic"]["shape_model_sha256"].toString(), QString());
        cells += frame["cells"].toInt();
    }
    QVERIFY(cells >= 4);
    QVERIFY(QFile::exists(at("set/data.safetensors")));
}

void TestCliGan::realPicturesAreMixedIn()
{
    const QStringList real = {"--real",        at("simulated/annotations.json"), "--root",  at("simulated"),
                              "--embryo-from", "pattern:images/(\\d+)",          "--share", "0.5"};
    const QString snap = qEnvironmentVariable("BLASTOSCOPE_SOURCE_DIR") + "/models/shape-snap.safetensors";
    const Outcome outcome = run(dataset("mixed") + real + QStringList{"--shape-model", snap, "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    int synthetic = 0, photographed = 0;
    for (const QJsonValue& frame : outcome.json()["frames"].toArray()) {
        const bool isSynthetic = frame.toObject().contains("synthetic");
        QVERIFY(!isSynthetic || frame["split"] == "train");
        QVERIFY(!isSynthetic || frame["synthetic"]["shape_model_sha256"].toString().size() == 64);
        if (frame["split"] == "train")
            ++(isSynthetic ? synthetic : photographed);
    }
    QVERIFY(synthetic > 0);
    QCOMPARE(synthetic, photographed);
    const Outcome more = run(dataset("more") + real.mid(0, 6) + QStringList{"--share", "0.98"});
    QCOMPARE(more.exitCode, 1);
    QVERIFY2(more.err.contains("make more of them"), qPrintable(more.err));
}

void TestCliGan::aSegmenterLearnsFromLabelledPictures()
{
    Outcome outcome =
        run({"simulate", "--out", at("crops"), "--embryos", "6", "--size", "32", "--seed", "5", "--framing", "clump",
             "--look", "hoffman", "--min-cells", "2", "--max-cells", "2", "--cleavage-only", "--semantic"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    outcome =
        run({"gan", "segmenter", "score", "--labels", at("crops/labels"), "--truth", at("crops/labels"), "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(outcome.json()["pictures"].toInt(), 6);
    QCOMPARE(outcome.json()["miou"].toDouble(), 1.0);
    QVERIFY(outcome.json().value("iou").toObject().value("cell").isDouble());
    for (const QString kind : {"unet", "fcn"}) {
        const QString network = at(kind + ".safetensors"), found = at(kind);
        outcome = run({"gan", "segmenter", "train", "--pairs", at("crops"), "--counts", "5", "--out", network, "--kind",
                       kind, "--steps", "150", "--batch", "5"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains("5 labelled pictures"), qPrintable(outcome.out));
        outcome = run(
            {"gan", "segmenter", "label", "--segmenter", network, "--pictures", at("crops/images"), "--out", found});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        outcome = run({"gan", "segmenter", "score", "--labels", found, "--truth", at("crops/labels"), "--json"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.json().value("iou").toObject().value("cell").toDouble() > .5, qPrintable(outcome.out));
        QVERIFY2(outcome.json().value("iou").toObject().value("background").toDouble() > .7, qPrintable(outcome.out));
    }
}

void TestCliGan::segmentersRefuseWhatDoesNotFit_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QStringList& arguments, const QString& reason) {
        QTest::newRow(name) << arguments << reason;
    };
    const QStringList training = {"train", "--out", at("x.safetensors"), "--steps", "1", "--pairs"};
    row("too many asked for", training + QStringList{at("crops"), "--counts", "7"}, "only 6");
    row("one number for two folders", training + QStringList{at("crops"), at("crops"), "--counts", "1"}, "one number");
    row("two sizes", training + QStringList{at("crops"), at("pairs")}, "multiples of 32");
    row("classes without names", training + QStringList{at("crops"), "--classes", "background,rest"}, "no name");
    row("no pictures", {"label", "--segmenter", at("unet.safetensors"), "--pictures", at("run"), "--out", at("x")},
        "no PNG");
    row("no segmenter",
        {"label", "--segmenter", at("run/generator.safetensors"), "--pictures", at("crops/images"), "--out", at("x")},
        "no segmenter");
    row("other pictures", {"score", "--labels", at("crops/labels"), "--truth", at("samples")}, "00000.png");
}

void TestCliGan::segmentersRefuseWhatDoesNotFit()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, reason);
    const Outcome outcome = run(QStringList{"gan", "segmenter"} + arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(reason), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(at("x.safetensors")) && !QFile::exists(at("x")));
}

void TestCliGan::wrongUseIsExplained_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("real pictures without their folder") << QStringList{"--real", at("simulated/annotations.json")} << 2;
    QTest::newRow("a share of nothing") << QStringList{"--share", "0.5"} << 2;
    QTest::newRow("no list") << QStringList{"--accepted", at("nothing.txt")} << 2;
    QTest::newRow("a list of other names") << QStringList{"--accepted", at("samples/samples.json")} << 1;
    QTest::newRow("a model that is none") << QStringList{"--shape-model", at("run/generator.safetensors")} << 1;
}

void TestCliGan::wrongUseIsExplained()
{
    QFETCH(QStringList, more);
    QFETCH(int, exitCode);
    const Outcome outcome = run(dataset("wrong") + more);
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!QFile::exists(at("wrong")));
}

QTEST_GUILESS_MAIN(TestCliGan)
#include "tst_cli_gan.moc"
