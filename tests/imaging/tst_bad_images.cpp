// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <QtTest>

#include "core/imaging/image_stack.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using base::ErrorCode;

Q_DECLARE_METATYPE(blastoscope::base::ErrorCode)

namespace {

std::filesystem::path corpus()
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    return std::filesystem::path(source ? source : ".") / "tests/data/imaging";
}

} // namespace

class TestBadImages : public QObject {
    Q_OBJECT

private slots:
    void aFileThatCannotBeOpenedSaysWhy_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("words"); // that the message must contain
        const auto row = [](const char* file, ErrorCode code, const char* words) {
            QTest::newRow(file) << code << QByteArray(words);
        };
        row("empty.tif", ErrorCode::Truncated, "0 bytes");
        row("only_magic.tif", ErrorCode::Truncated, "TIFF header");
        row("directory_outside.tif", ErrorCode::Truncated, "list of pages");
        row("directory_too_long.tif", ErrorCode::Truncated, "list of pages");
        row("bigtiff_count_overflow.tif", ErrorCode::Truncated, "list of pages");
        row("no_size.tif", ErrorCode::Corrupt, "cannot be understood");
        row("huge_size.tif", ErrorCode::Unsupported, "2147483647 x 2147483647");
        row("lzw_bomb.tif", ErrorCode::Corrupt, "far more than a file of this length");
        row("strip_outside.tif", ErrorCode::Truncated, "beyond the end");
        row("strip_cut_off.tif", ErrorCode::Truncated, "beyond the end");
        row("unknown_compression.tif", ErrorCode::Unsupported, "34000");
        row("jpeg2000_compression.tif", ErrorCode::Unsupported, "JPEG 2000");
        row("cmyk.tif", ErrorCode::Unsupported, "CMYK");
        row("cielab.tif", ErrorCode::Unsupported, "CIELAB");
        row("bayer.tif", ErrorCode::Unsupported, "Bayer");
        row("twenty_bits.tif", ErrorCode::Unsupported, "20-bit");
        row("complex.tif", ErrorCode::Unsupported, "complex");
        row("rgb_with_one_sample.tif", ErrorCode::Corrupt, "three samples");
        row("imagej_impossible_axes.tif", ErrorCode::Corrupt, "impossible axes");
        row("ome_broken_xml.tif", ErrorCode::Corrupt, "OME-XML");
        row("ome_without_image.tif", ErrorCode::Corrupt, "no image");
        row("ome_unknown_order.tif", ErrorCode::Corrupt, "dimension order");
        row("ome_huge_axes.tif", ErrorCode::Corrupt, "impossible sizes");
        row("ome_several_files.tif", ErrorCode::Unsupported, "multi-file OME-TIFF");
        row("ome_companion_file.tif", ErrorCode::Unsupported, "multi-file OME-TIFF");
        row("no_frame.jpg", ErrorCode::Corrupt, "frame header");
        row("only_start.jpg", ErrorCode::Truncated, "cut off");
        row("huge_size.jpg", ErrorCode::Unsupported, "268 million");
        row("twelve_bits.jpg", ErrorCode::Unsupported, "12 bits");
        row("cmyk.jpg", ErrorCode::Unsupported, "CMYK");
        row("lossless.jpg", ErrorCode::Unsupported, "lossless");
        row("no_size.png", ErrorCode::Corrupt, "0 x 8");
        row("huge_size.png", ErrorCode::Unsupported, "268 million");
        row("cut_off.png", ErrorCode::Truncated, "cut off");
        row("short_header.png", ErrorCode::Truncated, "cut off");
        row("huge_size.bmp", ErrorCode::Unsupported, "268 million");
        row("not_really.bmp", ErrorCode::Corrupt, "is none");
        row("no_size.pgm", ErrorCode::Corrupt, "0 x 8");
        row("cut_off.pgm", ErrorCode::Truncated, "cut off");
        row("words.pgm", ErrorCode::Corrupt, "is none");
        row("text.png", ErrorCode::Unsupported, "not an image");
        row("animation.gif", ErrorCode::Unsupported, "GIF");
        row("archive.tif", ErrorCode::Unsupported, "ZIP");
        row("slide.pdb", ErrorCode::Unsupported, "SQLite");
        row("photograph.heic", ErrorCode::Unsupported, "HEIC");
        row("no_frames.avi", ErrorCode::Corrupt, "AVI");
        row("no_frames.mp4", ErrorCode::Corrupt, "MP4");
    }
    void aFileThatCannotBeOpenedSaysWhy()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, words);
        const std::string file = QTest::currentDataTag();
        QVERIFY(std::filesystem::exists(corpus() / file));
        const auto stack = openStack(corpus() / file);
        QVERIFY(!stack.has_value());
        QCOMPARE(stack.error().code, code);
        const std::string& message = stack.error().message;
        QVERIFY2(message.find(words.constData()) != std::string::npos, message.c_str());
        QVERIFY2(message.find(file) != std::string::npos, message.c_str());
        QVERIFY2(message.ends_with('.'), message.c_str());
    }

    void aFrameThatCannotBeDecodedSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file : {"broken_lzw.tif", "broken_deflate.tif", "huge_tile.tif", "no_scan.jpg",
                                 "wrong_data.png"})
            QTest::newRow(file) << QByteArray(file);
    }
    void aFrameThatCannotBeDecodedSaysWhy()
    {
        QFETCH(QByteArray, file);
        const auto image = tests::mustOpen(corpus() / file.constData())->read({});
        QVERIFY(!image.has_value());
        QCOMPARE(image.error().code, ErrorCode::Corrupt);
        QVERIFY(image.error().message.find(file.constData()) != std::string::npos);
    }

    void aBrokenListOfPagesKeepsWhatWasFound_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("directory_loop.tif") << QByteArray("in a circle");
        QTest::newRow("next_directory_outside.tif") << QByteArray("cannot be followed");
    }
    void aBrokenListOfPagesKeepsWhatWasFound()
    {
        QFETCH(QByteArray, words);
        const auto stack = tests::mustOpen(corpus() / QTest::currentDataTag());
        QCOMPARE(stack->info().times, 1);
        QVERIFY(tests::warnsOf(stack->info(), words.toStdString()));
        QVERIFY(stack->read({}).has_value());
    }

    void whatIsNotAFileIsRefused()
    {
        const auto missing = openStack("/there/is/no/such/file.tif");
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        const auto device = openStack("/dev/zero");
        QVERIFY(!device.has_value());
        QCOMPARE(device.error().code, ErrorCode::InvalidArgument);
    }

    /// Every file of a healthy set, cut at many lengths and with bytes turned over, ends in a result or an error.
    void damageNeverEndsTheProgram_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("plain TIFF") << 0;
        QTest::newRow("LZW tiles") << 1;
        QTest::newRow("ImageJ") << 2;
        QTest::newRow("JPEG") << 3;
        QTest::newRow("PNG") << 4;
    }
    void damageNeverEndsTheProgram()
    {
        QFETCH(int, kind);
        const QTemporaryDir folder;
        const auto path = tests::inFolder(folder, kind == 3 ? "a.jpg" : kind == 4 ? "a.png" : "a.tif");
        writeHealthy(path, kind);
        const QByteArray healthy = tests::readBytes(path);
        std::uint32_t state = 1;
        const auto random = [&state] { return state = state * 1664525u + 1013904223u, state >> 8; };
        int refused = 0;
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = healthy;
            if (round % 3 == 0)
                bytes.truncate(qsizetype(random() % std::uint32_t(healthy.size())));
            for (int i = 0; i < 1 + round % 5; ++i)
                if (!bytes.isEmpty())
                    bytes[qsizetype(random() % std::uint32_t(bytes.size()))] = char(random());
            tests::writeBytes(path, bytes);
            const auto stack = openStack(path);
            if (!stack) {
                QVERIFY(!stack.error().message.empty());
                ++refused;
                continue;
            }
            const auto image = (*stack)->read({});
            if (!image)
                QVERIFY(!image.error().message.empty());
        }
        QVERIFY(refused > 0);
    }

private:
    static void writeHealthy(const std::filesystem::path& path, int kind)
    {
        const auto image = tests::gradient(40, 30, 3);
        if (kind >= 3)
            return tests::writePicture(path, image);
        tests::TiffPageSpec page = tests::pageOf(image);
        if (kind == 1) {
            page.compression = 5;
            page.tileSize = 16;
        }
        if (kind == 2)
            page.description = "ImageJ=1.53c\nimages=2\nframes=2\nhyperstack=true\nunit=um\nfinterval=60\n";
        tests::writeTiff(path, {page, page});
    }
};

QTEST_APPLESS_MAIN(TestBadImages)
#include "tst_bad_images.moc"
