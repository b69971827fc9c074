// SPDX-License-Identifier: Apache-2.0
// KINS and COCOA.
#include <QTest>

#include <set>

#include "core/annotation/visible_parts.h"
#include "core/formats/cocoa_reader.h"
#include "core/formats/kins_reader.h"
#include "core/formats/kins_writer.h"
#include "core/formats/picture_folder.h"
#include "tests/formats/foreign_files.h"

using namespace blastoscope;
using namespace blastoscope::formats;
using namespace blastoscope::tests;

namespace {

const std::string kImages = R"({"categories": [{"id": 4, "name": "car"}],
    "images": [{"id": 7, "file_name": "a.png", "width": 20, "height": 10}], "annotations": )";

const std::string kKins2020 = kImages + R"([
    {"id": 1, "image_id": 7, "category_id": 4, "iscrowd": 0, "oco_id": 1, "ico_id": 2, "a_bbox": [2, 2, 8, 4],
     "a_segm": [[2, 2, 10, 2, 10, 6, 2, 6]], "i_segm": [[2, 2, 6, 2, 6, 6, 2, 6]]},
    {"id": 2, "image_id": 7, "category_id": 4, "iscrowd": 0, "oco_id": 1, "ico_id": 1, "a_bbox": [6, 2, 8, 4],
     "a_segm": [[6, 2, 14, 2, 14, 6, 6, 6]], "i_segm": [[6, 2, 14, 2, 14, 6, 6, 6]]},
    {"id": 3, "image_id": 7, "category_id": 4, "iscrowd": 0, "oco_id": 0, "ico_id": 0, "a_bbox": [1, 8, 4, 1],
     "a_segm": [[1, 8, 5, 8, 5, 9, 1, 9]]},
    {"id": 4, "image_id": 8, "category_id": 4, "a_segm": [[1, 8, 5, 8, 5, 9, 1, 9]]},
    {"id": 5, "image_id": 7, "category_id": 4, "a_segm": [[1, 8]]},
    {"id": 6, "image_id": 7, "category_id": 4, "a_segm": []}]})";

const std::string kKins2019 = kImages + R"([
    {"id": 1, "image_id": 7, "category_id": 4, "iscrowd": 0, "bbox": [2, 2, 8, 4], "inmodal_bbox": [2, 2, 4, 4],
     "segmentation": [[2, 2, 10, 2, 10, 6, 2, 6]], "inmodal_seg": {"size": [10, 20], "counts": [22, 4, 174]}}]})";

const std::string kCocoa = kImages + R"([
    {"id": 1, "image_id": 7, "author": "x", "size": 3, "depth_constraint": "1-2,3-1,2-9,x", "regions": [
      {"name": "cell", "segmentation": [2, 2, 10, 2, 10, 6, 2, 6], "order": 1, "isStuff": 0, "area": 32},
      {"name": "cell", "segmentation": [6, 2, 14, 2, 14, 6, 6, 6], "order": 2, "isStuff": 0,
       "occlude_rate": 0.5, "visible_mask": {"size": [10, 20], "counts": [22, 4, 174]}},
      {"name": "cell", "segmentation": [1, 5, 5, 5, 5, 9, 1, 9], "order": 3},
      {"name": "sky", "segmentation": [0, 0, 20, 0, 20, 10], "isStuff": 1},
      {"name": "cell", "segmentation": [1, 2]}]},
    {"id": 2, "image_id": 7, "author": "y", "regions": []}]})";

} // namespace

class TestAmodalDatasets : public QObject {
    Q_OBJECT

private slots:
    void kinsOf2020IsRead();
    void kinsOf2019IsRead();
    void kinsComesBackAsItWasWritten();
    void whatKinsCannotHoldIsReported();
    void crowdsOfKinsAreCertain();
    void cocoaIsRead();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
};

void TestAmodalDatasets::kinsOf2020IsRead()
{
    ExchangeReport report;
    const auto frames = parseKins(kKins2020, "kins.json", {PictureFolder(), report});
    QVERIFY(frames.has_value());
    QCOMPARE(frames->size(), std::size_t(1));
    const auto& frame = frames->front().frame.annotation;
    QCOMPARE(frame.instances.size(), std::size_t(3));
    QCOMPARE(frame.instances[0].amodal.area(), std::int64_t(32));
    QCOMPARE(frame.instances[0].visible->area(), std::int64_t(16));
    QVERIFY(!frame.instances[2].visible);
    QVERIFY((frame.order == std::vector<annotation::DepthRelation>{{2, 1}}));
    QCOMPARE(frames->front().classNames.at(1), std::string("car"));
    QVERIFY(hasNote(report, NoteKind::Dropped, "no image"));
    QVERIFY(hasNote(report, NoteKind::Dropped, "three x, y pairs"));
    QVERIFY(hasNote(report, NoteKind::Dropped, "is empty"));
}

void TestAmodalDatasets::kinsOf2019IsRead()
{
    ExchangeReport report;
    const auto frames = parseKins(kKins2019, "kins.json", {PictureFolder(), report});
    QVERIFY(frames.has_value());
    QVERIFY2(report.notes.empty(), allNotes(report).c_str());
    const auto& instance = frames->front().frame.annotation.instances.at(0);
    QCOMPARE(instance.amodal.area(), std::int64_t(32));
    QCOMPARE(instance.visible->area(), std::int64_t(4));
}

/// Silhouettes with holes and in pieces, hidden ones, and several frames.
void TestAmodalDatasets::kinsComesBackAsItWasWritten()
{
    AnnotatedFrame frame = overlappingCells();
    base::Random random(7);
    frame.annotation.instances.push_back(instance(400, masks::RleMask(noise(40, 30, .5, random))));
    frame.annotation.instances.push_back(instance(500, disc(40, 30, 18, 14, 2)));
    for (const int id : {2, 7, 300})
        frame.annotation.order.push_back({id, 400});
    for (const int id : {2, 7, 300}) // nothing of it is visible
        frame.annotation.order.push_back({id, 500});
    frame.annotation.order.push_back({500, 400});
    AnnotatedFrame unknown = overlappingCells();
    unknown.annotation.order.clear();
    unknown.annotation.instances[0].visible = disc(40, 30, 19, 14, 5);

    ExchangeReport report;
    const std::vector<AnnotatedFrame> before = {frame, unknown};
    const std::string text = toKinsText(before, report);
    QVERIFY2(report.notes.empty(), allNotes(report).c_str());
    const auto after = parseKins(text, "kins.json", {PictureFolder(), report});
    QVERIFY(after.has_value());
    QVERIFY2(report.notes.empty(), allNotes(report).c_str());
    QCOMPARE(after->size(), before.size());
    for (std::size_t f = 0; f < before.size(); ++f) {
        const auto& was = before[f].annotation;
        const auto& is = (*after)[f].frame.annotation;
        QCOMPARE((*after)[f].frame.fileName, before[f].fileName);
        QCOMPARE(is.instances.size(), was.instances.size());
        const auto visibleWas = annotation::visibleParts(was), visibleIs = annotation::visibleParts(is);
        for (std::size_t i = 0; i < was.instances.size(); ++i) {
            QVERIFY(is.instances[i].amodal == was.instances[i].amodal);
            QVERIFY(visibleIs[i] == visibleWas[i]);
        }
        std::set<std::pair<int, int>> orderWas, orderIs; // numbered anew, from 1
        const auto placeOf = [&](int id) { return int(was.find(id) - was.instances.data()) + 1; };
        for (const annotation::DepthRelation& relation : was.order)
            orderWas.insert({placeOf(relation.nearer), placeOf(relation.farther)});
        for (const annotation::DepthRelation& relation : is.order)
            orderIs.insert({relation.nearer, relation.farther});
        QVERIFY(orderIs == orderWas);
    }
    QCOMPARE(after->front().classNames.at(3), std::string("fragment"));
}

void TestAmodalDatasets::whatKinsCannotHoldIsReported()
{
    AnnotatedFrame frame = overlappingCells();
    auto& cells = frame.annotation;
    cells.instances = {instance(1, rectangle(40, 30, 0, 0, 10, 10)), instance(2, rectangle(40, 30, 5, 0, 10, 10)),
                       instance(3, rectangle(40, 30, 0, 5, 15, 10)), instance(4, rectangle(40, 30, 30, 20, 5, 5))};
    const auto notesOf = [&](std::vector<annotation::DepthRelation> order) {
        cells.order = std::move(order);
        ExchangeReport report;
        toKinsText({frame}, report);
        return report;
    };
    QVERIFY(notesOf({{1, 2}, {2, 3}, {1, 3}}).notes.empty());
    const auto apart = notesOf({{1, 2}, {2, 3}, {1, 3}, {1, 4}});
    QCOMPARE(apart.notes.size(), std::size_t(1));
    QVERIFY(hasNote(apart, NoteKind::Dropped, "do not overlap"));
    const auto circle = notesOf({{1, 2}, {2, 3}, {3, 1}});
    QCOMPARE(circle.notes.size(), std::size_t(1));
    QVERIFY(hasNote(circle, NoteKind::Changed, "in a circle"));
    const auto guessed = notesOf({{1, 2}, {2, 3}});
    QCOMPARE(guessed.notes.size(), std::size_t(1));
    QVERIFY(hasNote(guessed, NoteKind::Changed, "without a known depth order"));
    QVERIFY(notesOf({{1, 2}, {1, 3}}).notes.empty()); // 2 and 3 share a place, which says nothing of the two
}

void TestAmodalDatasets::crowdsOfKinsAreCertain()
{
    std::string text = kKins2019;
    text.replace(text.find("\"iscrowd\": 0"), 12, "\"iscrowd\": 1");
    ExchangeReport report;
    const auto frames = parseKins(text, "kins.json", {PictureFolder(), report});
    QVERIFY(frames.has_value());
    QVERIFY(!frames->front().frame.annotation.instances.at(0).uncertain);
    QVERIFY(hasNote(report, NoteKind::Changed, "iscrowd"));
}

void TestAmodalDatasets::cocoaIsRead()
{
    ExchangeReport report;
    const auto frames = parseCocoa(kCocoa, "cocoa.json", {PictureFolder(), report});
    QVERIFY(frames.has_value());
    QCOMPARE(frames->size(), std::size_t(1));
    const auto& frame = frames->front().frame.annotation;
    QCOMPARE(frame.instances.size(), std::size_t(3));
    QCOMPARE(frame.instances[0].amodal.area(), std::int64_t(32));
    QCOMPARE(frame.instances[1].visible->area(), std::int64_t(4));
    QVERIFY((frame.order == std::vector<annotation::DepthRelation>{{1, 2}, {3, 1}}));
    QCOMPARE(frames->front().frame.fileName, std::string("a.png"));
    for (const char* words : {"stuff", "cannot be understood", "not there", "second author", "three x, y pairs"})
        QVERIFY2(hasNote(report, NoteKind::Dropped, words), allNotes(report).c_str());
}

void TestAmodalDatasets::otherFilesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no JSON") << "]";
    QTest::newRow("no annotations") << R"({"images": []})";
    QTest::newRow("image without id") << R"({"images": [{"width": 3, "height": 3}], "annotations": []})";
    QTest::newRow("annotations no list") << R"({"images": [], "annotations": 5})";
}

void TestAmodalDatasets::otherFilesAreRefused()
{
    QFETCH(QString, text);
    ExchangeReport report;
    const PictureFolder pictures;
    const ImportContext context{pictures, report};
    QCOMPARE(parseKins(text.toStdString(), "x.json", context).error().code, base::ErrorCode::Corrupt);
    QCOMPARE(parseCocoa(text.toStdString(), "x.json", context).error().code, base::ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestAmodalDatasets)
#include "tst_amodal_datasets.moc"
