// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;
using base::ErrorCode;

class TestImageFolders : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path at(const std::string& name) { return inFolder(*m_folder, name); }
    std::filesystem::path root() { return m_folder->path().toStdString(); }
    void picture(const std::string& name, int seed) { writePicture(at(name), gradient(16, 12, seed)); }
    static bool shows(const ImageStack& stack, const FrameIndex& index, int seed)
    {
        const auto image = stack.read(index);
        return image && equalPixels(*image, gradient(16, 12, seed));
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void picturesComeInNaturalOrder()
    {
        for (const int number : {10, 9, 100, 1})
            picture("img" + std::to_string(number) + ".png", number);
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().format, std::string("PNG folder"));
        QCOMPARE(stack->info().times, 4);
        QCOMPARE(stack->info().width, 16);
        int t = 0;
        for (const int number : {1, 9, 10, 100})
            QVERIFY(shows(*stack, {t++, 0, 0}, number));
        QCOMPARE(stack->frameName({3, 0, 0}), std::string("img100.png"));
        QVERIFY(stack->info().warnings.empty());
        QVERIFY(!stack->info().umPerPixel && stack->info().timeSource == TimeSource::Unknown);
    }

    void runNumbersDecideTheOrder()
    {
        for (const int run : {126, 9, 30})
            picture("D2016.01.29_S1_I1_WELL6_RUN" + std::to_string(run) + ".png", run);
        const auto stack = mustOpen(root());
        const std::vector<std::optional<int>> runs = {9, 30, 126};
        QVERIFY(stack->info().runNumbers == runs);
        QVERIFY(shows(*stack, {1, 0, 0}, 30));
    }

    void contentDecidesNotTheName()
    {
        picture("a.png", 1);
        std::filesystem::rename(at("a.png"), at("a.dat"));
        picture("b.bmp", 2);
        std::filesystem::rename(at("b.bmp"), at("b.jpg"));
        TiffPageSpec page = pageOf(gradient(16, 12, 3));
        writeTiff(at("c.png"), {page});
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 3);
        for (int t = 0; t < 3; ++t)
            QVERIFY(shows(*stack, {t, 0, 0}, t + 1));
    }

    void hiddenAndForeignFilesAreIgnoredWithAWarning()
    {
        picture("1.png", 1);
        picture(".2.png", 2);
        writeText(at("notes.txt"), "text");
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 1);
        QVERIFY(warnsOf(stack->info(), "2 hidden or foreign files"));
    }

    void aBrokenPictureIsABrokenFrame()
    {
        picture("1.png", 1);
        writeBytes(at("2.png"), {});
        writeText(at("3.png"), "not a picture");
        picture("4.png", 4);
        writeBytes(at("4.png"), readBytes(at("4.png")).chopped(14));
        picture("5.png", 5);
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 5);
        QCOMPARE(stack->read({1, 0, 0}).error().code, ErrorCode::Truncated);
        QCOMPARE(stack->read({2, 0, 0}).error().code, ErrorCode::Unsupported);
        QCOMPARE(stack->read({3, 0, 0}).error().code, ErrorCode::Truncated);
        QVERIFY(shows(*stack, {4, 0, 0}, 5));
    }

    void aBrokenFirstPictureDoesNotHideTheSize()
    {
        writeBytes(at("1.png"), {});
        picture("2.png", 2);
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 2);
        QCOMPARE(stack->info().width, 16);
    }

    void onlyBrokenPicturesAreRefused()
    {
        writeBytes(at("1.png"), {});
        writeBytes(at("2.png"), {});
        const auto stack = openStack(root());
        QVERIFY(!stack.has_value());
        QVERIFY(stack.error().message.find("1.png") != std::string::npos);
    }

    void picturesMayDifferInSize()
    {
        picture("1.png", 1);
        writePicture(at("2.png"), gradient(30, 20, 2));
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().width, 16);
        QCOMPARE(stack->read({1, 0, 0})->width, 30);
    }

    void focalPlanesComeFromSubfolders()
    {
        for (const int focus : {-15, 0, 15})
            for (const int run : {1, 2, 10})
                picture(QString("F%1/W_RUN%2.png").arg(focus).arg(run).toStdString(), focus + run);
        const auto stack = mustOpen(root());
        const StackInfo& info = stack->info();
        QCOMPARE(info.planes, 3);
        QCOMPARE(info.times, 3);
        QVERIFY(info.planeNames == (std::vector<std::string>{"F-15", "F0", "F15"}));
        QCOMPARE(info.defaultPlane, 1);
        QVERIFY(shows(*stack, {2, 0, 0}, -5));
        QVERIFY(shows(*stack, {0, 2, 0}, 16));
    }

    void aPlaneWithoutARunHasAGapThere()
    {
        for (const int run : {1, 2, 3})
            picture("F0/W_RUN" + std::to_string(run) + ".png", run);
        picture("F15/W_RUN1.png", 11);
        picture("F15/W_RUN3.png", 13);
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 3);
        QVERIFY(shows(*stack, {2, 1, 0}, 13));
        const auto missing = stack->read({1, 1, 0});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(warnsOf(stack->info(), "1 is missing"));
    }

    void siblingDataSetsAreFocalPlanes()
    {
        for (const int run : {1, 2}) {
            const std::string file = "/E1/E1_RUN" + std::to_string(run) + ".png";
            picture("embryo_dataset" + file, run);
            picture("embryo_dataset_F15" + file, 20 + run);
            picture("embryo_dataset_F-15" + file, 40 + run);
        }
        picture("embryo_dataset/E2/E2_RUN1.png", 90);
        writeText(at("embryo_dataset_time_elapsed/E1_timeElapsed.csv"), "frame_index,time\n1,10.5\n2,10.8\n");
        writeText(at("embryo_dataset_annotations/E1_phases.csv"), "tPB2,1,1\ntPNa,2,2\n");
        const auto stack = mustOpen(root() / "embryo_dataset" / "E1");
        QVERIFY(stack->info().planeNames == (std::vector<std::string>{"F-15", "F0", "F15"}));
        QVERIFY(shows(*stack, {0, 1, 0}, 1));
        QVERIFY(shows(*stack, {1, 2, 0}, 22));
        QCOMPARE(stack->info().timeSource, TimeSource::Table);
        QCOMPARE(stack->info().timeHours[1].value_or(0), 10.8);
        QCOMPARE(stack->info().phases.size(), std::size_t(2));
        QCOMPARE(mustOpen(root() / "embryo_dataset" / "E2")->info().planes, 1);
    }

    void aTimeTableBesideThePicturesIsRead()
    {
        picture("1.png", 1);
        picture("2.png", 2);
        picture("3.png", 3);
        writeText(at("any_timeElapsed.csv"), "i,time\n0,20\n1,20.17\n2,20.35\n");
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().timeSource, TimeSource::Table);
        QCOMPARE(stack->info().timeHours[2].value_or(0), 20.35);
        QVERIFY(stack->info().warnings.empty());
    }

    void aTimeTableOfAnotherLengthIsReported()
    {
        picture("1.png", 1);
        writeText(at("any_timeElapsed.csv"), "i,time\n0,20\n1,20.17\n");
        const auto stack = mustOpen(root());
        QVERIFY(warnsOf(stack->info(), "2 rows but there are 1 images"));
        QCOMPARE(stack->info().timeSource, TimeSource::Unknown);
    }

    void aNestedCopyIsIgnored()
    {
        picture("E1/1.png", 1);
        picture("E1/2.png", 2);
        picture("E1/E1/1.png", 1);
        picture("E1/E1/2.png", 2);
        const auto stack = mustOpen(root() / "E1");
        QCOMPARE(stack->info().times, 2);
        QVERIFY(warnsOf(stack->info(), "same names"));
    }

    void picturesOneLevelDeeperAreFound()
    {
        picture("export/E1/1.png", 1);
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 1);
    }

    void severalRecordingsAreNotMixed()
    {
        picture("E1/1.png", 1);
        picture("E2/1.png", 1);
        const auto stack = openStack(root());
        QVERIFY(!stack.has_value());
        QCOMPARE(stack.error().code, ErrorCode::InvalidArgument);
        QVERIFY(stack.error().message.find("2 folders") != std::string::npos);
    }

    void recordingsInOneFolderAreReported()
    {
        picture("WELL1_RUN1.png", 1);
        picture("WELL2_RUN1.png", 2);
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 2);
        QVERIFY(warnsOf(stack->info(), "2 recordings"));
    }

    void aFolderWithoutPicturesIsRefused()
    {
        writeText(at("notes.txt"), "text");
        const auto stack = openStack(root());
        QVERIFY(!stack.has_value());
        QCOMPARE(stack.error().code, ErrorCode::NotFound);
    }

    void theOnlyMultiPageTiffIsTheStack()
    {
        writeTiff(at("stack.tif"), {pageOf(gradient(16, 12, 1)), pageOf(gradient(16, 12, 2))});
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().times, 2);
        QVERIFY(shows(*stack, {1, 0, 0}, 2));
    }

    void aFolderOfTiffsTakesTheirPixelSize()
    {
        for (int i = 1; i <= 3; ++i) {
            TiffPageSpec page = pageOf(gradient(16, 12, i));
            page.description = "ImageJ=1.53c\nunit=um\n";
            page.pixelsPerUnit = 4;
            writeTiff(at(std::to_string(i) + ".tif"), {page});
        }
        const auto stack = mustOpen(root());
        QCOMPARE(stack->info().format, std::string("TIFF folder"));
        QCOMPARE(stack->info().umPerPixel.value_or(0), 0.25);
        QVERIFY(shows(*stack, {2, 0, 0}, 3));
    }

    void aSinglePictureIsAStackOfOneFrame()
    {
        picture("only.png", 5);
        const auto stack = mustOpen(at("only.png"));
        QCOMPARE(stack->info().format, std::string("PNG picture"));
        QCOMPARE(stack->info().times, 1);
        QVERIFY(shows(*stack, {}, 5));
    }
};

QTEST_APPLESS_MAIN(TestImageFolders)
#include "tst_image_folders.moc"
