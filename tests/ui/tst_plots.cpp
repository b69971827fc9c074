// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <cmath>

#include <qcustomplot.h>

#include "ui/plots/plots.h"

using namespace blastoscope::ui;

namespace {

std::shared_ptr<StackSeries> fiveFrames()
{
    auto series = std::make_shared<StackSeries>();
    series->frameCount = 5;
    series->hours = {10, 11, 12, 14, 20};
    for (int frame : {0, 1, 3}) {
        series->frames.push_back({frame, frame + 1, 10.0 + frame});
        series->cells.push_back({frame, 1, Qt::red, 60.0, false});
        series->cells.push_back({frame, 2, Qt::blue, 90.0, true});
    }
    return series;
}

} // namespace

class PlotsTest : public QObject {
    Q_OBJECT

private slots:
    void timesAreHoursOnlyWhenAllAreKnown()
    {
        auto series = fiveFrames();
        QCOMPARE(series->times(), (std::vector<double>{10, 11, 12, 14, 20}));
        series->hours[2].reset();
        QCOMPARE(series->times(), (std::vector<double>{1, 2, 3, 4, 5}));
        QVERIFY(!StackSeries().hasHours());
    }

    void emptyPlotSaysWhatToDo()
    {
        CellCountPlot plot;
        plot.resize(400, 300);
        plot.show();
        QVERIFY(plot.isEmpty());
        const auto* label = plot.findChild<QLabel*>();
        QVERIFY(label && label->isVisible() && !label->text().isEmpty());
        plot.setSeries(fiveFrames());
        QVERIFY(!plot.isEmpty() && !label->isVisible());
        plot.setSeries(std::make_shared<StackSeries>());
        QVERIFY(plot.isEmpty() && label->isVisible());
    }

    void countsAreStepsWithGaps()
    {
        CellCountPlot plot;
        plot.setSeries(fiveFrames());
        const QCPGraph* graph = plot.plot().graph(0);
        QCOMPARE(graph->lineStyle(), QCPGraph::lsStepLeft);
        QCOMPARE(graph->dataCount(), 4); // three points and the break at frame 2
        QVERIFY(qIsNaN(graph->dataMainValue(2)));
        QCOMPARE(graph->dataMainKey(3), 14.0);
        QCOMPARE(graph->dataMainValue(3), 4.0);
    }

    void everyCellIsAPointInItsColor()
    {
        DiameterPlot plot;
        plot.setSeries(fiveFrames());
        QCOMPARE(plot.plot().graphCount(), 2);
        int points = 0;
        for (int i = 0; i < 2; ++i) {
            points += plot.plot().graph(i)->dataCount();
            const QColor fill = plot.plot().graph(i)->scatterStyle().brush().color();
            // What nobody reviewed is fainter.
            QCOMPARE(fill.alphaF() < 0.9f, fill.red() > fill.blue());
        }
        QCOMPARE(points, 6);
        QVERIFY(plot.plot().yAxis->label().contains("px"));
        auto calibrated = fiveFrames();
        calibrated->calibrated = true;
        plot.setSeries(calibrated);
        QVERIFY(plot.plot().yAxis->label().contains("µm"));
    }

    void framesAreWholeNumbers()
    {
        auto series = fiveFrames();
        series->hours[2].reset();
        CellCountPlot plot;
        plot.resize(900, 300);
        plot.show();
        plot.setSeries(series);
        plot.plot().replot();
        QVERIFY(!plot.plot().xAxis->tickVector().isEmpty());
        for (const double tick : plot.plot().xAxis->tickVector())
            QCOMPARE(tick, std::round(tick));
    }

    void clickGoesToTheFrameOfThePoint()
    {
        EvennessPlot plot;
        plot.resize(500, 300);
        plot.setSeries(fiveFrames());
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.plot().replot();
        QSignalSpy requested(&plot, &TimePlot::frameRequested);
        const auto position = plot.positionOf(3);
        QVERIFY(position && !plot.positionOf(2));
        QTest::mouseClick(&plot.plot(), Qt::LeftButton, {}, position->toPoint() + QPoint(3, -2));
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.at(0).at(0).toInt(), 3);
        QVERIFY(!plot.frameNear(*position + QPointF(0, 150)));
        // A drag moves the plot and asks for nothing.
        QTest::mousePress(&plot.plot(), Qt::LeftButton, {}, position->toPoint());
        QTest::mouseMove(&plot.plot(), position->toPoint() - QPoint(60, 0));
        QTest::mouseRelease(&plot.plot(), Qt::LeftButton, {}, position->toPoint() - QPoint(60, 0));
        QCOMPARE(requested.count(), 1);
    }

    void cursorMarksTheCurrentFrame()
    {
        CellCountPlot plot;
        plot.resize(500, 300);
        plot.setSeries(fiveFrames());
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.plot().replot();
        plot.setCurrentFrame(1);
        const QImage first = plot.grab().toImage();
        plot.setCurrentFrame(3);
        QVERIFY(plot.grab().toImage() != first);
        plot.setCurrentFrame(1);
        QCOMPARE(plot.grab().toImage(), first);
    }

    void colorsFollowTheTheme()
    {
        CellCountPlot plot;
        plot.setSeries(fiveFrames());
        QPalette dark;
        dark.setColor(QPalette::WindowText, QColor(220, 221, 222));
        dark.setColor(QPalette::Window, Qt::black);
        plot.setPalette(dark);
        QCOMPARE(plot.plot().graph(0)->pen().color(), QColor(220, 221, 222));
    }
};

QTEST_MAIN(PlotsTest)
#include "tst_plots.moc"
