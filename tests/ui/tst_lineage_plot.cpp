// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <qcustomplot.h>

#include "ui/plots/lineage_layout.h"
#include "ui/plots/lineage_plot.h"

using namespace blastoscope::ui;

namespace {

TrackSeries track(int id, int first, int last, std::optional<int> mother = std::nullopt)
{
    TrackSeries series;
    series.id = id;
    series.mother = mother;
    series.color = QColor::fromHsv(id * 40 % 360, 120, 220);
    for (int frame = first; frame <= last; ++frame)
        series.cells.push_back({frame, 10 * id});
    return series;
}

/// One cell divides at frame 4, its second daughter is seen from 5 on and divides at 8.
std::vector<TrackSeries> threeCells()
{
    return {track(1, 0, 3), track(2, 4, 11, 1), track(3, 5, 7, 1), track(4, 8, 11, 3), track(5, 8, 11, 3)};
}

std::shared_ptr<StackSeries> seriesOf(std::vector<TrackSeries> tracks)
{
    auto series = std::make_shared<StackSeries>();
    series->frameCount = 12;
    for (int frame = 0; frame < 12; ++frame)
        series->hours.push_back(10 + 0.5 * frame);
    series->tracks = std::move(tracks);
    return series;
}

int visibleLabels(QCustomPlot& plot)
{
    int count = 0;
    for (int i = 0; i < plot.itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(plot.item(i)))
            count += text->visible();
    return count;
}

} // namespace

class LineagePlotTest : public QObject {
    Q_OBJECT

private slots:
    void mothersLieBetweenTheirDaughters()
    {
        const LineageLayout layout = layoutOf(threeCells());
        QCOMPARE(layout.rows, 3);
        const std::vector<TrackLine> lines = {
            {0, .75, 0, 4}, {1, 0, 4, 11}, {2, 1.5, 4, 8}, {3, 1, 8, 11}, {4, 2, 8, 11}};
        QCOMPARE(layout.lines, lines);
        QCOMPARE(layout.divisions.size(), std::size_t(2));
        QVERIFY((std::find(layout.divisions.begin(), layout.divisions.end(), DivisionLine{0, 4, 0, 1.5})) !=
                layout.divisions.end());
        QVERIFY((std::find(layout.divisions.begin(), layout.divisions.end(), DivisionLine{2, 8, 1, 2})) !=
                layout.divisions.end());
    }

    void leavesAreSpreadEvenly()
    {
        std::vector<TrackSeries> tracks = {track(1, 0, 9)};
        for (int id = 2; id < 16; ++id) {
            const int generation = id < 4 ? 1 : id < 8 ? 2 : 3;
            tracks.push_back(track(id, 10 * generation, 10 * generation + 9, id / 2));
        }
        const LineageLayout layout = layoutOf(tracks);
        QCOMPARE(layout.rows, 8);
        QCOMPARE(layout.lines[0].row, 3.5);
        for (int leaf = 0; leaf < 8; ++leaf)
            QCOMPARE(layout.lines[std::size_t(7 + leaf)].row, double(leaf));
        QCOMPARE(layout.divisions.size(), std::size_t(7));
    }

    void shortTracksShareRowsBelowTheEmbryo()
    {
        std::vector<TrackSeries> tracks = {track(1, 0, 0)}; // noise comes first in time
        tracks.push_back(track(2, 0, 59));
        tracks.push_back(track(3, 60, 119, 2));
        tracks.push_back(track(4, 60, 119, 2));
        for (int id = 5; id < 25; ++id)
            tracks.push_back(track(id, 5 * id - 20, 5 * id - 18));
        const LineageLayout layout = layoutOf(tracks);
        QCOMPARE(layout.lines[1].row, .5); // the embryo is on top
        QVERIFY(layout.rows <= 5);
        // Nothing lies on top of something else.
        for (const TrackLine& a : layout.lines)
            for (const TrackLine& b : layout.lines)
                QVERIFY(a.track == b.track || a.row != b.row || a.to < b.from || b.to < a.from);
        QCOMPARE(layoutOf(tracks).lines, layout.lines);
    }

    void aMotherThatIsNotThereIsNone()
    {
        const LineageLayout layout = layoutOf({track(2, 4, 11, 1)});
        QCOMPARE(layout.lines, (std::vector<TrackLine>{{0, 0, 4, 11}}));
        QVERIFY(layout.divisions.empty());
        QCOMPARE(layoutOf({}).rows, 0);
    }

    void emptyPlotSaysWhatToDo()
    {
        LineagePlot plot;
        plot.resize(500, 300);
        plot.show();
        const auto* label = plot.findChild<QLabel*>();
        QVERIFY(plot.isEmpty() && label->isVisible());
        QVERIFY(label->text().contains(QStringLiteral("Track cells")));
        plot.setSeries(seriesOf(threeCells()));
        QVERIFY(!plot.isEmpty() && !label->isVisible());
        auto nuclei = seriesOf({});
        nuclei->objects = QStringLiteral("Nuclei");
        plot.setSeries(nuclei);
        QVERIFY(plot.isEmpty() && !label->text().contains(QStringLiteral("Track cells")));
    }

    void everyTrackIsALineInItsColor()
    {
        LineagePlot plot;
        QPalette dark;
        dark.setColor(QPalette::WindowText, QColor(220, 221, 222));
        dark.setColor(QPalette::Window, Qt::black);
        plot.setPalette(dark);
        plot.setSeries(seriesOf(threeCells()));
        QCOMPARE(plot.plot().graphCount(), 2 + 5); // divisions and tracks
        for (int i = 0; i < 5; ++i) {
            const QCPGraph* graph = plot.plot().graph(2 + i);
            QCOMPARE(graph->pen().color(), threeCells()[std::size_t(i)].color);
            QCOMPARE(graph->dataMainValue(0), graph->dataMainValue(1));
        }
        QCOMPARE(plot.plot().graph(2)->dataMainKey(0), 10.0); // hours
        QCOMPARE(plot.plot().graph(2)->dataMainKey(1), 12.0); // as far as the division
        QVERIFY(plot.plot().yAxis->range().contains(1) && plot.plot().yAxis->range().contains(3));
    }

    void numbersShowWhereThereIsRoom()
    {
        LineagePlot plot;
        plot.resize(600, 300);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.setSeries(seriesOf(threeCells()));
        plot.plot().replot();
        QCOMPARE(visibleLabels(plot.plot()), 5);
        std::vector<TrackSeries> many;
        for (int id = 1; id <= 60; ++id)
            many.push_back(track(id, 0, 11));
        plot.setSeries(seriesOf(many));
        plot.plot().replot();
        QCOMPARE(visibleLabels(plot.plot()), 0);
        plot.setSeries(seriesOf({track(7, 3, 3)}));
        plot.plot().replot();
        QCOMPARE(visibleLabels(plot.plot()), 0); // a point is too short
    }

    void clickGoesToTheCell()
    {
        LineagePlot plot;
        plot.resize(600, 300);
        plot.setSeries(seriesOf(threeCells()));
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.plot().replot();
        QSignalSpy requested(&plot, &TimePlot::frameRequested);
        const double x = plot.plot().xAxis->coordToPixel(15); // frame 10
        const double y = plot.plot().yAxis->coordToPixel(2);  // the second row: track 4
        QTest::mouseClick(&plot.plot(), Qt::LeftButton, {}, QPointF(x, y).toPoint());
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.at(0).at(0).toInt(), 10);
        QCOMPARE(requested.at(0).at(1).toInt(), 40);
    }
};

QTEST_MAIN(LineagePlotTest)
#include "tst_lineage_plot.moc"
