// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/formats/label_masks.h"
#include "core/imaging/label_image.h"
#include "tests/ui/frames.h"
#include "tests/ui/window_fixture.h"
#include "ui/session/annotation_import.h"
#include "ui/session/exchange_report_model.h"
#include "ui/session/import_rows.h"
#include "ui/shell/exchange_report_dialog.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/import_dialog.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using annotation::Origin;
using annotation::ReviewState;

namespace {

void addCells(OpenStack& stack, int time, Origin origin, double shift = 0)
{
    annotation::Instance left = frames::cell(0, frames::disc(120, 45 + shift, 60, 20));
    annotation::Instance right = frames::cell(0, frames::disc(120, 75 + shift, 60, 20));
    left.origin = right.origin = origin;
    const auto a = stack.document().addInstance(time, left);
    const auto b = stack.document().addInstance(time, right);
    QVERIFY(a && b);
    QVERIFY(stack.document().setOrder(time, {{*a, *b}}));
}

/// Writes the annotations of the first frames into a folder, as another program would get them.
void exportTo(const Workspace& workspace, const QString& folder, formats::AnnotationFormat format)
{
    const auto report =
        formats::writeAnnotations(framesToExport(workspace, {.format = format}), format, folder.toStdString(), {});
    QVERIFY2(report, report ? "" : report.error().message.c_str());
}

/// A mask of one object, as a file of its own.
void writeMask(const QString& file, const masks::RleMask& mask)
{
    imaging::LabelImage image{mask.width(), mask.height(),
                              std::vector<std::uint32_t>(std::size_t(mask.width()) * std::size_t(mask.height()))};
    formats::paintLabel(image, mask, 255);
    QVERIFY(imaging::writeLabelPng(file.toStdString(), image));
}

class Files {
public:
    QString operator()(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class ExchangeDialogsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whatIsExportedCanBeImportedAgain_data()
    {
        QTest::addColumn<int>("format");
        for (const formats::FormatInfo& info : formats::annotationFormats())
            if (info.canWrite)
                QTest::newRow(info.id.data()) << int(info.format);
    }

    void whatIsExportedCanBeImportedAgain()
    {
        QFETCH(int, format);
        const Files files;
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(4));
        addCells(*stack, 1, Origin::Drawn);
        addCells(*stack, 3, Origin::Drawn);
        exportTo(workspace, files("out"), formats::AnnotationFormat(format));
        for (int time = 0; time < 4; ++time)
            QVERIFY(stack->document().clearFrame(time));

        AnnotationImport import(workspace);
        QSignalSpy finished(&import, &AnnotationImport::finished);
        import.read({files("out")});
        QTRY_VERIFY(import.isReady());
        import.apply();
        QTRY_COMPARE(finished.count(), 1);
        for (const int time : {1, 3}) {
            const auto& cells = stack->document().frame(time).instances;
            QCOMPARE(cells.size(), std::size_t(2));
            QCOMPARE(int(cells[0].origin), int(Origin::Imported));
            QVERIFY(masks::iou(cells[0].amodal, frames::disc(120, 45, 60, 20)) > .7);
        }
        QVERIFY(stack->document().frame(0).instances.empty());
        stack->document().undo(); // one step for the whole stack
        QVERIFY(stack->document().frame(1).instances.empty() && stack->document().frame(3).instances.empty());
    }

    void masksOfOneObjectAndFramesAreToldApart()
    {
        const Files files;
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(4));
        const auto left = frames::disc(120, 45, 60, 20), right = frames::disc(120, 75, 60, 20);
        writeMask(files("frame_0.png"), left); // label images: called as their frames
        writeMask(files("frame_2.png"), right);
        writeMask(files("frame_3_1.png"), left); // two objects of one frame
        writeMask(files("frame_3_2.png"), right);

        AnnotationImport import(workspace);
        QSignalSpy finished(&import, &AnnotationImport::finished);
        import.read({files(".")});
        QTRY_VERIFY(import.isReady());
        QVERIFY(import.report().notes.empty());
        import.apply();
        QTRY_COMPARE(finished.count(), 1);
        const auto objects = [&](int time) { return stack->document().frame(time).instances.size(); };
        QCOMPARE(objects(0), std::size_t(1));
        QCOMPARE(objects(1), std::size_t(0));
        QCOMPARE(objects(2), std::size_t(1));
        QCOMPARE(objects(3), std::size_t(2));
        QVERIFY(stack->document().frame(3).instances[1].amodal == right);
    }

    void workOfAPersonStaysUnlessAskedFor()
    {
        const Files files;
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(4));
        for (int time = 0; time < 4; ++time)
            addCells(*stack, time, Origin::Model, 4);
        exportTo(workspace, files("out"), formats::AnnotationFormat::Coco);
        for (int time = 0; time < 4; ++time)
            QVERIFY(stack->document().clearFrame(time));
        addCells(*stack, 0, Origin::Drawn);
        addCells(*stack, 1, Origin::Model);
        addCells(*stack, 2, Origin::Model);
        QVERIFY(stack->document().setReview(2, ReviewState::Accepted));

        ImportDialog dialog(workspace, files("."));
        QAbstractItemModelTester tester(&dialog.preview(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto* start = dialog.findChild<QPushButton*>(QStringLiteral("startImport"));
        QVERIFY(!start->isEnabled());
        dialog.read({files("out/annotations.json")});
        QTRY_VERIFY(dialog.import().isReady());
        QCOMPARE(dialog.preview().rowCount(), 4);
        QCOMPARE(dialog.import().importedFrames(), 2); // the accepted one and the drawn one stay
        QCOMPARE(importHeadline(dialog.import()),
                 QStringLiteral(
                     "2 frame(s) will change: 4 object(s) added, 2 replaced; 2 picture(s) of the files left out"));
        const auto untouched = stack->document().frame(0).instances[0].amodal;

        for (QCheckBox* box : dialog.findChildren<QCheckBox*>())
            if (box->text().contains(QStringLiteral("Replace")))
                box->click();
        QTRY_COMPARE(dialog.import().importedFrames(), 4);
        for (QCheckBox* box : dialog.findChildren<QCheckBox*>())
            if (box->text().contains(QStringLiteral("Replace")))
                box->click();
        QTRY_COMPARE(dialog.import().importedFrames(), 2);

        QSignalSpy imported(&dialog, &ImportDialog::imported);
        start->click();
        QTRY_COMPARE(imported.count(), 1);
        QVERIFY(stack->document().frame(0).instances[0].amodal == untouched);
        QCOMPARE(int(stack->document().frame(2).instances[0].origin), int(Origin::Model));
        QCOMPARE(int(stack->document().frame(1).instances[0].origin), int(Origin::Imported));
        const auto report = imported[0][1].value<formats::ExchangeReport>();
        QCOMPARE(report.notes.size(), std::size_t(2));
    }

    void filesThatAreNoAnnotationsAreAMessage()
    {
        const Files files;
        QFile broken(files("broken.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"images\": [");
        broken.close();
        Workspace workspace;
        workspace.add(std::make_shared<MemoryStack>(2));
        ImportDialog dialog(workspace, files("."));
        for (const char* name : {"broken.json", "missing.json", "."}) {
            dialog.read({files(name)});
            QTRY_VERIFY(!dialog.import().isBusy());
            QVERIFY(!dialog.import().isReady());
            QVERIFY(!dialog.import().imported());
        }
    }

    void closingTheStackInTheMeantimeIsNoHarm()
    {
        const Files files;
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(2));
        addCells(*stack, 0, Origin::Drawn);
        exportTo(workspace, files("out"), formats::AnnotationFormat::Coco);
        QVERIFY(stack->document().clearFrame(0));
        AnnotationImport import(workspace);
        import.read({files("out")});
        workspace.close(stack);
        QTRY_VERIFY(!import.isBusy() && import.imported());
        QCOMPARE(import.importedFrames(), 0);
        QVERIFY(!import.isReady());
    }

    void whatCannotBePutInIsInTheReport()
    {
        const Files files;
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(2));
        addCells(*stack, 0, Origin::Drawn);
        exportTo(workspace, files("out"), formats::AnnotationFormat::Coco);
        QVERIFY(stack->document().clearFrame(0));
        AnnotationImport import(workspace);
        import.read({files("out")});
        QTRY_VERIFY(import.isReady());
        std::vector<formats::ExchangeNote> notes;
        connect(&import, &AnnotationImport::finished, this, [&] { notes = import.report().notes; });
        import.apply();
        workspace.close(stack);
        QTRY_COMPARE(notes.size(), std::size_t(1));
        QCOMPARE(notes[0].text, std::string("The stack was closed during the import."));
        QVERIFY(!notes[0].file.empty());
    }

    void theExportSaysExactlyWhatWasLost()
    {
        const Files files;
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(3));
        addCells(*stack, 0, Origin::Drawn);
        addCells(*stack, 2, Origin::Drawn);
        QVERIFY(stack->document().setReview(2, ReviewState::Accepted));
        const auto& cells = stack->document().frame(2).instances;
        const std::int64_t overlap = masks::intersectionArea(cells[0].amodal, cells[1].amodal);

        ExportDialog dialog(workspace, files("."));
        dialog.setChoices(
            {.format = formats::AnnotationFormat::LabelTiff, .onlyAccepted = true, .folder = files("out")});
        QSignalSpy exported(&dialog, &ExportDialog::exported);
        dialog.findChild<QPushButton*>(QStringLiteral("startExport"))->click();
        QTRY_COMPARE(exported.count(), 1);
        const auto report = exported[0][2].value<formats::ExchangeReport>();
        QCOMPARE(report.frames, 1);
        QVERIFY(overlap > 0);
        QCOMPARE(report.lostPixels(), overlap);

        ExchangeReportDialog shown({QStringLiteral("Export"), exported[0][0].toString(), files("out"), report});
        QVERIFY(shown.findChild<QLabel*>(QStringLiteral("lostPixels"))->text().contains(QString::number(overlap)));
        shown.findChild<QPushButton*>(QStringLiteral("copyReport"))->click();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Lost altogether: %1 px").arg(overlap)));
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("covered by object")));
    }

    void namesLeaveOnlyWhenAskedFor()
    {
        const Files files;
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(2));
        stack->setEmbryoId("0123456789abcdef");
        addCells(*stack, 1, Origin::Drawn);
        for (const bool keep : {false, true}) {
            ExportDialog dialog(workspace, files("."));
            dialog.setChoices({.keepNames = keep, .folder = files("out")});
            QSignalSpy exported(&dialog, &ExportDialog::exported);
            dialog.start();
            QTRY_COMPARE(exported.count(), 1);
            QFile file(files("out/annotations.json"));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll().contains("frame_1.png"), keep);
        }
    }

    void anExportThatFailsSaysSoAndStaysOpen()
    {
        const Files files;
        QFile inTheWay(files("file"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Workspace workspace;
        OpenStack* stack = workspace.add(std::make_shared<MemoryStack>(2));
        ExportDialog dialog(workspace, files("."));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("startExport"))->isEnabled()); // nothing to export
        addCells(*stack, 1, Origin::Drawn);
        dialog.setChoices({.folder = files("file/below")});
        dialog.show();
        dialog.start();
        auto* start = dialog.findChild<QPushButton*>(QStringLiteral("startExport"));
        QTRY_VERIFY(start->isEnabled());
        QVERIFY(dialog.isVisible());
    }

    void framesAreChosenByStackAndState()
    {
        Workspace workspace;
        OpenStack* first = workspace.add(std::make_shared<MemoryStack>(3));
        OpenStack* second = workspace.add(std::make_shared<MemoryStack>(3));
        addCells(*first, 0, Origin::Drawn);
        addCells(*second, 0, Origin::Drawn);
        addCells(*second, 1, Origin::Drawn);
        QVERIFY(second->document().setReview(1, ReviewState::Corrected));
        const auto count = [&](bool accepted, bool all) {
            const AnnotationExportChoices choices{.onlyAccepted = accepted, .allStacks = all};
            const int frames = countFramesToExport(workspace, choices);
            return int(framesToExport(workspace, choices).size()) == frames ? frames : -1;
        };
        QCOMPARE(count(false, false), 2);
        QCOMPARE(count(true, false), 1);
        QCOMPARE(count(false, true), 3);
        QCOMPARE(count(true, true), 1);
    }

    void theReportIsASoundModel()
    {
        formats::ExchangeReport report;
        report.drop("a.png", "It has no silhouette.", 3);
        report.drop("b.png", "It has no silhouette.");
        report.notes.push_back({formats::NoteKind::Dropped, "a.png", 1, 2, 17, "Pixels went to nearer objects."});
        ExchangeReportModel model(report);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, ExchangeReportModel::Count).data().toString(), QStringLiteral("2"));
        const QModelIndex lost = model.index(1, 0);
        QCOMPARE(model.rowCount(lost), 1);
        QCOMPARE(model.index(0, ExchangeReportModel::Pixels, lost).data().toString(), QStringLiteral("17"));
        QCOMPARE(model.index(0, 0, lost).data().toString(), QStringLiteral("a.png, object 1, covered by object 2"));
    }

    void bothAreInTheFileMenu()
    {
        WindowFixture fixture;
        QVERIFY(!fixture.action("file.importAnnotations")->isEnabled());
        fixture.openStack(QStringLiteral("E-014"), 3);
        fixture.run("file.importAnnotations");
        fixture.run("file.exportAnnotations");
        QVERIFY(fixture.window->findChild<ImportDialog*>()->isVisible());
        QVERIFY(fixture.window->findChild<ExportDialog*>()->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
    }
};

QTEST_MAIN(ExchangeDialogsTest)
#include "tst_exchange_dialogs.moc"
