// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "core/imaging/calibration.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using base::ErrorCode;

class TestCalibration : public QObject {
    Q_OBJECT

private slots:
    void noPresetIsShipped() { QVERIFY(PixelSizePresets().all().empty()); }

    void presetsAreKeptByName()
    {
        PixelSizePresets presets;
        QVERIFY(presets.store({"Incubator 2", 0.3, "ruler slide"}).has_value());
        QVERIFY(presets.store({"Incubator 10", 0.5, ""}).has_value());
        QVERIFY(presets.store({" Incubator 2 ", 0.31, "again"}).has_value());
        QCOMPARE(presets.all().size(), std::size_t(2));
        QCOMPARE(presets.all()[0].name, std::string("Incubator 2"));
        QCOMPARE(presets.find("Incubator 2")->umPerPixel, 0.31);
        QVERIFY(!presets.find("Incubator 3"));
        QVERIFY(presets.remove("Incubator 10"));
        QVERIFY(!presets.remove("Incubator 10"));
    }

    void unusablePresetsAreRefused()
    {
        PixelSizePresets presets;
        QCOMPARE(presets.store({"", 0.3, ""}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(presets.store({"A", 0, ""}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(presets.store({"A", qInf(), ""}).error().code, ErrorCode::InvalidArgument);
    }

    void presetsComeBackFromJson()
    {
        PixelSizePresets presets;
        QVERIFY(presets.store({"Größe \"A\"", 0.1234567890123, "note\nof two lines"}).has_value());
        QVERIFY(presets.store({"B", 2, ""}).has_value());
        const auto back = PixelSizePresets::fromJson(presets.toJson());
        QVERIFY(back.has_value());
        QVERIFY(back->all() == presets.all());
    }

    void damagedJsonIsRefused()
    {
        for (const char* text : {"", "{", "[]", "{\"presets\": [{\"name\": 3}]}",
                                 "{\"presets\": [{\"name\": \"A\", \"um_per_px\": -1}]}"})
            QCOMPARE(PixelSizePresets::fromJson(text).error().code, ErrorCode::Corrupt);
    }

    void implausiblePixelSizesAreWarnedAbout()
    {
        QVERIFY(!pixelSizeWarning(0.3, 500, 500));
        QVERIFY(!pixelSizeWarning(0.15, 1280, 960));
        QVERIFY(pixelSizeWarning(0.03, 500, 500)->find("15 µm") != std::string::npos);
        QVERIFY(pixelSizeWarning(300, 500, 500)->find("0.6 pixels") != std::string::npos);
        QVERIFY(pixelSizeWarning(0, 500, 500).has_value());
    }
};

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
