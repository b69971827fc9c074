// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <opencv2/core.hpp>
#include <opencv2/videoio.hpp>

#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using namespace blastoscope::tests;

namespace {

constexpr int kFrames = 60;
constexpr int kSide = 128;

/// Frame t is grey with a bright bar of its own position and a brightness of its own.
cv::Mat frameAt(int t)
{
    cv::Mat frame(kSide, kSide, CV_8UC3, cv::Scalar::all(20 + t));
    frame.colRange(2 * t, 2 * t + 8).setTo(cv::Scalar::all(230));
    return frame;
}

/// The frame's number, recognised from the position of the bar.
int numberOf(const base::Image& image)
{
    const std::uint8_t* row = image.row<std::uint8_t>(image.height / 2);
    int first = -1;
    int last = -1;
    for (int x = 0; x < image.width; ++x)
        if (row[3 * x] > 160) {
            first = first < 0 ? x : first;
            last = x;
        }
    return int(std::lround((first + last - 7) / 4.0));
}

} // namespace

class TestVideos : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void framesAreReadByNumberInAnyOrder_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("codec");
        QTest::newRow("MJPEG AVI") << QByteArray("a.avi") << cv::VideoWriter::fourcc('M', 'J', 'P', 'G');
        QTest::newRow("MPEG-4 MP4") << QByteArray("a.mp4") << cv::VideoWriter::fourcc('m', 'p', '4', 'v');
    }
    void framesAreReadByNumberInAnyOrder()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, codec);
        const auto path = inFolder(m_folder, name.toStdString());
        cv::VideoWriter writer(path.string(), codec, 10, {kSide, kSide});
        if (!writer.isOpened())
            QSKIP("this OpenCV cannot write the video of the test");
        for (int t = 0; t < kFrames; ++t)
            writer.write(frameAt(t));
        writer.release();

        const auto stack = mustOpen(path);
        QCOMPARE(stack->info().times, kFrames);
        QCOMPARE(stack->info().width, kSide);
        QCOMPARE(stack->info().samplesPerPixel, 3);
        QCOMPARE(stack->info().timeSource, TimeSource::Unknown);
        const auto verify = [&](int t) {
            const auto image = stack->read({t, 0, 0});
            QVERIFY2(image.has_value(), image ? "" : image.error().message.c_str());
            QCOMPARE(numberOf(*image), t);
        };
        for (int t = 0; t < kFrames; ++t)
            verify(t);
        for (int t = kFrames - 1; t >= 0; --t)
            verify(t);
        for (int i = 0; i < kFrames; ++i)
            verify(i * 37 % kFrames);
        verify(5);
        verify(5);
    }

    void aCutOffVideoBlocksOnlyItsEnd()
    {
        const auto path = inFolder(m_folder, "cut.avi");
        cv::VideoWriter writer(path.string(), cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 10, {kSide, kSide});
        if (!writer.isOpened())
            QSKIP("this OpenCV cannot write the video of the test");
        for (int t = 0; t < kFrames; ++t)
            writer.write(frameAt(t));
        writer.release();
        const QByteArray bytes = readBytes(path);
        writeBytes(path, bytes.first(bytes.size() / 2));
        const auto stack = openStack(path);
        QVERIFY(stack.has_value());
        const auto early = (*stack)->read({3, 0, 0});
        QVERIFY(early.has_value());
        QCOMPARE(numberOf(*early), 3);
        if ((*stack)->info().times == kFrames) {
            const auto late = (*stack)->read({kFrames - 1, 0, 0});
            QVERIFY(!late.has_value());
            QVERIFY(late.error().message.find("cut off") != std::string::npos);
        }
        const auto again = (*stack)->read({2, 0, 0});
        QVERIFY(again.has_value());
        QCOMPARE(numberOf(*again), 2);
    }
};

QTEST_APPLESS_MAIN(TestVideos)
#include "tst_videos.moc"
