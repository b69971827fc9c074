// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include <QtTest>

#include "core/imaging/contrast.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using base::Image;
using base::PixelType;
using tests::makeImage;

namespace {

/// Values 0, 1, 2 … in one row.
Image ramp(int count, PixelType type, double scale = 1)
{
    return makeImage(count, 1, 1, type, [scale](int x, int, int) { return x * scale; });
}

int shown(const Image& image, const Contrast& contrast, int x)
{
    return displayImage(image, contrast).row<std::uint8_t>(0)[x];
}

} // namespace

class TestContrast : public QObject {
    Q_OBJECT

private slots:
    void theFullRangeOf8BitChangesNothing()
    {
        const Image image =
            makeImage(16, 16, 3, PixelType::U8, [](int x, int y, int c) { return (x * 16 + y + c) % 256; });
        QVERIFY(tests::equalPixels(displayImage(image, fullRange(image)), image));
    }

    void theWindowIsLinearAndClamped()
    {
        const Image image = ramp(1000, PixelType::U16);
        const Contrast contrast{200, 455, 1};
        QCOMPARE(shown(image, contrast, 0), 0);
        QCOMPARE(shown(image, contrast, 200), 0);
        QCOMPARE(shown(image, contrast, 300), 100);
        QCOMPARE(shown(image, contrast, 455), 255);
        QCOMPARE(shown(image, contrast, 999), 255);
    }

    void gammaAboveOneLiftsTheDark()
    {
        const Image image = ramp(256, PixelType::U8);
        for (const double gamma : {0.5, 1.0, 2.2})
            for (const int x : {0, 10, 64, 200, 255}) {
                const double expected = 255 * std::pow(x / 255.0, 1 / gamma);
                QVERIFY(std::abs(shown(image, {0, 255, gamma}, x) - expected) <= 1);
            }
    }

    void anInvertedWindowInverts()
    {
        const Image image = ramp(256, PixelType::U8);
        QCOMPARE(shown(image, {255, 0, 1}, 0), 255);
        QCOMPARE(shown(image, {255, 0, 1}, 255), 0);
    }

    void anEmptyWindowIsAStep()
    {
        const Image image = ramp(256, PixelType::U8);
        QCOMPARE(shown(image, {100, 100, 1}, 100), 0);
        QCOMPARE(shown(image, {100, 100, 1}, 101), 255);
    }

    void windowAndLevelAreTheOtherWayToSayIt()
    {
        const Contrast contrast = Contrast::fromWindow(300, 100, 1.5);
        QCOMPARE(contrast, (Contrast{250, 350, 1.5}));
        QCOMPARE(contrast.level(), 300.0);
        QCOMPARE(contrast.window(), 100.0);
    }

    void autoContrastLeavesOutliersOut_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("16 bit") << int(PixelType::U16);
        QTest::newRow("float") << int(PixelType::F32);
    }
    void autoContrastLeavesOutliersOut()
    {
        QFETCH(int, type);
        const Image image = makeImage(100, 100, 1, PixelType(type), [](int x, int y, int) {
            return x == 0 && y == 0 ? 65000 : 1000 + (x + 100 * y) % 1000;
        });
        const Contrast contrast = autoContrast(image, 1, 99);
        QVERIFY(std::abs(contrast.low - 1010) <= 2);
        QVERIFY(std::abs(contrast.high - 1990) <= 2);
        QCOMPARE(contrast.gamma, 1.0);
    }

    void autoContrastOfAConstantImageShowsItsGrey()
    {
        const Image image = makeImage(9, 9, 1, PixelType::U8, [](int, int, int) { return 77; });
        QCOMPARE(shown(image, autoContrast(image), 0), 77);
        const Image black = makeImage(9, 9, 1, PixelType::F32, [](int, int, int) { return 3.5; });
        QVERIFY(std::abs(shown(black, autoContrast(black), 0) - 127) <= 1);
    }

    void notANumberIsBlackAndDoesNotCount()
    {
        Image image = ramp(1000, PixelType::F32, 0.001);
        image.row<float>(0)[3] = std::numeric_limits<float>::quiet_NaN();
        image.row<float>(0)[4] = std::numeric_limits<float>::infinity();
        const Contrast contrast = autoContrast(image, 0, 100);
        QVERIFY(std::abs(contrast.high - 0.999) < 1e-6);
        QCOMPARE(shown(image, contrast, 3), 0);
        QCOMPARE(shown(image, contrast, 4), 255);
    }

    void imagesWithoutPixelsAreHarmless()
    {
        const Image none;
        QVERIFY(displayImage(none, autoContrast(none)).isNull());
        const Image nan = makeImage(2, 2, 1, PixelType::F32,
                                    [](int, int, int) { return std::numeric_limits<double>::quiet_NaN(); });
        QCOMPARE(shown(nan, autoContrast(nan), 0), 0);
    }
};

QTEST_APPLESS_MAIN(TestContrast)
#include "tst_contrast.moc"
