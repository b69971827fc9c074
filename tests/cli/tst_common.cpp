// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "app/common/log_file.h"
#include "app/common/overlay_picture.h"
#include "app/common/processors.h"
#include "app/common/program.h"
#include "app/common/user_folders.h"
#include "core/imaging/picture_file.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& path)
{
    fs::create_directories(path.parent_path());
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

base::Image grey(int width, int height, std::uint8_t value)
{
    base::Image image(width, height, 1, base::PixelType::U8);
    std::fill(image.bytes.begin(), image.bytes.end(), std::byte(value));
    return image;
}

const std::uint8_t* pixel(const base::Image& image, int x, int y)
{
    return image.row<std::uint8_t>(y) + 3 * x;
}

bool isGrey(const std::uint8_t* p)
{
    return p[0] == p[1] && p[1] == p[2];
}

/// Two overlapping squares; the order is unknown.
annotation::FrameAnnotation twoSquares()
{
    annotation::FrameAnnotation frame;
    frame.width = 120;
    frame.height = 100;
    for (const int x : {10, 40}) {
        annotation::Instance instance;
        instance.id = int(frame.instances.size()) + 1;
        instance.amodal = tests::rectangle(120, 100, x, 20, 60, 60);
        frame.instances.push_back(instance);
    }
    return frame;
}

} // namespace

class TestCommon : public QObject {
    Q_OBJECT

private slots:
    void shippedFilesAreFoundInstalledAndInABuildTree();
    void missingShippedFilesAreReported();
    void foldersFollowTheEnvironment();
    void logGoesToARotatingFile();
    void aLogFolderThatCannotBeWrittenIsNoFailure();
    void picturesAreWrittenAsPng();
    void picturesThatPngCannotHoldAreRefused();
    void overlayTintsSilhouettesOnly();
    void overlappingNeighboursDifferInColour();
    void hiddenPartIsHatchedOnlyWhenTheOrderIsKnown();
    void blankedBoxesAreBlack();
    void arithmeticLeavesRoomForOthers();
};

void TestCommon::shippedFilesAreFoundInstalledAndInABuildTree()
{
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    touch(root / "prefix/share/blastoscope/models/m.safetensors");
    touch(root / "source/models/m.safetensors");
    QCOMPARE(common::findShipped("models/m.safetensors", root / "prefix/bin")->string(),
             (root / "prefix/share/blastoscope/models/m.safetensors").string());
    QCOMPARE(common::findShipped("models/m.safetensors", root / "source/build/release/app/cli")->string(),
             (root / "source/models/m.safetensors").string());
}

void TestCommon::arithmeticLeavesRoomForOthers()
{
    const int threads = common::halfOfProcessors();
    const int processors = QThread::idealThreadCount();
    QVERIFY(threads >= 1);
    QVERIFY(processors == 1 || 2 * threads <= processors);
}

void TestCommon::missingShippedFilesAreReported()
{
    QTemporaryDir folder;
    const auto missing = common::findShipped("models/none.safetensors", folder.path().toStdString());
    QVERIFY(!missing);
    QVERIFY(missing.error().code == base::ErrorCode::NotFound);
    QVERIFY(missing.error().message.find("models/none.safetensors") != std::string::npos);
}

void TestCommon::foldersFollowTheEnvironment()
{
    qputenv("XDG_STATE_HOME", "/somewhere/state");
    qputenv("XDG_DATA_HOME", "relative");
    qputenv("HOME", "/home/someone");
    QCOMPARE(common::stateFolder().string(), std::string("/somewhere/state/blastoscope"));
    QCOMPARE(common::dataFolder().string(), std::string("/home/someone/.local/share/blastoscope"));
    qunsetenv("XDG_STATE_HOME");
    QCOMPARE(common::stateFolder().string(), std::string("/home/someone/.local/state/blastoscope"));
}

void TestCommon::logGoesToARotatingFile()
{
    QTemporaryDir folder;
    qputenv("XDG_STATE_HOME", folder.path().toUtf8());
    QStringList seen;
    common::startLogging("tst_common", false, [&](base::LogLevel, std::string_view, std::string_view message) {
        seen << QString::fromStdString(std::string(message));
    });
    base::logWarning("measure", "something is odd");
    for (int i = 0; i < 30000; ++i)
        base::logInfo("measure", std::string(200, 'x'));
    base::logWarning("measure", "the end");
    base::setLogSink({});
    QCOMPARE(seen.first(), "something is odd");
    const QDir logs(folder.path() + "/blastoscope/logs");
    const QFileInfoList files = logs.entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 5);
    for (const QFileInfo& file : files)
        QVERIFY(file.size() <= (1 << 20));
    QFile newest(logs.filePath("tst_common.log"));
    QVERIFY(newest.open(QIODevice::ReadOnly));
    QVERIFY(newest.readAll().trimmed().endsWith("warning [measure] the end"));
}

void TestCommon::aLogFolderThatCannotBeWrittenIsNoFailure()
{
    QTemporaryDir folder;
    touch(fs::path(folder.path().toStdString()) / "taken");
    qputenv("XDG_STATE_HOME", (folder.path() + "/taken").toUtf8());
    QStringList seen;
    common::startLogging("tst_common", false, [&](base::LogLevel, std::string_view, std::string_view message) {
        seen << QString::fromStdString(std::string(message));
    });
    base::logInfo("measure", "still here");
    base::setLogSink({});
    QVERIFY(seen.first().startsWith("The log file cannot be written"));
    QCOMPARE(seen.last(), "still here");
}

void TestCommon::picturesAreWrittenAsPng()
{
    QTemporaryDir folder;
    for (const auto& [channels, type] :
         {std::pair{1, base::PixelType::U8}, {3, base::PixelType::U8}, {1, base::PixelType::U16}}) {
        const QString path = folder.filePath("a.png");
        QVERIFY(imaging::writePng(base::Image(7, 5, channels, type), path.toStdString()).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(8) == QByteArray("\x89PNG\r\n\x1a\n"));
    }
}

void TestCommon::picturesThatPngCannotHoldAreRefused()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.png").toStdString();
    for (const base::Image& image :
         {base::Image(), base::Image(3, 3, 1, base::PixelType::F32), base::Image(3, 3, 2, base::PixelType::U8)})
        QVERIFY(imaging::writePng(image, path).error().code == base::ErrorCode::Unsupported);
    QVERIFY(!imaging::writePng(base::Image(3, 3, 1, base::PixelType::U8), folder.filePath("none/a.png").toStdString()));
}

void TestCommon::overlayTintsSilhouettesOnly()
{
    const base::Image picture = common::drawOverlay(grey(120, 100, 128), twoSquares());
    QCOMPARE(picture.channels, 3);
    QVERIFY(isGrey(pixel(picture, 3, 3)));
    QVERIFY(!isGrey(pixel(picture, 20, 50)));
    QVERIFY(!isGrey(pixel(picture, 90, 50)));
}

void TestCommon::overlappingNeighboursDifferInColour()
{
    // The first and the seventh of a row of separate squares share a colour; overlapping, they must not.
    annotation::FrameAnnotation frame;
    frame.width = 200;
    frame.height = 60;
    for (const int x : {0, 50, 75, 100, 125, 150, 20}) {
        annotation::Instance instance;
        instance.id = int(frame.instances.size()) + 1;
        instance.amodal = tests::rectangle(200, 60, x, 10, x == 0 || x == 20 ? 30 : 20, 40);
        frame.instances.push_back(instance);
    }
    const base::Image picture = common::drawOverlay(grey(200, 60, 128), frame);
    QVERIFY(!std::equal(pixel(picture, 10, 30), pixel(picture, 10, 30) + 3, pixel(picture, 40, 30)));
}

void TestCommon::hiddenPartIsHatchedOnlyWhenTheOrderIsKnown()
{
    annotation::FrameAnnotation frame = twoSquares();
    const auto shades = [&] {
        // Inside of both squares, clear of outlines.
        const base::Image picture = common::drawOverlay(grey(120, 100, 128), frame);
        QSet<int> values;
        for (int y = 30; y < 70; ++y)
            for (int x = 48; x < 62; ++x)
                values.insert(pixel(picture, x, y)[0]);
        return values.size();
    };
    QCOMPARE(shades(), 1);
    frame.order = {{1, 2}};
    QCOMPARE(shades(), 2);
}

void TestCommon::blankedBoxesAreBlack()
{
    const base::Image picture = common::drawOverlay(grey(120, 100, 128), {}, {{100, 90, 300, 300}, {-5, -5, 2, 2}});
    QCOMPARE(int(pixel(picture, 110, 95)[0]), 0);
    QCOMPARE(int(pixel(picture, 0, 0)[1]), 0);
    QCOMPARE(int(pixel(picture, 99, 95)[0]), 128);
    QCOMPARE(int(pixel(picture, 110, 89)[0]), 128);
}

QTEST_GUILESS_MAIN(TestCommon)
#include "tst_common.moc"
