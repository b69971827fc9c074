// SPDX-License-Identifier: Apache-2.0
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

void writeText(base::Image& image, const char* text, int x, int y, int grey)
{
    cv::Mat view(image.height, image.width, image.channels == 3 ? CV_8UC3 : CV_8U, image.bytes.data());
    cv::putText(view, text, {x, y}, cv::FONT_HERSHEY_SIMPLEX, .5, cv::Scalar::all(grey), 1, cv::LINE_AA);
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
    void colourPicturesAreSearchedToo();
    void picturesWithoutTextHaveNoBox();
    void realPicturesRarelyHaveABox();
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
    for (const char* folder :
         {"/embryoscope_frames", "/timelapse_brightfield/well_0", "/timelapse_brightfield/two_cell"})
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
    QVERIFY(withBox * 50 <= pictures);
}

QTEST_GUILESS_MAIN(TestBurnedInText)
#include "tst_burned_in_text.moc"
