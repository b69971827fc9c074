// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstring>

#include <QtTest>

#include <tiffio.h>

#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;
using base::Image;
using base::PixelType;

namespace {

/// `values` as samples of T.
template<typename T>
QByteArray packed(const std::vector<double>& values)
{
    QByteArray bytes(qsizetype(values.size() * sizeof(T)), 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const T sample = T(values[i]);
        std::memcpy(bytes.data() + i * sizeof(T), &sample, sizeof(T));
    }
    return bytes;
}

/// `values` with `bits` bits each, most significant bit first, `width` per row, rows filled up to whole bytes.
QByteArray packedBits(const std::vector<unsigned>& values, int bits, int width)
{
    QByteArray bytes;
    for (std::size_t begin = 0; begin < values.size(); begin += std::size_t(width)) {
        std::vector<bool> row;
        for (int x = 0; x < width; ++x)
            for (int bit = bits - 1; bit >= 0; --bit)
                row.push_back(values[begin + std::size_t(x)] >> bit & 1);
        row.resize((row.size() + 7) / 8 * 8);
        for (std::size_t i = 0; i < row.size(); i += 8) {
            unsigned byte = 0;
            for (std::size_t bit = 0; bit < 8; ++bit)
                byte = byte << 1 | unsigned(row[i + bit]);
            bytes.append(char(byte));
        }
    }
    return bytes;
}

std::vector<float> floatsOf(const Image& image)
{
    std::vector<float> values(std::size_t(image.width) * std::size_t(image.height) * std::size_t(image.channels));
    std::memcpy(values.data(), image.bytes.data(), image.bytes.size());
    return values;
}

} // namespace

class TestTiffPages : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Image roundTrip(const TiffPageSpec& page, const char* mode = "w")
    {
        const auto path = inFolder(m_folder, "page.tif");
        writeTiff(path, {page}, mode);
        const auto image = mustOpen(path)->read({});
        if (!image)
            throw std::runtime_error(image.error().message + " " + image.error().detail);
        return *image;
    }

private slots:
    void everyStorageGivesTheSamePixels_data()
    {
        QTest::addColumn<int>("compression");
        QTest::addColumn<int>("predictor");
        QTest::addColumn<int>("tile");
        QTest::addColumn<bool>("separate");
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("strips") << 1 << 1 << 0 << false << QByteArray("w");
        QTest::newRow("big-endian") << 1 << 1 << 0 << false << QByteArray("wb");
        QTest::newRow("BigTIFF") << 1 << 1 << 0 << false << QByteArray("w8");
        QTest::newRow("big-endian BigTIFF") << 1 << 1 << 0 << false << QByteArray("w8b");
        QTest::newRow("planes") << 1 << 1 << 0 << true << QByteArray("w");
        QTest::newRow("tiles") << 1 << 1 << 16 << false << QByteArray("w");
        QTest::newRow("tiles, planes") << 1 << 1 << 16 << true << QByteArray("w");
        QTest::newRow("LZW") << COMPRESSION_LZW << 2 << 0 << false << QByteArray("w");
        QTest::newRow("LZW, big-endian, tiles") << COMPRESSION_LZW << 2 << 16 << false << QByteArray("wb");
        QTest::newRow("Deflate") << COMPRESSION_ADOBE_DEFLATE << 2 << 0 << false << QByteArray("w");
        QTest::newRow("PackBits, planes") << COMPRESSION_PACKBITS << 1 << 0 << true << QByteArray("w");
        QTest::newRow("Zstandard") << COMPRESSION_ZSTD << 1 << 0 << false << QByteArray("w");
        QTest::newRow("LZMA") << COMPRESSION_LZMA << 1 << 0 << false << QByteArray("w");
    }
    void everyStorageGivesTheSamePixels()
    {
        QFETCH(int, compression);
        QFETCH(int, predictor);
        QFETCH(int, tile);
        QFETCH(bool, separate);
        QFETCH(QByteArray, mode);
        if (!TIFFIsCODECConfigured(std::uint16_t(compression)))
            QSKIP("this libtiff is built without the compression");
        for (const PixelType type : {PixelType::U8, PixelType::U16})
            for (const int channels : {1, 3}) {
                const auto image = makeImage(53, 31, channels, type, [type](int x, int y, int c) {
                    return (x * 301 + y * 77 + c * 5003) % (type == PixelType::U8 ? 256 : 65536);
                });
                TiffPageSpec page = pageOf(image);
                page.compression = std::uint16_t(compression);
                page.predictor = std::uint16_t(predictor);
                page.tileSize = std::uint32_t(tile);
                page.separatePlanes = separate;
                if (separate && channels == 3) {
                    QByteArray planes;
                    for (int c = 0; c < 3; ++c)
                        for (qsizetype i = c; i < qsizetype(53) * 31 * 3; i += 3)
                            planes += page.data.mid(i * page.bits / 8, page.bits / 8);
                    page.data = planes;
                }
                QVERIFY(equalPixels(roundTrip(page, mode), image));
            }
    }

    void narrowIntegersAreStretchedTo8Bit_data()
    {
        QTest::addColumn<int>("bits");
        for (const int bits : {1, 2, 3, 4, 5, 6, 7})
            QTest::addRow("%d bits", bits) << bits;
    }
    void narrowIntegersAreStretchedTo8Bit()
    {
        QFETCH(int, bits);
        const unsigned maximum = (1u << bits) - 1;
        std::vector<unsigned> values;
        for (unsigned i = 0; i < 5 * 9; ++i)
            values.push_back(i * 7 % (maximum + 1));
        TiffPageSpec page{.width = 9, .height = 5, .bits = std::uint16_t(bits)};
        page.data = packedBits(values, bits, 9);
        for (const bool whiteIsZero : {false, true}) {
            page.photometric = whiteIsZero ? PHOTOMETRIC_MINISWHITE : PHOTOMETRIC_MINISBLACK;
            const Image image = roundTrip(page);
            QCOMPARE(image.type, PixelType::U8);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const unsigned value = whiteIsZero ? maximum - values[i] : values[i];
                QCOMPARE(unsigned(image.row<std::uint8_t>(0)[i]), value * 255 / maximum);
            }
        }
    }

    void wideIntegersKeepTheirValues_data()
    {
        QTest::addColumn<int>("bits");
        for (const int bits : {9, 10, 12, 14, 15})
            QTest::addRow("%d bits", bits) << bits;
    }
    void wideIntegersKeepTheirValues()
    {
        QFETCH(int, bits);
        std::vector<unsigned> values;
        for (unsigned i = 0; i < 5 * 9; ++i)
            values.push_back(i * 523 % (1u << bits));
        TiffPageSpec page{.width = 9, .height = 5, .bits = std::uint16_t(bits)};
        page.data = packedBits(values, bits, 9);
        const Image image = roundTrip(page);
        QCOMPARE(image.type, PixelType::U16);
        for (std::size_t i = 0; i < values.size(); ++i)
            QCOMPARE(unsigned(image.row<std::uint16_t>(0)[i]), values[i]);
    }

    void otherNumbersBecomeFloats_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("data");
        const std::vector<double> positive = {0, 1, 250, 7, 99, 127};
        const std::vector<double> any = {0, -1, 100, -128, 127, 5};
        QTest::newRow("uint32") << 32 << 1 << packed<std::uint32_t>(positive);
        QTest::newRow("uint64") << 64 << 1 << packed<std::uint64_t>(positive);
        QTest::newRow("int8") << 8 << 2 << packed<std::int8_t>(any);
        QTest::newRow("int16") << 16 << 2 << packed<std::int16_t>(any);
        QTest::newRow("int32") << 32 << 2 << packed<std::int32_t>(any);
        QTest::newRow("int64") << 64 << 2 << packed<std::int64_t>(any);
        QTest::newRow("float32") << 32 << 3 << packed<float>(any);
        QTest::newRow("float64") << 64 << 3 << packed<double>(any);
    }
    void otherNumbersBecomeFloats()
    {
        QFETCH(int, bits);
        QFETCH(int, format);
        QFETCH(QByteArray, data);
        TiffPageSpec page{.width = 3, .height = 2, .bits = std::uint16_t(bits), .sampleFormat = std::uint16_t(format)};
        page.data = data;
        const std::vector<float> expected = format == 1 ? std::vector<float>{0, 1, 250, 7, 99, 127}
                                                        : std::vector<float>{0, -1, 100, -128, 127, 5};
        for (const char* mode : {"w", "wb"}) {
            const Image image = roundTrip(page, mode);
            QCOMPARE(image.type, PixelType::F32);
            QVERIFY(floatsOf(image) == expected);
        }
    }

    void halfFloatsAreExact()
    {
        // 1, -2, largest, smallest normal, smallest subnormal, infinity, negative zero, not a number
        const std::vector<double> halves = {0x3C00, 0xC000, 0x7BFF, 0x0400, 0x0001, 0x7C00, 0x8000, 0x7E00};
        TiffPageSpec page{.width = 8, .height = 1, .bits = 16, .sampleFormat = 3};
        page.data = packed<std::uint16_t>(halves);
        const std::vector<float> values = floatsOf(roundTrip(page));
        QCOMPARE(values[0], 1.0f);
        QCOMPARE(values[1], -2.0f);
        QCOMPARE(values[2], 65504.0f);
        QCOMPARE(values[3], std::ldexp(1.0f, -14));
        QCOMPARE(values[4], std::ldexp(1.0f, -24));
        QVERIFY(std::isinf(values[5]));
        QVERIFY(values[6] == 0 && std::signbit(values[6]));
        QVERIFY(std::isnan(values[7]));
    }

    void integers24BitAreReadInBothByteOrders()
    {
        TiffPageSpec page{.width = 2, .height = 1, .bits = 24};
        page.data = QByteArray::fromHex("030201ffffff"); // little-endian memory
        for (const char* mode : {"wl", "wb"}) {
            const auto values = floatsOf(roundTrip(page, mode));
            QVERIFY(values == (std::vector<float>{0x010203, 0xFFFFFF}));
        }
    }

    void palettesBecomeColours_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("scale"); // 257: 16-bit map, 1: an old 8-bit map
        for (const int bits : {1, 4, 8}) {
            QTest::addRow("%d bits", bits) << bits << 257;
            QTest::addRow("%d bits, 8-bit map", bits) << bits << 1;
        }
    }
    void palettesBecomeColours()
    {
        QFETCH(int, bits);
        QFETCH(int, scale);
        const unsigned size = 1u << bits;
        TiffPageSpec page{.width = 9, .height = 5, .bits = std::uint16_t(bits), .photometric = PHOTOMETRIC_PALETTE};
        std::vector<unsigned> values;
        for (unsigned i = 0; i < 45; ++i)
            values.push_back(i % size);
        page.data = packedBits(values, bits, 9);
        const auto colour = [size](unsigned index, unsigned c) { return (index * (c + 1) * 255 / (size - 1)) % 256; };
        for (unsigned c = 0; c < 3; ++c)
            for (unsigned i = 0; i < size; ++i)
                page.palette.push_back(std::uint16_t(colour(i, c) * unsigned(scale)));
        const Image image = roundTrip(page);
        QCOMPARE(image.channels, 3);
        for (unsigned i = 0; i < 45; ++i)
            for (unsigned c = 0; c < 3; ++c)
                QCOMPARE(unsigned(image.row<std::uint8_t>(0)[i * 3 + c]), colour(values[i], c));
    }

    void transparencyIsDropped()
    {
        const Image rgba = makeImage(6, 4, 4, PixelType::U8, [](int x, int y, int c) { return x * 10 + y + c * 50; });
        TiffPageSpec page = pageOf(rgba);
        page.photometric = PHOTOMETRIC_RGB;
        page.extraSamples = {EXTRASAMPLE_UNASSALPHA};
        const Image image = roundTrip(page);
        QCOMPARE(image.channels, 3);
        QCOMPARE(int(image.row<std::uint8_t>(2)[3 * 5 + 1]), 5 * 10 + 2 + 50);
    }

    void severalGreySamplesAreChannels()
    {
        const Image both =
            makeImage(6, 4, 2, PixelType::U16, [](int x, int y, int c) { return x + y * 10 + c * 1000; });
        TiffPageSpec page = pageOf(both);
        page.extraSamples = {EXTRASAMPLE_UNSPECIFIED};
        const auto path = inFolder(m_folder, "channels.tif");
        writeTiff(path, {page});
        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().channels, 2);
        QCOMPARE(stack->info().samplesPerPixel, 1);
        const auto second = stack->read({0, 0, 1});
        QVERIFY(second.has_value());
        QCOMPARE(int(second->row<std::uint16_t>(3)[5]), 5 + 30 + 1000);
        QVERIFY(!stack->read({0, 0, 2}).has_value());
    }

    void jpegPagesAreCloseToTheirPixels_data()
    {
        QTest::addColumn<int>("photometric");
        QTest::newRow("RGB") << PHOTOMETRIC_RGB;
        QTest::newRow("grey") << PHOTOMETRIC_MINISBLACK;
    }
    void jpegPagesAreCloseToTheirPixels()
    {
        QFETCH(int, photometric);
        const int channels = photometric == PHOTOMETRIC_RGB ? 3 : 1;
        const Image image = makeImage(64, 48, channels, PixelType::U8, [](int x, int y, int) { return x + 2 * y; });
        TiffPageSpec page = pageOf(image);
        page.compression = COMPRESSION_JPEG;
        const Image read = roundTrip(page);
        for (std::size_t i = 0; i < image.bytes.size(); ++i)
            QVERIFY(std::abs(int(read.bytes[i]) - int(image.bytes[i])) <= 6);
    }

    void uncompressedYCbCrIsConverted()
    {
        // Neutral chroma: the luma is the grey value.
        TiffPageSpec page{.width = 4, .height = 2, .samples = 3, .photometric = PHOTOMETRIC_YCBCR};
        for (int i = 0; i < 8; ++i)
            page.data += QByteArray(1, char(i * 30)) + QByteArray(2, char(128));
        const auto path = inFolder(m_folder, "ycbcr.tif");
        TIFF* tiff = TIFFOpen(path.c_str(), "w");
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 4);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 2);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_YCBCR);
        TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(tiff, TIFFTAG_YCBCRSUBSAMPLING, 1, 1);
        float blackWhite[6] = {0, 255, 128, 255, 128, 255};
        TIFFSetField(tiff, TIFFTAG_REFERENCEBLACKWHITE, blackWhite);
        TIFFWriteEncodedStrip(tiff, 0, page.data.data(), page.data.size());
        TIFFClose(tiff);
        const auto image = mustOpen(path)->read({});
        QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
        QCOMPARE(image->channels, 3);
        for (int i = 0; i < 8; ++i)
            for (int c = 0; c < 3; ++c)
                QCOMPARE(int(image->row<std::uint8_t>(0)[i * 3 + c]), i * 30);
    }
};

QTEST_APPLESS_MAIN(TestTiffPages)
#include "tst_tiff_pages.moc"
