// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/measure/cell_metrics.h"
#include "core/measure/convex_hull.h"
#include "core/measure/perimeter.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using measure::CellMetrics;
using measure::measureCell;

namespace {

struct Ellipse {
    double major; ///< semi-axes
    double minor;
    double x;
    double y;
    double angle; ///< radians, towards +y of the image
};

/// Pixels whose centre lies inside.
masks::RleMask draw(const Ellipse& e, int size)
{
    masks::Bitmap bitmap(size, size);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const double dx = x + .5 - e.x, dy = y + .5 - e.y;
            const double u = (dx * std::cos(e.angle) + dy * std::sin(e.angle)) / e.major;
            const double v = (-dx * std::sin(e.angle) + dy * std::cos(e.angle)) / e.minor;
            bitmap.at(x, y) = u * u + v * v <= 1;
        }
    return masks::RleMask(bitmap);
}

double circumference(double a, double b)
{
    // The integrand is periodic, so that the trapezoidal rule converges exponentially.
    constexpr int n = 400;
    double sum = 0;
    for (int i = 0; i < n; ++i) {
        const double t = 2 * std::numbers::pi * i / n;
        sum += std::hypot(a * std::sin(t), b * std::cos(t));
    }
    return sum * 2 * std::numbers::pi / n;
}

Ellipse randomEllipse(double radius, double aspect, int size, base::Random& random)
{
    return {radius * std::sqrt(aspect), radius / std::sqrt(aspect), size / 2. + random.uniform(-.5, .5),
            size / 2. + random.uniform(-.5, .5), random.uniform(0, std::numbers::pi)};
}

} // namespace

class TestCellMetrics : public QObject {
    Q_OBJECT

private slots:
    void areaIsTheNumberOfPixels();
    void perimeterOfDiscsAndEllipses_data();
    void perimeterOfDiscsAndEllipses();
    void perimeterIncludesHoles();
    void circularityOfADiscIsNotClipped();
    void ellipseFollowsTheMoments();
    void orientationTurnsTowardsTheTopOfTheImage();
    void aCircleHasNoOrientation();
    void feretOfARectangle();
    void solidityOfConvexAndBentShapes();
    void onePixel();
    void anEmptyMaskMeasuresZero();
    void touchingTheBorderIsSeenOnEverySide();
    void positionInTheImageDoesNotMatter();
};

void TestCellMetrics::areaIsTheNumberOfPixels()
{
    const CellMetrics m = measureCell(tests::rectangle(40, 30, 5, 6, 20, 10));
    QCOMPARE(m.area, 200.0);
    QCOMPARE(m.equivalentDiameter, 2 * std::sqrt(200 / std::numbers::pi));
    QCOMPARE(m.sphereVolume, std::numbers::pi / 6 * std::pow(m.equivalentDiameter, 3));
    QCOMPARE(m.centroid.x, 15.0);
    QCOMPARE(m.centroid.y, 11.0);
}

void TestCellMetrics::perimeterOfDiscsAndEllipses_data()
{
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("aspect");
    QTest::addColumn<double>("worstPercent");
    for (const double radius : {10., 20., 50., 100.})
        for (const double aspect : {1., 1.5, 2.})
            QTest::addRow("radius %g, aspect %g", radius, aspect) << radius << aspect << (radius < 50 ? 2.5 : .6);
}

/// 100 random positions and angles.
void TestCellMetrics::perimeterOfDiscsAndEllipses()
{
    QFETCH(double, radius);
    QFETCH(double, aspect);
    QFETCH(double, worstPercent);
    base::Random random(std::uint64_t(1000 * radius + 10 * aspect));
    const int size = int(2 * radius * std::sqrt(aspect)) + 6;
    double sum = 0, sumAbsolute = 0, worst = 0;
    for (int i = 0; i < 100; ++i) {
        const Ellipse ellipse = randomEllipse(radius, aspect, size, random);
        const CellMetrics m = measureCell(draw(ellipse, size));
        const double error = 100 * (m.perimeter / circumference(ellipse.major, ellipse.minor) - 1);
        sum += error;
        sumAbsolute += std::abs(error);
        worst = std::max(worst, std::abs(error));
        QVERIFY(std::abs(m.area / (std::numbers::pi * radius * radius) - 1) < .04);
    }
    qInfo("mean %+.3f %%, mean absolute %.3f %%, worst %.3f %%", sum / 100, sumAbsolute / 100, worst);
    QVERIFY2(std::abs(sum / 100) <= .3, qPrintable(QString::number(sum / 100)));
    QVERIFY2(worst <= worstPercent, qPrintable(QString::number(worst)));
}

void TestCellMetrics::perimeterIncludesHoles()
{
    const masks::RleMask ring = subtracted(tests::disc(80, 80, 40, 40, 30), tests::disc(80, 80, 40, 40, 15));
    const double wanted = 2 * std::numbers::pi * 45;
    QVERIFY(std::abs(measureCell(ring).perimeter / wanted - 1) < .01);
}

void TestCellMetrics::circularityOfADiscIsNotClipped()
{
    base::Random random(5);
    double largest = 0;
    for (int i = 0; i < 50; ++i)
        largest = std::max(largest, measureCell(draw(randomEllipse(10, 1, 26, random), 26)).circularity);
    QVERIFY(largest > 1);
    QVERIFY(largest < 1.04);
}

void TestCellMetrics::ellipseFollowsTheMoments()
{
    const CellMetrics m = measureCell(draw({60, 40, 80.2, 79.7, .6}, 160));
    QVERIFY(std::abs(m.ellipseMajor / 120 - 1) < .003);
    QVERIFY(std::abs(m.ellipseMinor / 80 - 1) < .003);
    QVERIFY(std::abs(m.eccentricity - std::sqrt(1 - 4. / 9)) < .005);
    QVERIFY(std::abs(m.feretMax / 120 - 1) < .01);
    QVERIFY(std::abs(m.feretMin / 80 - 1) < .015);
    // A square pixel has the moments of a square, not of a point.
    QVERIFY(std::abs(measureCell(tests::rectangle(9, 9, 2, 2, 5, 5)).ellipseMajor - 4 * 5 / std::sqrt(12)) < 1e-9);
}

void TestCellMetrics::orientationTurnsTowardsTheTopOfTheImage()
{
    const double degree = std::numbers::pi / 180;
    for (const double wanted : {10., 45., 80., 100., 170.}) {
        const CellMetrics m = measureCell(draw({30, 15, 40, 40, -wanted * degree}, 80));
        QVERIFY(m.orientation.has_value());
        QVERIFY2(std::abs(*m.orientation - wanted) < 1, qPrintable(QString::number(*m.orientation)));
    }
    QCOMPARE(*measureCell(tests::rectangle(40, 40, 5, 5, 20, 4)).orientation, 0.0);
    QCOMPARE(*measureCell(tests::rectangle(40, 40, 5, 5, 4, 20)).orientation, 90.0);
}

void TestCellMetrics::aCircleHasNoOrientation()
{
    QVERIFY(!measureCell(tests::disc(60, 60, 30, 30, 20)).orientation);
}

void TestCellMetrics::feretOfARectangle()
{
    // The hull runs through the middles of the pixel edges, so the corners are half a pixel short in both directions.
    const CellMetrics m = measureCell(tests::rectangle(60, 40, 5, 5, 40, 20));
    QCOMPARE(m.feretMin, 20.0);
    QVERIFY(std::abs(m.feretMax - std::hypot(40, 20)) < 1);
}

void TestCellMetrics::solidityOfConvexAndBentShapes()
{
    QCOMPARE(measureCell(tests::rectangle(60, 40, 5, 5, 40, 20)).solidity, 1.0);
    QCOMPARE(measureCell(tests::disc(60, 60, 30.3, 29.6, 20)).solidity, 1.0);
    const masks::RleMask bent =
        subtracted(tests::rectangle(60, 60, 10, 10, 40, 40), tests::rectangle(60, 60, 30, 30, 20, 20));
    // The hull cuts the missing quarter along its diagonal.
    QVERIFY(std::abs(measureCell(bent).solidity - 1200. / 1400) < .02);
}

void TestCellMetrics::onePixel()
{
    const CellMetrics m = measureCell(tests::rectangle(9, 9, 4, 4, 1, 1));
    QCOMPARE(m.area, 1.0);
    QCOMPARE(m.solidity, 1.0);
    QCOMPARE(m.feretMax, 1.0);
    QVERIFY(m.perimeter > 2 && m.perimeter < 4);
    QVERIFY(!m.orientation);
}

void TestCellMetrics::anEmptyMaskMeasuresZero()
{
    const CellMetrics m = measureCell(masks::RleMask(20, 20));
    QCOMPARE(m.area, 0.0);
    QCOMPARE(m.perimeter, 0.0);
    QVERIFY(!m.touchesBorder);
    QVERIFY(measure::convexHullOf({}).empty());
    QVERIFY(measure::outerPixelCentres(masks::Bitmap(5, 5)).empty());
}

void TestCellMetrics::touchingTheBorderIsSeenOnEverySide()
{
    QVERIFY(!measureCell(tests::rectangle(20, 20, 1, 1, 18, 18)).touchesBorder);
    QVERIFY(measureCell(tests::rectangle(20, 20, 0, 5, 3, 3)).touchesBorder);
    QVERIFY(measureCell(tests::rectangle(20, 20, 5, 0, 3, 3)).touchesBorder);
    QVERIFY(measureCell(tests::rectangle(20, 20, 17, 5, 3, 3)).touchesBorder);
    QVERIFY(measureCell(tests::rectangle(20, 20, 5, 17, 3, 3)).touchesBorder);
}

void TestCellMetrics::positionInTheImageDoesNotMatter()
{
    const CellMetrics a = measureCell(tests::disc(300, 200, 50.3, 60.7, 22));
    const CellMetrics b = measureCell(tests::disc(300, 200, 250.3, 120.7, 22));
    QCOMPARE(a.perimeter, b.perimeter);
    QCOMPARE(a.feretMax, b.feretMax);
    QVERIFY(std::abs(a.ellipseMajor - b.ellipseMajor) < 1e-9);
}

QTEST_GUILESS_MAIN(TestCellMetrics)
#include "tst_cell_metrics.moc"
