// SPDX-License-Identifier: Apache-2.0
// What a labelling factory reads and writes besides samples and pairs: pictures to learn from, labels from accepted
// frames, recipes.
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/dataset/generated/generator_recipe.h"
#include "core/dataset/generated/sample_annotations.h"
#include "core/dataset/picture_set.h"
#include "core/formats/coco.h"
#include "core/formats/coco_annotation.h"
#include "core/masks/semantic/semantic_map.h"
#include "core/nn/data/dataset_file.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::dataset;
namespace fs = std::filesystem;

namespace {

constexpr int kSide = 16;

/// Frames that are bright on their left half; the third one cannot be read.
class HalfStack : public imaging::ImageStack {
public:
    HalfStack(int times, int width, int height)
    {
        m_info.path = "/nowhere/half";
        m_info.times = times;
        m_info.width = width;
        m_info.height = height;
    }
    const imaging::StackInfo& info() const override { return m_info; }
    base::Result<base::Image> read(const imaging::FrameIndex& index) const override
    {
        if (index.time == 2)
            return base::fail(base::ErrorCode::Corrupt, "It is torn.");
        base::Image image(m_info.width, m_info.height, 1, base::PixelType::U8);
        for (int y = 0; y < image.height; ++y)
            std::memset(image.row<std::uint8_t>(y), 200, std::size_t(image.width / 2));
        return image;
    }
    std::string frameName(const imaging::FrameIndex& index) const override
    {
        return std::to_string(index.time) + ".png";
    }

private:
    imaging::StackInfo m_info;
};

PictureSource framesOf(int width, int height, std::vector<int> times)
{
    PictureSource source{std::make_shared<HalfStack>(9, width, height), {}, "E1"};
    for (const int time : times)
        source.frames.push_back({time, 0, 0});
    return source;
}

masks::RleMask square(int x, int y, int side)
{
    return tests::rectangle(kSide, kSide, x, y, side, side);
}

formats::AnnotatedFrame frame(const std::string& name, annotation::ReviewState review)
{
    formats::AnnotatedFrame frame;
    frame.fileName = name;
    frame.annotation.width = frame.annotation.height = kSide;
    frame.annotation.review = review;
    frame.annotation.instances.resize(3);
    for (int i = 0; i < 3; ++i)
        frame.annotation.instances[std::size_t(i)].id = i + 1;
    frame.annotation.instances[0].amodal = square(2, 2, 6);
    frame.annotation.instances[1].amodal = square(6, 2, 6);
    frame.annotation.instances[2].amodal = square(1, 12, 3);
    frame.annotation.instances[2].classId = int(base::ObjectClass::Fragment);
    return frame;
}

} // namespace

class GeneratedFilesTest : public QObject {
    Q_OBJECT

private slots:
    void picturesOfSeveralStacksBecomeSquares()
    {
        QTemporaryDir folder;
        const auto report =
            writePictureSet({framesOf(40, 30, {0, 1}), framesOf(64, 64, {4})}, folder.path().toStdString(), 20, {}, {});
        QVERIFY(report);
        QCOMPARE(report->pictures, 3);
        QCOMPARE(report->smallestSide, 20);
        QVERIFY(!report->oneSize);
        const auto frames = nn::readDatasetFile(fs::path(folder.path().toStdString()) / nn::kDatasetFileName);
        QVERIFY(frames);
        QCOMPARE(frames->size(), std::size_t(3));
        for (const nn::DatasetFrame& one : *frames) {
            QCOMPARE(one.width, 20);
            QCOMPARE(one.height, 20);
            QCOMPARE(int(one.pixels[10 * 20 + 2]), 200); // the middle of the picture is in the middle
            QCOMPARE(int(one.pixels[10 * 20 + 17]), 0);
            QCOMPARE(one.embryo, std::string("E1"));
            QVERIFY(one.instances.empty() && !one.exhaustive);
        }
    }

    void smallPicturesStayAndBrokenOnesAreNamed()
    {
        QTemporaryDir folder;
        const auto report = writePictureSet({framesOf(40, 30, {1, 2, 3})}, folder.path().toStdString(), 64, {}, {});
        QVERIFY(report);
        QCOMPARE(report->pictures, 2);
        QCOMPARE(report->smallestSide, 30);
        QVERIFY(report->oneSize);
        QCOMPARE(report->warnings.size(), std::size_t(1));
        QVERIFY(report->warnings[0].find("2.png") != std::string::npos);
    }

    void noPictureAndCancellingAreErrors()
    {
        QTemporaryDir folder;
        const std::string out = folder.path().toStdString();
        QCOMPARE(writePictureSet(std::vector<PictureSource>{}, out, 64, {}, {}).error().code,
                 base::ErrorCode::InvalidArgument);
        QCOMPARE(writePictureSet({framesOf(9, 9, {2})}, out, 64, {}, {}).error().code,
                 base::ErrorCode::InvalidArgument);
        base::CancellationToken cancel;
        cancel.cancel();
        QCOMPARE(writePictureSet({framesOf(9, 9, {1})}, out, 64, cancel, {}).error().code, base::ErrorCode::Cancelled);
        QVERIFY(!fs::exists(fs::path(out) / nn::kDatasetFileName));
    }

    void acceptedFramesAreLabels()
    {
        using annotation::ReviewState;
        QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "samples.blastoscope.json";
        std::vector<formats::AnnotatedFrame> frames = {
            frame("00003.png", ReviewState::Accepted), frame("00004.png", ReviewState::ToDo),
            frame("00005.png", ReviewState::Corrected), frame("elsewhere.png", ReviewState::Accepted)};
        frames[2].annotation.instances[0].uncertain = true;
        QVERIFY(formats::writeCocoDataset(formats::toCoco(frames), file));
        const SampleList list{"hash", 1, 0.7, {{3, "00003.png"}, {4, "00004.png"}, {5, "00005.png"}, {6, "00006.png"}}};
        const auto labels = labelsFromAnnotations(list, file);
        QVERIFY2(labels, labels ? "" : labels.error().message.c_str());
        QCOMPARE(labels->size(), std::size_t(2));
        QCOMPARE(labels->at(0).index, std::int64_t(3));
        const auto at = [](const SampleLabels& of, int x, int y) { return int(of.classes.row<std::uint8_t>(y)[x]); };
        QCOMPARE(at(labels->at(0), 3, 3), 2);   // one cell
        QCOMPARE(at(labels->at(0), 7, 3), 3);   // two
        QCOMPARE(at(labels->at(0), 2, 13), 1);  // fragment
        QCOMPARE(at(labels->at(0), 15, 15), 0); // background
        QCOMPARE(labels->at(1).index, std::int64_t(5));
        QCOMPARE(at(labels->at(1), 3, 3), int(masks::kUnknownClass)); // what a person could not decide
        QCOMPARE(at(labels->at(1), 9, 3), 2);
        QVERIFY(!labelsFromAnnotations(list, file.parent_path() / "nothing.json"));
    }

    void recipesOfGeneratorsSayWhatWasAskedFor()
    {
        GeneratorTraining training;
        training.pictures = "/data/pictures";
        training.resolution = 128;
        training.minutes = 90;
        training.evaluateMinutes = 2.5;
        training.features = "/models/a.safetensors";
        training.anySize = true;
        const auto recipe = nlohmann::json::parse(generatorRecipe(training));
        QVERIFY(recipe.at("stages") == nlohmann::json::array({"gan"}));
        QVERIFY(recipe.at("dataset") == "/data/pictures");
        QCOMPARE(recipe.at("gan").at("architecture").at("resolution").get<int>(), 128);
        QCOMPARE(recipe.at("gan").at("minutes").get<double>(), 90.0);
        QCOMPARE(recipe.at("evaluation").at("every_minutes").get<double>(), 2.5);
        QVERIFY(recipe.at("gan").at("any_size").get<bool>());
        QVERIFY(!recipe.contains("simulation"));
        const auto simulated = nlohmann::json::parse(generatorRecipe({.steps = 5}));
        QVERIFY(simulated.contains("simulation") && !simulated.contains("dataset"));
        QVERIFY(!simulated.at("gan").contains("minutes"));
    }
};

QTEST_GUILESS_MAIN(GeneratedFilesTest)
#include "tst_generated_files.moc"
