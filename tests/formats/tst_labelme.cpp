// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/formats/base64.h"
#include "core/formats/foreign_frame.h"
#include "core/formats/labelme_reader.h"
#include "core/formats/labelme_writer.h"
#include "core/formats/picture_folder.h"
#include "core/imaging/label_image.h"
#include "tests/formats/foreign_files.h"

using namespace blastoscope;
using namespace blastoscope::formats;
using namespace blastoscope::tests;
using nlohmann::json;

namespace {

json fileWith(const json& shapes)
{
    return {{"version", "5.4.1"},   {"flags", json::object()}, {"shapes", shapes}, {"imagePath", "..\\pictures\\a.png"},
            {"imageData", nullptr}, {"imageHeight", 20},       {"imageWidth", 30}};
}

json shape(const char* type, const json& points)
{
    return {
        {"label", "cell"}, {"points", points}, {"group_id", nullptr}, {"shape_type", type}, {"flags", json::object()}};
}

struct Read {
    ForeignFrame foreign;
    ExchangeReport report;
    const annotation::FrameAnnotation& frame() const { return foreign.frame.annotation; }
};

Read read(const json& file)
{
    Read out;
    auto foreign = parseLabelme(file.dump(), "a.json", {PictureFolder(), out.report});
    if (!foreign)
        qFatal("%s", foreign.error().message.c_str());
    out.foreign = std::move(*foreign);
    return out;
}

std::string written(const AnnotatedFrame& frame)
{
    ExchangeReport report;
    const auto text = toLabelmeText(frame, "a.json", report);
    if (!text || !report.notes.empty())
        qFatal("%s", text ? allNotes(report).c_str() : text.error().message.c_str());
    return *text;
}

} // namespace

class TestLabelme : public QObject {
    Q_OBJECT

private slots:
    void everyShapeTypeBecomesASilhouette_data();
    void everyShapeTypeBecomesASilhouette();
    void whatIsNoSilhouetteIsReported_data();
    void whatIsNoSilhouetteIsReported();
    void shapesOfOneGroupAreOneObject();
    void scoreDifficultAndCheckedAreTakenOver();
    void pictureInsideTheFileIsLeftOut();
    void outlinesThatCrossThemselvesAreReported();
    void unknownMembersSurviveARoundTrip();
    void membersThatWouldSpoilTheFileAreLeftOut();
    void masksSurviveARoundTrip_data();
    void masksSurviveARoundTrip();
    void base64IsExact();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
};

void TestLabelme::everyShapeTypeBecomesASilhouette_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("area");
    const auto row = [](const char* name, const json& s, int area) {
        QTest::newRow(name) << QString::fromStdString(s.dump()) << area;
    };
    row("polygon", shape("polygon", {{2, 3}, {12, 3}, {12, 8}, {2, 8}}), 50);
    row("rectangle of two corners", shape("rectangle", {{12, 8}, {2, 3}}), 50);
    row("rectangle of four corners", shape("rectangle", {{2, 3}, {12, 3}, {12, 8}, {2, 8}}), 50);
    row("rotation", shape("rotation", {{2, 3}, {12, 3}, {12, 8}, {2, 8}}), 50);
    row("circle", shape("circle", {{10, 10}, {10, 14}}), int(disc(30, 20, 10, 10, 4).area()));
    row("circle over the border", shape("circle", {{0, 0}, {0, 6}}), int(disc(30, 20, 0, 0, 6).area()));
    row("polygon over the border", shape("polygon", {{-5, -5}, {4, -5}, {4, 6}, {-5, 6}}), 24);
    json typeless = shape("polygon", {{2, 3}, {12, 3}, {12, 8}, {2, 8}});
    typeless.erase("shape_type");
    row("no type", typeless, 50);
    const std::vector<std::uint8_t> pixels = {1, 1, 0, 1, 1, 1};
    json mask = shape("mask", {{4, 5}, {6, 6}});
    mask["mask"] = toBase64(imaging::encodeMaskPng(3, 2, pixels).value());
    row("mask", mask, 5);
}

void TestLabelme::everyShapeTypeBecomesASilhouette()
{
    QFETCH(QString, text);
    QFETCH(int, area);
    const Read out = read(fileWith(json::array({json::parse(text.toStdString())})));
    QVERIFY2(out.report.notes.empty(), allNotes(out.report).c_str());
    QCOMPARE(out.frame().instances.size(), std::size_t(1));
    QCOMPARE(out.frame().instances[0].amodal.area(), std::int64_t(area));
    QCOMPARE(out.frame().instances[0].origin, annotation::Origin::Imported);
    QCOMPARE(out.foreign.classNames.at(1), std::string("cell"));
    QCOMPARE(out.foreign.frame.fileName, std::string("a.png"));
    QCOMPARE(out.frame().width, 30);
}

void TestLabelme::whatIsNoSilhouetteIsReported_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const json& s, const char* words) {
        QTest::newRow(name) << QString::fromStdString(s.dump()) << words;
    };
    row("line", shape("line", {{1, 1}, {5, 5}}), "\"line\" is no silhouette");
    row("no object", 5, "not a JSON object");
    row("no points", json{{"label", "x"}}, "no points");
    row("two points", shape("polygon", {{1, 1}, {5, 5}}), "fewer than three");
    row("text as point", shape("polygon", {{1, "x"}, {5, 5}, {3, 3}}), "not a pair of numbers");
    row("far point", shape("polygon", {{1, 1}, {5e9, 5}, {3, 3}}), "not on any image");
    row("outside", shape("polygon", {{100, 100}, {110, 100}, {110, 110}}), "is empty");
    row("circle of one point", shape("circle", json::parse("[[1, 1]]")), "two points");
    row("mask without picture", shape("mask", {{1, 1}, {2, 2}}), "no corner or no picture");
    json mask = shape("mask", {{0, 0}, {2, 1}});
    mask["mask"] = "!!!";
    row("mask that is no base64", mask, "base64");
    mask["mask"] = toBase64("no picture at all");
    row("mask that is no picture", mask, "picture");
    const std::vector<std::uint8_t> large(31 * 2, 1);
    mask["mask"] = toBase64(imaging::encodeMaskPng(31, 2, large).value());
    row("mask larger than the image", mask, "larger than its image");
}

void TestLabelme::whatIsNoSilhouetteIsReported()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const Read out =
        read(fileWith(json::array({json::parse(text.toStdString()), shape("rectangle", {{1, 1}, {3, 3}})})));
    QCOMPARE(out.frame().instances.size(), std::size_t(1));
    QVERIFY2(hasNote(out.report, NoteKind::Dropped, words.toStdString()), allNotes(out.report).c_str());
}

void TestLabelme::shapesOfOneGroupAreOneObject()
{
    json a = shape("rectangle", {{1, 1}, {3, 3}}), b = shape("rectangle", {{10, 1}, {12, 3}}), c = b, d = b;
    a["group_id"] = b["group_id"] = c["group_id"] = 4;
    c["label"] = "fragment";
    d["group_id"] = 5;
    const Read out = read(fileWith({a, b, c, d}));
    QCOMPARE(out.frame().instances.size(), std::size_t(3));
    QCOMPARE(out.frame().instances[0].amodal.area(), std::int64_t(8));
    QVERIFY(hasNote(out.report, NoteKind::Changed, "joined to one object"));
}

void TestLabelme::scoreDifficultAndCheckedAreTakenOver()
{
    json s = shape("rectangle", {{1, 1}, {3, 3}});
    s["score"] = .75;
    s["difficult"] = true;
    json file = fileWith(json::array({s}));
    file["checked"] = true;
    const Read out = read(file);
    QCOMPARE(out.frame().instances[0].score, std::optional(.75));
    QVERIFY(out.frame().instances[0].uncertain);
    QCOMPARE(out.frame().review, annotation::ReviewState::Accepted);
}

void TestLabelme::pictureInsideTheFileIsLeftOut()
{
    json file = fileWith(json::array());
    file["imageData"] = "aGVsbG8=";
    const Read out = read(file);
    QVERIFY(hasNote(out.report, NoteKind::Dropped, "picture inside"));
    QVERIFY(written(out.foreign.frame).find("aGVsbG8") == std::string::npos);
}

void TestLabelme::outlinesThatCrossThemselvesAreReported()
{
    const Read out = read(fileWith(json::array({shape("polygon", {{2, 2}, {12, 12}, {12, 2}, {2, 12}})})));
    QVERIFY(hasNote(out.report, NoteKind::Changed, "crosses itself"));
    QVERIFY(out.frame().instances[0].amodal.area() > 0);
}

void TestLabelme::unknownMembersSurviveARoundTrip()
{
    json s = shape("polygon", {{2, 3}, {12, 3}, {12, 8}, {2, 8}});
    s["group_id"] = 9;
    s["flags"] = {{"blurred", true}};
    s["description"] = "left one";
    s["attributes"] = {{"stage", {1, 2, "x"}}};
    s["score"] = .5;
    s["difficult"] = false;
    json file = fileWith(json::array({s}));
    file["flags"] = {{"good", false}};
    file["lineColor"] = {0, 255, 0, 128};
    file["text"] = "note";
    file["checked"] = false;
    file["blastoscope"] = {{"own_names", "cell"}}; // not as we write it
    const json after = json::parse(written(read(file).foreign.frame));
    for (const char* key : {"flags", "lineColor", "text", "checked", "imageHeight", "imageWidth"})
        QVERIFY2(after[key] == file[key], key);
    for (const char* key : {"group_id", "flags", "description", "attributes", "score", "difficult", "label"})
        QVERIFY2(after["shapes"][0][key] == s[key], key);
    QCOMPARE(after["imagePath"].get<std::string>(), std::string("a.png"));
    QVERIFY(!after.contains("blastoscope"));
}

/// What was kept may come from a COCO file, where anything can stand.
void TestLabelme::membersThatWouldSpoilTheFileAreLeftOut()
{
    AnnotatedFrame frame = overlappingCells();
    frame.labelme = R"({"shapes":5,"imageWidth":1,"version":[],"blastoscope":7,"flags":3,"text":"note"})";
    frame.annotation.instances[0].ownName = "spheroid";
    frame.labelmeShapes[2] = R"({"points":[[0,0]],"shape_type":"point","mask":1,"attributes":{"stage":1}})";
    frame.labelmeShapes[7] = R"({"label":4,"group_id":"x","flags":"y","description":5,"score":"high"})";
    frame.labelmeShapes[300] = "[1]";
    ExchangeReport report;
    const auto text = toLabelmeText(frame, "a.json", report);
    QVERIFY(text.has_value());
    QVERIFY(hasNote(report, NoteKind::Dropped, "does not belong there"));
    QVERIFY(hasNote(report, NoteKind::Dropped, "cannot be read"));
    QCOMPARE(report.notes.size(), std::size_t(14));
    QCOMPARE(report.notes[0].file, std::string("a.json"));
    const json after = json::parse(*text);
    QCOMPARE(after["text"].get<std::string>(), std::string("note"));
    QCOMPARE(after["shapes"][0]["attributes"]["stage"].get<int>(), 1);
    Read out;
    const auto again = parseLabelme(*text, "a.json", {PictureFolder(), out.report});
    QVERIFY(again.has_value());
    const auto& instances = again->frame.annotation.instances;
    QCOMPARE(instances.size(), std::size_t(3));
    for (std::size_t i = 0; i < instances.size(); ++i)
        QVERIFY(instances[i].amodal == frame.annotation.instances[i].amodal);
    QVERIFY(again->ownNames.contains("spheroid"));
}

void TestLabelme::masksSurviveARoundTrip_data()
{
    QTest::addColumn<double>("density");
    QTest::newRow("pieces") << .2;
    QTest::newRow("pieces and holes") << .5;
    QTest::newRow("holes") << .8;
    QTest::newRow("full") << 1.1;
}

void TestLabelme::masksSurviveARoundTrip()
{
    QFETCH(double, density);
    base::Random random(5);
    AnnotatedFrame frame = overlappingCells();
    for (int id : {400, 500})
        frame.annotation.instances.push_back(instance(id, masks::RleMask(noise(40, 30, density, random))));
    Read out;
    const auto after = parseLabelme(written(frame), "a.json", {PictureFolder(), out.report});
    QVERIFY(after.has_value());
    const auto& instances = after->frame.annotation.instances;
    QCOMPARE(instances.size(), frame.annotation.instances.size());
    for (std::size_t i = 0; i < instances.size(); ++i)
        QVERIFY(instances[i].amodal == frame.annotation.instances[i].amodal);
    QCOMPARE(after->classNames.at(3), std::string("fragment"));
    QCOMPARE(after->frame.fileName, frame.fileName);
}

void TestLabelme::base64IsExact()
{
    QCOMPARE(toBase64("foobar"), std::string("Zm9vYmFy"));
    QCOMPARE(toBase64("fooba"), std::string("Zm9vYmE="));
    QCOMPARE(toBase64("foob"), std::string("Zm9vYg=="));
    QCOMPARE(toBase64(""), std::string());
    for (const std::string text : {"", "f", "fo", "foo", "foob"}) {
        const auto bytes = fromBase64(toBase64(text));
        QVERIFY(bytes && std::string(bytes->begin(), bytes->end()) == text);
    }
    QVERIFY(!fromBase64("Zm9*"));
}

void TestLabelme::otherFilesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no JSON") << "{";
    QTest::newRow("list") << "[]";
    QTest::newRow("no shapes") << "{}";
    QTest::newRow("no size") << R"({"shapes": []})";
    QTest::newRow("size of nothing") << R"({"shapes": [], "imageWidth": 0, "imageHeight": -4})";
    QTest::newRow("endless size") << R"({"shapes": [], "imageWidth": 1000000, "imageHeight": 1000000})";
    QTest::newRow("deep") << QString("{\"shapes\":") + QString("[").repeated(5000) + QString("]").repeated(5000) + "}";
}

void TestLabelme::otherFilesAreRefused()
{
    QFETCH(QString, text);
    ExchangeReport report;
    const auto foreign = parseLabelme(text.toStdString(), "a.json", {PictureFolder(), report});
    QVERIFY(!foreign.has_value());
    QCOMPARE(foreign.error().code, base::ErrorCode::Corrupt);
    QVERIFY(foreign.error().message.find("a.json") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestLabelme)
#include "tst_labelme.moc"
