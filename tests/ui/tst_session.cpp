// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/annotation/object_names.h"
#include "tests/ui/frames.h"
#include "tests/ui/picture_stack.h"
#include "ui/session/annotation_export.h"
#include "ui/session/annotation_file.h"
#include "ui/session/annotation_keeper.h"
#include "ui/session/frame_presenter.h"
#include "ui/session/measurement_export.h"
#include "ui/session/measurement_tables.h"
#include "ui/session/missing_images.h"
#include "ui/session/readout.h"
#include "ui/session/review_rows.h"
#include "ui/session/stack_list_model.h"
#include "ui/session/stack_loader.h"
#include "ui/session/stack_metrics.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

annotation::SegmentedFrame twoCells()
{
    annotation::SegmentedFrame found;
    found.instances = {frames::cell(1, frames::disc(120, 45, 60, 20)), frames::cell(2, frames::disc(120, 75, 60, 20))};
    found.order = {{1, 2}};
    return found;
}

void segment(OpenStack& stack, std::vector<int> times)
{
    const auto run = stack.document().newRun();
    for (const int time : times)
        QVERIFY(stack.document().applySegmentation(time, twoCells(), annotation::ReplacePolicy::KeepReviewed, run));
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void annotationsSurviveTheFile()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(5));
        StackProperties properties;
        properties.umPerPixel = 0.5;
        stack.setProperties(properties);
        stack.setEmbryoId("abc");
        segment(stack, {1, 3});
        QVERIFY(stack.document().setReview(3, annotation::ReviewState::Accepted));
        const QString file = m_folder->filePath(QStringLiteral("a.json"));
        QVERIFY(writeAnnotations(snapshotOf(stack), file));

        auto loaded = readAnnotations(file, *stack.images());
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
        QCOMPARE(loaded->skipped, 0);
        QCOMPARE(loaded->umPerPixel.value_or(0), 0.5);
        QCOMPARE(loaded->embryoId, std::string("abc"));
        OpenStack again(2, stack.images());
        QVERIFY(applyAnnotations(again, std::move(*loaded)));
        for (int time = 0; time < 5; ++time) {
            const auto& before = stack.document().frame(time);
            const auto& after = again.document().frame(time);
            QCOMPARE(after.segmented, before.segmented);
            QCOMPARE(int(after.review), int(before.review));
            QCOMPARE(after.instances.size(), before.instances.size());
            QVERIFY(after.order == before.order);
            for (std::size_t i = 0; i < after.instances.size(); ++i)
                QVERIFY(after.instances[i].amodal == before.instances[i].amodal);
        }
    }

    void timesAndTheirOriginSurviveTheFile()
    {
        auto images = std::make_shared<MemoryStack>(3);
        images->edit().timeHours = {10.0, std::nullopt, 12.5};
        images->edit().timeSource = imaging::TimeSource::Table;
        OpenStack stack(1, images);
        StackProperties properties = stack.properties();
        properties.t0Hours = 2.0;
        stack.setProperties(properties);
        segment(stack, {1, 2});
        const QString file = m_folder->filePath(QStringLiteral("a.json"));
        QVERIFY(writeAnnotations(snapshotOf(stack), file));

        const auto frames = formats::fromCoco(formats::readCocoDataset(file.toStdString()).value());
        QVERIFY(frames && frames->size() == 2);
        for (const formats::AnnotatedFrame& frame : *frames) {
            QCOMPARE(frame.t0Hours.value_or(0), 2.0);
            QCOMPARE(frame.timeSource, std::string("table"));
        }
        QVERIFY(!frames->at(0).timeHours);
        QCOMPARE(frames->at(1).timeHours.value_or(0), 12.5); // on the stack's own axis, as in files of the command line
    }

    void timesNobodyKnowsAreNotWritten()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(1));
        const formats::AnnotatedFrame frame = annotatedFrameOf(stack, 0);
        QVERIFY(!frame.timeHours && !frame.t0Hours && frame.timeSource.empty());
    }

    void theFileBeforeStaysAsABackup()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(3));
        const QString file = m_folder->filePath(QStringLiteral("a.json"));
        segment(stack, {0});
        QVERIFY(writeAnnotations(snapshotOf(stack), file));
        segment(stack, {1});
        QVERIFY(writeAnnotations(snapshotOf(stack), file));
        const auto backup = readAnnotations(file + QStringLiteral(".bak"), *stack.images());
        QVERIFY(backup.has_value());
        QVERIFY(backup->frames[0].segmented);
        QVERIFY(!backup->frames[1].segmented);
    }

    void aFileThatCannotBeWrittenIsAnErrorWithTheWayOut()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(1));
        segment(stack, {0});
        const auto written = writeAnnotations(snapshotOf(stack), QStringLiteral("/proc/nowhere/a.json"));
        QVERIFY(!written);
        QCOMPARE(int(written.error().code), int(base::ErrorCode::Io));
        QVERIFY(!written.error().message.empty());
    }

    void annotationsOfAnotherStackAreRefused()
    {
        class OtherStack : public MemoryStack {
        public:
            using MemoryStack::MemoryStack;
            std::string frameName(const imaging::FrameIndex& index) const override
            {
                return "other_" + std::to_string(index.time) + ".png";
            }
        };
        OpenStack stack(1, std::make_shared<MemoryStack>(3));
        segment(stack, {0});
        const QString file = m_folder->filePath(QStringLiteral("a.json"));
        QVERIFY(writeAnnotations(snapshotOf(stack), file));
        const auto loaded = readAnnotations(file, OtherStack(3));
        QVERIFY(!loaded);
        QCOMPARE(int(loaded.error().code), int(base::ErrorCode::InvalidArgument));
    }

    void annotationsAreReadInTheBackground()
    {
        AnnotationKeeper keeper(m_folder->filePath(QStringLiteral("recovery")));
        OpenStack stack(1, std::make_shared<MemoryStack>(3));
        segment(stack, {0});
        const QString file = m_folder->filePath(QStringLiteral("a.json"));
        QVERIFY(writeAnnotations(snapshotOf(stack), file));
        OpenStack again(2, stack.images());
        QSignalSpy opened(&keeper, &AnnotationKeeper::opened);
        keeper.open(again, file);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(again.annotationFile(), file);
        QCOMPARE(again.document().frame(0).instances.size(), std::size_t(2));
    }

    void aFileThatCannotBeReadIsSaid()
    {
        AnnotationKeeper keeper(m_folder->filePath(QStringLiteral("recovery")));
        OpenStack stack(1, std::make_shared<MemoryStack>(3));
        QSignalSpy failed(&keeper, &AnnotationKeeper::failed);
        keeper.open(stack, m_folder->filePath(QStringLiteral("missing.json")));
        QTRY_COMPARE(failed.count(), 1);
    }

    void copiesOfEarlierVersionsCanBeRestored()
    {
        const QString recovery = m_folder->filePath(QStringLiteral("recovery"));
        AnnotationKeeper keeper(recovery);
        OpenStack stack(1, std::make_shared<MemoryStack>(3));
        QVERIFY(keeper.recoveryOf(stack).isEmpty());
        segment(stack, {2});
        const QByteArray hash = QCryptographicHash::hash(stack.path().toUtf8(), QCryptographicHash::Sha256);
        const QString copy = recovery + '/' + QString::fromLatin1(hash.toHex().left(32)) + QStringLiteral(".json");
        QVERIFY(writeAnnotations(snapshotOf(stack), copy));
        OpenStack again(2, stack.images());
        QCOMPARE(keeper.recoveryOf(again), copy);
        QSignalSpy opened(&keeper, &AnnotationKeeper::opened);
        keeper.restore(again);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(again.document().frame(2).instances.size(), std::size_t(2));
        QCOMPARE(again.annotationFile(), annotationFileFor(again.path()));
        QVERIFY(QDir(recovery).isEmpty());
    }

    void openingReadsTheAnnotationsBesideTheStack()
    {
        const QString path = makePictureFolder(m_folder->path(), QStringLiteral("E-014"), 4);
        Workspace workspace;
        StackLoader loader(workspace, m_folder->filePath(QStringLiteral("ids.json")));
        QSignalSpy opened(&loader, &StackLoader::opened);
        loader.open({path});
        QTRY_COMPARE(opened.count(), 1);
        OpenStack* first = workspace.current();
        QCOMPARE(first->info().times, 4);
        QCOMPARE(first->name(), QStringLiteral("E-014"));
        QVERIFY(!first->embryoId().empty());
        const std::string id = first->embryoId();
        segment(*first, {2});
        QVERIFY(writeAnnotations(snapshotOf(*first), first->annotationFile()));
        workspace.close(first);

        loader.open({path});
        QTRY_COMPARE(opened.count(), 2);
        QCOMPARE(workspace.current()->document().frame(2).instances.size(), std::size_t(2));
        QCOMPARE(workspace.current()->embryoId(), id);
        loader.open({path}); // a second time: it is there already
        QCOMPARE(workspace.stacks().size(), std::size_t(1));
    }

    void aPathThatIsNoStackIsAnError()
    {
        Workspace workspace;
        StackLoader loader(workspace, m_folder->filePath(QStringLiteral("ids.json")));
        QSignalSpy failed(&loader, &StackLoader::failed);
        loader.open({m_folder->filePath(QStringLiteral("nothing"))});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(workspace.stacks().empty());
    }

    void measurementsFollowTheAnnotations()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(40));
        StackMetrics metrics(stack);
        std::vector<int> times;
        for (int time = 0; time < 40; ++time)
            times.push_back(time);
        segment(stack, times);
        QTRY_VERIFY(metrics.isUpToDate());
        for (int time = 0; time < 40; ++time) {
            QVERIFY(metrics.at(time));
            QCOMPARE(metrics.at(time)->metrics.cells, 2);
        }
        QCOMPARE(cellRows(metrics).size(), std::size_t(80));
        QCOMPARE(frameRows(metrics).size(), std::size_t(40));
        QCOMPARE(cellRows(metrics).front().values.size(), cellColumns(false).size());
        QCOMPARE(frameRows(metrics).front().values.size(), frameColumns(false).size());
        QCOMPARE(seriesOf(metrics).cells.size(), std::size_t(80));

        QVERIFY(stack.document().setReview(7, annotation::ReviewState::Rejected));
        QCOMPARE(cellRows(metrics).size(), std::size_t(78));
        QCOMPARE(frameRows(metrics).size(), std::size_t(39));
        QCOMPARE(seriesOf(metrics).frames.size(), std::size_t(39));
        QVERIFY(metrics.at(7)); // for those who look at the frame
        stack.document().undo();

        stack.document().undo();
        QTRY_VERIFY(metrics.isUpToDate());
        QVERIFY(!metrics.at(7));
        QVERIFY(cellRows(metrics).empty());
    }

    void objectsAreCalledWhatTheirModelCallsThem()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(2));
        StackMetrics metrics(stack);
        annotation::SegmentedFrame found = twoCells();
        for (annotation::Instance& instance : found.instances)
            instance.ownName = "nucleus";
        QVERIFY(stack.document().applySegmentation(0, found, annotation::ReplacePolicy::ReplaceAll,
                                                   stack.document().newRun()));
        QTRY_VERIFY(metrics.at(0));
        const auto kinds = [&] {
            QStringList texts;
            for (const MeasurementRow& row : cellRows(metrics))
                texts << row.values[3].toString();
            return texts;
        };
        const annotation::FrameAnnotation& frame = stack.document().frame(0);
        QCOMPARE(kinds(), QStringList({"nucleus", "nucleus"}));
        QCOMPARE(annotation::sharedNameAt(stack.document(), 1), std::string("nucleus")); // an empty frame of the stack
        QCOMPARE(instanceRows(frame, *metrics.at(0))[0].ownName, QStringLiteral("Nucleus"));
        QCOMPARE(metrics.at(0)->metrics.cells, 2); // they count all the same
        QCOMPARE(seriesOf(metrics).objects, QStringLiteral("Nuclei"));

        annotation::InstanceAttributes fragment;
        fragment.classId = int(base::ObjectClass::Fragment);
        QVERIFY(stack.document().setAttributes(0, 1, fragment));
        QTRY_VERIFY(metrics.isUpToDate());
        QCOMPARE(kinds(), QStringList({"fragment", "nucleus"})); // a person said so
        annotation::Instance drawn = frames::cell(0, frames::disc(120, 30, 30, 10));
        drawn.origin = annotation::Origin::Drawn;
        QVERIFY(stack.document().addInstance(0, drawn));
        QCOMPARE(annotation::sharedNameOf(stack.document()), std::string()); // not all of them are
        QCOMPARE(seriesOf(metrics).objects, QString());
        while (stack.document().canUndo())
            stack.document().undo();
        stack.document().redo();
        QCOMPARE(annotation::sharedNameOf(stack.document()), std::string("nucleus"));
    }

    void otherObjectsHaveNoNumbersOfEmbryos()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(1));
        StackMetrics metrics(stack);
        annotation::SegmentedFrame found = twoCells();
        for (annotation::Instance& instance : found.instances)
            instance.ownName = "nucleus";
        found.qcFlags = {"touches_border"};
        QVERIFY(stack.document().applySegmentation(0, found, annotation::ReplacePolicy::ReplaceAll,
                                                   stack.document().newRun()));
        QTRY_VERIFY(metrics.at(0));
        const auto labels = [&](const std::string& ownName) {
            QStringList texts;
            for (const Readout& readout : readoutsOf(metrics.at(0)->metrics, {}, false, ownName))
                texts << readout.label;
            return texts;
        };
        QCOMPARE(labels("nucleus"), QStringList({"Nuclei", "Mean diameter", "Smallest", "Largest",
                                                 "Spread of diameters", "Overlapping pairs"}));
        QCOMPARE(labels("spheroid")[0], QStringLiteral("Objects (spheroid)"));
        QVERIFY(labels({}).contains(QStringLiteral("Evenness")));
        QVERIFY(notesOf(metrics.at(0)->metrics)[0].startsWith(QStringLiteral("An object")));

        const auto keys = [](const std::vector<MeasurementColumn>& columns) {
            QStringList texts;
            for (const MeasurementColumn& column : columns)
                texts << column.key;
            return texts;
        };
        for (const char* key : {"n_fragments", "stage_cv_volume_pct", "stage_size_ratio", "frag_area_pct"}) {
            QVERIFY(keys(frameColumns(true)).contains(key));
            QVERIFY(!keys(frameColumns(true, "nucleus")).contains(key));
        }
        for (const std::string name : {"", "nucleus"})
            QCOMPARE(frameRows(metrics, name).at(0).values.size(), frameColumns(false, name).size());

        using review::ReasonKind;
        const auto& frame = stack.document().frame(0);
        QCOMPARE(textOf({ReasonKind::CountFalls, 1, 57, {}}, frame, "nucleus"),
                 QStringLiteral("2 nucleus(nuclei), but 57 before"));
        QCOMPARE(textOf({ReasonKind::CountRises, 1, 1, {}}, frame, "spheroid"),
                 QStringLiteral("2 object(s) (spheroid) after 1"));
        QCOMPARE(textOf({ReasonKind::CountRises, 1, 1, {}}, frame), QStringLiteral("2 cell(s) after 1: a division?"));
    }

    void lengthsAreInPixelsUntilThePixelSizeIsKnown()
    {
        OpenStack stack(1, std::make_shared<MemoryStack>(1));
        StackMetrics metrics(stack);
        segment(stack, {0});
        QTRY_VERIFY(metrics.at(0));
        const auto inPixels = readoutsOf(metrics.at(0)->metrics, std::nullopt, false);
        const auto inUm = readoutsOf(metrics.at(0)->metrics, 0.5, true);
        const auto diameter = [](const QList<Readout>& readouts) {
            for (const Readout& readout : readouts) {
                if (readout.formula.startsWith(QStringLiteral("d = ")))
                    return readout;
            }
            return Readout{};
        };
        QCOMPARE(diameter(inPixels).unit, QStringLiteral("px"));
        QVERIFY(std::abs(QLocale().toDouble(diameter(inPixels).value) - 40) < 0.2);
        QCOMPARE(diameter(inUm).unit, QStringLiteral("µm"));
        QVERIFY(std::abs(QLocale().toDouble(diameter(inUm).value) - 20) < 0.2);
        for (const Readout& readout : inUm) {
            QVERIFY(!readout.definition.isEmpty());
            QVERIFY(!readout.limits.isEmpty());
        }
    }

    void timesAreRelativeToInsemination()
    {
        auto images = std::make_shared<MemoryStack>(2);
        images->edit().timeHours = {10.0, 12.5};
        OpenStack stack(1, images);
        QCOMPARE(stack.hoursAt(1).value_or(0), 12.5);
        StackProperties properties = stack.properties();
        properties.t0Hours = 2.0;
        stack.setProperties(properties);
        QCOMPARE(stack.hoursAt(1).value_or(0), 10.5);
        QVERIFY(!stack.hoursAt(2));
        QCOMPARE(recordOf(stack).t0Hours.value_or(0), 2.0);
        QCOMPARE(recordOf(stack).frames.size(), std::size_t(2));
    }

    void measurementsThatAreCancelledLeaveTheFolderAsItWas()
    {
        Workspace workspace;
        for (int i = 0; i < 2; ++i)
            workspace.add(std::make_shared<MemoryStack>(2));
        std::vector<measure::StackRecord> records;
        for (const OpenStack* stack : stacksToExport(workspace, true))
            records.push_back(recordOf(*stack));
        QCOMPARE(records.size(), std::size_t(2));
        for (const int last : {0, 1, 2, 3}) { // steps until it is cancelled: two of following, two of measuring
            const base::CancellationToken cancel;
            const auto written =
                writeMeasurements(m_folder->filePath("out"), records, {}, cancel, [&](const base::Progress& progress) {
                    QCOMPARE(progress.total, std::int64_t(4));
                    if (progress.done == last)
                        cancel.cancel();
                });
            QVERIFY(!written && written.error().code == base::ErrorCode::Cancelled);
            QVERIFY(!QFile::exists(m_folder->filePath("out")));
        }
        QVERIFY(writeMeasurements(m_folder->filePath("out"), records, {}, {}, [](const auto&) {}));
        QCOMPARE(measurementFilesIn(m_folder->filePath("out")).size(), qsizetype(5));
    }

    void theManifestOfSeveralStacksTellsWhatTheyShare()
    {
        Workspace workspace;
        OpenStack* first = workspace.add(std::make_shared<MemoryStack>(2));
        OpenStack* second = workspace.add(std::make_shared<MemoryStack>(2));
        StackProperties icsi;
        icsi.insemination = Insemination::Icsi;
        first->setProperties(icsi);
        const auto settings = [&](bool all) { return exportInfoOf(stacksToExport(workspace, all), {}).settings; };
        workspace.setCurrent(first);
        QCOMPARE(settings(false).at("insemination"), std::string("ICSI"));
        QVERIFY(!settings(true).contains("insemination"));
        second->setProperties(icsi);
        QCOMPARE(settings(true).at("insemination"), std::string("ICSI"));
    }

    void aPresenterShowsTheLatestAndSurvivesBrokenFrames()
    {
        FramePresenter presenter(std::make_shared<MemoryStack>(10, 4));
        QList<int> shown;
        int broken = 0;
        connect(&presenter, &FramePresenter::presented, this, [&](const PresentedFrame& frame) {
            shown.append(frame.index.time);
            broken += frame.picture ? 0 : 1;
        });
        annotation::FrameAnnotation annotation = frames::frame(120, {frames::cell(1, frames::disc(120, 60, 60, 20))});
        for (int time = 0; time < 10; ++time)
            presenter.present({{time, 0, 0}, {}, ContrastFit::First, annotation});
        QTRY_VERIFY(!shown.isEmpty() && shown.last() == 9);
        QVERIFY(shown.size() < 10); // what was overtaken is not shown
        presenter.present({{4, 0, 0}, {}, ContrastFit::First, annotation});
        QTRY_COMPARE(broken, 1);
    }

    void theListOfStacksIsASoundModel()
    {
        Workspace workspace;
        StackListModel model(workspace);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        OpenStack* first = workspace.add(std::make_shared<MemoryStack>(4));
        OpenStack* second = workspace.add(std::make_shared<MemoryStack>(4));
        QCOMPARE(model.rowCount(), 2);
        segment(*first, {0, 1});
        QCOMPARE(model.indexOf(first).data(StackListModel::ProgressRole).toDouble(), 0.5);
        second->setImages(std::make_shared<MissingImages>(second->info(), QStringLiteral("They are gone.")));
        QVERIFY(model.indexOf(second).data(StackListModel::MissingRole).toBool());
        workspace.close(first);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.indexOf(second).row(), 0);
        QCOMPARE(workspace.current(), second);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(SessionTest)
#include "tst_session.moc"
