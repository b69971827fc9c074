// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

#include "core/base/csv_text.h"
#include "core/measure/cells_table.h"
#include "core/measure/embryo_ids.h"
#include "core/measure/export.h"
#include "core/measure/frames_table.h"
#include "core/measure/stack_lineage.h"
#include "tests/measure/frames.h"
#include "tests/support/file_content.h"

using namespace blastoscope;
using namespace blastoscope::measure;
using tests::contentOf;

namespace {

StackRecord sampleStack()
{
    StackRecord stack;
    stack.embryoId = "0123456789abcdef";
    stack.umPerPixel = .5;
    stack.pixelSizeSource = "user";
    stack.timeSource = "table";
    stack.firstFrameHours = 20;
    for (const int cells : {1, 2, 4}) {
        StackFrame frame;
        frame.frameIndex = int(stack.frames.size());
        frame.timeHours = 20 + 6. * frame.frameIndex;
        frame.annotation = tests::frameOfDiscs(std::vector<double>(std::size_t(cells), 40 / std::cbrt(double(cells))));
        stack.frames.push_back(std::move(frame));
    }
    return stack;
}

/// Rows of a table without quoted fields, as maps from column to field.
QList<QMap<QString, QString>> rowsOf(const std::string& csv)
{
    QStringList lines = QString::fromStdString(csv).split('\n');
    const QStringList names = lines.takeFirst().split(',');
    QList<QMap<QString, QString>> rows;
    for (const QString& line : lines) {
        if (line.isEmpty())
            continue;
        const QStringList fields = line.split(',');
        if (fields.size() != names.size())
            qFatal("a row has %d fields instead of %d", int(fields.size()), int(names.size()));
        QMap<QString, QString> row;
        for (int i = 0; i < names.size(); ++i)
            row[names[i]] = fields[i];
        rows.append(row);
    }
    return rows;
}

QStringList namesOf(const std::vector<ColumnInfo>& columns)
{
    QStringList names;
    for (const ColumnInfo& column : columns)
        names << column.name;
    return names;
}

} // namespace

class TestMeasureExport : public QObject {
    Q_OBJECT

private slots:
    void numbersAreFixedAndFreeOfLocale();
    void textIsQuotedAndNeverAFormula_data();
    void textIsQuotedAndNeverAFormula();
    void everyLengthInMicrometresHasATwinInPixels();
    void cellsHaveOneRowEach();
    void withoutCalibrationMicrometresStayEmpty();
    void zonaColumnsStayEmpty();
    void framesThatNobodyLookedAtHaveNoCounts();
    void rejectedFramesHaveAFlagInsteadOfNumbers();
    void timesReferToInseminationOnlyWhenItIsKnown();
    void totalVolumeRefersToTheOneCellFrames();
    void oneOutlineAfterADivisionIsNoOneCellFrame();
    void objectsOfAnotherKindAreNamedAndHaveNoNumbersOfEmbryos();
    void identicalInputGivesIdenticalBytes();
    void manifestHashesFilesAndExplainsColumns();
    void aFolderThatCannotBeMadeIsReported();
    void embryosKeepTheirRandomIds();
    void aDamagedTableOfIdsIsLeftAlone();
};

void TestMeasureExport::numbersAreFixedAndFreeOfLocale()
{
    QCOMPARE(csvNumber(1234.5, 2), std::string("1234.50"));
    QCOMPARE(csvNumber(-.0004, 3), std::string("0.000"));
    QCOMPARE(csvNumber(-1.5, 1), std::string("-1.5"));
    QCOMPARE(csvNumber(1e30, 0), std::string("1000000000000000019884624838656"));
    QCOMPARE(csvNumber(std::nullopt, 2), std::string());
    QCOMPARE(csvNumber(std::numeric_limits<double>::quiet_NaN(), 2), std::string());
    QCOMPARE(csvNumber(std::numeric_limits<double>::infinity(), 2), std::string());
}

void TestMeasureExport::textIsQuotedAndNeverAFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << "E-014"
                           << "E-014";
    QTest::newRow("comma") << "a,b"
                           << "\"a,b\"";
    QTest::newRow("quote") << "a\"b"
                           << "\"a\"\"b\"";
    QTest::newRow("line feed") << "a\nb"
                               << "\"a\nb\"";
    QTest::newRow("formula") << "=1+1"
                             << "'=1+1";
    QTest::newRow("plus") << "+1"
                          << "'+1";
    QTest::newRow("minus") << "-A1"
                           << "'-A1";
    QTest::newRow("minus and number") << "-1+A1"
                                      << "'-1+A1";
    QTest::newRow("negative number") << "-18.5"
                                     << "-18.5";
    QTest::newRow("very small number") << "-1e-05"
                                       << "-1e-05";
    QTest::newRow("infinity") << "-inf"
                              << "'-inf";
    QTest::newRow("only a minus") << "-"
                                  << "'-";
    QTest::newRow("at") << "@SUM(A1)"
                        << "'@SUM(A1)";
    QTest::newRow("formula with comma") << "=A1,B1"
                                        << "\"'=A1,B1\"";
    QTest::newRow("tab") << "\t=1"
                         << "'\t=1";
    QTest::newRow("empty") << ""
                           << "";
}

void TestMeasureExport::textIsQuotedAndNeverAFormula()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    QCOMPARE(QString::fromStdString(base::csvText(text.toStdString())), field);
}

void TestMeasureExport::everyLengthInMicrometresHasATwinInPixels()
{
    for (const QStringList& names : {namesOf(cellsColumns()), namesOf(framesColumns())}) {
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        for (const QString& name : names)
            if (name.endsWith("_um") && name != "px_size_um")
                QVERIFY2(names.contains(name.chopped(3) + "_px"), qPrintable(name));
    }
}

void TestMeasureExport::cellsHaveOneRowEach()
{
    const StackRecord stack = sampleStack();
    const auto rows = rowsOf(cellsCsv(measureStack(stack, lineageOf(stack))));
    QCOMPARE(rows.size(), 7);
    const auto& row = rows[1];
    QCOMPARE(row["schema_version"], "1");
    QCOMPARE(row["embryo_id"], "0123456789abcdef");
    QCOMPARE(row["frame_index"], "1");
    QCOMPARE(row["cell_id"], "1");
    QCOMPARE(row["generation"], "1");
    QCOMPARE(row["generation_source"], "inferred");
    QCOMPARE(row["object_class"], "blastomere");
    QCOMPARE(row["confidence"], "0.9000");
    QCOMPARE(row["perimeter_method"], "crofton8");
    QCOMPARE(row["visible_fraction"], "1.0000");
    QCOMPARE(row["mask_source"], "model");
    QVERIFY(std::abs(row["eq_diameter_um"].toDouble() - row["eq_diameter_px"].toDouble() / 2) < .001);
    QVERIFY(std::abs(row["area_um2"].toDouble() - row["area_px2"].toDouble() / 4) < .001);
    QVERIFY(std::abs(row["volume_sphere_um3"].toDouble() -
                     std::numbers::pi / 6 * std::pow(row["eq_diameter_um"].toDouble(), 3)) < 10);
}

void TestMeasureExport::withoutCalibrationMicrometresStayEmpty()
{
    StackRecord stack = sampleStack();
    stack.umPerPixel.reset();
    const auto frames = measureStack(stack, lineageOf(stack));
    for (const std::string& csv : {cellsCsv(frames), framesCsv(frames)})
        for (const auto& row : rowsOf(csv))
            for (auto field = row.begin(); field != row.end(); ++field)
                if (field.key().endsWith("_um") || field.key().endsWith("_um2") || field.key().endsWith("_um3"))
                    QVERIFY2(field.value().isEmpty(), qPrintable(field.key()));
    QVERIFY(!rowsOf(cellsCsv(frames))[0]["eq_diameter_px"].isEmpty());
    QVERIFY(!rowsOf(framesCsv(frames))[2]["stage_cv_volume_pct"].isEmpty());
}

void TestMeasureExport::zonaColumnsStayEmpty()
{
    const StackRecord stack = sampleStack();
    for (const auto& row : rowsOf(framesCsv(measureStack(stack, lineageOf(stack)))))
        for (const char* name : {"zona_thickness_um", "zona_thickness_sd_px", "zona_outer_diameter_um", "pvs_area_um2"})
            QVERIFY(row.contains(name) && row[name].isEmpty());
}

void TestMeasureExport::framesThatNobodyLookedAtHaveNoCounts()
{
    StackRecord stack = sampleStack();
    stack.frames[0].annotation = {};
    stack.frames[1].annotation.instances.clear();
    const auto rows = rowsOf(framesCsv(measureStack(stack, lineageOf(stack))));
    QCOMPARE(rows[0]["n_cells"], "");
    QCOMPARE(rows[1]["n_cells"], "0");
    QCOMPARE(rows[2]["n_cells"], "4");
    QCOMPARE(rows[2]["stage_label"], "4-cell");
}

void TestMeasureExport::rejectedFramesHaveAFlagInsteadOfNumbers()
{
    StackRecord stack = sampleStack();
    stack.frames[0].annotation.review = annotation::ReviewState::Rejected;
    stack.frames[0].annotation.qcFlags = {"of_the_model"};
    const auto measured = measureStack(stack, lineageOf(stack));
    const auto rows = rowsOf(framesCsv(measured));
    QCOMPARE(rows[0]["time_h"], "0.0000");
    QCOMPARE(rows[0]["qc_flags"], "of_the_model;rejected");
    for (const char* column : {"n_cells", "n_fragments", "stage_label", "mean_eq_diameter_px", "total_cell_volume_um3",
                               "frag_area_pct", "silhouette_pairs"})
        QVERIFY2(rows[0][column].isEmpty() && !rows[1][column].isEmpty(), column);
    QCOMPARE(rows[2]["rel_total_volume_pct"], ""); // the only frame with one cell is the rejected one
    QCOMPARE(rowsOf(cellsCsv(measured)).size(), 6);
}

void TestMeasureExport::timesReferToInseminationOnlyWhenItIsKnown()
{
    StackRecord stack = sampleStack();
    auto row = rowsOf(framesCsv(measureStack(stack, lineageOf(stack))))[2];
    QCOMPARE(row["time_h"], "12.0000");
    QCOMPARE(row["time_ref"], "since_first_frame");
    QCOMPARE(row["time_source"], "table");
    QCOMPARE(row["dt_prev_h"], "6.0000");
    stack.t0Hours = 1.5;
    row = rowsOf(framesCsv(measureStack(stack, lineageOf(stack))))[2];
    QCOMPARE(row["time_h"], "30.5000");
    QCOMPARE(row["time_ref"], "hpi");
    stack.frames[2].timeHours.reset();
    row = rowsOf(framesCsv(measureStack(stack, lineageOf(stack))))[2];
    QCOMPARE(row["time_h"] + row["time_ref"] + row["time_source"] + row["dt_prev_h"], "");
}

void TestMeasureExport::totalVolumeRefersToTheOneCellFrames()
{
    StackRecord stack = sampleStack();
    auto rows = rowsOf(framesCsv(measureStack(stack, lineageOf(stack))));
    QCOMPARE(rows[0]["rel_total_volume_pct"], "100.00");
    QVERIFY(std::abs(rows[2]["rel_total_volume_pct"].toDouble() - 100) < 1.5);
    QVERIFY(!rows[2]["qc_flags"].contains("total_volume_changed"));
    stack.frames[2].annotation = tests::frameOfDiscs({20, 20, 20, 20});
    rows = rowsOf(framesCsv(measureStack(stack, lineageOf(stack))));
    QVERIFY(rows[2]["qc_flags"].split(';').contains("total_volume_changed"));
    stack.frames.erase(stack.frames.begin());
    QCOMPARE(rowsOf(framesCsv(measureStack(stack, lineageOf(stack))))[1]["rel_total_volume_pct"], "");
}

void TestMeasureExport::oneOutlineAfterADivisionIsNoOneCellFrame()
{
    StackRecord stack = sampleStack();
    StackFrame morula;
    morula.frameIndex = 3;
    morula.annotation = tests::frameOfDiscs({45});
    stack.frames.push_back(morula);
    auto rows = rowsOf(framesCsv(measureStack(stack, lineageOf(stack))));
    QCOMPARE(rows[0]["rel_total_volume_pct"], "100.00");
    QVERIFY(rows[3]["rel_total_volume_pct"].toDouble() > 130);
    stack.frames.erase(stack.frames.begin());
    for (const auto& row : rowsOf(framesCsv(measureStack(stack, lineageOf(stack)))))
        QCOMPARE(row["rel_total_volume_pct"], "");
}

void TestMeasureExport::objectsOfAnotherKindAreNamedAndHaveNoNumbersOfEmbryos()
{
    StackRecord stack = sampleStack();
    for (StackFrame& frame : stack.frames)
        for (annotation::Instance& instance : frame.annotation.instances)
            instance.ownName = "nucleus";
    const auto measured = measureStack(stack, lineageOf(stack));
    for (const auto& row : rowsOf(cellsCsv(measured))) {
        QCOMPARE(row["object_class"], QStringLiteral("nucleus"));
        QCOMPARE(row["generation"], QString());
    }
    for (const auto& row : rowsOf(framesCsv(measured))) {
        QVERIFY(!row["n_cells"].isEmpty() && !row["mean_eq_diameter_um"].isEmpty());
        for (const char* column : {"n_fragments", "stage_label", "stage_cv_volume_pct", "stage_size_ratio",
                                   "rel_total_volume_pct", "frag_area_pct", "frag_volume_est_pct", "qc_flags"})
            QVERIFY2(row[column].isEmpty(), column);
    }
}

void TestMeasureExport::identicalInputGivesIdenticalBytes()
{
    QTemporaryDir folder;
    const std::vector<StackRecord> stacks = {sampleStack()};
    for (const char* name : {"/a", "/b"})
        QVERIFY(exportMeasurements((folder.path() + name).toStdString(), stacks, {}).has_value());
    for (const char* name : {"/cells.csv", "/frames.csv", "/embryos.csv", "/divisions.csv"}) {
        const QByteArray content = contentOf(folder.path() + "/a" + name);
        QVERIFY(content.size() > 100);
        QVERIFY(!content.contains('\r'));
        QCOMPARE(contentOf(folder.path() + "/b" + name), content);
    }
    QJsonObject a = QJsonDocument::fromJson(contentOf(folder.path() + "/a/manifest.json")).object();
    QJsonObject b = QJsonDocument::fromJson(contentOf(folder.path() + "/b/manifest.json")).object();
    a.remove("exported_at");
    b.remove("exported_at");
    QCOMPARE(a, b);
}

void TestMeasureExport::manifestHashesFilesAndExplainsColumns()
{
    QTemporaryDir folder;
    QFile extra(folder.filePath("annotations.json"));
    QVERIFY(extra.open(QIODevice::WriteOnly) && extra.write("{}") == 2);
    extra.close();
    ExportInfo info;
    info.appVersion = "0.1.0";
    info.model = {"blastomere-amodal", "1", "00ff", "Apache-2.0"};
    info.settings = {{"device", "cpu"}};
    info.otherFiles = {"annotations.json"};
    const std::vector<StackRecord> stacks = {sampleStack()};
    QVERIFY(exportMeasurements(folder.path().toStdString(), stacks, info).has_value());

    const QJsonObject manifest = QJsonDocument::fromJson(contentOf(folder.filePath("manifest.json"))).object();
    QVERIFY(manifest["intended_use"].toString().startsWith("For research use only."));
    QCOMPARE(manifest["model"].toObject()["sha256"].toString(), "00ff");
    QCOMPARE(manifest["settings"].toObject()["device"].toString(), "cpu");
    QCOMPARE(manifest["embryos"].toArray()[0].toObject()["px_size_source"].toString(), "user");
    const QJsonArray files = manifest["files"].toArray();
    QCOMPARE(files.size(), 5);
    for (const QJsonValue& file : files) {
        const QByteArray content = contentOf(folder.filePath(file["name"].toString()));
        QCOMPARE(file["sha256"].toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }
    QCOMPARE(manifest["settings"].toObject()["sustained_frames"].toString(), "3");
    for (const char* table : {"cells.csv", "frames.csv", "embryos.csv", "divisions.csv"}) {
        QStringList names;
        for (const QJsonValue& column : manifest["columns"].toObject()[table].toArray()) {
            names << column["name"].toString();
            QVERIFY2(!column["formula"].toString().isEmpty(), qPrintable(names.last()));
        }
        QCOMPARE(names.join(','), QString(contentOf(folder.filePath(table))).section('\n', 0, 0));
    }
}

void TestMeasureExport::aFolderThatCannotBeMadeIsReported()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("taken"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto result = exportMeasurements(folder.filePath("taken/inside").toStdString(), {}, {});
    QVERIFY(!result);
    QVERIFY(!result.error().message.empty());
}

void TestMeasureExport::embryosKeepTheirRandomIds()
{
    QTemporaryDir folder;
    const EmbryoIds ids(folder.filePath("data/ids.json").toStdString());
    const auto first = ids.idOf("/clinic/D2026.01.02_S01234_I0100_WELL3");
    QVERIFY(first.has_value());
    QCOMPARE(first->size(), std::size_t(16));
    QCOMPARE(*ids.idOf("/clinic/D2026.01.02_S01234_I0100_WELL3"), *first);
    QVERIFY(*ids.idOf("/clinic/D2026.01.02_S01234_I0100_WELL4") != *first);
    QVERIFY(!contentOf(folder.filePath("data/ids.json")).contains("WELL"));
    const EmbryoIds elsewhere(folder.filePath("other/ids.json").toStdString());
    QVERIFY(*elsewhere.idOf("/clinic/D2026.01.02_S01234_I0100_WELL3") != *first);
}

void TestMeasureExport::aDamagedTableOfIdsIsLeftAlone()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("ids.json"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"salt\"") > 0);
    file.close();
    const auto id = EmbryoIds(folder.filePath("ids.json").toStdString()).idOf("/a");
    QVERIFY(!id);
    QVERIFY(id.error().code == base::ErrorCode::Corrupt);
    QCOMPARE(contentOf(folder.filePath("ids.json")), QByteArray("{\"salt\""));
}

QTEST_GUILESS_MAIN(TestMeasureExport)
#include "tst_measure_export.moc"
