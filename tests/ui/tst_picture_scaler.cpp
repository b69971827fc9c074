// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QTest>

#include "ui/canvas/picture_scaler.h"

using namespace blastoscope::ui;

namespace {

QImage noise(int width, int height, QImage::Format format)
{
    QImage image(width, height, format);
    std::uint32_t state = 7;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < image.bytesPerLine(); ++x)
            image.scanLine(y)[x] = uchar((state = state * 1664525u + 1013904223u) >> 24);
    return image;
}

/// Bilinear interpolation at the centre of an output pixel, straight from the definition.
double reference(const QImage& image, double zoom, double offset, int x, int y)
{
    const double sx = (x + 0.5 - offset) / zoom - 0.5, sy = (y + 0.5 - offset) / zoom - 0.5;
    const int x0 = int(std::floor(sx)), y0 = int(std::floor(sy));
    const auto at = [&](int column, int row) {
        return double(
            image.constScanLine(std::clamp(row, 0, image.height() - 1))[std::clamp(column, 0, image.width() - 1)]);
    };
    const double fx = sx - x0, fy = sy - y0;
    return (at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy)
           + (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
}

} // namespace

class PictureScalerTest : public QObject {
    Q_OBJECT

private slots:
    void isBilinear_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("offset");
        QTest::newRow("identity") << 1.0 << 0.0;
        QTest::newRow("larger") << 2.7 << 3.4;
        QTest::newRow("partly out of sight") << 5.0 << -60.0;
        QTest::newRow("a little smaller") << 0.8 << 1.0;
    }

    void isBilinear()
    {
        QFETCH(double, zoom);
        QFETCH(double, offset);
        const QImage source = noise(40, 30, QImage::Format_Grayscale8);
        PictureScaler scaler;
        scaler.setPicture(source);
        const ScaledPicture out = scaler.scaled(QTransform(zoom, 0, 0, zoom, offset, offset), {150, 120});
        QVERIFY(!out.image.isNull());
        for (int y = 0; y < out.image.height(); ++y)
            for (int x = 0; x < out.image.width(); ++x) {
                const double wanted = reference(source, zoom, offset, x + out.topLeft.x(), y + out.topLeft.y());
                QVERIFY(qAbs(qRed(out.image.pixel(x, y)) - wanted) < 2);
            }
    }

    void colorsAreScaledLikeGray()
    {
        const QImage gray = noise(20, 20, QImage::Format_Grayscale8);
        PictureScaler one, three;
        one.setPicture(gray);
        three.setPicture(gray.convertToFormat(QImage::Format_RGB32));
        const QTransform matrix(3.3, 0, 0, 3.3, 2, 2);
        QCOMPARE(one.scaled(matrix, {80, 80}).image, three.scaled(matrix, {80, 80}).image);
    }

    void largeZoomShowsPlainPixels()
    {
        PictureScaler scaler;
        scaler.setPicture(noise(4, 4, QImage::Format_Grayscale8));
        const QImage out = scaler.scaled(QTransform::fromScale(10, 10), {40, 40}).image;
        QCOMPARE(out.size(), QSize(40, 40));
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x)
                QCOMPARE(out.pixel(x, y), out.pixel(x / 10 * 10 + 5, y / 10 * 10 + 5));
    }

    void shrinkingAverages()
    {
        QImage checker(64, 64, QImage::Format_Grayscale8);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                checker.scanLine(y)[x] = (x + y) % 2 ? 200 : 100;
        PictureScaler scaler;
        scaler.setPicture(checker);
        const QImage out = scaler.scaled(QTransform::fromScale(0.25, 0.25), {64, 64}).image;
        QCOMPARE(out.size(), QSize(16, 16));
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 16; ++x)
                QCOMPARE(qRed(out.pixel(x, y)), 150);
    }

    void pictureOutOfSightIsNull()
    {
        PictureScaler scaler;
        QVERIFY(scaler.scaled(QTransform(), {10, 10}).image.isNull());
        scaler.setPicture(noise(4, 4, QImage::Format_Grayscale8));
        QVERIFY(scaler.scaled(QTransform::fromTranslate(100, 0), {10, 10}).image.isNull());
    }

    void extremesStay()
    {
        QImage white(3, 3, QImage::Format_Grayscale8);
        white.fill(255);
        PictureScaler scaler;
        scaler.setPicture(white);
        const QImage out = scaler.scaled(QTransform::fromScale(2.3, 2.3), {6, 6}).image;
        QCOMPARE(out.pixel(3, 3), qRgb(255, 255, 255));
    }
};

QTEST_GUILESS_MAIN(PictureScalerTest)
#include "tst_picture_scaler.moc"
