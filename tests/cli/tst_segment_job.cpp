// SPDX-License-Identifier: Apache-2.0
// The jobs behind the segment command, with a model that finds one disc of fixed size in every picture.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>

#include "app/cli/category_map.h"
#include "app/cli/counted_evaluation.h"
#include "app/cli/frame_range.h"
#include "app/cli/listed_images.h"
#include "app/cli/segment_job.h"
#include "app/cli/stack_export.h"
#include "core/base/object_class.h"
#include "core/formats/coco_annotation.h"
#include "core/imaging/picture_file.h"
#include "tests/support/file_content.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::cli;
using tests::contentOf;

namespace {

/// Finds two overlapping cells, the second of them too uncertain to count, and a speck of an unknown class.
class FakeSegmenter : public inference::Segmenter {
public:
    /// With `onlyClass`: a model that knows nothing else.
    explicit FakeSegmenter(const std::string& onlyClass = {})
    {
        m_model.name = "fake";
        m_model.version = "1";
        m_model.sha256 = std::string(64, 'a');
        m_model.classNames = {"blastomere", "fragment", "speck"};
        if (!onlyClass.empty())
            m_model.classNames = {onlyClass};
    }
    const inference::ModelInfo& model() const override { return m_model; }
    const inference::DeviceInfo& device() const override { return m_device; }

    base::Result<inference::Segmentation> segment(const base::Image& image,
                                                  const base::CancellationToken& cancel) override
    {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        ++calls;
        if (image.width < 10)
            return base::fail(base::ErrorCode::InvalidArgument, "The picture is too small to be segmented.");
        inference::Segmentation found;
        found.embryoBoxes = {{5, 5, 50, 45}};
        found.detections = {detection(image, 1, .9f, 20), detection(image, 1, .6f, 30), detection(image, 2, .2f, 40),
                            detection(image, 3, .8f, 10)};
        found.counted = {0, 1, 3};
        found.order = {{1, 0, .8f}};
        found.qcFlags = {"low_confidence"};
        return found;
    }

    int calls = 0;

private:
    static inference::Detection detection(const base::Image& image, int classId, float score, double x)
    {
        inference::Detection d;
        d.classId = classId;
        d.score = score;
        d.amodal = tests::disc(image.width, image.height, x, 25, 8);
        d.visible = d.amodal;
        d.box = d.amodal.boundingBox();
        return d;
    }

    inference::ModelInfo m_model;
    inference::DeviceInfo m_device;
};

/// Grey pictures; `broken` times cannot be read.
class FakeStack : public imaging::ImageStack {
public:
    explicit FakeStack(int times, std::vector<int> broken = {}) : m_broken(std::move(broken))
    {
        m_info.times = times;
        m_info.planes = 3;
        m_info.planeNames = {"F-15", "F0", "F15"};
        m_info.defaultPlane = 1;
        m_info.width = 60;
        m_info.height = 50;
        m_info.timeSource = imaging::TimeSource::Table;
        for (int t = 0; t < times; ++t)
            m_info.timeHours.push_back(20 + .25 * t);
    }
    const imaging::StackInfo& info() const override { return m_info; }
    base::Result<base::Image> read(const imaging::FrameIndex& index) const override
    {
        if (std::find(m_broken.begin(), m_broken.end(), index.time) != m_broken.end())
            return base::fail(base::ErrorCode::Truncated, "The picture ends early.");
        return base::Image(60, 50, 1, base::PixelType::U8);
    }
    std::string frameName(const imaging::FrameIndex& index) const override
    {
        return "D2026.01.02_S1_I2_WELL3_RUN" + std::to_string(index.time) + ".jpg";
    }

private:
    imaging::StackInfo m_info;
    std::vector<int> m_broken;
};

struct Run {
    FakeSegmenter segmenter;
    base::CancellationToken cancel;
    QStringList warnings;
    int shown = 0;

    base::Result<std::vector<SegmentedPicture>> operator()(const FakeStack& stack, const StackSelection& selection = {})
    {
        return segmentStack(
            stack, segmenter, selection, cancel, [](const base::Progress&) {},
            [&](const std::string& message) { warnings << QString::fromStdString(message); },
            [&](const base::Image&, const SegmentedPicture&) -> base::Status {
                ++shown;
                return {};
            });
    }
};

formats::CocoDataset listOf(const std::vector<std::string>& names)
{
    formats::CocoDataset list;
    list.categories = {{7, "cell"}};
    for (const std::string& name : names) {
        formats::CocoImage image;
        image.id = 40 + std::int64_t(list.images.size());
        image.fileName = name;
        image.width = 60;
        image.height = 50;
        list.images.push_back(image);
    }
    return list;
}

base::Result<ListedResults> segmentList(
    const formats::CocoDataset& list, const QTemporaryDir& root,
    const ListedCallback& onImage = [](const auto&, const auto&, const auto&) { return base::Status(); },
    const LeftOutCallback& onLeftOut = [](const auto&) {})
{
    FakeSegmenter segmenter;
    return segmentListedImages(list, root.path().toStdString(), segmenter, {}, [](const base::Progress&) {}, onLeftOut,
                               onImage);
}

} // namespace

class TestSegmentJob : public QObject {
    Q_OBJECT

private slots:
    void frameRangesAreParsed_data();
    void frameRangesAreParsed();
    void planesGoByNameOrIndex();
    void countedDetectionsBecomeInstances();
    void brokenFramesAreKeptAsUnseen();
    void aStackWithoutReadableFrameFails();
    void rangesOutsideOfTheStackFail();
    void cancellationEndsTheJob();
    void exportHidesFileNames();
    void exportKeepsFileNamesOnRequest();
    void resultsAndAnnotationsShareImageIds();
    void listedImagesKeepTheirIdsAndCategories();
    void listedImagesAreShownAsTheyAreDone();
    void objectsOfAnotherKindKeepTheirName();
    void listedImagesThatAreMissingStopTheJobEarly();
    void listedImagesThatCannotBeReadAreLeftOut();
    void listedImagesThatAreAllLeftOutAreAFailure();
    void listedImagesMustLieInsideTheFolder();
    void listedImagesOfAnotherSizeAreRefused();
    void categoriesGoByName();
    void countsAndOrderAreCompared();
};

void TestSegmentJob::frameRangesAreParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("indices"); // of a stack of five; empty = refused
    QTest::newRow("all") << "" << QList<int>{0, 1, 2, 3, 4};
    QTest::newRow("both ends") << "1:3" << QList<int>{1, 2};
    QTest::newRow("from") << "3:" << QList<int>{3, 4};
    QTest::newRow("to") << ":2" << QList<int>{0, 1};
    QTest::newRow("beyond the end") << "4:100" << QList<int>{4};
    QTest::newRow("colon only") << ":" << QList<int>{0, 1, 2, 3, 4};
    for (const char* wrong : {"3", "3:3", "4:2", "a:b", "-1:3", "1:2:3", "1.5:2", "99999999999:"})
        QTest::newRow(wrong) << wrong << QList<int>{};
}

void TestSegmentJob::frameRangesAreParsed()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, indices);
    const auto range = parseFrameRange(text.toStdString());
    QCOMPARE(range.has_value(), !indices.isEmpty());
    if (range)
        QCOMPARE(range->indices(5), std::vector<int>(indices.begin(), indices.end()));
}

void TestSegmentJob::planesGoByNameOrIndex()
{
    const imaging::StackInfo info = FakeStack(1).info();
    QCOMPARE(choosePlane(info, {})->plane, 1);
    QCOMPARE(choosePlane(info, {{}, "F15", {}})->plane, 2);
    QCOMPARE(choosePlane(info, {{}, "0", {}})->plane, 0);
    const auto wrong = choosePlane(info, {{}, "F30", {}});
    QVERIFY(!wrong);
    QCOMPARE(QString::fromStdString(wrong.error().message),
             "There is no focal plane \"F30\"; the stack has 3: F-15 F0 F15.");
    QVERIFY(!choosePlane(info, {{}, "3", {}}));
    QVERIFY(!choosePlane(info, {{}, "", 1}));
}

void TestSegmentJob::countedDetectionsBecomeInstances()
{
    Run run;
    const auto pictures = run(FakeStack(2));
    QVERIFY(pictures.has_value());
    QCOMPARE(pictures->size(), std::size_t(2));
    QCOMPARE(run.shown, 2);
    const SegmentedPicture& picture = pictures->at(1);
    QCOMPARE(picture.index.time, 1);
    QCOMPARE(picture.index.plane, 1);
    QCOMPARE(picture.found.detections.size(), std::size_t(4));
    const annotation::FrameAnnotation& frame = picture.annotation;
    QVERIFY(frame.segmented);
    QCOMPARE(frame.instances.size(), std::size_t(2)); // the speck has no class of ours
    QVERIFY((frame.order == std::vector<annotation::DepthRelation>{{2, 1}}));
    QCOMPARE(frame.qcFlags, std::vector<std::string>{"low_confidence"});
    QCOMPARE(frame.instances[0].modelHash, std::string(64, 'a'));
}

void TestSegmentJob::brokenFramesAreKeptAsUnseen()
{
    Run run;
    const auto pictures = run(FakeStack(3, {1}));
    QVERIFY(pictures.has_value());
    QCOMPARE(run.segmenter.calls, 2);
    QCOMPARE(run.warnings, QStringList{"Frame 1 is left out: The picture ends early."});
    QVERIFY(!pictures->at(1).annotation.segmented);
    QCOMPARE(pictures->at(1).annotation.qcFlags, std::vector<std::string>{"unreadable"});
}

void TestSegmentJob::aStackWithoutReadableFrameFails()
{
    Run run;
    const auto pictures = run(FakeStack(2, {0, 1}));
    QVERIFY(!pictures);
    QVERIFY(pictures.error().code == base::ErrorCode::Truncated);
}

void TestSegmentJob::rangesOutsideOfTheStackFail()
{
    Run run;
    const auto pictures = run(FakeStack(3), {{5, std::nullopt}, "", {}});
    QVERIFY(!pictures);
    QVERIFY(pictures.error().code == base::ErrorCode::InvalidArgument);
}

void TestSegmentJob::cancellationEndsTheJob()
{
    Run run;
    run.cancel.cancel();
    const auto pictures = run(FakeStack(3));
    QVERIFY(!pictures);
    QVERIFY(pictures.error().code == base::ErrorCode::Cancelled);
    QCOMPARE(run.segmenter.calls, 0);
}

void TestSegmentJob::exportHidesFileNames()
{
    QTemporaryDir folder;
    Run run;
    StackExport results(run.segmenter.model());
    const FakeStack stack(3, {1});
    results.add(stack, *run(stack), {"f00d", .5, {}, false});
    QVERIFY(results.write(folder.path().toStdString(), {{"device", "CPU"}}, {}).has_value());
    for (const char* name : {"annotations.json", "results.json", "cells.csv", "frames.csv", "embryos.csv",
                             "divisions.csv", "manifest.json"}) {
        const QByteArray content = contentOf(folder.filePath(name));
        QVERIFY2(!content.isEmpty(), name);
        QVERIFY2(!content.contains("WELL"), name);
    }
    const auto dataset = formats::readCocoDataset(folder.filePath("annotations.json").toStdString());
    QVERIFY(dataset.has_value());
    QCOMPARE(dataset->images[2].fileName, std::string("f00d/00002"));
    QCOMPARE(dataset->images[2].umPerPixel, std::optional(.5));
    QCOMPARE(dataset->images[2].timeHours, std::optional(20.5));
    QCOMPARE(dataset->images[2].timeSource, std::string("table"));
    std::map<std::int64_t, std::vector<int>> tracks; // of the cells of each picture
    for (const formats::CocoAnnotation& annotation : dataset->annotations)
        if (annotation.categoryId == int(base::ObjectClass::Blastomere))
            tracks[annotation.imageId].push_back(annotation.trackId.value_or(0));
    QCOMPARE(tracks[1], (std::vector<int>{1, 2}));
    QCOMPARE(tracks[3], tracks[1]); // the frame between them could not be read
    const QList<QByteArray> rows = contentOf(folder.filePath("frames.csv")).split('\n');
    QVERIFY(rows[2].contains("unreadable"));
    QVERIFY(rows[3].startsWith("1,f00d,2,,0.5000,since_first_frame,table,0.2500,2,0,2-cell,"));
}

void TestSegmentJob::exportKeepsFileNamesOnRequest()
{
    QTemporaryDir folder;
    Run run;
    StackExport results(run.segmenter.model());
    const FakeStack stack(1);
    results.add(stack, *run(stack), {"well_3", {}, {}, true});
    QVERIFY(results.write(folder.path().toStdString(), {}, {}).has_value());
    const auto dataset = formats::readCocoDataset(folder.filePath("annotations.json").toStdString());
    QCOMPARE(dataset->images[0].fileName, std::string("D2026.01.02_S1_I2_WELL3_RUN0.jpg"));
}

void TestSegmentJob::resultsAndAnnotationsShareImageIds()
{
    QTemporaryDir folder;
    Run run;
    StackExport results(run.segmenter.model());
    const FakeStack a(2), b(1);
    results.add(a, *run(a), {"a", {}, {}, false});
    results.add(b, *run(b), {"b", {}, {}, false});
    QVERIFY(results.write(folder.path().toStdString(), {}, {}).has_value());
    const auto dataset = formats::readCocoDataset(folder.filePath("annotations.json").toStdString());
    const auto list = formats::readCocoResults(folder.filePath("results.json").toStdString(), *dataset);
    QVERIFY(list.has_value());
    QCOMPARE(list->size(), std::size_t(9)); // three of four detections have a class of ours
    QCOMPARE(list->back().imageId, dataset->images[2].id);
    QCOMPARE(dataset->images[2].embryoId, std::string("b"));
}

void TestSegmentJob::listedImagesKeepTheirIdsAndCategories()
{
    QTemporaryDir root;
    for (const char* name : {"a.png", "b.png"})
        QVERIFY(imaging::writePng(base::Image(60, 50, 1, base::PixelType::U8), root.filePath(name).toStdString()));
    const formats::CocoDataset list = listOf({"b.png", "a.png"});
    const auto found = segmentList(list, root);
    QVERIFY(found.has_value());
    // The file knows cells only, as category 7; our fragments get a number that it does not use.
    QCOMPARE(found->results.size(), std::size_t(6));
    QCOMPARE(found->results[0].imageId, std::int64_t(40));
    QCOMPARE(found->results[0].categoryId, 7);
    QCOMPARE(found->results[2].categoryId, 2);
    QCOMPARE(found->results[5].imageId, std::int64_t(41));
    QCOMPARE(found->counted.images[1].id, std::int64_t(41));
    QCOMPARE(found->counted.annotations[3].imageId, std::int64_t(41));
    QCOMPARE(found->counted.images[1].fileName, std::string("a.png"));
}

void TestSegmentJob::listedImagesAreShownAsTheyAreDone()
{
    QTemporaryDir root;
    for (const char* name : {"a.png", "b.png"})
        QVERIFY(imaging::writePng(base::Image(60, 50, 1, base::PixelType::U8), root.filePath(name).toStdString()));
    std::vector<std::int64_t> shown;
    const auto found = segmentList(listOf({"b.png", "a.png"}), root,
                                   [&](const formats::CocoImage& listed, const base::Image& image,
                                       const annotation::FrameAnnotation& annotation) -> base::Status {
                                       shown.push_back(listed.id);
                                       if (image.width != 60 || annotation.instances.size() != 2)
                                           return base::fail(base::ErrorCode::Internal, "Not what was found.");
                                       return {};
                                   });
    QVERIFY2(found, found ? "" : found.error().message.c_str());
    QCOMPARE(shown, (std::vector<std::int64_t>{40, 41}));
    const auto full = segmentList(listOf({"a.png", "b.png"}), root, [](const auto&, const auto&, const auto&) {
        return base::Status(base::fail(base::ErrorCode::Io, "The drive is full."));
    });
    QVERIFY(!full);
    QCOMPARE(int(full.error().code), int(base::ErrorCode::Io));
}

void TestSegmentJob::objectsOfAnotherKindKeepTheirName()
{
    QTemporaryDir root;
    QVERIFY(imaging::writePng(base::Image(60, 50, 1, base::PixelType::U8), root.filePath("a.png").toStdString()));
    FakeSegmenter nuclei("nucleus");
    const auto segment = [&](const std::map<int, std::string>& categories) {
        formats::CocoDataset list = listOf({"a.png"});
        list.categories = categories;
        return segmentListedImages(list, root.path().toStdString(), nuclei, {}, [](const auto&) {}, [](const auto&) {},
                                   [](const auto&, const auto&, const auto&) { return base::Status(); });
    };
    const auto named = segment({{4, "cell"}, {6, "nucleus"}});
    QVERIFY2(named, named ? "" : named.error().message.c_str());
    QCOMPARE(named->results.size(), std::size_t(2)); // the classes that this model does not have are left out
    QCOMPARE(named->results[0].categoryId, 6);
    QCOMPARE(named->counted.categories, (std::map<int, std::string>{{1, "nucleus"}}));
    QCOMPARE(segment({{7, "cell"}})->results[0].categoryId, 7); // the only one is meant
    const auto back = formats::fromCoco(named->counted);
    QVERIFY2(back, back ? "" : back.error().message.c_str());
    QCOMPARE(back->at(0).annotation.instances.front().classId, int(base::ObjectClass::Blastomere)); // they still count

    // The tables of a stack say it as well.
    const auto stack = imaging::openStack(root.filePath("a.png").toStdString());
    QVERIFY(stack);
    auto pictures = segmentStack(**stack, nuclei, {}, {}, [](const auto&) {}, [](const auto&) {},
                                 [](const auto&, const auto&) { return base::Status(); });
    QVERIFY(pictures);
    StackExport results(nuclei.model());
    results.add(**stack, std::move(*pictures), {"e", {}, {}, false});
    const QString out = root.filePath("out");
    QVERIFY(QDir().mkpath(out));
    QVERIFY(results.write(out.toStdString(), {}, {}));
    QFile cells(out + "/cells.csv");
    QVERIFY(cells.open(QIODevice::ReadOnly));
    const QByteArray table = cells.readAll();
    QVERIFY(table.contains(",nucleus,") && !table.contains(",blastomere,"));
    const auto dataset = formats::readCocoDataset((out + "/annotations.json").toStdString());
    QVERIFY(dataset);
    QCOMPARE(dataset->categories, (std::map<int, std::string>{{1, "nucleus"}}));
}

void TestSegmentJob::listedImagesThatAreMissingStopTheJobEarly()
{
    QTemporaryDir root;
    QVERIFY(imaging::writePng(base::Image(60, 50, 1, base::PixelType::U8), root.filePath("a.png").toStdString()));
    const auto found = segmentList(listOf({"a.png", "none.png"}), root);
    QVERIFY(!found);
    QVERIFY(found.error().code == base::ErrorCode::NotFound);
    QVERIFY(found.error().message.starts_with("Image 41 (none.png): "));
}

void TestSegmentJob::listedImagesThatCannotBeReadAreLeftOut()
{
    QTemporaryDir root;
    for (const char* name : {"a.png", "c.png"})
        QVERIFY(imaging::writePng(base::Image(60, 50, 1, base::PixelType::U8), root.filePath(name).toStdString()));
    QFile broken(root.filePath("broken.png"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    QVERIFY(imaging::writePng(base::Image(8, 8, 1, base::PixelType::U8), root.filePath("small.png").toStdString()));
    formats::CocoDataset list = listOf({"a.png", "broken.png", "small.png", "c.png"});
    list.images[2].width = list.images[2].height = 8;
    list.images[1].embryoId = "e";
    QStringList reasons;
    std::vector<std::int64_t> shown;
    const auto found = segmentList(
        list, root,
        [&](const formats::CocoImage& listed, const auto&, const auto&) {
            shown.push_back(listed.id);
            return base::Status();
        },
        [&](const base::Error& reason) { reasons << QString::fromStdString(reason.message); });
    QVERIFY2(found, found ? "" : found.error().message.c_str());
    QCOMPARE(shown, (std::vector<std::int64_t>{40, 43}));
    QCOMPARE(reasons.size(), qsizetype(2));
    QVERIFY2(reasons[0].startsWith("Image 41 (broken.png): "), qPrintable(reasons[0]));
    QCOMPARE(reasons[1], QString("Image 42 (small.png): The picture is too small to be segmented."));
    QCOMPARE(found->results.size(), std::size_t(6));
    QCOMPARE(found->results.back().imageId, std::int64_t(43));
    const auto& images = found->counted.images;
    QCOMPARE(images.size(), std::size_t(4));
    for (std::size_t i = 0; i < images.size(); ++i) {
        const bool leftOut = i == 1 || i == 2;
        QCOMPARE(images[i].id, std::int64_t(40 + i));
        QCOMPARE(images[i].segmented, !leftOut);
        QCOMPARE(images[i].qcFlags == std::vector<std::string>{"unreadable"}, leftOut);
        QCOMPARE(images[i].embryoBoxes.empty(), leftOut);
    }
    QCOMPARE(images[1].embryoId, std::string("e"));
}

void TestSegmentJob::listedImagesThatAreAllLeftOutAreAFailure()
{
    QTemporaryDir root;
    QFile broken(root.filePath("broken.png"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    const auto found = segmentList(listOf({"broken.png"}), root);
    QVERIFY(!found);
    QVERIFY(found.error().message.starts_with("Image 40 (broken.png): "));
}

void TestSegmentJob::listedImagesMustLieInsideTheFolder()
{
    QTemporaryDir root;
    for (const char* name : {"../../etc/passwd", "/etc/passwd", "", "a/../../x.png"}) {
        const auto found = segmentList(listOf({name}), root);
        QVERIFY2(!found, name);
        QVERIFY2(found.error().code == base::ErrorCode::InvalidArgument, name);
    }
}

void TestSegmentJob::listedImagesOfAnotherSizeAreRefused()
{
    QTemporaryDir root;
    QVERIFY(imaging::writePng(base::Image(50, 60, 1, base::PixelType::U8), root.filePath("a.png").toStdString()));
    const auto found = segmentList(listOf({"a.png"}), root);
    QVERIFY(!found);
    QVERIFY(found.error().code == base::ErrorCode::Incompatible);
}

void TestSegmentJob::categoriesGoByName()
{
    formats::CocoDataset dataset;
    dataset.categories = {{5, "fragment"}, {1, "cell"}};
    QCOMPARE(categoryFor(base::ObjectClass::Fragment, dataset), std::optional(5));
    QVERIFY(!categoryFor(base::ObjectClass::Blastomere, dataset)); // 1 means something else
    QCOMPARE(categoryFor(base::ObjectClass::PolarBody, dataset), std::optional(3));
    dataset.categories = {{5, "cell"}};
    QCOMPARE(categoryFor(base::ObjectClass::Blastomere, dataset), std::optional(5));
}

void TestSegmentJob::countsAndOrderAreCompared()
{
    const auto frameWith = [](int cells, bool ordered) {
        formats::AnnotatedFrame frame;
        frame.annotation.width = 100;
        frame.annotation.height = 50;
        for (int i = 0; i < cells; ++i) {
            annotation::Instance instance;
            instance.id = i + 1;
            instance.amodal = tests::disc(100, 50, 15 + 18 * i, 25, 12);
            frame.annotation.instances.push_back(instance);
        }
        if (ordered)
            frame.annotation.order = {{1, 2}};
        return frame;
    };
    const formats::CocoDataset truth = formats::toCoco(std::vector{frameWith(3, true), frameWith(0, false)});
    const formats::CocoDataset counted = formats::toCoco(std::vector{frameWith(2, true), frameWith(1, false)});
    const auto evaluated = evaluateCounted(truth, counted);
    QVERIFY(evaluated.has_value());
    QCOMPARE(evaluated->all.images, 2);
    QCOMPARE(evaluated->all.exact, 0.0);
    QCOMPARE(evaluated->all.withinOne, 1.0);
    QCOMPARE(evaluated->twoToEight.images, 1);
    QCOMPARE(evaluated->emptyImages, 1);
    QCOMPARE(evaluated->detectionsPerEmptyImage, 1.0);
    QCOMPARE(evaluated->order.right, 1);
    QVERIFY(toText(*evaluated).find("right 100.0 % (1 of 1 found pairs") != std::string::npos);

    formats::CocoDataset lacking = counted;
    lacking.images.pop_back();
    lacking.annotations.pop_back();
    QVERIFY(evaluateCounted(truth, lacking).error().code == base::ErrorCode::Incompatible);
}

QTEST_GUILESS_MAIN(TestSegmentJob)
#include "tst_segment_job.moc"
