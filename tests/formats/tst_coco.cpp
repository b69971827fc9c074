// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "core/formats/coco.h"
#include "core/formats/coco_evaluation.h"
#include "core/masks/contour.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::formats;

namespace {

/// One image of 10 x 8 pixels with the given annotations.
std::string dataset(const std::string& annotations, const std::string& imageExtras = "")
{
    return R"({"images": [{"id": 5, "file_name": "a.png", "width": 10, "height": 8)" + imageExtras +
           R"(}], "categories": [{"id": 1, "name": "blastomere"}], "annotations": [)" + annotations + "]}";
}

const char* kSquare = R"({"id": 1, "image_id": 5, "category_id": 1, "segmentation": [[2,1,6,1,6,4,2,4]]})";

CocoDataset parsed(const std::string& text)
{
    const auto result = parseCocoDataset(text, "labels.json");
    if (!result)
        qFatal("%s", result.error().message.c_str());
    return *result;
}

QString messageOf(const base::Error& error)
{
    return QString::fromStdString(error.message);
}

} // namespace

class TestCoco : public QObject {
    Q_OBJECT

private slots:
    void readsPolygonsAndBothFormsOfRle();
    void fillsInBoxAndAreaFromTheMask();
    void readsFilesThatOnlyHoldBoxes();
    void writesAndReadsEveryField();
    void writesRleForObjectsThatAreNoCrowd();
    void writesPolygonsThatFillTheSamePixels();
    void writesTheSameBytesForTheSameContent();
    void resultsRoundTrip();
    void refusesHostileDatasets_data();
    void refusesHostileDatasets();
    void refusesHostileResults_data();
    void refusesHostileResults();
    void refusesFilesThatAreNotThere();
    void pairsTruthAndResultsByImage();
    void refusesToCompareMasksThatAreNotThere();
};

void TestCoco::readsPolygonsAndBothFormsOfRle()
{
    const masks::RleMask square = tests::rectangle(10, 8, 2, 1, 4, 3);
    const std::string compressed =
        R"({"id": 2, "image_id": 5, "category_id": 1, "segmentation": {"size": [8, 10], "counts": ")" +
        square.toString() + R"("}})";
    const std::string plain = R"({"id": 3, "image_id": 5, "category_id": 1, "iscrowd": 1, "segmentation":
        {"size": [8, 10], "counts": [17, 3, 5, 3, 5, 3, 5, 3, 36]}})";
    const CocoDataset data = parsed(dataset(std::string(kSquare) + "," + compressed + "," + plain));
    QCOMPARE(data.annotations.size(), std::size_t(3));
    for (const CocoAnnotation& annotation : data.annotations)
        QVERIFY(annotation.segmentation == square);
    QVERIFY(!data.annotations[0].isCrowd);
    QVERIFY(data.annotations[2].isCrowd);
}

void TestCoco::fillsInBoxAndAreaFromTheMask()
{
    const CocoAnnotation annotation = parsed(dataset(kSquare)).annotations[0];
    QVERIFY(annotation.box == (base::Box{2, 1, 6, 4}));
    QCOMPARE(annotation.area, 12.0);
}

void TestCoco::readsFilesThatOnlyHoldBoxes()
{
    const CocoDataset data =
        parsed(dataset(R"({"id": 1, "image_id": 5, "category_id": 1, "bbox": [1, 2, 3, 4], "segmentation": []})"));
    QVERIFY(!data.annotations[0].segmentation);
    QVERIFY(data.annotations[0].box == (base::Box{1, 2, 4, 6}));
    QCOMPARE(data.annotations[0].area, 12.0);
}

void TestCoco::writesAndReadsEveryField()
{
    CocoDataset data;
    data.description = "two cells";
    data.categories = {{1, "blastomere"}, {2, "fragment"}};
    CocoImage image;
    image.id = 7;
    image.fileName = "F0/a \"b\" ä.png";
    image.width = 10;
    image.height = 8;
    image.umPerPixel = .3;
    image.timeHours = 26.25;
    image.t0Hours = .5;
    image.embryoId = "0123456789abcdef";
    image.frameIndex = 12;
    image.sha256 = "00ff";
    image.order = {{2, 1}};
    image.review = "corrected";
    image.qcFlags = {"touches_border"};
    image.embryoBoxes = {{1.5, 2, 30, 41.25}};
    image.segmented = true;
    data.images = {image};
    CocoAnnotation first;
    first.id = 1;
    first.imageId = 7;
    first.segmentation = tests::rectangle(10, 8, 2, 1, 4, 3);
    first.box = {2, 1, 6, 4};
    first.area = 12;
    first.visibleMask = tests::rectangle(10, 8, 2, 1, 3, 3);
    first.visibleDerived = true;
    first.score = .875;
    first.instanceId = 4;
    first.trackId = 9;
    first.origin = "edited";
    first.modelSha256 = "ab12";
    first.locked = true;
    CocoAnnotation second = first;
    second.id = 2;
    second.isCrowd = true;
    second.categoryId = 2;
    data.annotations = {first, second};

    const CocoDataset again = parsed(toCocoText(data));
    QCOMPARE(QString::fromStdString(toCocoText(again)), QString::fromStdString(toCocoText(data)));
    QCOMPARE(again.images[0].order, image.order);
    QCOMPARE(again.images[0].fileName, image.fileName);
    QCOMPARE(again.images[0].qcFlags, image.qcFlags);
    QVERIFY(again.images[0].embryoBoxes == image.embryoBoxes);
    QCOMPARE(again.images[0].timeHours, image.timeHours);
    QCOMPARE(again.images[0].t0Hours, image.t0Hours);
    QVERIFY(again.images[0].segmented);
    QVERIFY(again.annotations[0].visibleMask == first.visibleMask);
    QCOMPARE(again.annotations[0].score, first.score);
    QCOMPARE(again.annotations[0].trackId, first.trackId);
    QVERIFY(again.annotations[0].locked);
    QVERIFY(again.annotations[1].isCrowd);
    QCOMPARE(again.annotations[1].categoryId, 2);
}

void TestCoco::writesRleForObjectsThatAreNoCrowd()
{
    const std::string text = toCocoText(parsed(dataset(kSquare)));
    QVERIFY(text.find(R"("iscrowd":0)") != std::string::npos);
    QVERIFY(text.find(R"("segmentation":{"size":[8,10],"counts":)") != std::string::npos);
}

void TestCoco::writesPolygonsThatFillTheSamePixels()
{
    CocoDataset data = parsed(dataset(kSquare));
    data.images[0].width = 60;
    data.images[0].height = 50;
    data.annotations[0].segmentation =
        united(tests::disc(60, 50, 20.3, 20.8, 15), tests::rectangle(60, 50, 45, 30, 6, 5));
    const std::string text = toCocoText(data, MaskForm::Polygons);
    QVERIFY(text.find("counts") == std::string::npos);
    QVERIFY(parsed(text).annotations[0].segmentation == data.annotations[0].segmentation);
}

void TestCoco::writesTheSameBytesForTheSameContent()
{
    QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + "/labels.json").toStdString();
    const CocoDataset data = parsed(dataset(kSquare));
    QVERIFY(writeCocoDataset(data, path).has_value());
    const auto again = readCocoDataset(path);
    QVERIFY(again.has_value());
    QCOMPARE(toCocoText(*again), toCocoText(data));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"labels.json"});
}

void TestCoco::resultsRoundTrip()
{
    const CocoDataset data = parsed(dataset(""));
    std::vector<CocoResult> results(2);
    results[0] = {5, 1, .5, tests::rectangle(10, 8, 2, 1, 4, 3), base::Box{2, 1, 6, 4}};
    results[1] = {5, 2, .25, std::nullopt, base::Box{0, 0, 1.5, 2}};
    const auto again = parseCocoResults(toCocoText(results), "results.json", data);
    QVERIFY(again.has_value());
    QCOMPARE(again->size(), std::size_t(2));
    QVERIFY((*again)[0].segmentation == results[0].segmentation);
    QCOMPARE((*again)[0].score, .5);
    QVERIFY(!(*again)[1].segmentation);
    QVERIFY((*again)[1].box == results[1].box);
    QVERIFY(parseCocoResults("[]", "results.json", data)->empty());
}

void TestCoco::refusesHostileDatasets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::string& text, const char* message) {
        QTest::newRow(name) << QString::fromStdString(text) << message;
    };
    const auto segmentation = [](const std::string& json) {
        return dataset(R"({"id": 17, "image_id": 5, "category_id": 1, "segmentation": )" + json + "}");
    };
    row("empty", "", "\"labels.json\" is not valid JSON.");
    row("cut off", dataset(kSquare).substr(0, 60), "\"labels.json\" is not valid JSON.");
    row("deep", std::string(100000, '['), "\"labels.json\" is nested deeper than any annotation file.");
    row("a list", "[]", "labels.json: is not a JSON object.");
    row("no images", R"({"annotations": []})", "labels.json: \"images\" is missing.");
    row("no annotations", R"({"images": []})", "labels.json: \"annotations\" is missing.");
    row("images are no list", R"({"images": 3, "annotations": []})", "labels.json: \"images\" is not a list.");
    row("no size", R"({"images": [{"id": 5}], "annotations": []})", "labels.json, image 5: \"width\" is missing.");
    row("size of zero", R"({"images": [{"id": 5, "width": 0, "height": 3}], "annotations": []})",
        "labels.json, image 5: \"width\" is 0, outside 1 to 1048576.");
    row("huge image", R"({"images": [{"id": 5, "width": 1000000, "height": 1000000}], "annotations": []})",
        "labels.json, image 5: the image has more than 268 megapixels.");
    row("broken width", R"({"images": [{"id": 5, "width": 3.5, "height": 3}], "annotations": []})",
        "labels.json, image 5: \"width\" is not a whole number.");
    row("huge id", R"({"images": [{"id": 18446744073709551615, "width": 3, "height": 3}], "annotations": []})",
        "labels.json, image 18446744073709551615: \"id\" is not a whole number.");
    row("same annotation twice", dataset(std::string(kSquare) + "," + kSquare),
        "labels.json, annotation 1: the id is used twice.");
    row("no image", dataset(R"({"id": 17, "image_id": 6, "category_id": 1, "bbox": [0,0,1,1]})"),
        "labels.json, annotation 17: there is no image 6.");
    row("annotation is a number", dataset("3"), "labels.json, annotation at position 1: is not a JSON object.");
    row("no shape", dataset(R"({"id": 17, "image_id": 5, "category_id": 1})"),
        "labels.json, annotation 17: there is neither a \"segmentation\" nor a \"bbox\".");
    row("negative box", dataset(R"({"id": 17, "image_id": 5, "category_id": 1, "bbox": [0,0,-1,1]})"),
        "labels.json, annotation 17: \"bbox\" has a negative size.");
    row("short box", dataset(R"({"id": 17, "image_id": 5, "category_id": 1, "bbox": [0,0,1]})"),
        "labels.json, annotation 17: \"bbox\" does not have 4 numbers.");
    row("polygon of two points", segmentation("[[1,1,2,2]]"),
        "labels.json, annotation 17: \"segmentation\": a polygon is not a list of at least three x, y pairs.");
    row("polygon of words", segmentation(R"([["a",1,2,2,3,3]])"),
        "labels.json, annotation 17: \"segmentation\": a polygon contains something that is not a number.");
    row("polygon far away", segmentation("[[1e300,1,2,2,3,3]]"),
        "labels.json, annotation 17: \"segmentation\": the outlines are too long to be those of real objects.");
    row("RLE of another size", segmentation(R"({"size": [10, 8], "counts": [80]})"),
        "labels.json, annotation 17: \"segmentation\": a run-length mask of size [10,8] does not fit its image of "
        "height 8 and width 10.");
    row("RLE too long", segmentation(R"({"size": [8, 10], "counts": [80, 1]})"),
        "labels.json, annotation 17: \"segmentation\": A run-length mask covers 81 pixels but its size is 10 x 8.");
    row("RLE with a negative run", segmentation(R"({"size": [8, 10], "counts": [-1, 81]})"),
        "labels.json, annotation 17: \"segmentation\": the \"counts\" of a run-length mask contain something that is "
        "not a run length.");
    row("RLE without counts", segmentation(R"({"size": [8, 10]})"),
        "labels.json, annotation 17: \"segmentation\": a run-length mask lacks \"size\" or \"counts\".");
    row("segmentation is a text", segmentation(R"("x")"),
        "labels.json, annotation 17: \"segmentation\": a segmentation is neither a list of polygons nor a run-length "
        "mask.");
    row("order of a stranger", dataset(kSquare, R"(, "order": [[1, 99]])"),
        "labels.json, image 5: \"order\" names annotation 99, which is not another one of this image.");
    row("order with itself", dataset(kSquare, R"(, "order": [[1, 1]])"),
        "labels.json, image 5: \"order\" names annotation 1, which is not another one of this image.");
    row("order of three", dataset(kSquare, R"(, "order": [[1, 2, 3]])"),
        "labels.json, image 5: \"order\" contains something that is not a pair of annotation ids.");
    row("negative pixel size", dataset(kSquare, R"(, "um_per_px": -0.3)"),
        "labels.json, image 5: \"um_per_px\" is not positive.");
}

void TestCoco::refusesHostileDatasets()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto result = parseCocoDataset(text.toStdString(), "labels.json");
    QVERIFY(!result);
    QVERIFY(result.error().code == base::ErrorCode::Corrupt);
    QCOMPARE(messageOf(result.error()), message);
}

void TestCoco::refusesHostileResults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("not a list") << "{}"
                                << "results.json is not a list of COCO results.";
    QTest::newRow("unknown image") << R"([{"image_id": 3, "category_id": 1, "score": 1, "bbox": [0,0,1,1]}])"
                                   << "results.json, result at position 1: there is no image 3.";
    QTest::newRow("no score") << R"([{"image_id": 5, "category_id": 1, "bbox": [0,0,1,1]}])"
                              << "results.json, result at position 1: \"score\" is missing.";
    QTest::newRow("score is a text") << R"([{"image_id": 5, "category_id": 1, "score": "1", "bbox": [0,0,1,1]}])"
                                     << "results.json, result at position 1: \"score\" is not a number.";
}

void TestCoco::refusesHostileResults()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto result = parseCocoResults(text.toStdString(), "results.json", parsed(dataset("")));
    QVERIFY(!result);
    QCOMPARE(messageOf(result.error()), message);
}

void TestCoco::refusesFilesThatAreNotThere()
{
    QTemporaryDir folder;
    const auto missing = readCocoDataset((folder.path() + "/none.json").toStdString());
    QVERIFY(!missing);
    QVERIFY(missing.error().code == base::ErrorCode::NotFound);
    QCOMPARE(messageOf(missing.error()), "There is no file \"none.json\".");
    QVERIFY(!readCocoDataset(folder.path().toStdString()));
    QVERIFY(!writeCocoResults({}, (folder.path() + "/none/results.json").toStdString()));
}

void TestCoco::pairsTruthAndResultsByImage()
{
    const CocoDataset truth = parsed(dataset(kSquare));
    const auto results =
        parseCocoResults(R"([{"image_id": 5, "category_id": 1, "score": 0.5, "segmentation": [[2,1,6,1,6,4,2,4]]}])",
                         "results.json", truth);
    for (const auto kind : {evaluation::IouKind::Box, evaluation::IouKind::Segmentation}) {
        const auto images = toEvaluationImages(truth, *results, kind);
        QVERIFY(images.has_value());
        QCOMPARE(evaluation::evaluateCoco(*images, kind).ap50, 1.0);
    }
}

void TestCoco::refusesToCompareMasksThatAreNotThere()
{
    const CocoDataset truth = parsed(dataset(kSquare));
    const auto results =
        parseCocoResults(R"([{"image_id": 5, "category_id": 1, "score": 0.5, "bbox": [2,1,4,3]}])", "r.json", truth);
    QVERIFY(toEvaluationImages(truth, *results, evaluation::IouKind::Box).has_value());
    const auto failed = toEvaluationImages(truth, *results, evaluation::IouKind::Segmentation);
    QVERIFY(!failed);
    QCOMPARE(messageOf(failed.error()), "Result 1 has no mask. Compare boxes instead.");
}

QTEST_GUILESS_MAIN(TestCoco)
#include "tst_coco.moc"
