// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <QDirIterator>
#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/imaging/burned_in_text.h"
#include "core/imaging/contrast.h"
#include "core/imaging/image_stack.h"

using namespace blastoscope;
using imaging::findBurnedInText;

namespace {

/// A smooth grey picture with noise and a bright rim, as instruments deliver it.
base::Image picture(int width, int height)
{
    base::Image image(width, height, 1, base::PixelType::U8);
    cv::Mat view(height, width, CV_8U, image.bytes.data());
    cv::randn(view, 110, 6);
    cv::circle(view, {width / 2, height / 2}, height * 45 / 100, cv::Scalar(255), 20);
    cv::GaussianBlur(view, view, {}, 4);
    return image;
}

/// Clipped grains, drops and threads of all sizes, as contrast optics show them, beside a zona of granules.
void addDebris(base::Image& image, int seed)
{
    cv::Mat view(image.height, image.width, CV_8U, image.bytes.data());
    cv::RNG random{std::uint64_t(seed)};
    const auto place = [&] { return cv::Point(random.uniform(0, image.width), random.uniform(0, image.height)); };
    const auto grey = [&] { return cv::Scalar(random.uniform(0, 2) ? 255 : 0); };
    for (int i = 0; i < 150; ++i)
        cv::ellipse(view, place(), cv::Size(random.uniform(1, 7), random.uniform(1, 7)), random.uniform(0, 180), 0, 360,
                    grey(), cv::FILLED, cv::LINE_AA);
    for (int i = 0; i < 12; ++i) {
        const cv::Point begin = place();
        cv::line(view, begin, begin + cv::Point(random.uniform(-40, 40), random.uniform(-25, 25)), grey(), 2,
                 cv::LINE_AA);
    }
    for (int degrees = 0; degrees < 360; degrees += 3) {
        const double angle = degrees * CV_PI / 180, radius = image.width * .46 + random.uniform(-6., 6.);
        cv::circle(view,
                   {int(image.width / 2 + radius * std::cos(angle)), int(image.height / 2 + radius * std::sin(angle))},
                   random.uniform(1, 5), grey(), cv::FILLED, cv::LINE_AA);
    }
    cv::GaussianBlur(view, view, {}, .8);
}

void writeText(base::Image& image, const char* text, int x, int y, int grey, double scale = .5)
{
    cv::Mat view(image.height, image.width, image.channels == 3 ? CV_8UC3 : CV_8U, image.bytes.data());
    cv::putText(view, text, {x, y}, cv::FONT_HERSHEY_SIMPLEX, scale, cv::Scalar::all(grey), scale > .6 ? 2 : 1,
                cv::LINE_AA);
    std::vector<uchar> jpeg;
    cv::imencode(".jpg", view, jpeg, {cv::IMWRITE_JPEG_QUALITY, 85});
    cv::imdecode(jpeg, image.channels == 3 ? cv::IMREAD_COLOR : cv::IMREAD_GRAYSCALE).copyTo(view);
}

} // namespace

class TestBurnedInText : public QObject {
    Q_OBJECT

private slots:
    void whiteAndBlackTextIsFound_data();
    void whiteAndBlackTextIsFound();
    void textAtBothEndsGivesTwoBoxes();
    void everyLineOfALargeCaptionIsFound();
    void debrisIsRarelyText();
    void textOnDebrisIsFound();
    void colourPicturesAreSearchedToo();
    void picturesWithoutTextHaveNoBox();
    void realPicturesRarelyHaveABox();
    void textInRealPicturesIsFound();
};

void TestBurnedInText::whiteAndBlackTextIsFound_data()
{
    QTest::addColumn<int>("grey");
    QTest::addColumn<int>("y");
    QTest::newRow("white at the bottom") << 255 << 490;
    QTest::newRow("white at the top") << 255 << 25;
    QTest::newRow("black at the bottom") << 0 << 490;
}

void TestBurnedInText::whiteAndBlackTextIsFound()
{
    QFETCH(int, grey);
    QFETCH(int, y);
    base::Image image = picture(500, 500);
    writeText(image, "D2026.01.02 WELL 4 35.2 h", 12, y, grey);
    const auto boxes = findBurnedInText(image);
    QCOMPARE(boxes.size(), std::size_t(1));
    // putText's baseline is y; capital letters of this font are 11 px high.
    QVERIFY(boxes[0].x1 <= 12 && boxes[0].x2 >= 215);
    QVERIFY(boxes[0].y1 <= y - 10 && boxes[0].y2 >= y);
    QVERIFY(boxes[0].height() < 40);
}

void TestBurnedInText::textAtBothEndsGivesTwoBoxes()
{
    base::Image image = picture(500, 500);
    writeText(image, "WELL 4", 400, 20, 255);
    writeText(image, "35.2 h", 12, 490, 255);
    QCOMPARE(findBurnedInText(image).size(), std::size_t(2));
}

void TestBurnedInText::everyLineOfALargeCaptionIsFound()
{
    base::Image image = picture(480, 240);
    writeText(image, "Embryo 7", 6, 34, 255, 1.2); // taller than most of the top eighth
    writeText(image, "35.2 h", 6, 55, 255);
    const auto boxes = findBurnedInText(image);
    QCOMPARE(boxes.size(), std::size_t(2));
    QVERIFY(std::any_of(boxes.begin(), boxes.end(), [](const base::Box& box) { return box.y1 <= 9 && box.x2 > 170; }));
    QVERIFY(std::any_of(boxes.begin(), boxes.end(), [](const base::Box& box) { return box.y2 >= 55 && box.x2 < 120; }));
}

void TestBurnedInText::debrisIsRarelyText()
{
    int withBox = 0;
    for (int seed = 0; seed < 20; ++seed) {
        base::Image image = picture(500, 500);
        addDebris(image, seed);
        withBox += !findBurnedInText(image).empty();
    }
    QVERIFY2(withBox <= 2, qPrintable(QString::number(withBox)));
}

void TestBurnedInText::textOnDebrisIsFound()
{
    for (int seed = 0; seed < 20; ++seed) {
        base::Image image = picture(500, 500);
        addDebris(image, seed);
        writeText(image, "MEIER, Anna  1984-02-11", 150, 480, seed % 2 ? 255 : 0, .7);
        base::Box all;
        for (const base::Box& box : findBurnedInText(image))
            all = all.isEmpty() ? box : base::united(all, box);
        QVERIFY2(all.x1 <= 150 && all.x2 >= 430 && all.y1 <= 466 && all.y2 >= 480, qPrintable(QString::number(seed)));
    }
}

void TestBurnedInText::colourPicturesAreSearchedToo()
{
    base::Image image(400, 300, 3, base::PixelType::U8);
    std::fill(image.bytes.begin(), image.bytes.end(), std::byte(90));
    QVERIFY(findBurnedInText(image).empty());
    writeText(image, "35.2 h", 12, 290, 255);
    QCOMPARE(findBurnedInText(image).size(), std::size_t(1));
}

void TestBurnedInText::picturesWithoutTextHaveNoBox()
{
    QVERIFY(findBurnedInText(picture(500, 500)).empty());
    QVERIFY(findBurnedInText(base::Image()).empty());
    QVERIFY(findBurnedInText(base::Image(100, 100, 1, base::PixelType::U16)).empty());
}

void TestBurnedInText::realPicturesRarelyHaveABox()
{
    const QString data = qEnvironmentVariable("BLASTOSCOPE_TEST_DATA");
    if (data.isEmpty())
        QSKIP("BLASTOSCOPE_TEST_DATA is not set; this case needs real images.");
    int pictures = 0, withBox = 0;
    for (const char* folder : {"/embryoscope_frames", "/timelapse_brightfield/well_0",
                               "/timelapse_brightfield/two_cell", "/hoffman_1_to_8_cells"})
        for (QDirIterator it(data + folder, {"*.jpg", "*.jpeg"}, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            const auto stack = imaging::openStack(it.next().toStdString());
            QVERIFY(stack.has_value());
            const auto image = (*stack)->read({});
            if (!image)
                continue;
            ++pictures;
            withBox += !findBurnedInText(imaging::displayImage(*image, imaging::fullRange(*image))).empty();
        }
    qInfo("%d of %d pictures without text have a box", withBox, pictures);
    QVERIFY(pictures > 100);
    QVERIFY(withBox * 100 <= pictures);
}

void TestBurnedInText::textInRealPicturesIsFound()
{
    const QString data = qEnvironmentVariable("BLASTOSCOPE_TEST_DATA");
    if (data.isEmpty())
        QSKIP("BLASTOSCOPE_TEST_DATA is not set; this case needs real images.");
    for (const char* name : {"Channel_0.tif", "Channel_1.tif", "Channel_2.tif"}) {
        const auto stack = imaging::openStack((data + "/tiff_samples/ome/" + name).toStdString());
        QVERIFY(stack.has_value());
        const auto image = (*stack)->read({});
        QVERIFY(image.has_value());
        const auto boxes = findBurnedInText(imaging::displayImage(*image, imaging::fullRange(*image)));
        QVERIFY(!boxes.empty());
        QVERIFY(boxes[0].x1 <= 7 && boxes[0].x2 >= 350 && boxes[0].y1 <= 9 && boxes[0].y2 >= 30); // the title
    }
}

QTEST_GUILESS_MAIN(TestBurnedInText)
#include "tst_burned_in_text.moc"
