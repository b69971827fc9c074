// SPDX-License-Identifier: Apache-2.0
// Training sets: what enters them, how they are split, what their report warns of.
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/sha256.h"
#include "core/dataset/coco_frames.h"
#include "core/dataset/dataset_builder.h"
#include "core/dataset/dataset_preview.h"
#include "core/dataset/fine_tuning_recipe.h"
#include "core/imaging/image_stack.h"
#include "core/imaging/picture_file.h"
#include "core/nn/data/dataset_file.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::dataset;
using annotation::ReviewState;
namespace fs = std::filesystem;

namespace {

constexpr int kWidth = 90;
constexpr int kHeight = 70;

masks::RleMask square(int x, int y, int side)
{
    return tests::rectangle(kWidth, kHeight, x, y, side, side);
}

base::Image picture(int number)
{
    base::Image image(kWidth, kHeight, 1, base::PixelType::U8);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            image.row<std::uint8_t>(y)[x] = std::uint8_t(x + y + 10 * number);
    return image;
}

SourceFrame frame(int number, const std::string& embryo, ReviewState review = ReviewState::ToDo)
{
    SourceFrame frame;
    frame.truth.fileName = embryo + "/" + std::to_string(number) + ".png";
    frame.truth.embryoId = embryo;
    frame.truth.frameIndex = number;
    auto& annotation = frame.truth.annotation;
    annotation.width = kWidth;
    annotation.height = kHeight;
    annotation.review = review;
    annotation.instances.resize(2);
    annotation.instances[0].id = 1;
    annotation.instances[0].amodal = square(20, 20, 24);
    annotation.instances[1].id = 2;
    annotation.instances[1].amodal = square(34, 20, 24);
    frame.read = [number] { return picture(number); };
    return frame;
}

std::vector<SourceFrame> embryos(std::initializer_list<const char*> names, int framesEach)
{
    std::vector<SourceFrame> frames;
    for (const char* name : names)
        for (int i = 0; i < framesEach; ++i)
            frames.push_back(frame(int(frames.size()), name));
    return frames;
}

base::Result<DatasetReport> build(const std::vector<SourceFrame>& frames, const QString& out, BuildOptions options = {})
{
    options.out = out.toStdString();
    return buildDataset(frames, options, {}, [](const base::Progress&) {});
}

bool warns(const DatasetReport& report, const std::string& of)
{
    return std::any_of(report.warnings.begin(), report.warnings.end(),
                       [&](const std::string& warning) { return warning.find(of) != std::string::npos; });
}

} // namespace

class DatasetTest : public QObject {
    Q_OBJECT

private slots:
    void everythingIsInTheFolder();
    void theSameFramesGiveTheSameBytes();
    void depthOrderTellsVisibleParts();
    void onlyAcceptedFramesEnter();
    void embryosAreNeverDivided_data();
    void embryosAreNeverDivided();
    void namedEmbryosAreHeldOut();
    void samePictureOnBothSidesIsLeakage();
    void oddCellsAreReported();
    void objectsOfAnotherKindAreCalledSo();
    void deepPicturesAreStretched();
    void aUsedFolderIsLeftAlone();
    void aFailureLeavesNothingBehind();
    void embryoRules_data();
    void embryoRules();
    void badEmbryoRulesAreRefused_data();
    void badEmbryoRulesAreRefused();
    void cocoFilesAreRead();
    void aPreviewSaysWhatTheReportWillSay();
    void recipesSayOnlyWhatWasAskedFor();
    void epochsAreCountedInStepsOfRealFrames();
};

void DatasetTest::everythingIsInTheFolder()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b", "c", "d", "e"}, 2);
    frames[0].truth.annotation.instances[1].uncertain = true;
    const auto report = build(frames, folder.filePath("set"));
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    const fs::path set = folder.filePath("set").toStdString();
    QCOMPARE(int(report->frames.size()), 10);
    QCOMPARE(report->train.frames, 8);
    QCOMPARE(report->validation.frames, 2);
    QCOMPARE(report->train.objects[0] + report->validation.objects[0], 19);
    QCOMPARE(report->train.uncertain + report->validation.uncertain, 1);
    const auto inBins = [&] {
        int sum = 0;
        for (const SizeBin& bin : report->sizes)
            sum += bin.count;
        return sum;
    };
    QCOMPARE(inBins(), 19);

    const auto data = nn::readDatasetFile(set / nn::kDatasetFileName);
    QVERIFY(data);
    QCOMPARE(int(data->size()), 10);
    QCOMPARE(report->dataSha256, *base::sha256OfFile(set / nn::kDatasetFileName));
    for (std::size_t i = 0; i < data->size(); ++i) {
        const nn::DatasetFrame& entry = (*data)[i];
        QCOMPARE(entry.embryo, frames[i].truth.embryoId);
        QCOMPARE(int(entry.instances.size()), 2);
        QVERIFY(entry.instances[0].amodal == frames[i].truth.annotation.instances[0].amodal);
        const auto stack = imaging::openStack(set / entry.name);
        QVERIFY(stack);
        const auto image = (*stack)->read({});
        QVERIFY(image);
        QVERIFY(std::equal(entry.pixels.begin(), entry.pixels.end(), image->row<std::uint8_t>(0)));
    }
    QVERIFY((*data)[0].instances[1].ignore);

    const auto coco = formats::readCocoDataset(set / "annotations.json");
    QVERIFY(coco);
    QCOMPARE(int(coco->images.size()), 10);
    QCOMPARE(coco->images[3].fileName, (*data)[3].name);
    const auto json = nlohmann::json::parse(*base::readTextFile(set / "dataset.json"));
    QCOMPARE(json.at("data_sha256").get<std::string>(), report->dataSha256);
    QCOMPARE(json.at("frames").at(0).at("source").get<std::string>(), std::string("a/0.png"));
}

void DatasetTest::theSameFramesGiveTheSameBytes()
{
    QTemporaryDir folder;
    const auto frames = embryos({"a", "b", "c"}, 2);
    for (const char* name : {"one", "two"})
        QVERIFY(build(frames, folder.filePath(name)));
    const fs::path root = folder.path().toStdString();
    for (const char* file : {"data.safetensors", "annotations.json", "dataset.json", "images/00001.png"})
        QCOMPARE(*base::sha256OfFile(root / "one" / file), *base::sha256OfFile(root / "two" / file));
}

void DatasetTest::depthOrderTellsVisibleParts()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b"}, 1);
    frames[0].truth.annotation.order.push_back({1, 2});
    QVERIFY(build(frames, folder.filePath("set")));
    const auto data = nn::readDatasetFile(folder.filePath("set/data.safetensors").toStdString());
    QVERIFY(data);
    const auto& known = (*data)[0].instances;
    QVERIFY(known[0].visible && *known[0].visible == known[0].amodal);
    QVERIFY(known[1].visible && *known[1].visible == masks::subtracted(known[1].amodal, known[0].amodal));
    QVERIFY(!(*data)[1].instances[0].visible); // overlapping, and nobody said which is nearer
}

void DatasetTest::onlyAcceptedFramesEnter()
{
    QTemporaryDir folder;
    std::vector<SourceFrame> frames = {frame(0, "a", ReviewState::Accepted), frame(1, "a", ReviewState::Corrected),
                                       frame(2, "b", ReviewState::Rejected), frame(3, "b", ReviewState::ToDo),
                                       frame(4, "b", ReviewState::Accepted)};
    frames[4].truth.annotation.instances.clear(); // accepted: there is nothing on it
    const auto report = build(frames, folder.filePath("set"));
    QVERIFY(report);
    QCOMPARE(int(report->frames.size()), 3);
    QCOMPARE(report->notReviewed, 2);

    auto unreviewed = embryos({"a", "b"}, 2);
    unreviewed[1].truth.annotation.instances.clear();
    const auto second = build(unreviewed, folder.filePath("second"));
    QVERIFY(second);
    QCOMPARE(second->empty, 1);

    const auto none = build({frame(0, "a", ReviewState::Rejected)}, folder.filePath("none"));
    QVERIFY(!none);
    QVERIFY(none.error().message.find("accept") != std::string::npos);
}

void DatasetTest::embryosAreNeverDivided_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("count");
    for (const double share : {0.0, 0.01, 0.2, 0.5, 0.9})
        for (const int count : {1, 2, 7})
            QTest::addRow("%.2f of %d", share, count) << share << count;
}

void DatasetTest::embryosAreNeverDivided()
{
    QFETCH(double, share);
    QFETCH(int, count);
    std::vector<std::string> names;
    for (int embryo = 0; embryo < count; ++embryo)
        names.insert(names.end(), std::size_t(3 + embryo), "embryo " + std::to_string(embryo));
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const auto split = splitByEmbryo(names, {{}, share, seed});
        QVERIFY(split);
        std::map<std::string, bool> side;
        for (std::size_t i = 0; i < names.size(); ++i)
            QCOMPARE(bool((*split)[i]), side.emplace(names[i], (*split)[i]).first->second);
        const auto held = std::count_if(side.begin(), side.end(), [](const auto& s) { return s.second; });
        QVERIFY(held < count);
        QCOMPARE(held > 0, share > 0 && count > 1);
    }
}

void DatasetTest::namedEmbryosAreHeldOut()
{
    const std::vector<std::string> names = {"a", "b", "a", "c"};
    const auto split = splitByEmbryo(names, {{"a"}, 0.2, 1});
    QVERIFY(split);
    QVERIFY((*split == std::vector<bool>{true, false, true, false}));
    const auto unknown = splitByEmbryo(names, {{"z"}, 0.2, 1});
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.find("a, b, c") != std::string::npos);
    QVERIFY(!splitByEmbryo(names, {{"a", "b", "c"}, 0.2, 1}));
}

void DatasetTest::samePictureOnBothSidesIsLeakage()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b", "c", "d", "e"}, 1);
    BuildOptions options;
    options.split.validation = {"e"};
    const auto clean = build(frames, folder.filePath("clean"), options);
    QVERIFY(clean);
    QVERIFY(!warns(*clean, "Leakage"));
    frames[4].read = [] { return picture(1); }; // the picture of "b" under another name
    const auto leaky = build(frames, folder.filePath("leaky"), options);
    QVERIFY(leaky);
    QVERIFY(warns(*leaky, "Leakage: \"b/1.png\" and \"e/4.png\""));
}

void DatasetTest::oddCellsAreReported()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b"}, 1);
    frames[0].truth.annotation.instances[0].amodal = square(0, 10, 24);
    frames[0].truth.annotation.instances[1].amodal = square(40, 40, 5);
    const auto report = build(frames, folder.filePath("set"));
    QVERIFY(report);
    QVERIFY(warns(*report, "Cut off: 1 of 4"));
    QVERIFY(warns(*report, "Very small: 1 of 4"));
    QVERIFY(warns(*report, "Only 1 embryo to train on"));
    BuildOptions all;
    all.split.validationShare = 0;
    const auto noneHeld = build(frames, folder.filePath("all"), all);
    QVERIFY(noneHeld);
    QVERIFY(warns(*noneHeld, "No embryo is held out"));
}

void DatasetTest::objectsOfAnotherKindAreCalledSo()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b"}, 2);
    for (SourceFrame& frame : frames)
        for (annotation::Instance& instance : frame.truth.annotation.instances) {
            instance.ownName = "nucleus";
            instance.amodal = square(0, 20, 12); // small, and at the border
        }
    const auto report = build(frames, folder.filePath("set"));
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QCOMPARE(report->ownName, std::string("nucleus"));
    for (const char* text : {"instead of objects", "8 of 8 objects are less", "8 of 8 objects reach"})
        QVERIFY2(warns(*report, text), text);
    QVERIFY(!warns(*report, "blastomere"));
    QVERIFY(toText(*report).find("objects (nucleus)") != std::string::npos);
    QVERIFY(toText(*report).find("lastomere") == std::string::npos);
    QCOMPARE(toJson(*report).at("own_name").get<std::string>(), std::string("nucleus"));
    frames[0].truth.annotation.instances[0].ownName.clear(); // a blastomere among them
    QVERIFY(previewDataset(frames, {})->ownName.empty());
}

void DatasetTest::deepPicturesAreStretched()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b"}, 1);
    frames[0].read = [] {
        base::Image image(kWidth, kHeight, 1, base::PixelType::U16);
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x)
                image.row<std::uint16_t>(y)[x] = std::uint16_t(30000 + 4 * x);
        return image;
    };
    QVERIFY(build(frames, folder.filePath("set")));
    const auto data = nn::readDatasetFile(folder.filePath("set/data.safetensors").toStdString());
    QVERIFY(data);
    const auto [low, high] = std::minmax_element((*data)[0].pixels.begin(), (*data)[0].pixels.end());
    QCOMPARE(int(*low), 0);
    QCOMPARE(int(*high), 255);
}

void DatasetTest::aUsedFolderIsLeftAlone()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("set"));
    QVERIFY(base::writeTextFile(folder.filePath("set/mine.txt").toStdString(), "mine"));
    const auto report = build(embryos({"a", "b"}, 1), folder.filePath("set"));
    QVERIFY(!report);
    QVERIFY(report.error().code == base::ErrorCode::InvalidArgument);
    QCOMPARE(QDir(folder.filePath("set")).entryList(QDir::Files), QStringList("mine.txt"));
}

void DatasetTest::aFailureLeavesNothingBehind()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b"}, 2);
    frames[3].read = []() -> base::Result<base::Image> {
        return base::fail(base::ErrorCode::Corrupt, "The picture is damaged.");
    };
    QVERIFY(!build(frames, folder.filePath("set")));
    base::CancellationToken cancelled;
    cancelled.cancel();
    BuildOptions options;
    options.out = folder.filePath("set").toStdString();
    const auto report =
        buildDataset(embryos({"a", "b"}, 1), options, cancelled, [](const base::Progress&) {});
    QVERIFY(!report && report.error().code == base::ErrorCode::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void DatasetTest::embryoRules_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the annotations know") << "" << "E7" << "E7";
    QTest::newRow("or the folder does") << "" << "" << "clinic/well_3";
    QTest::newRow("id") << "id" << "E7" << "E7";
    QTest::newRow("folder") << "folder" << "E7" << "clinic/well_3";
    QTest::newRow("pattern") << "pattern:well_(\\d+)" << "E7" << "3";
    QTest::newRow("list") << "file:list.csv" << "E7" << "Embryo 3";
    QTest::newRow("no id") << "id" << "" << "";
    QTest::newRow("no match") << "pattern:dish_(\\d+)" << "" << "";
}

void DatasetTest::embryoRules()
{
    QFETCH(QString, rule);
    QFETCH(QString, id);
    QFETCH(QString, expected);
    QTemporaryDir folder;
    const std::string list = folder.filePath("list.csv").toStdString();
    QVERIFY(
        base::writeTextFile(list, "clinic/other.png,X\r\nclinic/well_3/a,b.png,Third\nclinic/well_3/1.png,Embryo 3\n"));
    formats::AnnotatedFrame annotated;
    annotated.fileName = "clinic/well_3/1.png";
    annotated.embryoId = id.toStdString();
    const bool isList = rule.startsWith("file:");
    const auto parsed = EmbryoRule::parse(isList ? "file:" + list : rule.toStdString());
    QVERIFY(parsed);
    const auto embryo = parsed->embryoOf(annotated);
    QCOMPARE(embryo.has_value(), !expected.isEmpty());
    if (embryo)
        QCOMPARE(*embryo, expected.toStdString());
    else
        QVERIFY(embryo.error().message.find("clinic/well_3/1.png") != std::string::npos);
}

void DatasetTest::badEmbryoRulesAreRefused_data()
{
    QTest::addColumn<QString>("rule");
    for (const char* rule : {"folders", "pattern:", "pattern:(", "pattern:well", "file:", "file:/none/list.csv"})
        QTest::newRow(rule) << rule;
}

void DatasetTest::badEmbryoRulesAreRefused()
{
    QFETCH(QString, rule);
    const auto parsed = EmbryoRule::parse(rule.toStdString());
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().message.empty());
}

void DatasetTest::cocoFilesAreRead()
{
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    std::vector<formats::AnnotatedFrame> truths;
    for (const SourceFrame& source : embryos({"a", "b"}, 2)) {
        fs::create_directories((root / source.truth.fileName).parent_path());
        QVERIFY(imaging::writePng(*source.read(), root / source.truth.fileName));
        truths.push_back(source.truth);
    }
    auto coco = formats::toCoco(truths);
    QVERIFY(formats::writeCocoDataset(coco, root / "coco.json"));
    const auto rule = EmbryoRule::parse("folder");
    const auto frames = framesFromCoco(root / "coco.json", root, *rule);
    QVERIFY(frames);
    QVERIFY(build(*frames, folder.filePath("set")));
    const auto data = nn::readDatasetFile(folder.filePath("set/data.safetensors").toStdString());
    QVERIFY(data);
    QVERIFY(std::equal((*data)[2].pixels.begin(), (*data)[2].pixels.end(), picture(2).row<std::uint8_t>(0)));

    coco.images[1].fileName = "../outside.png";
    QVERIFY(formats::writeCocoDataset(coco, root / "coco.json"));
    QVERIFY(framesFromCoco(root / "coco.json", root, *rule).error().code == base::ErrorCode::InvalidArgument);
    coco.images[1].fileName = "a/none.png";
    QVERIFY(formats::writeCocoDataset(coco, root / "coco.json"));
    QVERIFY(framesFromCoco(root / "coco.json", root, *rule).error().code == base::ErrorCode::NotFound);
}

void DatasetTest::aPreviewSaysWhatTheReportWillSay()
{
    QTemporaryDir folder;
    auto frames = embryos({"a", "b", "c", "d", "e", "f"}, 3);
    for (SourceFrame& source : frames)
        source.truth.annotation.review = ReviewState::Accepted;
    frames[1].truth.annotation.review = ReviewState::Rejected;
    frames[4].truth.annotation.instances[0].uncertain = true;
    SplitOptions split;
    split.validation = {"b"};
    const auto preview = previewDataset(frames, split);
    QVERIFY(preview);
    BuildOptions options;
    options.split = split;
    const auto report = build(frames, folder.filePath("set"), options);
    QVERIFY(report);
    QCOMPARE(preview->notReviewed, 1);
    QCOMPARE(preview->train.frames, report->train.frames);
    QCOMPARE(preview->train.embryos, 5);
    QCOMPARE(preview->train.objects, report->train.objects);
    QCOMPARE(preview->validation.uncertain, report->validation.uncertain);
    QCOMPARE(preview->warnings, report->warnings);
    QCOMPARE(preview->frames.size(), report->frames.size());
    QCOMPARE(preview->frames[5].cells, report->frames[5].cells);
    QVERIFY(preview->dataSha256.empty());
    QVERIFY(previewDataset({}, split).error().code == base::ErrorCode::InvalidArgument);
}

void DatasetTest::recipesSayOnlyWhatWasAskedFor()
{
    FineTuning tuning;
    tuning.base = "/m/base.safetensors";
    tuning.dataset = "/d";
    const auto plain = nlohmann::json::parse(fineTuningRecipe(tuning));
    QCOMPARE(plain.at("detector").at("minutes").get<double>(), 10.0);
    QVERIFY(plain.at("fine_tuning").empty());
    QVERIFY(!plain.contains("evaluation"));
    tuning.steps = 40;
    tuning.batch = 2;
    tuning.evaluateMinutes = 1.5;
    tuning.augmentation = AugmentationStrength::Off;
    const auto full = nlohmann::json::parse(fineTuningRecipe(tuning));
    QVERIFY(!full.at("detector").contains("minutes"));
    QCOMPARE(full.at("detector").at("batch").get<int>(), 2);
    QCOMPARE(full.at("evaluation").at("every_minutes").get<double>(), 1.5);
    QCOMPARE(full.at("fine_tuning").at("augmentation").at("flips").get<bool>(), false);
    QCOMPARE(full.at("fine_tuning").at("augmentation").at("illumination").get<double>(), 0.0);
}

void DatasetTest::epochsAreCountedInStepsOfRealFrames()
{
    QCOMPARE(stepsForEpochs(10, 20, 4, 0.5), 100);
    QCOMPARE(stepsForEpochs(1, 20, 4, 0), 5);
    QCOMPARE(stepsForEpochs(1, 21, 4, 0), 6);
    QCOMPARE(stepsForEpochs(0.001, 1, 4, 0), 1);
}

QTEST_GUILESS_MAIN(DatasetTest)
#include "tst_dataset.moc"
