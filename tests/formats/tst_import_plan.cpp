// SPDX-License-Identifier: Apache-2.0
// Where imported frames go and what they do there.
#include <QTest>

#include <limits>

#include "core/annotation/document.h"
#include "core/formats/import_plan.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::formats;
using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::Origin;
using annotation::ReplacePolicy;
using annotation::ReviewState;

namespace {

constexpr int kWidth = 60, kHeight = 40;

Instance square(int id, int x, Origin origin = Origin::Model)
{
    Instance instance;
    instance.id = id;
    instance.amodal = tests::rectangle(kWidth, kHeight, x, 10, 12, 12);
    instance.origin = origin;
    return instance;
}

AnnotatedFrame named(const std::string& name, int index = 0, const std::string& embryo = {})
{
    AnnotatedFrame frame;
    frame.annotation.width = kWidth;
    frame.annotation.height = kHeight;
    frame.annotation.instances = {square(1, 5)};
    frame.fileName = name;
    frame.frameIndex = index;
    frame.embryoId = embryo;
    return frame;
}

ImportTarget folder(const std::string& name, const std::vector<std::string>& pictures, const std::string& embryo = {})
{
    ImportTarget target{name, embryo, kWidth, kHeight, {}};
    for (const std::string& picture : pictures)
        target.pictures.push_back({picture});
    return target;
}

ImportTarget tiffStack(const std::string& name, int frames)
{
    return folder(name, std::vector<std::string>(std::size_t(frames), name));
}

/// "target/time by", one per source; "-" for those without a place.
QStringList placesOf(const std::vector<AnnotatedFrame>& frames, const std::vector<ImportTarget>& targets,
                     const MatchOptions& options = {})
{
    static const char* const kBy[] = {"embryo", "name", "number", "order"};
    QStringList places(qsizetype(frames.size()), QStringLiteral("-"));
    for (const FrameMatch& match : matchFrames(frames, targets, options))
        places[qsizetype(match.source)] =
            QStringLiteral("%1/%2 %3").arg(match.target).arg(match.time).arg(QLatin1String(kBy[int(match.by)]));
    return places;
}

} // namespace

class ImportPlanTest : public QObject {
    Q_OBJECT

private slots:
    void picturesAreKnownByTheirNames()
    {
        const std::vector<ImportTarget> targets = {folder("E-014", {"a.png", "b.png", "c.png"})};
        QCOMPARE(
            placesOf({named("c.png"), named("E-014/a.png"), named("C:\\pictures\\b.png"), named("d.png")}, targets),
            (QStringList{"0/2 name", "0/0 name", "0/1 name", "-"}));
        QCOMPARE(placesOf({named("b"), named("c.jpg")}, targets), (QStringList{"0/1 name", "0/2 name"}));
    }

    void aNameInSeveralStacksMeansTheOneInItsPathOrTheCurrentOne()
    {
        const std::vector<ImportTarget> targets = {folder("E-014", {"a.png"}), folder("E-015", {"x.png", "a.png"})};
        QCOMPARE(placesOf({named("E-015/a.png")}, targets), QStringList{"1/1 name"});
        QCOMPARE(placesOf({named("a.png")}, targets), QStringList{"0/0 name"});
        QCOMPARE(placesOf({named("a.png")}, targets, {.preferred = 1}), QStringList{"1/1 name"});
    }

    void framesOfOneFileNeedTheirNumber()
    {
        const std::vector<ImportTarget> targets = {tiffStack("well.tif", 4)};
        QCOMPARE(placesOf({named("well.tif", 3), named("well", 1), named("well.tif", 9)}, targets),
                 (QStringList{"0/3 name", "0/1 name", "-"}));
    }

    void exportsWithoutNamesComeBackByTheEmbryo()
    {
        const std::vector<ImportTarget> targets = {folder("E-014", {"a.png", "b.png"}, "feed"),
                                                   folder("E-015", {"a.png", "b.png"}, "beef")};
        QCOMPARE(placesOf({named("beef/00001", 1, "beef"), named("feed/00000", 0, "feed")}, targets),
                 (QStringList{"1/1 embryo", "0/0 embryo"}));
    }

    void whereNoNameIsKnownTheOrderDecides()
    {
        const std::vector<ImportTarget> targets = {tiffStack("well.tif", 4)};
        QCOMPARE(placesOf({named("x.png", 0), named("y.png", 1), named("z.png", 7)}, targets),
                 (QStringList{"0/0 order", "0/1 order", "-"}));
        QCOMPARE(placesOf({named("00002", 0), named("00003", 1)}, targets), (QStringList{"0/2 number", "0/3 number"}));
        QCOMPARE(placesOf({named("x.png", 0)}, targets, {.byOrder = false}), QStringList{"-"});
        // One known name shows that names mean something: the rest is not guessed.
        const std::vector<ImportTarget> pictures = {folder("E-014", {"a.png", "b.png"})};
        QCOMPARE(placesOf({named("a.png", 0), named("other.png", 1)}, pictures), (QStringList{"0/0 name", "-"}));
    }

    void thePlanSaysWhatTheImportDoes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("policy");
        QTest::addColumn<int>("fate");
        QTest::addColumn<QList<int>>("counts"); // added, kept, dropped, replaced
        enum { NoCells, ModelCell, DrawnSame, DrawnOther, AcceptedModel, LockedSame };
        const int keep = int(ReplacePolicy::KeepReviewed), all = int(ReplacePolicy::ReplaceAll);
        const int import = int(ImportFate::Import), same = int(ImportFate::NothingNew);
        const int reviewed = int(ImportFate::Reviewed);
        QTest::newRow("an untouched frame") << int(NoCells) << keep << import << QList<int>{1, 0, 0, 0};
        QTest::newRow("a model's cell goes") << int(ModelCell) << keep << import << QList<int>{1, 0, 0, 1};
        QTest::newRow("the same cell was drawn") << int(DrawnSame) << keep << same << QList<int>{0, 1, 1, 0};
        QTest::newRow("another cell was drawn") << int(DrawnOther) << keep << import << QList<int>{1, 1, 0, 0};
        QTest::newRow("accepted") << int(AcceptedModel) << keep << reviewed << QList<int>{0, 1, 0, 0};
        QTest::newRow("locked") << int(LockedSame) << keep << same << QList<int>{0, 1, 1, 0};
        QTest::newRow("accepted, but asked for") << int(AcceptedModel) << all << import << QList<int>{1, 0, 0, 1};
        QTest::newRow("drawn, but asked for") << int(DrawnOther) << all << import << QList<int>{1, 0, 0, 1};
    }

    void thePlanSaysWhatTheImportDoes()
    {
        QFETCH(int, kind);
        QFETCH(int, policy);
        QFETCH(int, fate);
        QFETCH(QList<int>, counts);
        enum { NoCells, ModelCell, DrawnSame, DrawnOther, AcceptedModel, LockedSame };
        annotation::StackDocument document(1, kWidth, kHeight);
        if (kind != NoCells) {
            const bool drawn = kind == DrawnSame || kind == DrawnOther;
            Instance cell = square(1, kind == DrawnOther ? 40 : 5, drawn ? Origin::Drawn : Origin::Model);
            cell.locked = kind == LockedSame;
            QVERIFY(document.addInstance(0, cell));
        }
        if (kind == AcceptedModel)
            QVERIFY(document.setReview(0, ReviewState::Accepted));

        const std::vector<ImportTarget> targets = {folder("E-014", {"a.png"})};
        const std::vector<AnnotatedFrame> frames = {named("a.png")};
        const auto plan = planImport(
            frames, targets, [&](std::size_t, int time) -> const FrameAnnotation& { return document.frame(time); },
            {.policy = ReplacePolicy(policy)}, {});
        QVERIFY(plan);
        QCOMPARE(int(plan->front().fate), fate);
        const auto& outcome = plan->front().outcome;
        QCOMPARE((QList<int>{outcome.added, outcome.kept, outcome.dropped, outcome.replaced}), counts);
        const auto done =
            document.applyImport(0, importedFrameOf(frames[0], true), ReplacePolicy(policy), document.newRun());
        QVERIFY(done);
        QVERIFY(*done == outcome);
        for (const Instance& instance : document.frame(0).instances)
            if (!masks::iou(instance.amodal, square(1, 5).amodal))
                QVERIFY(instance.origin != Origin::Imported);
    }

    void whatDoesNotFitIsSaid()
    {
        const std::vector<ImportTarget> targets = {folder("E-014", {"a.png", "b.png", "c.png"})};
        std::vector<AnnotatedFrame> frames = {named("a.png"), named("a.png"), named("b.png"), named("z.png"),
                                              named("c.png")};
        frames[2].annotation.width = 10;
        frames[4].annotation.instances.clear();
        const FrameAnnotation empty;
        const auto current = [&](std::size_t, int) -> const FrameAnnotation& { return empty; };
        const auto plan = planImport(frames, targets, current, {}, {});
        QVERIFY(plan);
        const ImportFate expected[] = {ImportFate::Import, ImportFate::Taken, ImportFate::OtherSize,
                                       ImportFate::NoPlace, ImportFate::Empty};
        for (std::size_t i = 0; i < frames.size(); ++i)
            QCOMPARE(int((*plan)[i].fate), int(expected[i]));
        base::CancellationToken cancel;
        cancel.cancel();
        const auto cancelled = planImport(frames, targets, current, {}, cancel);
        QVERIFY(!cancelled && cancelled.error().code == base::ErrorCode::Cancelled);
    }

    void aModelsGuessOfTheVisiblePartDoesNotBecomeWhatTheFileSays()
    {
        AnnotatedFrame frame = named("a.png");
        frame.annotation.instances.push_back(square(2, 30, Origin::Drawn));
        for (Instance& instance : frame.annotation.instances)
            instance.visible = tests::rectangle(kWidth, kHeight, 5, 10, 2, 2);
        const auto imported = importedFrameOf(frame, true);
        QVERIFY(!imported.instances[0].visible);
        QVERIFY(imported.instances[1].visible);
    }

    void tracksOfAFileDoNotTakeTheIdsOfObjectsThatStay()
    {
        annotation::StackDocument document(3, kWidth, kHeight);
        Instance drawn = square(1, 40, Origin::Drawn), found = square(1, 5), elsewhere = square(1, 5);
        drawn.trackId = 2;
        found.trackId = 9; // goes
        QVERIFY(document.addInstance(0, drawn) && document.addInstance(0, found));
        std::vector<AnnotatedFrame> frames = {named("a.png"), named("b.png")};
        frames[0].annotation.instances[0].trackId = 2;
        frames[1].annotation.instances[0].trackId = std::numeric_limits<int>::max();
        const std::vector<ImportTarget> targets = {folder("E-014", {"a.png", "b.png", "c.png"})};
        const auto shift = [&](ReplacePolicy policy) {
            const auto plan = planImport(
                frames, targets, [&](std::size_t, int time) -> const FrameAnnotation& { return document.frame(time); },
                {.policy = policy}, {});
            return trackShiftOf(*plan, 0, document, policy);
        };
        QCOMPARE(shift(ReplacePolicy::KeepReviewed), 2);
        QCOMPARE(shift(ReplacePolicy::ReplaceAll), 0);
        QCOMPARE(importedFrameOf(frames[0], true, 2).instances[0].trackId, std::optional(4));
        QCOMPARE(importedFrameOf(frames[1], true, 2).instances[0].trackId, std::optional<int>());
        QCOMPARE(importedFrameOf(frames[0], true).instances[0].trackId, std::optional(2));
        elsewhere.trackId = 7; // in a frame that the file does not touch
        QVERIFY(document.addInstance(2, elsewhere));
        QCOMPARE(shift(ReplacePolicy::ReplaceAll), 7);
    }

    void anImportIsOneStepWithItsOwnProvenance()
    {
        annotation::StackDocument document(3, kWidth, kHeight);
        QVERIFY(document.addInstance(1, square(1, 40, Origin::Drawn)));
        AnnotatedFrame frame = named("a.png");
        frame.annotation.instances[0].origin = Origin::Model;
        frame.annotation.review = ReviewState::Accepted;
        frame.annotation.segmented = true;
        const auto run = document.newRun();
        for (int time = 0; time < 2; ++time)
            QVERIFY(document.applyImport(time, importedFrameOf(frame, true), ReplacePolicy::KeepReviewed, run));
        QCOMPARE(int(document.frame(0).instances[0].origin), int(Origin::Imported));
        QCOMPARE(int(document.frame(0).review), int(ReviewState::Accepted));
        QVERIFY(document.frame(0).segmented);
        QCOMPARE(int(document.frame(1).review), int(ReviewState::ToDo)); // nobody accepted the drawn one beside it
        QCOMPARE(document.frame(1).instances.size(), std::size_t(2));
        QVERIFY(document.undoKind() == annotation::StepKind::ImportAnnotations);
        document.undo();
        QVERIFY(document.frame(0).instances.empty());
        QCOMPARE(document.frame(1).instances.size(), std::size_t(1));
        QVERIFY(importedFrameOf(frame, false).review == ReviewState::ToDo);
    }
};

QTEST_GUILESS_MAIN(ImportPlanTest)
#include "tst_import_plan.moc"
