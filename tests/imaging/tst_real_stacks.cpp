// SPDX-License-Identifier: Apache-2.0
// Real recordings and published TIFF samples; they stay outside the repository.
#include <algorithm>
#include <cstdlib>
#include <set>

#include <QtTest>

#include "core/imaging/image_stack.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;

namespace fs = std::filesystem;

class TestRealStacks : public QObject {
    Q_OBJECT

    fs::path m_data;

    static std::vector<fs::path> filesIn(const fs::path& folder)
    {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        return files;
    }

    static int brokenFrames(const ImageStack& stack)
    {
        int broken = 0;
        for (int t = 0; t < stack.info().times; ++t)
            broken += !stack.read({t, 0, 0}).has_value();
        return broken;
    }

private slots:
    void initTestCase()
    {
        const char* folder = std::getenv("BLASTOSCOPE_TEST_DATA");
        if (!folder || !fs::is_directory(folder))
            QSKIP("BLASTOSCOPE_TEST_DATA does not name the folder of real images");
        m_data = folder;
    }

    void recordingsAreReadWhole_data()
    {
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("width");
        QTest::newRow("timelapse_brightfield/well_0") << 122 << 1280;
        QTest::newRow("timelapse_brightfield/well_1") << 121 << 1280;
        QTest::newRow("timelapse_brightfield/well_2") << 122 << 1280;
        QTest::newRow("timelapse_brightfield/two_cell") << 52 << 1280;
        QTest::newRow("embryoscope_frames/CAV074-6") << 10 << 500;
        QTest::newRow("hoffman_1_to_8_cells") << 8 << 260;
        QTest::newRow("overlapping_worms/images") << 50 << 696;
        QTest::newRow("video/blastocyst_mjpeg_500.avi") << 31 << 500;
    }
    void recordingsAreReadWhole()
    {
        QFETCH(int, times);
        QFETCH(int, width);
        const auto stack = mustOpen(m_data / QTest::currentDataTag());
        QCOMPARE(stack->info().times, times);
        QCOMPARE(stack->info().width, width);
        QCOMPARE(brokenFrames(*stack), 0);
    }

    void embryoScopeRunsAreRead()
    {
        const auto stack = mustOpen(m_data / "embryoscope_frames/CAV074-6");
        QCOMPARE(stack->info().runNumbers.front().value_or(0), 126);
        QCOMPARE(stack->info().runNumbers.back().value_or(0), 504);
    }

    void validTiffSamplesAreReadOrRefusedByName()
    {
        const std::set<std::string> features = {"CMYK", "LogLuv"};
        int read = 0;
        for (const fs::path& file : filesIn(m_data / "tiff_samples/valid")) {
            const auto stack = openStack(file);
            if (stack) {
                QVERIFY2((*stack)->read({0, (*stack)->info().defaultPlane, 0}), file.c_str());
                ++read;
            } else if (file.extension() == ".tif" || file.extension() == ".tiff") {
                const std::string& message = stack.error().message;
                QVERIFY2(std::any_of(features.begin(), features.end(),
                                     [&](const auto& f) { return message.find(f) != std::string::npos; }),
                         message.c_str());
            }
        }
        QVERIFY2(read >= 55, qPrintable(QString::number(read)));
    }

    void malformedTiffSamplesEndInAMessageOrAnImage()
    {
        int refused = 0;
        int files = 0;
        for (const fs::path& file : filesIn(m_data / "tiff_samples/malformed")) {
            ++files;
            const auto stack = openStack(file);
            if (!stack)
                QVERIFY2(!stack.error().message.empty(), file.c_str());
            else
                (void)(*stack)->read({0, (*stack)->info().defaultPlane, 0}); // an error or an image, no crash
            refused += !stack;
        }
        QVERIFY2(refused >= files - 5, qPrintable(QString::number(refused)));
    }

    void imageJAndOmeSamplesKeepTheirAxes()
    {
        const auto imageJ = mustOpen(m_data / "tiff_samples/imagej/test_still_stack.tif");
        QCOMPARE(imageJ->info().channels, 3);
        QCOMPARE(imageJ->info().umPerPixel.has_value(), true);
        const auto ome = mustOpen(m_data / "tiff_samples/ome/multi-channel.ome.tif");
        QCOMPARE(ome->info().channels, 3);
        QVERIFY(ome->read({0, 0, 2}).has_value());
    }
};

QTEST_APPLESS_MAIN(TestRealStacks)
#include "tst_real_stacks.moc"
