// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/annotation/visible_parts.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::Origin;
using annotation::visibleParts;

namespace {

Instance square(int id, int x, Origin origin = Origin::Model)
{
    Instance instance;
    instance.id = id;
    instance.amodal = tests::rectangle(40, 20, x, 5, 10, 10);
    instance.origin = origin;
    return instance;
}

FrameAnnotation frameOf(std::vector<Instance> instances)
{
    FrameAnnotation frame;
    frame.width = 40;
    frame.height = 20;
    frame.instances = std::move(instances);
    return frame;
}

} // namespace

class TestVisibleParts : public QObject {
    Q_OBJECT

private slots:
    void instancesAreFoundByTheirId();
    void theNextIdIsAboveAllOthers();
    void theOrderDecidesAmongOverlappingInstances();
    void relationsOfUnknownInstancesAreIgnored();
    void aModelsGuessIsNotTakenForTheVisiblePart();
    void whatAPersonOrFileSaysIsTaken();
    void theVisiblePartNeverLeavesTheSilhouette();
};

void TestVisibleParts::instancesAreFoundByTheirId()
{
    FrameAnnotation frame = frameOf({square(3, 0), square(7, 20)});
    QVERIFY(frame.find(7) == &frame.instances[1]);
    QVERIFY(std::as_const(frame).find(3) == &frame.instances[0]);
    QVERIFY(!frame.find(1));
}

void TestVisibleParts::theNextIdIsAboveAllOthers()
{
    QCOMPARE(FrameAnnotation().nextId(), 1);
    QCOMPARE(frameOf({square(7, 0), square(3, 20)}).nextId(), 8);
}

void TestVisibleParts::theOrderDecidesAmongOverlappingInstances()
{
    FrameAnnotation frame = frameOf({square(3, 0), square(7, 6), square(9, 25)});
    auto parts = visibleParts(frame);
    QVERIFY(!parts[0] && !parts[1]);
    QVERIFY(*parts[2] == frame.instances[2].amodal);
    frame.order = {{7, 3}};
    parts = visibleParts(frame);
    QVERIFY(*parts[0] == tests::rectangle(40, 20, 0, 5, 6, 10));
    QVERIFY(*parts[1] == frame.instances[1].amodal);
}

void TestVisibleParts::relationsOfUnknownInstancesAreIgnored()
{
    FrameAnnotation frame = frameOf({square(3, 0), square(7, 6)});
    frame.order = {{7, 12}, {12, 3}};
    QVERIFY(!visibleParts(frame)[0]);
}

void TestVisibleParts::aModelsGuessIsNotTakenForTheVisiblePart()
{
    FrameAnnotation frame = frameOf({square(3, 0), square(7, 25)});
    frame.instances[0].visible = tests::rectangle(40, 20, 1, 6, 8, 8);
    QVERIFY(*visibleParts(frame)[0] == frame.instances[0].amodal);
}

void TestVisibleParts::whatAPersonOrFileSaysIsTaken()
{
    FrameAnnotation frame = frameOf({square(3, 0, Origin::Imported), square(7, 6)});
    frame.instances[0].visible = tests::rectangle(40, 20, 0, 5, 6, 10);
    const auto parts = visibleParts(frame);
    QVERIFY(*parts[0] == *frame.instances[0].visible);
    QVERIFY(!parts[1]);
}

void TestVisibleParts::theVisiblePartNeverLeavesTheSilhouette()
{
    FrameAnnotation frame = frameOf({square(3, 0, Origin::Edited)});
    frame.instances[0].visible = tests::rectangle(40, 20, 5, 5, 10, 10);
    QVERIFY(*visibleParts(frame)[0] == tests::rectangle(40, 20, 5, 5, 5, 10));
}

QTEST_GUILESS_MAIN(TestVisibleParts)
#include "tst_visible_parts.moc"
