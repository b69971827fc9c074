// SPDX-License-Identifier: Apache-2.0
// What the command line and the window use: the registry, whole folders, names and reports.
#include <QTest>

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/annotation/object_names.h"
#include "core/base/file_io.h"
#include "core/formats/coco_annotation.h"
#include "core/formats/export_names.h"
#include "core/formats/outline_checker.h"
#include "core/formats/registry.h"
#include "core/imaging/label_image.h"
#include "tests/formats/foreign_files.h"

using namespace blastoscope;
using namespace blastoscope::formats;
using namespace blastoscope::tests;
namespace fs = std::filesystem;

namespace {

const char* kOneCell = R"({"images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 6}], "annotations": [
    {"id": 1, "image_id": 1, "category_id": 1, "iscrowd": 0, "segmentation": [[1, 1, 4, 1, 4, 3, 1, 3]]}]})";

std::string labelme(const char* label, const char* image)
{
    return nlohmann::json{{"imagePath", image},
                          {"imageWidth", 8},
                          {"imageHeight", 6},
                          {"shapes", {{{"label", label}, {"points", {{1, 1}, {4, 1}, {4, 3}}}}}}}
        .dump();
}

std::string labelPng(int width, int height)
{
    std::vector<std::uint8_t> pixels(std::size_t(width * height), 0);
    pixels[0] = 1;
    return imaging::encodeMaskPng(width, height, pixels).value();
}

AnnotatedFrame richFrame()
{
    AnnotatedFrame frame = overlappingCells();
    frame.annotation.instances[0].score = .5;
    frame.annotation.instances[1].uncertain = true;
    frame.annotation.instances[1].visible = frame.annotation.instances[1].amodal;
    frame.sha256 = "feed";
    frame.labelme = R"({"flags":{},"patient":"Jane"})";
    frame.labelmeShapes[2] = R"({"description":"of Jane","group_id":3,"flags":{"x":true}})";
    return frame;
}

} // namespace

class TestInterchange : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path folder(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void formatsAreRecognised_data();
    void formatsAreRecognised();
    void everyFormatHasItsOwnNameAndEnding();
    void everyFormatThatIsWrittenCanBeRead_data();
    void everyFormatThatIsWrittenCanBeRead();
    void ownNamesGoThroughEveryFormatThatHasClasses_data();
    void ownNamesGoThroughEveryFormatThatHasClasses();
    void aChoiceOverrulesAnOwnName();
    void flatFormatsSayWhatTheyLose();
    void whatAPersonSaidIsReportedWhereItHasNoPlace_data();
    void whatAPersonSaidIsReportedWhereItHasNoPlace();
    void crowdsOfOtherProgramsAreCertain();
    void depthRelationsThatDisagreeAreLeftOut();
    void namesStayAtHomeUnlessAskedFor();
    void exportPathsStayInsideTheFolder();
    void singleUnknownNameMeansBlastomeres();
    void unknownNamesAreLeftOutUnlessChosen();
    void brokenAnnotationsAreLeftOutOfACocoFile();
    void picturesAreFoundByNameAndChecked();
    void brokenFilesDoNotSpoilTheOthers();
    void nothingToReadIsAnError();
    void cancelledMeansCancelled();
    void crossingOutlinesAreRecognised();
    void endlessOutlinesAreRefused();
};

void TestInterchange::formatsAreRecognised_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const std::string& content, const char* id) {
        QTest::newRow(name) << name << QByteArray::fromStdString(content) << id;
    };
    row("coco.json", kOneCell, "coco");
    row("labelme.json", labelme("cell", "a.png"), "labelme");
    row("kins2020.json", R"({"images": [], "annotations": [{"a_segm": []}]})", "kins");
    row("kins2019.json", R"({"images": [], "annotations": [{"inmodal_seg": {}}]})", "kins");
    row("cocoa.json", R"({"images": [], "annotations": [{"regions": []}]})", "cocoa");
    row("x_labels.png", labelPng(4, 3), "label-png");
    row("x_cp_masks.png", labelPng(4, 3), "cellpose-png");
    row("x_seg.npy", "pickled", "cellpose");
    row("other.json", R"({"a": 1})", "");
    row("list.json", "[1, 2]", "");
    row("words.txt", "words", "");
    row("empty.png", "", "");
}

void TestInterchange::formatsAreRecognised()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, id);
    const auto format = formatOf(fileIn(m_folder, "kinds/" + name.toStdString(), content.toStdString()));
    QCOMPARE(format.has_value(), !id.isEmpty());
    if (format)
        QCOMPARE(QString::fromUtf8(infoOf(*format).id.data(), qsizetype(infoOf(*format).id.size())), id);
    else
        QVERIFY(format.error().message.find(name.toStdString()) != std::string::npos);
}

void TestInterchange::everyFormatHasItsOwnNameAndEnding()
{
    std::set<std::string_view> ids, names;
    for (const FormatInfo& info : annotationFormats()) {
        QVERIFY(ids.insert(info.id).second && names.insert(info.name).second);
        QCOMPARE(formatNamed(info.id), std::optional(info.format));
        QVERIFY(!info.ending.empty());
    }
    QVERIFY(!formatNamed("docx"));
}

void TestInterchange::everyFormatThatIsWrittenCanBeRead_data()
{
    QTest::addColumn<int>("format");
    for (const FormatInfo& info : annotationFormats())
        if (info.canWrite)
            QTest::newRow(info.id.data()) << int(info.format);
}

void TestInterchange::everyFormatThatIsWrittenCanBeRead()
{
    QFETCH(int, format);
    const FormatInfo& info = infoOf(AnnotationFormat(format));
    const fs::path out = folder("round") / info.id;
    AnnotatedFrame second = overlappingCells();
    second.frameIndex = 5;
    second.annotation.order.clear();
    std::erase_if(second.annotation.instances, [](const auto& i) { return i.id == 2; }); // what is left lies apart
    const auto report = writeAnnotations({overlappingCells(), second}, info.format, out, {});
    QVERIFY(report.has_value());
    QCOMPARE(report->files.size(), std::size_t(info.isOneFile ? 1 : 2));
    std::vector<fs::path> files;
    for (const fs::path& file : report->files)
        files.push_back(out / file);
    const auto again = readAnnotations(files, {});
    QVERIFY(again.has_value());
    QCOMPARE(again->report.frames, 2);
    const auto& after = again->frames[1].annotation.instances;
    QCOMPARE(after.size(), std::size_t(2));
    QVERIFY(after[0].amodal == second.annotation.instances[0].amodal);
    if (info.format != AnnotationFormat::CocoPolygons)
        QVERIFY(after[1].amodal == second.annotation.instances[1].amodal);
    else
        QVERIFY(hasNote(*report, NoteKind::Changed, "holes"));
    if (info.keepsClass)
        QCOMPARE(after[1].classId, int(base::ObjectClass::Fragment));
    if (info.keepsOrder)
        QCOMPARE(again->frames[0].annotation.order.size(), std::size_t(2));
    QCOMPARE(report->lostPixels() > 0,
             info.ending.find("labels") != info.ending.npos || info.ending.find("masks") != info.ending.npos);
}

void TestInterchange::ownNamesGoThroughEveryFormatThatHasClasses_data()
{
    everyFormatThatIsWrittenCanBeRead_data();
}

/// A spheroid, which no reader knows, besides a nucleus and a fragment.
void TestInterchange::ownNamesGoThroughEveryFormatThatHasClasses()
{
    QFETCH(int, format);
    const FormatInfo& info = infoOf(AnnotationFormat(format));
    AnnotatedFrame frame = overlappingCells();
    frame.annotation.instances[0].ownName = "spheroid";
    frame.annotation.instances[1].ownName = "nucleus";
    const fs::path out = folder("names") / info.id;
    const auto report = writeAnnotations({frame}, info.format, out, {});
    QVERIFY(report.has_value());
    QCOMPARE(hasNote(*report, NoteKind::Changed, "2 lose their names"), !info.keepsClass);
    if (!info.keepsClass)
        return;
    const auto again = readAnnotations({out / report->files[0]}, {});
    QVERIFY(again.has_value());
    QStringList names;
    for (const auto& instance : again->frames[0].annotation.instances)
        names << QString::fromStdString(annotation::nameOf(instance));
    QCOMPARE(names, QStringList({"spheroid", "nucleus", "fragment"}));
}

void TestInterchange::aChoiceOverrulesAnOwnName()
{
    AnnotatedFrame frame = overlappingCells();
    frame.annotation.instances[0].ownName = frame.annotation.instances[1].ownName = "nucleus";
    QVERIFY(writeAnnotations({frame}, AnnotationFormat::Coco, folder("choice"), {}));
    ImportOptions options;
    options.classes = {{"nucleus", int(base::ObjectClass::PolarBody)}, {"*", int(base::ObjectClass::Fragment)}};
    const auto chosen = readAnnotations({folder("choice")}, options);
    QVERIFY(chosen.has_value());
    QCOMPARE(chosen->frames[0].annotation.instances[0].classId, int(base::ObjectClass::PolarBody));
    QCOMPARE(chosen->frames[0].annotation.instances[0].ownName, std::string());
    options.classes.erase("nucleus"); // the rest is what nobody knows
    const auto known = readAnnotations({folder("choice")}, options);
    QVERIFY(known.has_value());
    QCOMPARE(known->frames[0].annotation.instances[0].ownName, std::string("nucleus"));
}

void TestInterchange::flatFormatsSayWhatTheyLose()
{
    const auto report = writeAnnotations({richFrame()}, AnnotationFormat::LabelTiff, folder("flat"), {});
    QVERIFY(report.has_value());
    for (const char* words : {"2 are left out", "visible parts; 1", "confidences; 1", "overlap belong to the nearer"})
        QVERIFY2(hasNote(*report, NoteKind::Dropped, words), allNotes(*report).c_str());
    QVERIFY(hasNote(*report, NoteKind::Changed, "no place for classes; 1"));
    QVERIFY(hasNote(*report, NoteKind::Changed, "uncertain; 1 look"));
    const auto groups = groupNotes(*report);
    QVERIFY(groups.size() < report->notes.size());
    std::int64_t pixels = 0;
    for (const NoteGroup& group : groups)
        pixels += group.pixels;
    QCOMPARE(pixels, report->lostPixels());
}

void TestInterchange::whatAPersonSaidIsReportedWhereItHasNoPlace_data()
{
    QTest::addColumn<QStringList>("lost");
    const QString uncertain = "uncertain; 1 look", reviews = "review states; 2", flags = "quality flags; 2";
    for (const char* flat : {"label-tiff", "label-png", "label-layers", "cellpose", "cellpose-png", "kins"})
        QTest::newRow(flat) << QStringList{uncertain, reviews, flags, "track ids; 1"};
    QTest::newRow("labelme") << QStringList{"review state \"rejected\"; 1", flags, "track ids; 1"};
    QTest::newRow("coco") << QStringList();
    QTest::newRow("coco-polygons") << QStringList();
}

void TestInterchange::whatAPersonSaidIsReportedWhereItHasNoPlace()
{
    QFETCH(QStringList, lost);
    AnnotatedFrame accepted = richFrame(), rejected = overlappingCells();
    accepted.annotation.review = annotation::ReviewState::Accepted;
    accepted.annotation.qcFlags = {"small", "blurred"};
    accepted.annotation.instances[0].trackId = 3;
    rejected.annotation.review = annotation::ReviewState::Rejected;
    const std::string format = QTest::currentDataTag();
    const auto report = writeAnnotations({accepted, rejected}, *formatNamed(format), folder("said") / format, {});
    QVERIFY(report.has_value());
    for (const char* words : {"uncertain;", "review state", "quality flags;", "track ids;"}) {
        const bool expected = lost.join(u' ').contains(QLatin1String(words));
        QCOMPARE(hasNote(*report, NoteKind::Dropped, words) || hasNote(*report, NoteKind::Changed, words), expected);
    }
    for (const QString& words : lost)
        QVERIFY2(allNotes(*report).find(words.toStdString()) != std::string::npos, allNotes(*report).c_str());
}

void TestInterchange::crowdsOfOtherProgramsAreCertain()
{
    const std::string crowd = R"({"images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 6}], "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "iscrowd": 1,
         "segmentation": {"size": [6, 8], "counts": [7, 4, 37]}}]})";
    const auto foreign = readAnnotations({fileIn(m_folder, "crowd/theirs.json", crowd)}, {});
    QVERIFY(foreign.has_value());
    QVERIFY(!foreign->frames[0].annotation.instances[0].uncertain);
    QVERIFY2(hasNote(foreign->report, NoteKind::Changed, "choose Edit > Uncertain"), allNotes(foreign->report).c_str());
    QCOMPARE(foreign->report.notes[0].file, std::string("a.png"));

    std::string marked = crowd;
    marked.replace(marked.find("\"iscrowd\""), 0, "\"origin\": \"drawn\", ");
    const auto ours = readAnnotations({fileIn(m_folder, "crowd/ours.json", marked)}, {});
    QVERIFY(ours.has_value());
    QVERIFY(ours->frames[0].annotation.instances[0].uncertain);
    QVERIFY(!hasNote(ours->report, NoteKind::Changed, "iscrowd"));
}

void TestInterchange::depthRelationsThatDisagreeAreLeftOut()
{
    const char* coco = R"({"images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 6,
        "order": [[1, 2], [2, 3], [2, 1], [2, 3]]}], "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[1, 1, 4, 1, 4, 3, 1, 3]]},
        {"id": 2, "image_id": 1, "category_id": 1, "segmentation": [[2, 1, 5, 1, 5, 3, 2, 3]]},
        {"id": 3, "image_id": 1, "category_id": 1, "segmentation": [[3, 1, 6, 1, 6, 3, 3, 3]]}]})";
    const char* cocoa = R"({"images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 6}], "annotations": [
        {"id": 1, "image_id": 1, "depth_constraint": "1-2,2-3,2-1,2-3", "regions": [
        {"name": "cell", "segmentation": [1, 1, 4, 1, 4, 3, 1, 3]},
        {"name": "cell", "segmentation": [2, 1, 5, 1, 5, 3, 2, 3]},
        {"name": "cell", "segmentation": [3, 1, 6, 1, 6, 3, 3, 3]}]}]})";
    for (const char* text : {coco, cocoa}) {
        const auto imported = readAnnotations({fileIn(m_folder, "disagree.json", text)}, {});
        QVERIFY(imported.has_value());
        QVERIFY((imported->frames[0].annotation.order == std::vector<annotation::DepthRelation>{{2, 3}}));
        QVERIFY2(hasNote(imported->report, NoteKind::Dropped, "contradicts"), allNotes(imported->report).c_str());
        QVERIFY2(hasNote(imported->report, NoteKind::Changed, "more than once"), allNotes(imported->report).c_str());
    }
}

void TestInterchange::namesStayAtHomeUnlessAskedFor()
{
    for (const char* id : {"coco", "labelme"}) {
        const auto out = folder("names") / id;
        AnnotatedFrame frame = richFrame();
        frame.embryoId = "Smith";
        ExportOptions options;
        options.embryoIdOf = [](const std::string& embryo) { return embryo == "Smith" ? "feedfeedfeedfeed" : "?"; };
        const auto report = writeAnnotations({frame}, *formatNamed(id), out / "safe", options);
        QVERIFY(report.has_value());
        QVERIFY(hasNote(*report, NoteKind::Dropped, "may identify"));
        const std::string text = base::readTextFile(out / "safe" / report->files.front()).value();
        QVERIFY(text.find("feedfeedfeedfeed/00004") != std::string::npos);
        for (const char* secret : {"Smith", "Jane"}) {
            QVERIFY2(text.find(secret) == std::string::npos, text.c_str());
            QVERIFY(report->files.front().string().find(secret) == std::string::npos);
        }
        QVERIFY(text.find("\"group_id\"") != std::string::npos);

        options.keepNames = true;
        const auto open = writeAnnotations({frame}, *formatNamed(id), out / "open", options);
        QVERIFY(open.has_value());
        const std::string whole = base::readTextFile(out / "open" / open->files.front()).value();
        for (const char* kept : {"Smith_Jane.tif", "of Jane", "patient"})
            QVERIFY2(whole.find(kept) != std::string::npos, kept);
    }
    QVERIFY(isRandomId("0123456789abcdef") && isRandomId("0123456789abcdef-2"));
    QVERIFY(!isRandomId("0123456789abcdeg") && !isRandomId("0123456789abcdef-Jane") && !isRandomId("Jane"));
}

void TestInterchange::exportPathsStayInsideTheFolder()
{
    std::vector<AnnotatedFrame> frames(6);
    frames[0].fileName = "../../etc/passwd";
    frames[1].fileName = "/etc/passwd.png";
    frames[2].fileName = "C:\\pictures\\a.tif";
    frames[3].fileName = "stack.tif";
    frames[4].fileName = "stack.tif";
    frames[4].frameIndex = 7;
    const auto paths = exportPaths(frames);
    for (const std::string& path : paths) {
        QVERIFY2(path.find("..") == path.npos && path.find(':') == path.npos && path[0] != '/', path.c_str());
        QCOMPARE(std::count(paths.begin(), paths.end(), path), 1);
    }
    QCOMPARE(paths[2], std::string("pictures/a"));
    QCOMPARE(paths[4], std::string("stack_00007"));
    QCOMPARE(paths[5], std::string("picture"));
}

void TestInterchange::singleUnknownNameMeansBlastomeres()
{
    const auto a = fileIn(m_folder, "one/a.json", labelme("Zelle", "a.png"));
    const auto b = fileIn(m_folder, "one/b.json", labelme("Zelle", "b.png"));
    const auto imported = readAnnotations({a, b}, {});
    QVERIFY(imported.has_value());
    QCOMPARE(imported->report.instances, 2);
    QCOMPARE(imported->frames[1].frameIndex, 1);
    QCOMPARE(imported->frames[1].annotation.instances[0].classId, int(base::ObjectClass::Blastomere));
    QCOMPARE(imported->frames[1].annotation.instances[0].ownName, std::string());
    QVERIFY(hasNote(imported->report, NoteKind::Changed, "\"Zelle\""));
    const auto nuclei = readAnnotations({fileIn(m_folder, "nuclei/a.json", labelme("Nuclei", "a.png"))}, {});
    QVERIFY(nuclei.has_value());
    QCOMPARE(nuclei->frames[0].annotation.instances[0].ownName, std::string("nucleus"));
}

void TestInterchange::unknownNamesAreLeftOutUnlessChosen()
{
    const auto a = fileIn(m_folder, "two/a.json", labelme("Polar Body", "a.png"));
    const auto b = fileIn(m_folder, "two/b.json", labelme("zona", "b.png"));
    const auto imported = readAnnotations({folder("two")}, {});
    QVERIFY(imported.has_value());
    QCOMPARE(imported->report.instances, 1);
    QCOMPARE(imported->report.frames, 2);
    QCOMPARE(imported->frames[0].annotation.instances[0].classId, int(base::ObjectClass::PolarBody));
    QVERIFY(hasNote(imported->report, NoteKind::Dropped, "\"zona\""));
    ImportOptions options;
    options.classes = {{"*", int(base::ObjectClass::Fragment)}};
    const auto chosen = readAnnotations({a, b}, options);
    QVERIFY(chosen.has_value());
    QCOMPARE(chosen->frames[1].annotation.instances[0].classId, int(base::ObjectClass::Fragment));
}

void TestInterchange::brokenAnnotationsAreLeftOutOfACocoFile()
{
    const char* text =
        R"({"images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 6, "order": [[1, 2], [1, 6]]}],
        "categories": [{"id": 1, "name": "blastomere"}], "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[1, 1, 4, 1, 4, 3, 1, 3]]},
        {"id": 2, "image_id": 1, "category_id": 1, "segmentation": {"size": [9, 9], "counts": [81]}},
        {"id": 3, "image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2]},
        {"id": 4, "image_id": 1, "category_id": 1, "segmentation": {"size": [6, 8], "counts": [48]}},
        {"id": 5, "image_id": 9, "category_id": 1, "segmentation": [[1, 1, 4, 1, 4, 3, 1, 3]]},
        {"id": 6, "image_id": 1, "category_id": 1, "segmentation": [[0, 0, 6, 5, 6, 0, 0, 5]]},
        {"id": 7, "image_id": 1, "category_id": 1, "segmentation": [[1, 1, 2]]}]})";
    const auto imported = readAnnotations({fileIn(m_folder, "broken.json", text)}, {});
    QVERIFY(imported.has_value());
    const auto& frame = imported->frames[0].annotation;
    QCOMPARE(frame.instances.size(), std::size_t(2));
    QCOMPARE(frame.order.size(), std::size_t(1));
    for (const char* words :
         {"does not fit its image", "only a box", "is empty", "no image 9", "three x, y pairs", "depth relation"})
        QVERIFY2(hasNote(imported->report, NoteKind::Dropped, words), allNotes(imported->report).c_str());
    QVERIFY(hasNote(imported->report, NoteKind::Changed, "crosses itself"));
    std::vector<CocoProblem> problems;
    QVERIFY(!parseCocoDataset(text, "broken.json"));
    QVERIFY(parseCocoDataset(text, "broken.json", problems).has_value());
    QCOMPARE(problems.size(), std::size_t(5));
}

void TestInterchange::picturesAreFoundByNameAndChecked()
{
    fileIn(m_folder, "pictures/day1/a.png", labelPng(8, 6));
    fileIn(m_folder, "pictures/b.png", labelPng(9, 9));
    fileIn(m_folder, "pictures/notes.txt", "no picture");
    const auto a = fileIn(m_folder, "match/a.json", labelme("blastomere", "C:\\old\\a.jpg"));
    const auto again = fileIn(m_folder, "match/a2.json", labelme("blastomere", "a.png"));
    const auto b = fileIn(m_folder, "match/b.json", labelme("blastomere", "b.png"));
    const auto c = fileIn(m_folder, "match/c.json", labelme("blastomere", "c.png"));
    ImportOptions options;
    options.images = folder("pictures");
    const auto imported = readAnnotations({a, again, b, c}, options);
    QVERIFY(imported.has_value());
    QCOMPARE(imported->report.frames, 2);
    QCOMPARE(imported->frames[0].fileName, std::string("day1/a.png"));
    QVERIFY(hasNote(imported->report, NoteKind::Dropped, "annotations already"));
    QVERIFY(hasNote(imported->report, NoteKind::Dropped, "another size"));
    QVERIFY(hasNote(imported->report, NoteKind::Missing, "not in the folder"));
    QCOMPARE(readAnnotations({b}, options).error().code, base::ErrorCode::InvalidArgument);
    options.images = folder("nowhere");
    QCOMPARE(readAnnotations({a}, options).error().code, base::ErrorCode::NotFound);
}

void TestInterchange::brokenFilesDoNotSpoilTheOthers()
{
    const auto good = fileIn(m_folder, "some/a.json", labelme("blastomere", "a.png"));
    const auto bad = fileIn(m_folder, "some/b.json", "{");
    const auto pickled = fileIn(m_folder, "some/c_seg.npy", "x");
    const auto imported = readAnnotations({good, bad, pickled}, {});
    QVERIFY(imported.has_value());
    QCOMPARE(imported->report.frames, 1);
    QVERIFY(hasNote(imported->report, NoteKind::Dropped, "not valid JSON"));
    QVERIFY(hasNote(imported->report, NoteKind::Dropped, "may run code"));
    QCOMPARE(readAnnotations({bad}, {}).error().code, base::ErrorCode::Corrupt);
}

void TestInterchange::nothingToReadIsAnError()
{
    fs::create_directories(folder("empty"));
    QCOMPARE(readAnnotations({folder("empty")}, {}).error().code, base::ErrorCode::NotFound);
    QCOMPARE(readAnnotations({folder("not there")}, {}).error().code, base::ErrorCode::NotFound);
    QCOMPARE(writeAnnotations({}, AnnotationFormat::Cocoa, folder("cocoa"), {}).error().code,
             base::ErrorCode::InvalidArgument);
    QVERIFY(!fs::exists(folder("cocoa")));
}

void TestInterchange::cancelledMeansCancelled()
{
    ImportOptions reading;
    reading.cancel.cancel();
    QCOMPARE(readAnnotations({fileIn(m_folder, "x.json", kOneCell)}, reading).error().code, base::ErrorCode::Cancelled);
    ExportOptions writing;
    writing.cancel.cancel();
    QCOMPARE(writeAnnotations({overlappingCells()}, AnnotationFormat::Labelme, folder("x"), writing).error().code,
             base::ErrorCode::Cancelled);
}

void TestInterchange::crossingOutlinesAreRecognised()
{
    QVERIFY(crossesItself({{0, 0}, {6, 5}, {6, 0}, {0, 5}}));
    QVERIFY(!crossesItself({{0, 0}, {6, 0}, {6, 5}, {0, 5}}));
    QVERIFY(!crossesItself({{0, 0}, {6, 0}, {6, 5}, {0, 5}, {0, 0}}));                 // closed twice
    QVERIFY(!crossesItself({{0, 0}, {4, 0}, {4, 2}, {2, 2}, {4, 2}, {4, 4}, {0, 4}})); // runs back on itself
    QVERIFY(!crossesItself({}));
}

void TestInterchange::endlessOutlinesAreRefused()
{
    std::string ring;
    for (int i = 0; i < 40; ++i)
        ring += (i ? "," : "") + std::string(i % 2 ? "-900000,3" : "900000,900000");
    const std::string text = R"({"images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 6}], "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[)" +
                             ring + "]]}]}";
    const auto dataset = parseCocoDataset(text, "endless.json");
    QVERIFY(!dataset.has_value());
    QVERIFY2(dataset.error().message.find("too long") != std::string::npos, dataset.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestInterchange)
#include "tst_interchange.moc"
