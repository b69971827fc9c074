// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "core/imaging/picture_reader.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;
using base::ErrorCode;
using base::PixelType;

class TestPictures : public QObject {
    Q_OBJECT

private slots:
    void losslessPicturesKeepTheirPixels_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("wide");
        QTest::newRow("grey PNG") << "a.png" << 1 << false;
        QTest::newRow("colour PNG") << "a.png" << 3 << false;
        QTest::newRow("16-bit grey PNG") << "a.png" << 1 << true;
        QTest::newRow("16-bit colour PNG") << "a.png" << 3 << true;
        QTest::newRow("grey BMP") << "a.bmp" << 1 << false;
        QTest::newRow("colour BMP") << "a.bmp" << 3 << false;
        QTest::newRow("PGM") << "a.pgm" << 1 << false;
        QTest::newRow("16-bit PGM") << "a.pgm" << 1 << true;
        QTest::newRow("PPM") << "a.ppm" << 3 << false;
    }
    void losslessPicturesKeepTheirPixels()
    {
        QFETCH(QString, name);
        QFETCH(int, channels);
        QFETCH(bool, wide);
        const PixelType type = wide ? PixelType::U16 : PixelType::U8;
        const auto image = makeImage(37, 23, channels, type, [wide](int x, int y, int c) {
            return wide ? (x * 977 + y * 313 + c * 20011) % 65536 : (x * 7 + y * 3 + c * 101) % 256;
        });
        const QTemporaryDir folder;
        const auto path = inFolder(folder, name.toStdString());
        writePicture(path, image);
        const auto header = probePicture(path);
        QVERIFY(header.has_value());
        QCOMPARE(header->width, 37);
        QCOMPARE(header->height, 23);
        QCOMPARE(header->channels, channels);
        QCOMPARE(header->type, type);
        const auto read = readPicture(path);
        QVERIFY(read.has_value());
        QVERIFY(equalPixels(*read, image));
    }

    void jpegIsReadInItsOwnChannels_data()
    {
        QTest::addColumn<int>("channels");
        QTest::newRow("grey") << 1;
        QTest::newRow("colour") << 3;
    }
    void jpegIsReadInItsOwnChannels()
    {
        QFETCH(int, channels);
        // Smooth, so that the lossy code stays within a few grey levels.
        const auto image = makeImage(64, 48, channels, PixelType::U8, [](int x, int y, int) { return x + y; });
        const QTemporaryDir folder;
        const auto path = inFolder(folder, "a.jpg");
        writePicture(path, image);
        const auto header = probePicture(path);
        QVERIFY(header.has_value());
        QCOMPARE(header->format, std::string("JPEG"));
        QCOMPARE(header->channels, channels);
        const auto read = readPicture(path);
        QVERIFY(read.has_value());
        QCOMPARE(read->channels, channels);
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 64 * channels; ++x)
                QVERIFY(std::abs(int(read->row<std::uint8_t>(y)[x]) - int(image.row<std::uint8_t>(y)[x])) <= 4);
    }

    void anyCutOffJpegIsAnError()
    {
        const QTemporaryDir folder;
        const auto whole = inFolder(folder, "whole.jpg");
        writePicture(whole, gradient(80, 60, 1));
        const QByteArray bytes = readBytes(whole);
        const auto cut = inFolder(folder, "cut.jpg");
        for (qsizetype length = 3; length < bytes.size() - 1; length += 37) {
            writeBytes(cut, bytes.first(length));
            const auto image = readPicture(cut);
            QVERIFY2(!image, QByteArray::number(length));
            QCOMPARE(image.error().code, ErrorCode::Truncated);
            QVERIFY(image.error().message.find("cut.jpg") != std::string::npos);
        }
    }

    void bytesBehindTheEndOfAJpegDoNotMatter()
    {
        const QTemporaryDir folder;
        const auto path = inFolder(folder, "a.jpg");
        writePicture(path, gradient(80, 60, 1));
        writeBytes(path, readBytes(path) + QByteArray(100, '\xAB'));
        QVERIFY(readPicture(path).has_value());
    }

    void aDamagedBitStreamIsAnError()
    {
        const QTemporaryDir folder;
        const auto path = inFolder(folder, "a.jpg");
        const auto noise =
            makeImage(80, 60, 1, PixelType::U8, [](int x, int y, int) { return (x * 7919 + y * 104729) % 251; });
        writePicture(path, noise);
        QByteArray bytes = readBytes(path);
        // Half of the entropy-coded data are lost, the end mark is still there.
        writeBytes(path, bytes.first(bytes.size() / 2) + QByteArray::fromHex("ffd9"));
        const auto image = readPicture(path);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Corrupt);
        QVERIFY(image.error().message.find("a.jpg") != std::string::npos);
        QVERIFY(!image.error().detail.empty());
    }

    void aCutOffPngIsAnError()
    {
        const QTemporaryDir folder;
        const auto path = inFolder(folder, "a.png");
        writePicture(path, gradient(80, 60, 1));
        writeBytes(path, readBytes(path).chopped(12));
        const auto image = readPicture(path);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Truncated);
    }

    void aHeaderFarBehindMetadataIsFound()
    {
        const QTemporaryDir folder;
        const auto path = inFolder(folder, "a.jpg");
        writePicture(path, gradient(80, 60, 1));
        const QByteArray bytes = readBytes(path);
        QByteArray comment = QByteArray::fromHex("fffeffff") + QByteArray(0xFFFF - 2, ' ');
        writeBytes(path, bytes.first(2) + comment + comment + bytes.sliced(2));
        const auto header = probePicture(path);
        QVERIFY(header.has_value());
        QCOMPARE(header->width, 80);
        QVERIFY(readPicture(path).has_value());
    }
};

QTEST_APPLESS_MAIN(TestPictures)
#include "tst_pictures.moc"
