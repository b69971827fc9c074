// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <map>

#include "core/base/random.h"
#include "core/formats/cellpose_writer.h"
#include "core/formats/label_masks.h"
#include "core/formats/label_reader.h"
#include "core/formats/label_writer.h"
#include "core/formats/picture_folder.h"
#include "tests/formats/foreign_files.h"

using namespace blastoscope;
using namespace blastoscope::formats;
using namespace blastoscope::tests;

namespace {

std::vector<ForeignFrame> readBack(const std::filesystem::path& path)
{
    ExchangeReport report;
    auto frames = readLabelFile(path, {PictureFolder(), report});
    if (!frames)
        qFatal("%s", frames.error().message.c_str());
    return std::move(*frames);
}

} // namespace

class TestLabelFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void labelsAndMasksSayTheSame();
    void flatteningGivesEachPixelToTheNearest();
    void lostPixelsAreCountedExactly();
    void layersKeepEveryPixelAndTheOrder();
    void layersOfManyOverlapsStayFew();
    void circularOrderIsWrittenAllTheSame();
    void cellsThatDoNotOverlapAreNotLost_data();
    void cellsThatDoNotOverlapAreNotLost();
    void highIdsNeed32BitsOrNewNumbers();
    void cellposeNumbersFromOne();
    void pagesAreFrames();
    void namesOfPicturesComeFromTheFile();
    void photographsAreRefused();
};

void TestLabelFiles::labelsAndMasksSayTheSame()
{
    base::Random random(3);
    imaging::LabelImage image{23, 17, std::vector<std::uint32_t>(23 * 17)};
    for (auto& label : image.labels)
        label = std::uint32_t(random.integer(0, 4)) * 1000;
    const auto found = masksOfLabels(image);
    QVERIFY(found.has_value());
    imaging::LabelImage again{23, 17, std::vector<std::uint32_t>(23 * 17)};
    std::int64_t area = 0;
    for (const auto& [number, mask] : *found) {
        paintLabel(again, mask, number);
        area += mask.area();
    }
    QVERIFY(again.labels == image.labels);
    QVERIFY(!found->contains(0));
    QCOMPARE(area, std::int64_t(std::count_if(image.labels.begin(), image.labels.end(), [](auto l) { return l > 0; })));
}

void TestLabelFiles::flatteningGivesEachPixelToTheNearest()
{
    const AnnotatedFrame frame = overlappingCells();
    const auto& instances = frame.annotation.instances;
    const FlatFrame flat = flatten(frame.annotation);
    QVERIFY(flat.parts[1] == instances[1].amodal); // 7 is nearest
    QVERIFY(flat.parts[0] == masks::subtracted(instances[0].amodal, instances[1].amodal));
    QVERIFY(masks::intersected(flat.parts[2], instances[0].amodal).isEmpty());
}

void TestLabelFiles::lostPixelsAreCountedExactly()
{
    const AnnotatedFrame frame = overlappingCells();
    ExchangeReport report;
    QVERIFY(writeLabels(frame, path("flat_labels.tif"), LabelFile::Tiff, LabelNumbers::InstanceIds, report));
    const auto after = readBack(path("flat_labels.tif"));
    std::map<int, std::int64_t> lost;
    for (const auto& note : report.notes)
        lost[*note.instance] += note.pixels;
    std::int64_t all = 0;
    for (const auto& before : frame.annotation.instances) {
        const auto* kept = after[0].frame.annotation.find(before.id);
        QVERIFY(kept);
        QVERIFY(masks::subtracted(kept->amodal, before.amodal).isEmpty());
        QCOMPARE(lost[before.id], before.amodal.area() - kept->amodal.area());
        all += lost[before.id];
    }
    QCOMPARE(lost[7], std::int64_t(0));
    QVERIFY(lost[2] > 0 && lost[300] > 0);
    QCOMPARE(report.lostPixels(), all);
    QCOMPARE(report.notes.front().other, std::optional(7));
}

void TestLabelFiles::layersKeepEveryPixelAndTheOrder()
{
    const AnnotatedFrame frame = overlappingCells();
    QVERIFY(writeLabelLayers(frame, path("a_layers.tif")));
    QCOMPARE(imaging::LabelFileReader::open(path("a_layers.tif")).value()->pageCount(), std::size_t(3));
    const auto frames = readBack(path("a_layers.tif"));
    QCOMPARE(frames.size(), std::size_t(1));
    const auto& after = frames[0].frame.annotation;
    QCOMPARE(after.instances.size(), frame.annotation.instances.size());
    for (const auto& before : frame.annotation.instances) {
        QVERIFY(after.find(before.id));
        QVERIFY(after.find(before.id)->amodal == before.amodal);
        QCOMPARE(after.find(before.id)->classId, before.classId);
    }
    QVERIFY(after.order == frame.annotation.order);
}

void TestLabelFiles::layersOfManyOverlapsStayFew()
{
    AnnotatedFrame frame;
    frame.annotation.width = 60;
    frame.annotation.height = 20;
    for (int i = 0; i < 8; ++i) // a chain: neighbours overlap, so two layers are enough
        frame.annotation.instances.push_back(instance(i + 1, disc(60, 20, 6 + 6.5 * i, 10, 4)));
    const auto layers = depthLayers(frame.annotation);
    QCOMPARE(*std::max_element(layers.begin(), layers.end()), 1);
    for (int i = 0; i < 7; ++i) // nearer ones come later in the list
        frame.annotation.order.push_back({i + 2, i + 1});
    const auto deep = depthLayers(frame.annotation);
    for (int i = 0; i < 7; ++i)
        QVERIFY(deep[std::size_t(i) + 1] < deep[std::size_t(i)]);
    QCOMPARE(nearestFirst(frame.annotation).front(), std::size_t(7));
}

void TestLabelFiles::circularOrderIsWrittenAllTheSame()
{
    AnnotatedFrame frame = overlappingCells();
    frame.annotation.order = {{7, 2}, {2, 300}, {300, 7}};
    QVERIFY(writeLabelLayers(frame, path("circle_layers.tif")));
    const auto after = readBack(path("circle_layers.tif"));
    for (const auto& before : frame.annotation.instances)
        QVERIFY(after[0].frame.annotation.find(before.id)->amodal == before.amodal);
}

void TestLabelFiles::cellsThatDoNotOverlapAreNotLost_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("TIFF") << int(LabelFile::Tiff) << "apart_labels.tif";
    QTest::newRow("PNG") << int(LabelFile::Png) << "apart_labels.png";
}

void TestLabelFiles::cellsThatDoNotOverlapAreNotLost()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    AnnotatedFrame frame;
    frame.annotation.width = 40;
    frame.annotation.height = 30;
    frame.annotation.instances = {instance(5, disc(40, 30, 8, 14, 6)), instance(65535, disc(40, 30, 28, 14, 6))};
    ExchangeReport report;
    const auto file = path(name.toUtf8().constData());
    QVERIFY(writeLabels(frame, file, LabelFile(kind), LabelNumbers::InstanceIds, report));
    QVERIFY2(report.notes.empty(), allNotes(report).c_str());
    const auto after = readBack(file);
    for (const auto& before : frame.annotation.instances)
        QVERIFY(after[0].frame.annotation.find(before.id)->amodal == before.amodal);
}

void TestLabelFiles::highIdsNeed32BitsOrNewNumbers()
{
    AnnotatedFrame frame;
    frame.annotation.width = 40;
    frame.annotation.height = 30;
    frame.annotation.instances = {instance(70000, disc(40, 30, 8, 14, 6))};
    ExchangeReport report;
    QVERIFY(writeLabels(frame, path("high_labels.tif"), LabelFile::Tiff, LabelNumbers::InstanceIds, report));
    QVERIFY(report.notes.empty());
    QVERIFY(readBack(path("high_labels.tif"))[0].frame.annotation.find(70000));
    QVERIFY(writeLabels(frame, path("high_labels.png"), LabelFile::Png, LabelNumbers::InstanceIds, report));
    QVERIFY(hasNote(report, NoteKind::Changed, "numbered from 1"));
    QVERIFY(readBack(path("high_labels.png"))[0].frame.annotation.find(1));
}

void TestLabelFiles::cellposeNumbersFromOne()
{
    ExchangeReport report;
    QVERIFY(writeCellpose(overlappingCells(), path("x_cp_masks.tif"), LabelFile::Tiff, report));
    const auto after = readBack(path("x_cp_masks.tif"));
    QCOMPARE(after[0].frame.annotation.instances.size(), std::size_t(3));
    for (int id : {1, 2, 3})
        QVERIFY(after[0].frame.annotation.find(id));
    QVERIFY(report.lostPixels() > 0);
}

void TestLabelFiles::pagesAreFrames()
{
    imaging::LabelImage a{3, 2, {0, 1, 1, 0, 0, 2}}, b{3, 2, {5, 0, 0, 0, 0, 0}};
    QVERIFY(imaging::writeLabelTiff(path("t_labels.tif"), std::vector{a, b}, {}));
    const auto frames = readBack(path("t_labels.tif"));
    QCOMPARE(frames.size(), std::size_t(2));
    QCOMPARE(frames[1].frame.frameIndex, 1);
    QCOMPARE(frames[1].frame.annotation.instances.size(), std::size_t(1));
    QCOMPARE(frames[0].frame.annotation.instances[0].amodal.area(), std::int64_t(2));
}

void TestLabelFiles::namesOfPicturesComeFromTheFile()
{
    QCOMPARE(pictureNameOfLabels("/x/a.b_cp_masks.tif"), std::string("a.b"));
    QCOMPARE(pictureNameOfLabels("img_007_labels.png"), std::string("img_007"));
    QCOMPARE(pictureNameOfLabels("_masks.tif"), std::string("_masks"));
    QCOMPARE(pictureNameOfLabels("plain.tif"), std::string("plain"));
}

void TestLabelFiles::photographsAreRefused()
{
    base::Image colour(4, 4, 3, base::PixelType::U8);
    QVERIFY(imaging::labelsFromImage(colour).error().message.find("colours") != std::string::npos);
    base::Image fractions(2, 1, 1, base::PixelType::F32);
    fractions.row<float>(0)[0] = .5f;
    QCOMPARE(imaging::labelsFromImage(fractions).error().code, base::ErrorCode::Unsupported);
    fractions.row<float>(0)[0] = -1;
    QVERIFY(!imaging::labelsFromImage(fractions));
    fractions.row<float>(0)[0] = 16777216;
    QVERIFY(imaging::labelsFromImage(fractions).has_value());
    imaging::LabelImage noise{400, 200, {}};
    for (std::uint32_t i = 0; i < 80000; ++i)
        noise.labels.push_back(i);
    QVERIFY(masksOfLabels(noise).error().message.find("no label image") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestLabelFiles)
#include "tst_label_files.moc"
