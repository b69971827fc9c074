// SPDX-License-Identifier: Apache-2.0
// Runs "import" and "export" of the real program.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "core/formats/coco_annotation.h"
#include "core/imaging/label_image.h"
#include "tests/cli/cli_program.h"
#include "tests/formats/foreign_files.h"

using namespace blastoscope;
using tests::Outcome;

class TestCliExchange : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Two overlapping cells and a fragment of "Smith_Jane.tif", as COCO.
    QString annotations() const { return path("annotations.json"); }

    Outcome run(const QStringList& arguments) const { return tests::runCli(arguments, m_folder.path()); }

private slots:
    void initTestCase();
    void helpNamesTheOptions();
    void wrongUseExitsWithTwo_data();
    void wrongUseExitsWithTwo();
    void failuresExitWithOne();
    void everyFormatComesBack_data();
    void everyFormatComesBack();
    void lossesAreReported();
    void embryosKeepTheirRandomId();
    void importSaysWhatItLeftOut();
    void masksOfOneObjectBecomeFrames();
};

void TestCliExchange::initTestCase()
{
    formats::AnnotatedFrame frame = tests::overlappingCells();
    frame.embryoId = "Smith";
    QVERIFY(formats::writeCocoDataset(formats::toCoco(std::vector{frame}), annotations().toStdString()).has_value());
}

void TestCliExchange::helpNamesTheOptions()
{
    QVERIFY(run({"import", "--help"}).out.contains("--images"));
    const QString help = run({"export", "--help"}).out;
    for (const char* format :
         {"coco-polygons", "labelme", "label-tiff", "label-layers", "cellpose", "kins", "--keep-names"})
        QVERIFY2(help.contains(format), format);
    QVERIFY(!help.contains("cocoa")); // only read
}

void TestCliExchange::wrongUseExitsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* name, const QStringList& arguments) { QTest::newRow(name) << arguments; };
    row("import nothing", {"import", "--to", "x.json"});
    row("import nowhere", {"import", "x.json"});
    row("import with a wrong class", {"import", "x.json", "--to", "y.json", "--class", "cell=embryo"});
    row("import with pictures that are not there", {"import", "x.json", "--to", "y.json", "--images", "/nowhere"});
    row("export without format", {"export", "--annotations", "/dev/null", "--out", "x"});
    row("export of a format that is only read",
        {"export", "--annotations", "/dev/null", "--format", "cocoa", "--out", "x"});
    row("export of nothing", {"export", "--annotations", "none.json", "--format", "coco", "--out", "x"});
}

void TestCliExchange::wrongUseExitsWithTwo()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(!outcome.err.isEmpty() && outcome.out.isEmpty());
}

void TestCliExchange::failuresExitWithOne()
{
    const Outcome missing = run({"import", path("none.json"), "--to", path("x.json"), "--json"});
    QCOMPARE(missing.exitCode, 1);
    QCOMPARE(missing.json()["error"].toObject()["code"].toString(), "not_found");
    QVERIFY(!QFile::exists(path("x.json")));
    const Outcome blocked =
        run({"export", "--annotations", annotations(), "--format", "labelme", "--out", "/dev/null/x"});
    QCOMPARE(blocked.exitCode, 1);
    QVERIFY2(blocked.err.contains("cannot be created"), qPrintable(blocked.err));
}

void TestCliExchange::everyFormatComesBack_data()
{
    QTest::addColumn<bool>("lossless");
    for (const char* name : {"coco", "labelme", "label-layers", "kins"})
        QTest::newRow(name) << true;
    for (const char* name : {"coco-polygons", "label-tiff", "label-png", "cellpose", "cellpose-png"})
        QTest::newRow(name) << false;
}

void TestCliExchange::everyFormatComesBack()
{
    QFETCH(bool, lossless);
    const QString format = QTest::currentDataTag();
    const Outcome written =
        run({"export", "--annotations", annotations(), "--format", format, "--out", path(format), "--json"});
    QVERIFY2(written.exitCode == 0, qPrintable(written.err));
    const QJsonArray files = written.json()["files"].toArray();
    QCOMPARE(files.size(), 1);
    const QString file = path(format) + "/" + files[0].toString();
    QVERIFY2(QFile::exists(file), qPrintable(file));
    QVERIFY(!files[0].toString().contains("Smith"));
    const QString again = path(format + ".json");
    const Outcome read = run({"import", file, "--to", again, "--json"});
    QVERIFY2(read.exitCode == 0, qPrintable(read.err));
    QCOMPARE(read.json()["instances"].toInt(), 3);
    const auto dataset = formats::readCocoDataset(again.toStdString());
    QVERIFY(dataset.has_value());
    const auto before = tests::overlappingCells().annotation.instances;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (lossless)
            QVERIFY(*dataset->annotations[i].segmentation == before[i].amodal);
    QVERIFY(*dataset->annotations[1].segmentation == before[1].amodal); // the nearest is always whole
}

void TestCliExchange::lossesAreReported()
{
    const QStringList arguments = {"export",   "--annotations", annotations(), "--format",
                                   "cellpose", "--out",         path("loss")};
    const Outcome text = run(arguments);
    QVERIFY2(text.out.contains("px were lost to overlap"), qPrintable(text.out));
    QVERIFY2(text.out.contains("instance 2 under 7"), qPrintable(text.out));
    const QJsonObject json = run(arguments + QStringList{"--json"}).json();
    const auto cells = tests::overlappingCells().annotation.instances;
    qint64 noted = 0;
    const qint64 lost = masks::intersectionArea(cells[0].amodal, cells[1].amodal) +
                        masks::intersectionArea(cells[2].amodal, masks::united(cells[0].amodal, cells[1].amodal));
    for (const auto& note : json["notes"].toArray())
        noted += note.toObject()["pixels"].toInteger();
    QCOMPARE(json["lost_pixels"].toInteger(), lost);
    QCOMPARE(noted, lost);
}

void TestCliExchange::embryosKeepTheirRandomId()
{
    QStringList files;
    for (const char* out : {"first", "second"})
        files << run({"export", "--annotations", annotations(), "--format", "labelme", "--out", path(out), "--json"})
                     .json()["files"][0]
                     .toString();
    QCOMPARE(files[0], files[1]);
    const Outcome open =
        run({"export", "--annotations", annotations(), "--format", "labelme", "--out", path("open"), "--keep-names"});
    QCOMPARE(open.exitCode, 0);
    QVERIFY(QFile::exists(path("open/Smith_Jane.json")));
}

void TestCliExchange::importSaysWhatItLeftOut()
{
    const auto file = tests::fileIn(m_folder, "in/a.json", R"({"imagePath": "a.png", "imageWidth": 9, "imageHeight": 9,
        "shapes": [{"label": "cell", "shape_type": "line", "points": [[1, 1], [2, 2]]},
                   {"label": "cell", "shape_type": "rectangle", "points": [[1, 1], [4, 4]]},
                   {"label": "debris", "shape_type": "rectangle", "points": [[1, 1], [4, 4]]}]})");
    const Outcome outcome = run({"import", path("in"), "--to", path("in.json"), "--class", "cell=blastomere"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains("1 picture with 1 object "), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains("left out: The class \"debris\""), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains("\"line\" is no silhouette"), qPrintable(outcome.out));
    QVERIFY(QFile::exists(path("in.json")));
}

void TestCliExchange::masksOfOneObjectBecomeFrames()
{
    const std::vector<std::uint8_t> mask = {0, 1, 1, 0, 1, 1}, nothing(6);
    const auto write = [&](const char* name, const std::vector<std::uint8_t>& pixels) {
        tests::fileIn(m_folder, name, imaging::encodeMaskPng(3, 2, pixels).value());
    };
    write("cells/images/d1.png", nothing);
    write("cells/masks/d1_1.png", mask);
    write("cells/masks/d1_2.png", mask);
    write("cells/masks/d1_3.png", nothing);
    const Outcome outcome =
        run({"import", path("cells/masks"), "--images", path("cells/images"), "--to", path("cells.json")});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains("1 picture with 2 objects "), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains("left out: The mask is empty."), qPrintable(outcome.out));
    const auto dataset = formats::readCocoDataset(path("cells.json").toStdString());
    QVERIFY(dataset.has_value());
    const auto frames = formats::fromCoco(*dataset);
    QVERIFY(frames.has_value());
    QCOMPARE(frames->front().fileName, std::string("d1.png"));
    for (const annotation::Instance& instance : frames->front().annotation.instances)
        QCOMPARE(instance.amodal.area(), std::int64_t(4));
}

QTEST_GUILESS_MAIN(TestCliExchange)
#include "tst_cli_exchange.moc"
