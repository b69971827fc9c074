// SPDX-License-Identifier: Apache-2.0
// Generated pictures and their labels as files, as frames with instances and as training sets.
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/dataset/generated/pair_files.h"
#include "core/dataset/generated/sample_files.h"
#include "core/dataset/generated/synthetic_set.h"
#include "core/imaging/picture_file.h"
#include "core/masks/ellipse.h"
#include "core/nn/data/dataset_file.h"

using namespace blastoscope;
using namespace blastoscope::dataset;
using annotation::ReviewState;
namespace fs = std::filesystem;

namespace {

constexpr int kSide = 64;
const std::string kGenerator(64, 'a');
const std::string kInterpreter(64, 'b');

masks::RleMask disc(double x, double y, double r)
{
    return masks::ellipseMask(kSide, kSide, {{x, y}, r, r, 0});
}

base::Image grey(int level)
{
    base::Image image(kSide, kSide, 1, base::PixelType::U8);
    std::fill_n(image.row<std::uint8_t>(0), image.bytes.size(), std::uint8_t(level));
    return image;
}

/// Two cells that overlap, and a fragment.
LabelledPicture pairOf(int number)
{
    const std::vector<masks::RleMask> cells = {disc(24, 32, 12), disc(40, 32, 12)}, fragments = {disc(32, 54, 4)};
    return {grey(10 + number), masks::semanticMap(kSide, kSide, cells, fragments, {}), grey(0)};
}

SourceFrame realFrame(int number, const std::string& embryo, ReviewState review = ReviewState::ToDo)
{
    SourceFrame frame;
    frame.truth.fileName = embryo + "/" + std::to_string(number) + ".png";
    frame.truth.embryoId = embryo;
    frame.truth.annotation.width = frame.truth.annotation.height = kSide;
    frame.truth.annotation.review = review;
    frame.truth.annotation.instances.resize(1);
    frame.truth.annotation.instances[0].id = 1;
    frame.truth.annotation.instances[0].amodal = disc(32, 32, 14);
    frame.read = [number] { return grey(100 + number); };
    return frame;
}

std::vector<SourceFrame> realFrames(int embryos, int framesEach, ReviewState review = ReviewState::ToDo)
{
    std::vector<SourceFrame> frames;
    for (int e = 0; e < embryos; ++e)
        for (int i = 0; i < framesEach; ++i)
            frames.push_back(realFrame(int(frames.size()), "embryo" + std::to_string(e), review));
    return frames;
}

int countIf(const DatasetReport& report, bool synthetic, bool validation)
{
    return int(std::count_if(report.frames.begin(), report.frames.end(), [&](const FrameRecord& frame) {
        return frame.synthetic.has_value() == synthetic && frame.validation == validation;
    }));
}

} // namespace

class TestSyntheticSet : public QObject {
    Q_OBJECT

private slots:
    void init();

    void sampleListsComeBack();
    void labelImagesAreFoundByName();
    void pairsComeBack();
    void listsThatNameOtherFoldersAreRefused_data();
    void listsThatNameOtherFoldersAreRefused();
    void pairsOfDifferentSizesAreRefused();
    void pairsBecomeFramesWithInstances();
    void completionIsAskedForEveryCell();
    void onlyAcceptedPairsAreTaken();
    void classesThatCannotMeanInstancesAreRefused();
    void aSetOfSyntheticPicturesAlone();
    void realFramesAreRepeatedToHoldTheShare();
    void syntheticPicturesAreDrawnDownToHoldTheShare();
    void onlyRealEmbryosAreHeldOut();
    void reviewedFramesStandBesideSyntheticOnes();
    void emptyPicturesAreLeftOut();
    void impossibleSharesAreRefused_data();
    void impossibleSharesAreRefused();
    void cancellingLeavesNothing();

private:
    fs::path pairs() const { return m_folder->filePath("pairs").toStdString(); }
    fs::path out() const { return m_folder->filePath("set").toStdString(); }
    void writePairs(int count, const std::vector<std::string>& classes = {"background", "fragment", "cell", "overlap"});
    SyntheticSetOptions options(int real = 0) const;
    base::Result<DatasetReport> write(const SyntheticSetOptions& options) { return writeTrainingSet(options, {}, {}); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSyntheticSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSyntheticSet::writePairs(int count, const std::vector<std::string>& classes)
{
    QVERIFY(makePairFolder(pairs()));
    PairList list{kGenerator, kInterpreter, classes, 7, .5, 2, {}};
    for (int i = 0; i < count; ++i) {
        QVERIFY(writePair(pairOf(i), sampleFileName(i), pairs()));
        list.pairs.push_back({sampleFileName(i), .1 * i});
    }
    QVERIFY(writePairList(list, pairs()));
}

SyntheticSetOptions TestSyntheticSet::options(int real) const
{
    SyntheticSetOptions options;
    options.synthetic.pairs = pairs();
    options.build.out = out();
    if (real > 0)
        options.real = realFrames(real, 2);
    return options;
}

void TestSyntheticSet::sampleListsComeBack()
{
    const fs::path folder = m_folder->path().toStdString();
    const SampleList list{kGenerator, 18446744073709551615ull, .7, {{3, "00003.png"}, {4, "00004.png"}}};
    QVERIFY(writeSampleList(list, folder));
    const auto read = readSampleList(folder);
    QVERIFY(read);
    QCOMPARE(read->generatorHash, kGenerator);
    QCOMPARE(read->seed, list.seed);
    QCOMPARE(read->truncation, .7);
    QCOMPARE(read->samples.size(), std::size_t(2));
    QCOMPARE(read->samples[1].index, 4);
    QCOMPARE(read->samples[1].file, std::string("00004.png"));
    QVERIFY(!readSampleList(folder / "nowhere"));
}

void TestSyntheticSet::labelImagesAreFoundByName()
{
    const fs::path folder = m_folder->path().toStdString();
    const SampleList list{kGenerator, 1, .7, {{3, "00003.png"}, {4, "00004.png"}}};
    QCOMPARE(readSampleLabels(list, folder).error().code, base::ErrorCode::NotFound);
    QVERIFY(imaging::writePng(pairOf(0).labels, folder / "00004.png"));
    const auto labels = readSampleLabels(list, folder);
    QVERIFY(labels);
    QCOMPARE(labels->size(), std::size_t(1));
    QCOMPARE(labels->front().index, 4);
    QVERIFY(labels->front().classes.bytes == pairOf(0).labels.bytes);
}

void TestSyntheticSet::pairsComeBack()
{
    writePairs(2);
    const auto list = readPairList(pairs());
    QVERIFY(list);
    QCOMPARE(list->interpreterHash, kInterpreter);
    QCOMPARE(list->classNames.size(), std::size_t(4));
    QCOMPARE(list->dropped, std::size_t(2));
    QCOMPARE(list->pairs[1].uncertainty, .1);
    QVERIFY(readPair(list->pairs[1].file, pairs())->labels.bytes == pairOf(1).labels.bytes);
    QVERIFY(removePair(list->pairs[1].file, pairs()));
    QVERIFY(!readPair(list->pairs[1].file, pairs()));
}

void TestSyntheticSet::listsThatNameOtherFoldersAreRefused_data()
{
    QTest::addColumn<QString>("text");
    const QString list =
        R"({"generator_sha256":"a","class_names":["x"],"seed":1,"truncation":1,"dropped":0,"pairs":[%1]})";
    QTest::newRow("another folder") << list.arg(R"({"file":"../x.png","uncertainty":0})");
    QTest::newRow("absolute") << list.arg(R"({"file":"/etc/passwd","uncertainty":0})");
    QTest::newRow("no name") << list.arg(R"({"file":"","uncertainty":0})");
    QTest::newRow("no number") << list.arg(R"({"file":"x.png","uncertainty":"high"})");
    QTest::newRow("no list") << "[1, 2]";
    QTest::newRow("half") << list.left(40);
}

void TestSyntheticSet::listsThatNameOtherFoldersAreRefused()
{
    QFETCH(QString, text);
    const fs::path folder = m_folder->path().toStdString();
    QVERIFY(base::writeTextFile(folder / "synthetic.json", text.toStdString()));
    const auto list = readPairList(folder);
    QVERIFY(!list);
    QCOMPARE(list.error().code, base::ErrorCode::Corrupt);
    QString samples = text;
    QVERIFY(base::writeTextFile(folder / "samples.json", samples.replace("pairs", "samples").toStdString()));
    QCOMPARE(readSampleList(folder).error().code, base::ErrorCode::Corrupt);
}

void TestSyntheticSet::pairsOfDifferentSizesAreRefused()
{
    writePairs(1);
    QVERIFY(imaging::writePng(base::Image(8, 8, 1, base::PixelType::U8), pairs() / "labels" / sampleFileName(0)));
    const auto report = write(options());
    QVERIFY(!report);
    QCOMPARE(report.error().code, base::ErrorCode::Incompatible);
}

void TestSyntheticSet::pairsBecomeFramesWithInstances()
{
    writePairs(2);
    const auto frames = syntheticFrames(options().synthetic, {}, {});
    QVERIFY(frames);
    QCOMPARE(frames->size(), std::size_t(2));
    const SourceFrame& frame = frames->front();
    QCOMPARE(frame.synthetic->generator, kGenerator);
    QCOMPARE(frame.synthetic->interpreter, kInterpreter);
    QVERIFY(frame.synthetic->shapeModel.empty());
    QVERIFY(frame.truth.embryoId != frames->back().truth.embryoId);
    const auto& instances = frame.truth.annotation.instances;
    QCOMPARE(instances.size(), std::size_t(3));
    QCOMPARE(instances[2].classId, int(base::ObjectClass::Fragment));
    QCOMPARE(instances[0].origin, annotation::Origin::Model);
    QCOMPARE(instances[0].modelHash, kInterpreter);
    QVERIFY(masks::iou(masks::united(instances[0].amodal, instances[1].amodal),
                       masks::united(disc(24, 32, 12), disc(40, 32, 12))) == 1);
    QVERIFY(frame.read()->bytes == pairOf(0).picture.bytes);
}

void TestSyntheticSet::completionIsAskedForEveryCell()
{
    writePairs(1);
    auto wanted = options().synthetic;
    int asked = 0;
    wanted.complete = [&](const masks::RleMask& mask) -> base::Result<masks::RleMask> {
        ++asked;
        return mask;
    };
    wanted.shapeModel = "c";
    const auto frames = syntheticFrames(wanted, {}, {});
    QVERIFY(frames);
    QCOMPARE(asked, 2);
    QCOMPARE(frames->front().synthetic->shapeModel, std::string("c"));
}

void TestSyntheticSet::onlyAcceptedPairsAreTaken()
{
    writePairs(4);
    auto wanted = options();
    wanted.synthetic.accepted = {sampleFileName(3), sampleFileName(1)};
    const auto frames = syntheticFrames(wanted.synthetic, {}, {});
    QCOMPARE(frames->size(), std::size_t(2));
    QCOMPARE(frames->front().truth.fileName, sampleFileName(1));
    QCOMPARE(frames->front().truth.annotation.review, ReviewState::Accepted);
    wanted.synthetic.accepted.push_back("99999.png");
    const auto report = write(wanted);
    QCOMPARE(report.error().code, base::ErrorCode::NotFound);
    QVERIFY(report.error().message.find("99999.png") != std::string::npos);
}

void TestSyntheticSet::classesThatCannotMeanInstancesAreRefused()
{
    writePairs(1, {"dark", "bright"});
    const auto report = write(options());
    QVERIFY(!report);
    QVERIFY(report.error().message.find("\"overlap\"") != std::string::npos);
}

void TestSyntheticSet::aSetOfSyntheticPicturesAlone()
{
    writePairs(5);
    const auto report = write(options());
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QCOMPARE(report->frames.size(), std::size_t(5));
    QCOMPARE(report->validation.frames, 1);
    QCOMPARE(report->train.synthetic, 4);
    QVERIFY(toText(*report).find("4 of the 4 frames to train on are synthetic") != std::string::npos);
    const auto json = nlohmann::json::parse(base::readTextFile(out() / "dataset.json").value());
    QCOMPARE(json.at("counts").at("train").at("synthetic_frames").get<int>(), 4);
    for (const auto& frame : json.at("frames")) {
        QCOMPARE(frame.at("synthetic").at("generator_sha256").get<std::string>(), kGenerator);
        QCOMPARE(frame.at("synthetic").at("interpreter_sha256").get<std::string>(), kInterpreter);
    }
    const auto data = nn::readDatasetFile(out() / nn::kDatasetFileName);
    QVERIFY(data);
    QCOMPARE(data->size(), std::size_t(5));
    QCOMPARE(data->front().instances.size(), std::size_t(3));
}

void TestSyntheticSet::realFramesAreRepeatedToHoldTheShare()
{
    writePairs(20);
    auto wanted = options(5); // 10 frames, of which 2 are held out
    wanted.syntheticShare = .5;
    const auto report = write(wanted);
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QCOMPARE(countIf(*report, true, false), 16);
    QCOMPARE(countIf(*report, false, false), 16);
    QCOMPARE(report->train.repeated, 8);
    QCOMPARE(countIf(*report, false, true), 2);
    const auto isAboutRepetition = [](const std::string& text) { return text.find("repeat") != std::string::npos; };
    QVERIFY(std::none_of(report->warnings.begin(), report->warnings.end(), isAboutRepetition));
}

void TestSyntheticSet::syntheticPicturesAreDrawnDownToHoldTheShare()
{
    writePairs(6);
    auto wanted = options(5);
    wanted.syntheticShare = .2;
    const auto report = write(wanted);
    QVERIFY(report);
    QCOMPARE(countIf(*report, true, false), 6); // beside three times eight
    QCOMPARE(countIf(*report, false, false), 24);
    wanted.syntheticShare = 5. / 13; // 5 beside 8, and no more than once
    wanted.build.out = out() / "other";
    const auto other = write(wanted);
    QVERIFY(other);
    QCOMPARE(countIf(*other, true, false), 5);
    QCOMPARE(countIf(*other, false, false), 8);
}

void TestSyntheticSet::onlyRealEmbryosAreHeldOut()
{
    writePairs(12);
    auto wanted = options(4);
    const auto report = write(wanted);
    QVERIFY(report);
    QCOMPARE(countIf(*report, true, true), 0);
    QCOMPARE(countIf(*report, true, false), 12);
    QCOMPARE(countIf(*report, false, true), 2);
    wanted.real = realFrames(1, 3); // nothing of one embryo can be held out
    wanted.build.out = out() / "other";
    const auto other = write(wanted);
    QVERIFY(other);
    QCOMPARE(other->validation.frames, 0);
}

void TestSyntheticSet::reviewedFramesStandBesideSyntheticOnes()
{
    writePairs(3);
    auto wanted = options(3);
    wanted.real = realFrames(3, 2, ReviewState::Accepted);
    wanted.real.push_back(realFrame(9, "embryo0"));
    const auto report = write(wanted);
    QVERIFY(report);
    QCOMPARE(report->notReviewed, 1);
    QCOMPARE(report->train.synthetic, 3);
    QCOMPARE(report->frames.size(), std::size_t(9));
    // Accepted synthetic pictures do not make real frames that nobody reviewed unusable.
    wanted.real = realFrames(3, 2);
    wanted.synthetic.accepted = {sampleFileName(0)};
    wanted.build.out = out() / "other";
    const auto other = write(wanted);
    QVERIFY(other);
    QCOMPARE(other->frames.size(), std::size_t(7));
}

void TestSyntheticSet::emptyPicturesAreLeftOut()
{
    writePairs(3);
    QVERIFY(writePair({grey(5), grey(0), grey(0)}, sampleFileName(1), pairs()));
    const auto report = write(options(3));
    QVERIFY(report);
    QCOMPARE(report->train.synthetic, 2);
    QCOMPARE(report->empty, 1);
    auto wanted = options(3);
    wanted.build.out = out() / "other";
    wanted.real = realFrames(3, 2, ReviewState::Accepted);
    wanted.synthetic.accepted = {sampleFileName(1)}; // a person says that there is nothing
    QCOMPARE(write(wanted)->train.synthetic, 1);
}

void TestSyntheticSet::impossibleSharesAreRefused_data()
{
    QTest::addColumn<int>("real");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no real frames") << 0 << .5 << "real ones";
    QTest::newRow("too few synthetic ones") << 5 << .9 << "needs 72 synthetic pictures, and there are 3";
    QTest::newRow("nothing left of them") << 5 << .01 << "another share";
    QTest::newRow("all") << 5 << 1. << "between 0 and 1";
    QTest::newRow("none") << 5 << 0. << "between 0 and 1";
    QTest::newRow("no number") << 5 << std::nan("") << "between 0 and 1";
}

void TestSyntheticSet::impossibleSharesAreRefused()
{
    QFETCH(int, real);
    QFETCH(double, share);
    QFETCH(QString, reason);
    writePairs(3);
    auto wanted = options(real);
    wanted.syntheticShare = share;
    const auto report = write(wanted);
    QVERIFY(!report);
    QCOMPARE(report.error().code, base::ErrorCode::InvalidArgument);
    QVERIFY2(QString::fromStdString(report.error().message).contains(reason), report.error().message.c_str());
    QVERIFY(!fs::exists(out()));
}

void TestSyntheticSet::cancellingLeavesNothing()
{
    writePairs(3);
    base::CancellationToken cancel;
    cancel.cancel();
    QCOMPARE(writeTrainingSet(options(), cancel, {}).error().code, base::ErrorCode::Cancelled);
    QVERIFY(!fs::exists(out()));
}

QTEST_GUILESS_MAIN(TestSyntheticSet)
#include "tst_synthetic_set.moc"
