// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/annotation/object_names.h"
#include "core/formats/coco_annotation.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::formats;
using annotation::Instance;
using annotation::Origin;

namespace {

AnnotatedFrame twoCells()
{
    AnnotatedFrame frame;
    frame.fileName = "a.png";
    frame.frameIndex = 3;
    frame.umPerPixel = .3;
    frame.timeHours = 27.5;
    frame.t0Hours = 1.5;
    frame.timeSource = "table";
    frame.embryoId = "f00d";
    frame.sha256 = "00ff";
    frame.annotation.width = 30;
    frame.annotation.height = 20;
    frame.annotation.review = annotation::ReviewState::Corrected;
    frame.annotation.qcFlags = {"low_confidence"};
    frame.annotation.segmented = true;
    Instance near;
    near.id = 4;
    near.amodal = tests::rectangle(30, 20, 2, 2, 10, 10);
    near.score = .9;
    near.modelHash = "abcd";
    near.trackId = 7;
    near.locked = true;
    Instance far;
    far.id = 9;
    far.classId = int(base::ObjectClass::Fragment);
    far.amodal = tests::rectangle(30, 20, 8, 4, 12, 10);
    far.origin = Origin::Edited;
    far.uncertain = true;
    frame.annotation.instances = {near, far};
    frame.annotation.order = {{4, 9}};
    return frame;
}

AnnotatedFrame throughCoco(const AnnotatedFrame& frame)
{
    const auto dataset = parseCocoDataset(toCocoText(toCoco(std::vector{frame})), "labels.json");
    if (!dataset)
        qFatal("%s", dataset.error().message.c_str());
    return fromCoco(*dataset).value().at(0);
}

} // namespace

class TestCocoAnnotation : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLostOnTheWay();
    void visiblePartThatFollowsFromTheOrderIsWrittenButNotKept();
    void visiblePartThatAFileStatesIsKept();
    void idsAreUniqueOverAllFrames();
    void objectsKeepTheirOwnNames();
    void ownNamesAloneAreTheOnlyCategories();
    void singleForeignCategoryMeansBlastomeres();
    void aSingleCategoryOfNucleiMeansNuclei();
    void otherForeignCategoriesAreRefused();
    void annotationsWithoutMaskAreRefused();
    void framesWithoutIndexAreNumbered();
    void crowdsOfOtherProgramsAreNotUncertain();
};

void TestCocoAnnotation::nothingIsLostOnTheWay()
{
    const AnnotatedFrame before = twoCells();
    const AnnotatedFrame after = throughCoco(before);
    QCOMPARE(after.fileName, before.fileName);
    QCOMPARE(after.frameIndex, before.frameIndex);
    QCOMPARE(after.umPerPixel, before.umPerPixel);
    QCOMPARE(after.timeHours, before.timeHours);
    QCOMPARE(after.t0Hours, before.t0Hours);
    QCOMPARE(after.timeSource, before.timeSource);
    QCOMPARE(after.embryoId, before.embryoId);
    QCOMPARE(after.sha256, before.sha256);
    QVERIFY(after.annotation.review == before.annotation.review);
    QCOMPARE(after.annotation.qcFlags, before.annotation.qcFlags);
    QVERIFY(after.annotation.segmented);
    QVERIFY(after.annotation.order == before.annotation.order);
    QCOMPARE(after.annotation.instances.size(), std::size_t(2));
    for (std::size_t i = 0; i < 2; ++i) {
        const Instance& a = before.annotation.instances[i];
        const Instance& b = after.annotation.instances[i];
        QCOMPARE(b.id, a.id);
        QCOMPARE(b.classId, a.classId);
        QVERIFY(b.amodal == a.amodal);
        QVERIFY(b.visible == a.visible);
        QCOMPARE(b.score, a.score);
        QVERIFY(b.origin == a.origin);
        QCOMPARE(b.modelHash, a.modelHash);
        QCOMPARE(b.trackId, a.trackId);
        QCOMPARE(b.locked, a.locked);
        QCOMPARE(b.uncertain, a.uncertain);
    }
}

void TestCocoAnnotation::visiblePartThatFollowsFromTheOrderIsWrittenButNotKept()
{
    const CocoDataset dataset = toCoco(std::vector{twoCells()});
    QVERIFY(dataset.annotations[1].visibleDerived);
    QVERIFY(dataset.annotations[1].visibleMask ==
            subtracted(*dataset.annotations[1].segmentation, *dataset.annotations[0].segmentation));
    QVERIFY(!throughCoco(twoCells()).annotation.instances[1].visible);
}

void TestCocoAnnotation::visiblePartThatAFileStatesIsKept()
{
    AnnotatedFrame frame = twoCells();
    frame.annotation.instances[1].visible = tests::rectangle(30, 20, 15, 4, 5, 10);
    QVERIFY(throughCoco(frame).annotation.instances[1].visible == frame.annotation.instances[1].visible);
}

void TestCocoAnnotation::idsAreUniqueOverAllFrames()
{
    const CocoDataset dataset = toCoco(std::vector{twoCells(), twoCells()});
    QCOMPARE(dataset.annotations[3].id, std::int64_t(4));
    QVERIFY((dataset.images[1].order == std::vector<CocoOrder>{{3, 4}}));
}

void TestCocoAnnotation::objectsKeepTheirOwnNames()
{
    AnnotatedFrame frame = twoCells();
    for (const char* name : {"spheroid", "nucleus", ""}) {
        Instance third = frame.annotation.instances.front();
        third.id = frame.annotation.nextId();
        third.ownName = name;
        frame.annotation.instances.push_back(third);
    }
    frame.annotation.instances[1].ownName = "nucleus"; // a person made it a fragment
    const CocoDataset dataset = toCoco(std::vector{frame});
    QCOMPARE(dataset.categories.size(), std::size_t(5));
    QCOMPARE(dataset.categories.at(4), std::string("nucleus"));
    QCOMPARE(dataset.categories.at(5), std::string("spheroid"));
    QVERIFY((dataset.ownNames == std::set<int>{4, 5}));
    const auto after = throughCoco(frame).annotation.instances;
    const QStringList names = {"blastomere", "fragment", "spheroid", "nucleus", "blastomere"};
    for (std::size_t i = 0; i < after.size(); ++i) {
        QCOMPARE(QString::fromStdString(annotation::nameOf(after[i])), names[int(i)]);
        QCOMPARE(after[i].classId, frame.annotation.instances[i].classId);
    }
}

void TestCocoAnnotation::ownNamesAloneAreTheOnlyCategories()
{
    AnnotatedFrame frame = twoCells();
    frame.annotation.instances[1].classId = int(base::ObjectClass::Blastomere);
    for (Instance& instance : frame.annotation.instances)
        instance.ownName = "nucleus";
    const std::string text = toCocoText(toCoco(std::vector{frame}));
    QVERIFY(text.find("\"categories\": [{\"id\":1,\"name\":\"nucleus\",\"own_name\":true}]") != std::string::npos);
    QVERIFY(text.find("blastomere") == std::string::npos);
    for (const Instance& instance : throughCoco(frame).annotation.instances)
        QCOMPARE(instance.ownName, std::string("nucleus"));
}

void TestCocoAnnotation::aSingleCategoryOfNucleiMeansNuclei()
{
    CocoDataset dataset = toCoco(std::vector{twoCells()});
    dataset.categories = {{42, "Nuclei"}};
    for (CocoAnnotation& annotation : dataset.annotations)
        annotation.categoryId = 42;
    QCOMPARE(fromCoco(dataset)->at(0).annotation.instances[1].ownName, std::string("nucleus"));
}

void TestCocoAnnotation::singleForeignCategoryMeansBlastomeres()
{
    CocoDataset dataset = toCoco(std::vector{twoCells()});
    dataset.categories = {{42, "cell"}};
    for (CocoAnnotation& annotation : dataset.annotations)
        annotation.categoryId = 42;
    QCOMPARE(fromCoco(dataset)->at(0).annotation.instances[1].classId, int(base::ObjectClass::Blastomere));
    QCOMPARE(fromCoco(dataset)->at(0).annotation.instances[1].ownName, std::string());
}

void TestCocoAnnotation::otherForeignCategoriesAreRefused()
{
    CocoDataset dataset = toCoco(std::vector{twoCells()});
    dataset.categories[2] = "dog";
    const auto result = fromCoco(dataset);
    QVERIFY(!result);
    QVERIFY(result.error().code == base::ErrorCode::Unsupported);
    QVERIFY(result.error().message.find("\"dog\"") != std::string::npos);
}

void TestCocoAnnotation::annotationsWithoutMaskAreRefused()
{
    CocoDataset dataset = toCoco(std::vector{twoCells()});
    dataset.annotations[1].segmentation.reset();
    const auto result = fromCoco(dataset);
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error().message), "Annotation 2 has no mask, only a box.");
}

void TestCocoAnnotation::framesWithoutIndexAreNumbered()
{
    CocoDataset dataset = toCoco(std::vector{twoCells(), twoCells()});
    for (CocoImage& image : dataset.images)
        image.frameIndex.reset();
    QCOMPARE(fromCoco(dataset)->at(1).frameIndex, 1);
}

void TestCocoAnnotation::crowdsOfOtherProgramsAreNotUncertain()
{
    CocoDataset dataset = toCoco(std::vector{twoCells()});
    const auto isUncertain = [&](CrowdMeaning crowds) {
        return fromCoco(dataset, crowds).value().at(0).annotation.instances.at(1).uncertain;
    };
    QVERIFY(isOurs(dataset));
    QVERIFY(isUncertain(CrowdMeaning::UncertainIfOurs));

    dataset.images[0].frameIndex.reset();
    dataset.images[0].umPerPixel.reset();
    for (CocoAnnotation& annotation : dataset.annotations)
        annotation.origin.clear();
    QVERIFY(!isOurs(dataset));
    QVERIFY(!isUncertain(CrowdMeaning::UncertainIfOurs));
    QVERIFY(isUncertain(CrowdMeaning::Uncertain));
}

QTEST_GUILESS_MAIN(TestCocoAnnotation)
#include "tst_coco_annotation.moc"
