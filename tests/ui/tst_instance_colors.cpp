// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "tests/ui/frames.h"
#include "ui/canvas/instance_colors.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class InstanceColorsTest : public QObject {
    Q_OBJECT

private slots:
    void startsWithOkabeAndIto()
    {
        QCOMPARE(paletteColor(0), QColor(0xe6, 0x9f, 0x00));
        QCOMPARE(paletteColor(1), QColor(0x56, 0xb4, 0xe9));
        QCOMPARE(paletteColor(paletteSize()), paletteColor(0));
    }

    void allColorsDiffer()
    {
        QSet<QRgb> colors;
        for (int i = 0; i < paletteSize(); ++i)
            colors.insert(paletteColor(i).rgb());
        QCOMPARE(colors.size(), paletteSize());
        QVERIFY(paletteSize() >= 16); // a whole embryo of the sizes that are counted
    }

    void furtherHuesHaveAboutEqualLightness()
    {
        for (int i = 7; i < paletteSize(); ++i) {
            const QColor c = paletteColor(i);
            const double luma = 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF();
            QVERIFY2(luma > 0.6 && luma < 0.82, qPrintable(QString::number(luma)));
        }
    }

    void colorFollowsTheTrackThroughTime()
    {
        auto early = frames::pair();
        auto late = frames::pair();
        early.instances[0].trackId = 5;
        early.instances[1].trackId = 3;
        std::swap(late.instances[0], late.instances[1]);
        late.instances[0].trackId = 3; // id 2
        late.instances[1].trackId = 5; // id 1
        QCOMPARE(assignColors(early).at(1), assignColors(late).at(1));
        QCOMPARE(assignColors(early).at(2), assignColors(late).at(2));
        QCOMPARE(assignColors(early).at(1), paletteColor(4));
    }

    void idGivesTheColorWhileThereIsNoTrack()
    {
        QCOMPARE(assignColors(frames::pair()).at(1), paletteColor(0));
        QCOMPARE(assignColors(frames::pair()).at(2), paletteColor(1));
    }

    void neighboursNeverShareAColor()
    {
        // The same wish: ids that differ by the number of colours.
        auto frame = frames::pair();
        frame.instances[1].id = 1 + paletteSize();
        const InstanceColors colors = assignColors(frame);
        QVERIFY(colors.at(1) != colors.at(1 + paletteSize()));
        QCOMPARE(colors.at(1), paletteColor(0));
    }

    void distantCellsKeepTheirWish()
    {
        auto frame = frames::frame(400, {frames::cell(1, frames::disc(400, 50, 50, 20)),
                                         frames::cell(1 + paletteSize(), frames::disc(400, 300, 300, 20))});
        const InstanceColors colors = assignColors(frame);
        QCOMPARE(colors.at(1), colors.at(1 + paletteSize()));
    }

    void trackedCellDoesNotYieldToAnUntrackedOne()
    {
        auto frame = frames::pair();
        frame.instances[1].trackId = 1; // the wish of instance 1
        const InstanceColors colors = assignColors(frame);
        QCOMPARE(colors.at(2), paletteColor(0));
        QVERIFY(colors.at(1) != colors.at(2));
    }

    void moreNeighboursThanColorsStillGetOne()
    {
        std::vector<annotation::Instance> cells;
        for (int i = 1; i <= paletteSize() + 3; ++i)
            cells.push_back(frames::cell(i, frames::disc(100, 50, 50, 20)));
        QCOMPARE(int(assignColors(frames::frame(100, cells)).size()), paletteSize() + 3);
    }
};

QTEST_GUILESS_MAIN(InstanceColorsTest)
#include "tst_instance_colors.moc"
