// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <QtTest>

#include "core/imaging/tiff_layout.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;

namespace {

/// OME-XML with one Pixels element.
std::string omeXml(const std::string& pixelsAttributes, const std::string& children = {})
{
    return "<?xml version=\"1.0\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">"
           "<Image ID=\"Image:0\"><Pixels ID=\"Pixels:0\" " +
           pixelsAttributes + ">" + children + "</Pixels></Image></OME>";
}

} // namespace

class TestTiffLayout : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A file of `pages` different pages; the first carries the description.
    std::filesystem::path write(const std::string& description, int pages, double pixelsPerUnit = 0)
    {
        std::vector<TiffPageSpec> specs;
        for (int i = 0; i < pages; ++i)
            specs.push_back(pageOf(gradient(12, 8, i)));
        specs.front().description = description;
        specs.front().pixelsPerUnit = pixelsPerUnit;
        const auto path = inFolder(m_folder, "stack.tif");
        writeTiff(path, specs);
        return path;
    }

    static bool showsPage(const ImageStack& stack, const FrameIndex& index, int page)
    {
        const auto image = stack.read(index);
        return image && equalPixels(*image, gradient(12, 8, page));
    }

private slots:
    void imageJFramesRunChannelThenSliceThenTime()
    {
        const auto stack = mustOpen(write("ImageJ=1.53c\nimages=24\nchannels=2\nslices=3\nframes=4\nhyperstack=true\n"
                                          "mode=composite\nunit=\\u00B5m\nfinterval=900\ntunit=sec\nloop=false\n",
                                          24, 2.5));
        const StackInfo& info = stack->info();
        QCOMPARE(info.format, std::string("TIFF (ImageJ hyperstack)"));
        QCOMPARE(info.channels, 2);
        QCOMPARE(info.planes, 3);
        QCOMPARE(info.times, 4);
        QCOMPARE(info.planeNames.size(), std::size_t(3));
        QCOMPARE(info.defaultPlane, 1);
        QCOMPARE(info.umPerPixel.value_or(0), 0.4);
        QCOMPARE(info.calibrationSource, CalibrationSource::File);
        QCOMPARE(info.timeSource, TimeSource::Nominal);
        QCOMPARE(info.timeHours[3].value_or(0), 0.75);
        QVERIFY(warnsOf(info, "nominal interval of 15 min"));
        for (int t = 0; t < 4; ++t)
            for (int z = 0; z < 3; ++z)
                for (int c = 0; c < 2; ++c)
                    QVERIFY(showsPage(*stack, {t, z, c}, (t * 3 + z) * 2 + c));
    }

    void pixelSizeNeedsAUnitOfLength_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("umPerPixel"); // 0 = unknown
        QTest::newRow("micron") << "unit=micron\n" << 0.5;
        QTest::newRow("millimetre") << "unit=mm\n" << 500.0;
        QTest::newRow("pixel") << "unit=pixel\n" << 0.0;
        QTest::newRow("none") << "" << 0.0;
    }
    void pixelSizeNeedsAUnitOfLength()
    {
        QFETCH(QString, unit);
        QFETCH(double, umPerPixel);
        const auto stack = mustOpen(write("ImageJ=1.53c\n" + unit.toStdString(), 1, 2));
        QCOMPARE(stack->info().umPerPixel.value_or(0), umPerPixel);
        QCOMPARE(stack->info().umPerPixel.has_value(), umPerPixel > 0);
    }

    void aPlainImageJStackIsReadAsTime()
    {
        const auto stack = mustOpen(write("ImageJ=1.53c\nimages=5\nslices=5\nloop=false\n", 5));
        QCOMPARE(stack->info().times, 5);
        QCOMPARE(stack->info().planes, 1);
        QVERIFY(warnsOf(stack->info(), "without naming its axis"));
    }

    void missingImageJPagesAreErrorsOfTheirFrames()
    {
        const auto stack = mustOpen(write("ImageJ=1.53c\nimages=6\nframes=6\nhyperstack=true\n", 4));
        QCOMPARE(stack->info().times, 6);
        QVERIFY(warnsOf(stack->info(), "6 images, but the file has 4 pages"));
        QVERIFY(showsPage(*stack, {3, 0, 0}, 3));
        const auto missing = stack->read({4, 0, 0});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, base::ErrorCode::Truncated);
    }

    void framesWithoutDirectoriesFollowTheFirst_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("little-endian") << QByteArray("wl");
        QTest::newRow("big-endian, as ImageJ writes") << QByteArray("wb");
    }
    void framesWithoutDirectoriesFollowTheFirst()
    {
        QFETCH(QByteArray, mode);
        const auto frame = [](int t) {
            return makeImage(12, 8, 1, base::PixelType::U16,
                             [t](int x, int y, int) { return x + 100 * y + 1000 * t; });
        };
        // One page whose rows are five frames; then the height of the page is set to that of one frame.
        TiffPageSpec page = pageOf(frame(0));
        page.height = 40;
        page.description = "ImageJ=1.53c\nimages=5\nframes=5\nhyperstack=true\n";
        for (int t = 1; t < 5; ++t)
            page.data += pageOf(frame(t)).data;
        const auto path = inFolder(m_folder, "contiguous.tif");
        writeTiff(path, {page}, mode);
        shrinkHeight(path, 8);
        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().times, 5);
        for (int t = 0; t < 5; ++t) {
            const auto image = stack->read({t, 0, 0});
            QVERIFY2(image.has_value(), image ? "" : image.error().message.c_str());
            QVERIFY(equalPixels(*image, frame(t)));
        }
    }

    void framesBeyondFourGigabytesAreRead()
    {
        // A sparse file: the header of a frame of 64 MiB, 70 frames, only the last one with content.
        constexpr std::uint64_t kSide = 8192;
        constexpr std::uint64_t kFrames = 70;
        TiffPageSpec page = pageOf(makeImage(16, 1, 1, base::PixelType::U8, [](int, int, int) { return 0; }));
        page.description = "ImageJ=1.53c\nimages=70\nframes=70\nhyperstack=true\n";
        const auto path = inFolder(m_folder, "large.tif");
        writeTiff(path, {page});
        const std::uint64_t first = replaceTags(path, kSide);
        std::error_code error;
        std::filesystem::resize_file(path, first + kFrames * kSide * kSide, error);
        if (error)
            QSKIP("the file system cannot hold a sparse file over 4 GB");
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(std::streamoff(first + 69 * kSide * kSide));
        file.write("\x2A\x2B", 2);
        file.close();
        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().times, 70);
        const auto image = stack->read({69, 0, 0});
        std::filesystem::remove(path);
        QVERIFY(image.has_value());
        QCOMPARE(int(image->row<std::uint8_t>(0)[0]), 0x2A);
        QCOMPARE(int(image->row<std::uint8_t>(0)[1]), 0x2B);
    }

    void omeOrderDecidesWhichPageIsWhich_data()
    {
        QTest::addColumn<QString>("order");
        for (const char* order : {"XYZCT", "XYZTC", "XYCZT", "XYCTZ", "XYTZC", "XYTCZ"})
            QTest::newRow(order) << order;
    }
    void omeOrderDecidesWhichPageIsWhich()
    {
        QFETCH(QString, order);
        const auto stack = mustOpen(write(omeXml("DimensionOrder=\"" + order.toStdString() +
                                                 "\" SizeX=\"12\" SizeY=\"8\" SizeZ=\"3\" SizeC=\"2\" SizeT=\"4\" "
                                                 "Type=\"uint8\"",
                                                 "<TiffData/>"),
                                          24));
        QCOMPARE(stack->info().format, std::string("OME-TIFF"));
        QCOMPARE(stack->info().times, 4);
        QCOMPARE(stack->info().planes, 3);
        QCOMPARE(stack->info().channels, 2);
        for (int t = 0; t < 4; ++t)
            for (int z = 0; z < 3; ++z)
                for (int c = 0; c < 2; ++c) {
                    int page = 0;
                    int factor = 1;
                    for (const QChar axis : order.sliced(2)) {
                        page += factor * (axis == 'Z' ? z : axis == 'C' ? c : t);
                        factor *= axis == 'Z' ? 3 : axis == 'C' ? 2 : 4;
                    }
                    QVERIFY(showsPage(*stack, {t, z, c}, page));
                }
    }

    void omeTiffDataAssignsPages()
    {
        const auto stack = mustOpen(
            write(omeXml("DimensionOrder=\"XYZCT\" SizeX=\"12\" SizeY=\"8\" SizeZ=\"1\" SizeC=\"1\" SizeT=\"4\"",
                         "<TiffData IFD=\"2\" FirstT=\"0\"/><TiffData IFD=\"0\" FirstT=\"1\" PlaneCount=\"2\"/>"),
                  3));
        QVERIFY(showsPage(*stack, {0, 0, 0}, 2));
        QVERIFY(showsPage(*stack, {1, 0, 0}, 0));
        QVERIFY(showsPage(*stack, {2, 0, 0}, 1));
        QVERIFY(!stack->read({3, 0, 0}).has_value());
        QVERIFY(warnsOf(stack->info(), "1 of the 4 frames"));
    }

    void omeUnitsAreConverted()
    {
        const auto stack = mustOpen(
            write(omeXml("DimensionOrder=\"XYZCT\" SizeX=\"12\" SizeY=\"8\" SizeZ=\"1\" SizeC=\"1\" SizeT=\"3\" "
                         "PhysicalSizeX=\"325\" PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"0.5\" TimeIncrement=\"10\" "
                         "TimeIncrementUnit=\"min\"",
                         "<TiffData/>"),
                  3));
        QCOMPARE(stack->info().umPerPixel.value_or(0), 0.325);
        QVERIFY(warnsOf(stack->info(), "not square"));
        QCOMPARE(stack->info().timeSource, TimeSource::Nominal);
        QCOMPARE(stack->info().timeHours[2].value_or(0), 20.0 / 60);
    }

    void omeMeasuredTimesComeFirst()
    {
        const auto stack = mustOpen(
            write(omeXml("DimensionOrder=\"XYZCT\" SizeX=\"12\" SizeY=\"8\" SizeZ=\"1\" SizeC=\"2\" SizeT=\"2\" "
                         "TimeIncrement=\"10\"",
                         "<TiffData/><Plane TheZ=\"0\" TheC=\"1\" TheT=\"1\" DeltaT=\"7210\"/>"
                         "<Plane TheZ=\"0\" TheC=\"0\" TheT=\"1\" DeltaT=\"7200\"/>"
                         "<Plane TheZ=\"0\" TheC=\"0\" TheT=\"0\" DeltaT=\"0\"/>"),
                  4));
        QCOMPARE(stack->info().timeSource, TimeSource::File);
        QCOMPARE(stack->info().timeHours[0].value_or(-1), 0.0);
        QCOMPARE(stack->info().timeHours[1].value_or(-1), 2.0);
    }

    void omeColourSamplesAreNotChannels()
    {
        TiffPageSpec page = pageOf(makeImage(4, 4, 3, base::PixelType::U8, [](int x, int, int c) { return x + c; }));
        page.description =
            omeXml("DimensionOrder=\"XYCZT\" SizeX=\"4\" SizeY=\"4\" SizeZ=\"1\" SizeC=\"3\" SizeT=\"1\"",
                   "<Channel SamplesPerPixel=\"3\"/><TiffData/>");
        const auto path = inFolder(m_folder, "rgb.ome.tif");
        writeTiff(path, {page});
        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().channels, 1);
        QCOMPARE(stack->info().samplesPerPixel, 3);
        QVERIFY(stack->read({}).has_value());
    }

    void aRenamedOmeFileIsStillItself()
    {
        const auto stack = mustOpen(
            write(omeXml("DimensionOrder=\"XYZCT\" SizeX=\"12\" SizeY=\"8\" SizeZ=\"1\" SizeC=\"1\" SizeT=\"1\"",
                         "<TiffData IFD=\"0\"><UUID FileName=\"name_before.ome.tif\">urn:uuid:1</UUID></TiffData>"),
                  1));
        QVERIFY(showsPage(*stack, {}, 0));
    }

private:
    /// Changes tags of the only directory in place: calls `change(tag, value bytes)` for each entry.
    template<typename Change>
    static void changeTags(const std::filesystem::path& path, Change change)
    {
        QByteArray bytes = readBytes(path);
        const bool big = bytes[0] == 'M';
        const auto number = [&](qsizetype at, int size) {
            std::uint32_t value = 0;
            for (int i = 0; i < size; ++i)
                value = value << 8 | std::uint8_t(bytes[at + (big ? i : size - 1 - i)]);
            return value;
        };
        const auto set = [&](qsizetype at, int size, std::uint32_t value) {
            for (int i = 0; i < size; ++i)
                bytes[at + (big ? size - 1 - i : i)] = char(value >> (8 * i));
        };
        const qsizetype directory = number(4, 4);
        for (std::uint32_t i = 0; i < number(directory, 2); ++i) {
            const qsizetype entry = directory + 2 + 12 * qsizetype(i);
            const int size = number(entry + 2, 2) == 3 ? 2 : 4;
            change(number(entry, 2), [&](std::uint32_t value) { set(entry + 8, size, value); },
                   [&] { return number(entry + 8, size); });
        }
        writeBytes(path, bytes);
    }

    static void shrinkHeight(const std::filesystem::path& path, std::uint32_t height)
    {
        changeTags(path, [&](std::uint32_t tag, auto set, auto) {
            if (tag == 257)
                set(height);
        });
    }

    /// Makes the page `side` pixels wide and high in one strip; returns where the strip begins.
    static std::uint64_t replaceTags(const std::filesystem::path& path, std::uint32_t side)
    {
        std::uint64_t first = 0;
        changeTags(path, [&](std::uint32_t tag, auto set, auto get) {
            if (tag == 256 || tag == 257 || tag == 278)
                set(side);
            else if (tag == 279)
                set(side * side);
            else if (tag == 273)
                first = get();
        });
        return first;
    }
};

QTEST_APPLESS_MAIN(TestTiffLayout)
#include "tst_tiff_layout.moc"
