// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/measure/frame_metrics.h"
#include "tests/measure/frames.h"

using namespace blastoscope;
using annotation::FrameAnnotation;
using measure::FrameMetrics;
using measure::measureFrame;
using tests::frameOfDiscs;

namespace {

/// Radii of an embryo whose divisions are all perfect halvings of the volume: `large` cells, then twice as many halves
/// as those that have divided.
std::vector<double> perfectEmbryo(int large, int small)
{
    std::vector<double> radii(std::size_t(large), 40);
    radii.insert(radii.end(), std::size_t(small), 40 / std::cbrt(2.0));
    return radii;
}

bool has(const FrameMetrics& metrics, const char* flag)
{
    return std::find(metrics.qcFlags.begin(), metrics.qcFlags.end(), flag) != metrics.qcFlags.end();
}

} // namespace

class TestFrameMetrics : public QObject {
    Q_OBJECT

private slots:
    void generationsOfEveryCount_data();
    void generationsOfEveryCount();
    void stageAwareEvennessForgivesTheStepOfADivision_data();
    void stageAwareEvennessForgivesTheStepOfADivision();
    void spreadsOfTwoCells();
    void oneCellHasNoSpread();
    void anEmptyFrameHasNoSizes();
    void fragmentsAreGivenByAreaAndByVolume();
    void uncertainInstancesAndPolarBodiesAreNotCounted();
    void visibleFractionNeedsTheDepthOrder();
    void aModelsVisibleMaskDoesNotReplaceTheOrder();
    void pairsAreCountedAmongBlastomeresOnly();
    void warningsOfTheAnnotationComeFirst();
    void sizeWarningsNeedAPixelSize();
    void smallBlastomeresAreAskedAbout();
    void aCellAtTheBorderIsFlagged();
    void whatIsKnownOfEmbryosAloneIsNotSaidOfOtherObjects();
};

void TestFrameMetrics::generationsOfEveryCount_data()
{
    QTest::addColumn<int>("cells");
    QTest::addColumn<int>("older");
    QTest::addColumn<int>("large");
    const int table[][3] = {{1, 0, 1}, {2, 1, 2}, {3, 1, 1}, {4, 2, 4}, {5, 2, 3},
                            {6, 2, 2}, {7, 2, 1}, {8, 3, 8}, {9, 3, 7}, {16, 4, 16}};
    for (const auto& [cells, older, large] : table)
        QTest::addRow("%d cells", cells) << cells << older << large;
}

void TestFrameMetrics::generationsOfEveryCount()
{
    QFETCH(int, cells);
    QFETCH(int, older);
    QFETCH(int, large);
    std::vector<double> volumes;
    for (int i = 0; i < cells; ++i)
        volumes.push_back(100 - i);
    const std::vector<int> generations = measure::inferGenerations(volumes);
    for (int i = 0; i < cells; ++i)
        QCOMPARE(generations[std::size_t(i)], i < large ? older : older + 1);
}

void TestFrameMetrics::stageAwareEvennessForgivesTheStepOfADivision_data()
{
    QTest::addColumn<int>("large");
    QTest::addColumn<int>("small");
    for (const auto& [large, small] : {std::pair{2, 0}, {1, 2}, {4, 0}, {3, 2}, {2, 4}, {1, 6}, {8, 0}})
        QTest::addRow("%d cells", large + small) << large << small;
}

void TestFrameMetrics::stageAwareEvennessForgivesTheStepOfADivision()
{
    QFETCH(int, large);
    QFETCH(int, small);
    const FrameMetrics m = measureFrame(frameOfDiscs(perfectEmbryo(large, small)), std::nullopt);
    QCOMPARE(m.cells, large + small);
    QVERIFY(*m.stageCvVolumePercent < .5); // what is left is rasterisation
    QVERIFY(*m.stageSizeRatio > .995);
    if (small > 0)
        QVERIFY(*m.cvVolumePercent > 20);
}

void TestFrameMetrics::spreadsOfTwoCells()
{
    // A ratio of diameters of .75 is 14.3 % in the diameters and 40.7 % in the volumes.
    const FrameMetrics m = measureFrame(frameOfDiscs({40, 30}), std::nullopt);
    QVERIFY(std::abs(*m.sizeRatio - .75) < .002);
    QVERIFY(std::abs(*m.sizeDifferencePercent - 25) < .2);
    QVERIFY(std::abs(*m.cvDiameterPercent - 100 / 7.) < .2);
    QVERIFY(std::abs(*m.cvVolumePercent - 40.66) < .4);
    QVERIFY(std::abs(*m.stageCvVolumePercent - *m.cvVolumePercent) < 1e-9);
    QVERIFY(std::abs(*m.meanDiameter - 70) < .2);
    QVERIFY(std::abs(*m.totalCellVolume / (4. / 3 * std::numbers::pi * (64000 + 27000)) - 1) < .005);
}

void TestFrameMetrics::oneCellHasNoSpread()
{
    const FrameMetrics m = measureFrame(frameOfDiscs({40}), std::nullopt);
    QVERIFY(m.meanDiameter && m.totalCellVolume);
    QVERIFY(!m.sizeRatio && !m.sizeDifferencePercent && !m.cvDiameterPercent && !m.cvVolumePercent);
    QVERIFY(!m.stageCvVolumePercent && !m.stageSizeRatio);
    // Nor has the single large cell of three a partner in its generation.
    const FrameMetrics three = measureFrame(frameOfDiscs({40, 30, 27}), std::nullopt);
    QVERIFY(std::abs(*three.stageSizeRatio - .9) < .005);
}

void TestFrameMetrics::anEmptyFrameHasNoSizes()
{
    const FrameMetrics m = measureFrame(frameOfDiscs({}), .3);
    QCOMPARE(m.cells, 0);
    QVERIFY(!m.meanDiameter && !m.totalCellVolume && !m.fragmentAreaPercent && !m.fragmentVolumePercent);
    QVERIFY(m.qcFlags.empty());
}

void TestFrameMetrics::fragmentsAreGivenByAreaAndByVolume()
{
    FrameAnnotation frame = frameOfDiscs({40, 40, 40, 40, 40});
    frame.instances[4].classId = int(base::ObjectClass::Fragment);
    const FrameMetrics m = measureFrame(frame, std::nullopt);
    QCOMPARE(m.cells, 4);
    QCOMPARE(m.fragments, 1);
    QVERIFY(std::abs(*m.fragmentVolumePercent - 25) < .5); // one of four cell equivalents
    QVERIFY(std::abs(*m.fragmentAreaPercent - 20) < .5);
    QCOMPARE(*measureFrame(frameOfDiscs({40, 40}), std::nullopt).fragmentVolumePercent, 0.0);
}

void TestFrameMetrics::uncertainInstancesAndPolarBodiesAreNotCounted()
{
    FrameAnnotation frame = frameOfDiscs({40, 40, 40, 10});
    frame.instances[1].uncertain = true;
    frame.instances[3].classId = int(base::ObjectClass::PolarBody);
    const FrameMetrics m = measureFrame(frame, std::nullopt);
    QCOMPARE(m.cells, 2);
    QCOMPARE(m.fragments, 0);
    QCOMPARE(m.instances.size(), std::size_t(4));
    QVERIFY(!m.instances[1].generation && !m.instances[3].generation);
    QVERIFY(has(m, "uncertain_instance"));
}

void TestFrameMetrics::visibleFractionNeedsTheDepthOrder()
{
    FrameAnnotation frame = frameOfDiscs({40, 40, 40});
    frame.instances[1] = tests::discInstance(2, 100, 60, 40, frame.width, frame.height);
    const FrameMetrics unknown = measureFrame(frame, std::nullopt);
    QVERIFY(!unknown.instances[0].visibleFraction);
    QVERIFY(!unknown.instances[1].visibleFraction);
    QCOMPARE(*unknown.instances[2].visibleFraction, 1.0);
    QVERIFY(has(unknown, "depth_order_unknown"));

    frame.order = {{1, 2}};
    const FrameMetrics known = measureFrame(frame, std::nullopt);
    QCOMPARE(*known.instances[0].visibleFraction, 1.0);
    const double hidden = double(intersectionArea(frame.instances[0].amodal, frame.instances[1].amodal));
    QCOMPARE(*known.instances[1].visibleFraction, 1 - hidden / double(frame.instances[1].amodal.area()));
    QVERIFY(!has(known, "depth_order_unknown"));
}

void TestFrameMetrics::aModelsVisibleMaskDoesNotReplaceTheOrder()
{
    FrameAnnotation frame = frameOfDiscs({40, 40});
    frame.instances[1] = tests::discInstance(2, 100, 60, 40, frame.width, frame.height);
    frame.instances[1].visible = tests::disc(frame.width, frame.height, 110, 60, 30);
    QVERIFY(!measureFrame(frame, std::nullopt).instances[1].visibleFraction);
    frame.instances[1].origin = annotation::Origin::Imported;
    QVERIFY(*measureFrame(frame, std::nullopt).instances[1].visibleFraction < .6);
}

void TestFrameMetrics::pairsAreCountedAmongBlastomeresOnly()
{
    FrameAnnotation frame = frameOfDiscs({40, 40, 40});
    frame.instances[1] = tests::discInstance(2, 120, 60, 40, frame.width, frame.height);
    frame.instances[2] = tests::discInstance(3, 180, 60, 40, frame.width, frame.height);
    QCOMPARE(measureFrame(frame, std::nullopt).silhouettePairs, 2);
    frame.instances[2].classId = int(base::ObjectClass::Fragment);
    QCOMPARE(measureFrame(frame, std::nullopt).silhouettePairs, 1);
}

void TestFrameMetrics::warningsOfTheAnnotationComeFirst()
{
    FrameAnnotation frame = frameOfDiscs({40, 40});
    frame.qcFlags = {"not_countable"};
    frame.instances[0].uncertain = true;
    QVERIFY(
        (measureFrame(frame, std::nullopt).qcFlags == std::vector<std::string>{"not_countable", "uncertain_instance"}));
}

void TestFrameMetrics::sizeWarningsNeedAPixelSize()
{
    const FrameAnnotation frame = frameOfDiscs({40, 40}); // 80 px across
    QVERIFY(measureFrame(frame, std::nullopt).qcFlags.empty());
    QVERIFY(measureFrame(frame, 1.0).qcFlags.empty());
    QVERIFY(has(measureFrame(frame, .7), "mean_diameter_low"));
    QVERIFY(has(measureFrame(frame, 1.5), "mean_diameter_high"));
    QVERIFY(measureFrame(frameOfDiscs({40, 40, 40}), 5.0).qcFlags.empty()); // no range is known for three
}

void TestFrameMetrics::smallBlastomeresAreAskedAbout()
{
    QVERIFY(has(measureFrame(frameOfDiscs({40, 40, 20}), 1.0), "small_blastomere"));
    QVERIFY(!has(measureFrame(frameOfDiscs({40, 40, 23}), 1.0), "small_blastomere"));
    QVERIFY(!has(measureFrame(frameOfDiscs({40, 40, 40, 40, 21}), 1.0), "small_blastomere"));
    QVERIFY(!has(measureFrame(frameOfDiscs(std::vector<double>(9, 19)), 1.0), "small_blastomere"));
}

void TestFrameMetrics::aCellAtTheBorderIsFlagged()
{
    FrameAnnotation frame = frameOfDiscs({40, 40});
    frame.instances[1] = tests::discInstance(2, 20, 60, 40, frame.width, frame.height);
    const FrameMetrics m = measureFrame(frame, std::nullopt);
    QVERIFY(m.instances[1].shape.touchesBorder);
    QVERIFY(has(m, "touches_border"));
}

void TestFrameMetrics::whatIsKnownOfEmbryosAloneIsNotSaidOfOtherObjects()
{
    FrameAnnotation frame = frameOfDiscs({40, 40, 20});
    frame.instances[2].classId = int(base::ObjectClass::Fragment);
    QVERIFY(measureFrame(frame, .7).stageCvVolumePercent);
    for (annotation::Instance& instance : frame.instances)
        instance.ownName = "nucleus";
    const FrameMetrics m = measureFrame(frame, .7); // too small for blastomeres
    QCOMPARE(m.ownName, std::string("nucleus"));
    QCOMPARE(m.cells, 2);
    QVERIFY(m.meanDiameter && m.sizeRatio && m.cvDiameterPercent && m.totalCellVolume);
    QVERIFY(!m.stageCvVolumePercent && !m.stageSizeRatio && !m.fragmentAreaPercent && !m.fragmentVolumePercent);
    QCOMPARE(m.fragments, 0);
    for (const auto& instance : m.instances)
        QVERIFY(!instance.generation);
    QVERIFY(m.qcFlags.empty());
    frame.instances[1].ownName.clear(); // one of them is a blastomere
    QVERIFY(measureFrame(frame, .7).stageCvVolumePercent);
}

QTEST_GUILESS_MAIN(TestFrameMetrics)
#include "tst_frame_metrics.moc"
