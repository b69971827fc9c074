// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/imaging/fingerprint.h"
#include "core/imaging/stack_info_json.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;

class TestStackInfo : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void fingerprintDependsOnPixelsAndShapeOnly()
    {
        const auto image = gradient(16, 12, 1);
        QCOMPARE(imageSha256(image).size(), std::size_t(64));
        QCOMPARE(imageSha256(image), imageSha256(gradient(16, 12, 1)));
        QVERIFY(imageSha256(image) != imageSha256(gradient(16, 12, 2)));
        base::Image turned = image;
        std::swap(turned.width, turned.height);
        QVERIFY(imageSha256(turned) != imageSha256(image));
        // SHA-256 of "1 1 1 8\n" and a zero byte, from an independent program.
        QCOMPARE(imageSha256(base::Image(1, 1, 1, base::PixelType::U8)),
                 std::string("1042a9577bcc95fd0acb3c7104be0f3c0a9cd936003a21b58f5fe589c3f017b0"));
    }

    void fingerprintIsIndependentOfTheFileFormat()
    {
        const auto png = inFolder(m_folder, "a.png");
        const auto tif = inFolder(m_folder, "a.tif");
        writePicture(png, gradient(16, 12, 1));
        writeTiff(tif, {pageOf(gradient(16, 12, 1))});
        QCOMPARE(imageSha256(mustOpen(png)->read({}).value()), imageSha256(mustOpen(tif)->read({}).value()));
    }

    void unknownValuesAreNull()
    {
        const auto path = inFolder(m_folder, "one.png");
        writePicture(path, gradient(16, 12, 1));
        const auto json = toJson(mustOpen(path)->info());
        QCOMPARE(json.at("format").get<std::string>(), std::string("PNG picture"));
        QCOMPARE(json.at("width").get<int>(), 16);
        QCOMPARE(json.at("pixel_type").get<std::string>(), std::string("u8"));
        QVERIFY(json.at("um_per_px").is_null());
        QVERIFY(json.at("time_hours").is_null());
        QVERIFY(json.at("run_numbers").is_null());
        QCOMPARE(json.at("time_source").get<std::string>(), std::string("unknown"));
        QVERIFY(json.dump().find(m_folder.path().toStdString()) == std::string::npos);
    }

    void knownValuesAreThere()
    {
        TiffPageSpec page = pageOf(gradient(16, 12, 1));
        page.description = "ImageJ=1.53c\nimages=2\nframes=2\nhyperstack=true\nunit=um\nfinterval=1800\n";
        page.pixelsPerUnit = 4;
        const auto path = inFolder(m_folder, "stack.tif");
        writeTiff(path, {page, page});
        const auto json = toJson(mustOpen(path)->info());
        QCOMPARE(json.at("um_per_px").get<double>(), 0.25);
        QCOMPARE(json.at("calibration_source").get<std::string>(), std::string("file"));
        QCOMPARE(json.at("time_hours").at(1).get<double>(), 0.5);
        QCOMPARE(json.at("time_source").get<std::string>(), std::string("nominal"));
    }
};

QTEST_APPLESS_MAIN(TestStackInfo)
#include "tst_stack_info.moc"
