// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <map>

#include "core/formats/label_masks.h"
#include "core/formats/object_mask_names.h"
#include "core/formats/registry.h"
#include "core/imaging/label_image.h"
#include "tests/formats/foreign_files.h"

using namespace blastoscope;
using namespace blastoscope::formats;
using namespace blastoscope::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kWidth = 40, kHeight = 30;

imaging::LabelImage painted(const masks::RleMask& mask, std::uint32_t value)
{
    imaging::LabelImage image{mask.width(), mask.height(),
                              std::vector<std::uint32_t>(std::size_t(mask.width()) * std::size_t(mask.height()))};
    paintLabel(image, mask, value);
    return image;
}

masks::RleMask cell(double x)
{
    return disc(kWidth, kHeight, x, 14, 8);
}

} // namespace

class TestObjectMasks : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_root; ///< a new folder for each case

    void write(const std::string& name, const imaging::LabelImage& image) const
    {
        const fs::path path = m_root / name;
        fs::create_directories(path.parent_path());
        const auto written = path.extension() == ".png" ? imaging::writeLabelPng(path, image)
                                                        : imaging::writeLabelTiff(path, std::vector{image}, {});
        if (!written)
            qFatal("%s", written.error().message.c_str());
    }
    void writeMask(const std::string& name, const masks::RleMask& mask, std::uint32_t value = 255) const
    {
        write(name, painted(mask, value));
    }
    /// A grey picture: every pixel has another value than its neighbours.
    void writePicture(const std::string& name, int width = kWidth, int height = kHeight) const
    {
        imaging::LabelImage image{width, height, {}};
        for (int i = 0; i < width * height; ++i)
            image.labels.push_back(std::uint32_t(1 + i % 200));
        write(name, image);
    }

    ImportedAnnotations read(const std::vector<std::string>& paths, const std::string& images = {},
                             const std::vector<std::string>& names = {}) const
    {
        auto imported = tryToRead(paths, images, names);
        if (!imported)
            qFatal("%s", imported.error().message.c_str());
        return std::move(*imported);
    }
    base::Result<ImportedAnnotations> tryToRead(const std::vector<std::string>& paths, const std::string& images = {},
                                                const std::vector<std::string>& names = {}) const
    {
        std::vector<fs::path> files;
        for (const std::string& path : paths)
            files.push_back(m_root / path);
        ImportOptions options;
        if (!images.empty())
            options.images = m_root / images;
        options.pictureNames = names;
        return readAnnotations(files, options);
    }

private slots:
    void init();
    void namesAreSplit_data();
    void namesAreSplit();
    void overlapStaysWhole_data();
    void overlapStaysWhole();
    void picturesAreFoundBesideTheMasks();
    void picturesAmongTheFilesAreNoAnnotations();
    void foldersNamedAsThePicture();
    void imagesAndMasksInOneFolderPerPicture();
    void withoutPicturesTheNumberIsCutOff();
    void smallValuesWithoutPicturesAreLabels();
    void labelImagesStayLabelImages();
    void framesOfAStackStayLabelImages();
    void numberedFilesWithSeveralValuesStayLabelImages();
    void masksThatCannotBeUsedAreReported();
    void sizesAreComparedWithinAPicture();
    void onlyEmptyMasksAreAnError();
    void cancelling();
    void cervicalCells();
};

void TestObjectMasks::init()
{
    m_root = fs::path(m_folder.path().toStdString()) / QTest::currentTestFunction() /
             (QTest::currentDataTag() ? QTest::currentDataTag() : "one");
    fs::create_directories(m_root);
}

void TestObjectMasks::namesAreSplit_data()
{
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<bool>("saysObject");
    const auto row = [](const char* stem, const char* picture, bool word = false) {
        QTest::newRow(stem) << stem << picture << word;
    };
    row("02_00", "02");
    row("a.b-17", "a.b");
    row("day 3 4", "day 3");
    row("x__12", "x");
    row("day3_cell_07", "day3", true);
    row("day3-mask3", "day3", true);
    row("Day3.OBJ 3", "Day3", true);
    row("t_5_nucleus1", "t_5", true);
    row("img_t3", ""); // a word that says nothing
    row("cell_3", "cell");
    row("img7", "");
    row("0042", "");
    row("_1", "");
    row("a_labels", "");
}

void TestObjectMasks::namesAreSplit()
{
    QFETCH(QString, stem);
    QFETCH(QString, picture);
    QFETCH(bool, saysObject);
    const auto name = splitObjectMaskName(stem.toStdString());
    QCOMPARE(name.has_value(), !picture.isEmpty());
    if (name) {
        QCOMPARE(name->picture, picture.toStdString());
        QCOMPARE(name->saysObject, saysObject);
    }
}

void TestObjectMasks::overlapStaysWhole_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("value");
    QTest::newRow("number") << "m/a_%1.png" << 255;
    QTest::newRow("value 1") << "m/a-%1.png" << 1;
    QTest::newRow("16 bits") << "m/a %1.png" << 65535;
    QTest::newRow("dot and TIFF") << "m/a.%1.tif" << 7;
    QTest::newRow("word") << "m/a_blob%1.png" << 255;
    QTest::newRow("word and separator") << "m/a_cell_%1.png" << 1;
}

void TestObjectMasks::overlapStaysWhole()
{
    QFETCH(QString, pattern);
    QFETCH(int, value);
    writePicture("p/a.png");
    const std::vector<masks::RleMask> whole = {cell(10), cell(16), cell(22)};
    for (int i = 0; i < 3; ++i)
        writeMask(pattern.arg(i).toStdString(), whole[std::size_t(i)], std::uint32_t(value));
    const auto imported = read({"m"}, "p");
    QVERIFY2(imported.report.notes.empty(), allNotes(imported.report).c_str());
    QCOMPARE(imported.report.frames, 1);
    QCOMPARE(imported.report.instances, 3);
    QCOMPARE(imported.frames[0].fileName, std::string("a.png"));
    const auto& frame = imported.frames[0].annotation;
    QCOMPARE(frame.width, kWidth);
    QCOMPARE(frame.height, kHeight);
    for (int i = 0; i < 3; ++i) {
        const auto* found = frame.find(i + 1);
        QVERIFY(found);
        QVERIFY(found->amodal == whole[std::size_t(i)]);
        QCOMPARE(found->origin, annotation::Origin::Imported);
    }
    QVERIFY(masks::intersectionArea(frame.instances[0].amodal, frame.instances[1].amodal) > 0);
}

void TestObjectMasks::picturesAreFoundBesideTheMasks()
{
    for (const char* name : {"images/01.png", "images/02.png", "images/02_1.png"})
        writePicture(name);
    writeMask("masks/01_1.png", cell(10), 1); // alone and with a small value: the picture is there
    writeMask("masks/02_1_1.png", cell(10), 1);
    writeMask("masks/02_1_2.png", cell(16), 1);
    writeMask("masks/02_2.png", cell(22), 1);
    const auto imported = read({"masks"});
    QVERIFY2(imported.report.notes.empty(), allNotes(imported.report).c_str());
    std::map<std::string, std::size_t> objects;
    for (const AnnotatedFrame& frame : imported.frames)
        objects[frame.fileName] = frame.annotation.instances.size();
    QVERIFY((objects == std::map<std::string, std::size_t>{{"01.png", 1}, {"02.png", 1}, {"02_1.png", 2}}));
    QCOMPARE(read({"."}).report.instances, 4);
}

void TestObjectMasks::picturesAmongTheFilesAreNoAnnotations()
{
    writePicture("a.png");
    writeMask("a_1.png", cell(10));
    writeMask("a_2.png", cell(16));
    for (const char* images : {"", "."}) {
        const auto imported = read({"."}, images);
        QCOMPARE(imported.report.frames, 1);
        QCOMPARE(imported.report.instances, 2);
        QCOMPARE(imported.report.notes.size(), std::size_t(1));
        QCOMPARE(imported.report.notes[0].file, std::string("a.png"));
        QVERIFY(hasNote(imported.report, NoteKind::Dropped, "is the picture of the masks"));
    }
}

void TestObjectMasks::foldersNamedAsThePicture()
{
    writePicture("p/day 1.png");
    writePicture("p/day 2.png");
    writeMask("m/day 1/left.png", cell(10), 1);
    writeMask("m/day 1/right.png", cell(16), 1);
    writeMask("m/day 2/left.png", cell(22), 1);
    const auto imported = read({"m"}, "p");
    QVERIFY2(imported.report.notes.empty(), allNotes(imported.report).c_str());
    QCOMPARE(imported.frames.size(), std::size_t(2));
    QCOMPARE(imported.frames[0].fileName, std::string("day 1.png"));
    QCOMPARE(imported.frames[0].annotation.instances.size(), std::size_t(2));
    QCOMPARE(imported.frames[1].annotation.instances.size(), std::size_t(1));
}

void TestObjectMasks::imagesAndMasksInOneFolderPerPicture()
{
    for (const std::string name : {"1cae65", "2a7d30"}) {
        writePicture("stage/" + name + "/images/" + name + ".png");
        writeMask("stage/" + name + "/masks/f3c1.png", cell(10));
        writeMask("stage/" + name + "/masks/07bd.png", cell(16));
    }
    for (const char* images : {"", "stage"}) {
        const auto imported = read({"stage"}, images);
        QVERIFY2(imported.report.notes.empty(), allNotes(imported.report).c_str());
        QCOMPARE(imported.report.frames, 2);
        QCOMPARE(imported.report.instances, 4);
        QVERIFY(imported.frames[1].fileName.ends_with("2a7d30.png"));
        QCOMPARE(imported.frames[1].frameIndex, 1);
    }
    QCOMPARE(read({"stage/1cae65"}).report.instances, 2);
}

void TestObjectMasks::withoutPicturesTheNumberIsCutOff()
{
    writeMask("m/02_00.png", cell(10));
    writeMask("m/02_01.png", cell(16));
    writeMask("m/day_cell1.png", cell(10), 1); // the word is enough
    writeMask("m/day_cell2.png", cell(16), 1);
    const auto imported = read({"m"});
    QVERIFY2(imported.report.notes.empty(), allNotes(imported.report).c_str());
    QCOMPARE(imported.frames.size(), std::size_t(2));
    QCOMPARE(imported.frames[0].fileName, std::string("02"));
    QCOMPARE(imported.frames[1].fileName, std::string("day"));
    for (const AnnotatedFrame& frame : imported.frames)
        QCOMPARE(frame.annotation.instances.size(), std::size_t(2));
}

void TestObjectMasks::smallValuesWithoutPicturesAreLabels()
{
    writeMask("m/t_001.png", cell(10), 1);
    writeMask("m/t_002.png", cell(16), 1);
    const auto imported = read({"m"});
    QCOMPARE(imported.frames.size(), std::size_t(2));
    QCOMPARE(imported.frames[0].fileName, std::string("t_001"));
    QCOMPARE(imported.frames[1].frameIndex, 1);
}

void TestObjectMasks::labelImagesStayLabelImages()
{
    imaging::LabelImage two = painted(cell(8), 1);
    const imaging::LabelImage second = painted(cell(28), 2);
    for (std::size_t i = 0; i < two.labels.size(); ++i)
        two.labels[i] += second.labels[i];
    for (const char* name : {"t.png", "t_1.png", "t_2.png", "t_3.png"})
        writePicture(std::string("p/") + name);
    write("m/t_1.png", two);
    writeMask("m/t_2.png", cell(16), 255);
    writeMask("m/t_3.png", cell(16), 255);
    const auto imported = read({"m"}, "p");
    QVERIFY2(imported.report.notes.empty(), allNotes(imported.report).c_str());
    QCOMPARE(imported.frames.size(), std::size_t(3));
    QCOMPARE(imported.frames[0].annotation.instances.size(), std::size_t(2));
    for (std::size_t i = 1; i < 3; ++i) {
        const AnnotatedFrame& frame = imported.frames[i];
        QCOMPARE(frame.fileName, "t_" + std::to_string(i + 1) + ".png");
        QCOMPARE(frame.annotation.instances.size(), std::size_t(1));
        QCOMPARE(frame.annotation.instances[0].id, 255);
        QVERIFY(frame.annotation.instances[0].amodal == cell(16));
    }
    // the window has no folder of pictures, but knows their names
    QCOMPARE(read({"m"}, {}, {"t_1.png", "t_2.png", "t_3.png"}).frames.size(), std::size_t(3));
    const auto some = read({"m/t_2.png", "m/t_3.png"}, {}, {"t_1.png", "t_2.png", "t_9.png"});
    QCOMPARE(some.frames.size(), std::size_t(2));
    // label endings say what they are, whatever the folder is called
    writeMask("m/t/00001_labels.png", cell(10), 1);
    writeMask("m/t/00002_labels.png", cell(10), 1);
    QCOMPARE(read({"m/t"}, "p").frames.size(), std::size_t(2));
}

void TestObjectMasks::framesOfAStackStayLabelImages()
{
    fs::create_directories(m_root / "p");
    const auto page = painted(cell(10), 100);
    QVERIFY(imaging::writeLabelTiff(m_root / "p/t.tif", std::vector{page, page, page}, {}));
    writeMask("m/t_1.png", cell(10), 1);
    writeMask("m/t_2.png", cell(16), 1);
    QCOMPARE(read({"m"}, "p").frames.size(), std::size_t(2));
    QCOMPARE(read({"m"}, {}, {"t.tif", "t.tif", "t.tif"}).frames.size(), std::size_t(2));
}

void TestObjectMasks::numberedFilesWithSeveralValuesStayLabelImages()
{
    for (const char* name : {"m/t_1.png", "m/t_2.png", "m/t_3.png"})
        writePicture(name);
    writeMask("m/t_4.png", cell(10), 255);
    const auto imported = read({"m"});
    QCOMPARE(imported.frames.size(), std::size_t(4));
    QCOMPARE(imported.frames[0].annotation.instances.size(), std::size_t(200));
}

void TestObjectMasks::masksThatCannotBeUsedAreReported()
{
    writePicture("p/a.png");
    writeMask("m/a_1.png", cell(10));
    writeMask("m/a_2.png", cell(16));
    writeMask("m/a_3.png", masks::RleMask(kWidth, kHeight));
    writeMask("m/a_4.png", disc(kWidth + 1, kHeight, 10, 14, 8));
    writePicture("m/a_5.png");
    writeMask("m/a_6.png", cell(22));
    fileIn(m_folder, fs::relative(m_root / "m/a_7.png", m_folder.path().toStdString()).string(), "\x89PNG\r\n\x1a\n?");
    const auto imported = read({"m"}, "p");
    QCOMPARE(imported.report.frames, 1);
    QCOMPARE(imported.report.instances, 3);
    std::map<std::string, std::string> notes;
    for (const ExchangeNote& note : imported.report.notes) {
        QCOMPARE(note.kind, NoteKind::Dropped);
        notes[note.file] = note.text;
    }
    QCOMPARE(notes.size(), std::size_t(4));
    QVERIFY(notes["a_3.png"].find("empty") != std::string::npos);
    QVERIFY(notes["a_4.png"].find("another size than its picture") != std::string::npos);
    QVERIFY(notes["a_5.png"].find("several values") != std::string::npos);
    QVERIFY2(notes["a_7.png"].find("a_7.png") != std::string::npos, notes["a_7.png"].c_str());
    QVERIFY(imported.frames[0].annotation.find(3)->amodal == cell(22)); // numbered without gaps
}

void TestObjectMasks::sizesAreComparedWithinAPicture()
{
    writeMask("m/a_1.png", disc(kWidth + 1, kHeight, 10, 14, 8));
    writeMask("m/a_2.png", cell(16));
    writeMask("m/a_3.png", cell(22));
    writeMask("m/b_1.png", disc(20, 20, 8, 8, 4));
    writeMask("m/b_2.png", disc(20, 20, 12, 8, 4));
    const auto imported = read({"m"});
    QCOMPARE(imported.report.instances, 4);
    QCOMPARE(imported.report.notes.size(), std::size_t(1));
    QCOMPARE(imported.report.notes[0].file, std::string("a_1.png"));
    QVERIFY(hasNote(imported.report, NoteKind::Dropped, "another size than the others"));
}

void TestObjectMasks::onlyEmptyMasksAreAnError()
{
    writePicture("p/a.png");
    writeMask("m/a_1.png", masks::RleMask(kWidth, kHeight));
    const auto imported = tryToRead({"m"}, "p");
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, base::ErrorCode::InvalidArgument);
    QVERIFY2(imported.error().message.find("mask is empty") != std::string::npos, imported.error().message.c_str());
}

void TestObjectMasks::cancelling()
{
    writeMask("m/a_1.png", cell(10));
    writeMask("m/a_2.png", cell(16));
    ImportOptions options;
    options.cancel.cancel();
    QCOMPARE(readAnnotations({m_root / "m"}, options).error().code, base::ErrorCode::Cancelled);
}

void TestObjectMasks::cervicalCells()
{
    const QString data = qEnvironmentVariable("BLASTOSCOPE_TEST_DATA");
    if (data.isEmpty())
        QSKIP("BLASTOSCOPE_TEST_DATA is not set; this case needs real images.");
    const fs::path root = fs::path(data.toStdString()) / "overlapping_cervical_cells";
    if (!fs::exists(root))
        QSKIP("BLASTOSCOPE_TEST_DATA has no folder overlapping_cervical_cells.");
    ImportOptions options;
    options.images = root / "images";
    const auto imported = readAnnotations({root / "masks"}, options);
    QVERIFY(imported.has_value());
    QVERIFY2(imported->report.notes.empty(), allNotes(imported->report).c_str());
    QCOMPARE(imported->report.frames, 30);
    QCOMPARE(imported->report.instances, 177);
    std::int64_t shared = 0;
    for (const AnnotatedFrame& frame : imported->frames) {
        const std::string stem = fs::path(frame.fileName).stem().string();
        int id = 0; // the data set has no file of areas: its masks are counted pixel by pixel
        for (const annotation::Instance& instance : frame.annotation.instances) {
            const QString file = QString::fromStdString(stem) + QString::asprintf("_%02d.png", id++);
            const auto opened = imaging::LabelFileReader::open(root / "masks" / file.toStdString());
            QVERIFY(opened.has_value());
            const auto page = (*opened)->read(0);
            QVERIFY(page.has_value());
            QCOMPARE(instance.amodal.area(),
                     std::int64_t(page->labels.size()) - std::count(page->labels.begin(), page->labels.end(), 0u));
            for (const annotation::Instance& other : frame.annotation.instances)
                if (other.id < instance.id)
                    shared += masks::intersectionArea(other.amodal, instance.amodal);
        }
    }
    QVERIFY(shared > 0);
}

QTEST_GUILESS_MAIN(TestObjectMasks)
#include "tst_object_masks.moc"
