// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include <QtTest>

#include <tiffio.h>

#include "core/imaging/tiff_directory.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;

class TestTiffStack : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void thumbnailsAreNotFrames()
    {
        TiffPageSpec thumbnail = pageOf(gradient(5, 5, 9));
        thumbnail.subfileType = FILETYPE_REDUCEDIMAGE;
        const auto path = inFolder(m_folder, "thumbnail.tif");
        writeTiff(path, {pageOf(gradient(40, 30, 1)), thumbnail, pageOf(gradient(40, 30, 2)), thumbnail});
        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().times, 2);
        QVERIFY(equalPixels(*stack->read({1, 0, 0}), gradient(40, 30, 2)));
    }

    void pagesAreReadInAnyOrder()
    {
        std::vector<TiffPageSpec> pages;
        for (int i = 0; i < 60; ++i)
            pages.push_back(pageOf(gradient(20, 10, i)));
        const auto path = inFolder(m_folder, "pages.tif");
        writeTiff(path, pages);
        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().times, 60);
        QCOMPARE(stack->info().format, std::string("TIFF"));
        QCOMPARE(stack->info().timeSource, TimeSource::Unknown);
        QVERIFY(!stack->info().umPerPixel);
        for (int i = 0; i < 60; ++i) {
            const int page = i * 37 % 60;
            const auto image = stack->read({page, 0, 0});
            QVERIFY(image.has_value());
            QVERIFY(equalPixels(*image, gradient(20, 10, page)));
        }
        QCOMPARE(stack->frameName({4, 0, 0}), std::string("pages.tif, page 5"));
    }

    void aLoopOfPagesEndsWithAWarning()
    {
        const auto path = inFolder(m_folder, "loop.tif");
        writeTiff(path, {pageOf(gradient(20, 10, 0)), pageOf(gradient(20, 10, 1)), pageOf(gradient(20, 10, 2))});
        const auto directory = scanTiffDirectory(path);
        QVERIFY(directory.has_value());
        QCOMPARE(directory->pages.size(), std::size_t(3));
        QByteArray bytes = readBytes(path);
        const auto last = qsizetype(directory->pages[2].offset);
        std::uint16_t entries = 0;
        std::memcpy(&entries, bytes.constData() + last, 2);
        const auto first = std::uint32_t(directory->pages[0].offset);
        std::memcpy(bytes.data() + last + 2 + 12 * entries, &first, 4);
        writeBytes(path, bytes);
        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().times, 3);
        QVERIFY(warnsOf(stack->info(), "in a circle"));
        QVERIFY(equalPixels(*stack->read({2, 0, 0}), gradient(20, 10, 2)));
    }

    void aCutOffStackKeepsItsFirstPages()
    {
        const auto path = inFolder(m_folder, "cut.tif");
        std::vector<TiffPageSpec> pages;
        for (int i = 0; i < 10; ++i)
            pages.push_back(pageOf(gradient(100, 80, i)));
        writeTiff(path, pages);
        const auto directory = scanTiffDirectory(path);
        writeBytes(path, readBytes(path).first(qsizetype(directory->pages[6].offset) + 30));
        const auto stack = mustOpen(path);
        QVERIFY(warnsOf(stack->info(), "cut off"));
        QCOMPARE(stack->info().times, 6);
        QVERIFY(equalPixels(*stack->read({5, 0, 0}), gradient(100, 80, 5)));
    }

    void aBrokenPageDoesNotSpoilTheOthers()
    {
        const auto path = inFolder(m_folder, "broken.tif");
        std::vector<TiffPageSpec> pages;
        for (int i = 0; i < 3; ++i) {
            pages.push_back(pageOf(gradient(100, 80, i)));
            pages.back().compression = COMPRESSION_ADOBE_DEFLATE;
        }
        writeTiff(path, pages);
        const auto directory = scanTiffDirectory(path);
        QByteArray bytes = readBytes(path);
        // The data of page 1 lie between the directories of pages 0 and 1.
        const auto begin = qsizetype(directory->pages[0].offset) + 400;
        bytes.replace(begin, qsizetype(directory->pages[1].offset) - begin - 10,
                      QByteArray(qsizetype(directory->pages[1].offset) - begin - 10, '\xAA'));
        writeBytes(path, bytes);
        const auto stack = mustOpen(path);
        QVERIFY(stack->read({0, 0, 0}).has_value());
        const auto broken = stack->read({1, 0, 0});
        QVERIFY(!broken.has_value());
        QCOMPARE(broken.error().code, base::ErrorCode::Corrupt);
        QVERIFY(broken.error().message.find("page 2") != std::string::npos);
        QVERIFY(equalPixels(*stack->read({2, 0, 0}), gradient(100, 80, 2)));
    }

    void framesOutsideTheAxesAreRefused()
    {
        const auto path = inFolder(m_folder, "one.tif");
        writeTiff(path, {pageOf(gradient(10, 10, 0))});
        const auto stack = mustOpen(path);
        for (const FrameIndex index : {FrameIndex{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, 0, 1}}) {
            const auto image = stack->read(index);
            QVERIFY(!image.has_value());
            QCOMPARE(image.error().code, base::ErrorCode::InvalidArgument);
        }
    }
};

QTEST_APPLESS_MAIN(TestTiffStack)
#include "tst_tiff_stack.moc"
