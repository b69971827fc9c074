// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QItemSelection>
#include <QSignalSpy>
#include <QTest>

#include "ui/models/instance_list_model.h"
#include "ui/models/measurement_table_model.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

InstanceRow row(int id, double diameter)
{
    return {.id = id, .number = id, .color = Qt::red, .diameterPx = diameter, .visibleFraction = 0.715, .score = 0.93};
}

std::vector<MeasurementColumn> threeColumns()
{
    return {{"cell_id", "Cell", "", "Number of the cell", 0},
            {"eq_diameter_um", "Diameter", "µm", "Equivalent diameter", 1},
            {"mask_source", "Source", "", "", 0}};
}

std::vector<MeasurementRow> threeRows()
{
    return {{.frame = 0, .id = 1, .values = {1, 9.125, QString("model")}},
            {.frame = 0, .id = 2, .values = {2, QVariant(), QString("a\tb")}},
            {.frame = 1, .id = 10, .values = {10, 10.5, QString("drawn")}}};
}

QVariantList column(const QAbstractItemModel& model, int column, int role)
{
    QVariantList values;
    for (int r = 0; r < model.rowCount(); ++r)
        values << model.index(r, column).data(role);
    return values;
}

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void instancesKeepTheRulesOfModels()
    {
        InstanceListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(1, 60), row(2, 50)});
        model.setRows({row(1, 61), row(2, 50)});
        model.setHighlighted(2);
        model.setUmPerPixel(0.5);
        model.setRows({row(3, 10)});
        QCOMPARE(model.rowCount(), 1);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void diametersFollowTheCalibration()
    {
        InstanceListModel model;
        model.setRows({row(1, 60)});
        const QModelIndex diameter = model.index(0, InstanceListModel::Diameter);
        QCOMPARE(diameter.data().toString(), "60.0 px");
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setUmPerPixel(0.5);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(diameter.data().toString(), "30.0 µm");
        QCOMPARE(diameter.data(InstanceListModel::SortRole).toDouble(), 30.0);
    }

    void unknownValuesAreSaidSo()
    {
        InstanceListModel model;
        InstanceRow drawn = row(1, 60);
        drawn.visibleFraction.reset();
        drawn.score.reset();
        model.setRows({drawn, row(2, 60)});
        QCOMPARE(model.index(0, InstanceListModel::Visible).data().toString(), "–");
        QVERIFY(!model.index(0, InstanceListModel::Visible).data(InstanceListModel::SortRole).isValid());
        QVERIFY(!model.index(0, InstanceListModel::Visible).data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(model.index(1, InstanceListModel::Visible).data().toString(), "72 %");
        QCOMPARE(model.index(1, InstanceListModel::Score).data().toString(), "93 %");
    }

    void sameIdsAreUpdatedInPlace()
    {
        InstanceListModel model;
        model.setRows({row(1, 60), row(2, 50)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex kept = model.index(1, 0);
        model.setRows({row(1, 60), row(2, 55)});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(kept.isValid());
        model.setRows({row(1, 60), row(3, 55)});
        QCOMPARE(reset.count(), 1);
    }

    void highlightedRowLightsUp()
    {
        InstanceListModel model;
        model.setRows({row(7, 60), row(9, 50)});
        model.setHighlighted(9);
        QCOMPARE(column(model, 0, InstanceListModel::HighlightedRole), (QVariantList{false, true}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setHighlighted(7);
        QCOMPARE(changed.count(), 2);
        model.setHighlighted(std::nullopt);
        QCOMPARE(column(model, 0, InstanceListModel::HighlightedRole), (QVariantList{false, false}));
        QCOMPARE(model.rowOf(9), 1);
        QCOMPARE(model.rowOf(8), -1);
    }

    void measurementsKeepTheRulesOfModels()
    {
        MeasurementTableModel model;
        MeasurementSortProxy proxy;
        proxy.setSourceModel(&model);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(threeColumns(), threeRows());
        proxy.sort(1);
        QCOMPARE(proxy.rowCount(), int(threeRows().size()));
        model.setRows({});
        QCOMPARE(proxy.rowCount(), 0);
        model.setTable({}, {});
        QCOMPARE(proxy.columnCount(), 0);
    }

    void headersNameQuantityUnitAndMeaning()
    {
        MeasurementTableModel model;
        model.setTable(threeColumns(), threeRows());
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), "Diameter (µm)");
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), "Cell");
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), "Equivalent diameter");
        QCOMPARE(model.headerData(1, Qt::Horizontal, MeasurementTableModel::KeyRole).toString(), "eq_diameter_um");
        QCOMPARE(column(model, 1, Qt::DisplayRole), (QVariantList{"9.1", "", "10.5"}));
    }

    void sortsByValueWithUnknownLast()
    {
        MeasurementTableModel model;
        model.setTable(threeColumns(), threeRows());
        MeasurementSortProxy proxy;
        proxy.setSourceModel(&model);
        proxy.sort(1, Qt::AscendingOrder); // 9.1 before 10.5, unlike their texts
        QCOMPARE(column(proxy, 0, MeasurementTableModel::IdRole), (QVariantList{1, 10, 2}));
        proxy.sort(1, Qt::DescendingOrder);
        QCOMPARE(column(proxy, 0, MeasurementTableModel::IdRole), (QVariantList{10, 1, 2}));
    }

    void copiedTextIsForSpreadsheets()
    {
        MeasurementTableModel model;
        model.setTable(threeColumns(), threeRows());
        QItemSelection all(model.index(0, 0), model.index(2, 2));
        QCOMPARE(toTabSeparated(model, all),
                 "cell_id\teq_diameter_um\tmask_source\n1\t9.125\tmodel\n2\t\ta b\n10\t10.5\tdrawn\n");
        QItemSelection some(model.index(1, 0), model.index(1, 0));
        some.select(model.index(2, 1), model.index(2, 1));
        QCOMPARE(toTabSeparated(model, some), "cell_id\teq_diameter_um\n2\t\n\t10.5\n");
        QVERIFY(toTabSeparated(model, {}).isEmpty());
    }

    void copyFollowsTheSortOrder()
    {
        MeasurementTableModel model;
        model.setTable(threeColumns(), threeRows());
        MeasurementSortProxy proxy;
        proxy.setSourceModel(&model);
        proxy.sort(0, Qt::DescendingOrder);
        QCOMPARE(toTabSeparated(proxy, QItemSelection(proxy.index(0, 0), proxy.index(2, 0))), "cell_id\n10\n2\n1\n");
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "tst_models.moc"
