// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QTest>

#include "tests/ui/frames.h"
#include "ui/canvas/instance_colors.h"
#include "ui/canvas/oklch.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

void addDaughters(tracking::Lineage& lineage, int mother, std::vector<int> ids)
{
    lineage[mother].id = mother;
    lineage[mother].daughters = ids;
    for (const int id : ids) {
        lineage[id].id = id;
        lineage[id].mother = mother;
    }
}

/// 1 to 2, 3 to 4 ... 7 to 8 ... 15.
tracking::Lineage eightCells()
{
    tracking::Lineage lineage;
    for (int mother = 1; mother < 8; ++mother)
        addDaughters(lineage, mother, {2 * mother, 2 * mother + 1});
    return lineage;
}

double hueOf(const QColor& color)
{
    const Oklab place = oklabOf(color);
    return std::atan2(place.b, place.a) * 180 / M_PI;
}

double hueDistance(const QColor& a, const QColor& b)
{
    const double distance = std::abs(std::remainder(hueOf(a) - hueOf(b), 360));
    return distance;
}

/// As an eye without long-wave cones sees it: Machado, Oliveira and Fernandes (2009), severity 1, in linear light.
QColor asDeuteranopeSees(const QColor& color)
{
    const auto linear = [](double s) { return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4); };
    const auto srgb = [](double l) {
        l = std::clamp(l, 0.0, 1.0);
        return float(l <= 0.0031308 ? 12.92 * l : 1.055 * std::pow(l, 1 / 2.4) - 0.055);
    };
    const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
    return QColor::fromRgbF(srgb(0.367322 * r + 0.860646 * g - 0.227968 * b),
                            srgb(0.280085 * r + 0.672501 * g + 0.047413 * b),
                            srgb(-0.011820 * r + 0.042940 * g + 0.968881 * b));
}

double distanceOf(const QColor& a, const QColor& b)
{
    return distance(oklabOf(a), oklabOf(b));
}

} // namespace

class TrackColorsTest : public QObject {
    Q_OBJECT

private slots:
    void oklchThereAndBack()
    {
        const Oklab place = oklabOf(fromOklch(.7, .1, 40));
        QVERIFY(std::abs(place.lightness - .7) < .002);
        QVERIFY(std::abs(std::hypot(place.a, place.b) - .1) < .002);
        QVERIFY(std::abs(hueOf(fromOklch(.7, .1, 40)) - 40) < 1);
        QCOMPARE(shownChroma(.78, .05, 200), .05);
        const double most = shownChroma(.84, .3, 270);
        QVERIFY(most > .06 && most < .1);
        QVERIFY(std::abs(std::hypot(oklabOf(fromOklch(.84, most, 270)).a, oklabOf(fromOklch(.84, most, 270)).b) -
                         most) < .003);
    }

    void daughtersAreNearTheirMother()
    {
        const tracking::Lineage lineage = eightCells();
        const TrackColors colors = trackColors(lineage);
        QCOMPARE(colors.size(), lineage.size());
        for (const auto& [id, track] : lineage) {
            if (!track.mother)
                continue;
            const int generation = int(std::log2(id));
            // A quarter of the mother's arc away, which is half of that of her mother.
            const double expected = 180 / std::pow(2, generation);
            QVERIFY(std::abs(hueDistance(colors.at(id), colors.at(*track.mother)) - expected) < 3);
        }
        // Cousins are farther from each other than sisters.
        QVERIFY(hueDistance(colors.at(8), colors.at(9)) < hueDistance(colors.at(8), colors.at(12)));
    }

    void sistersDifferInLightness()
    {
        tracking::Lineage lineage = eightCells();
        addDaughters(lineage, 8, {16, 17, 18});
        const TrackColors colors = trackColors(lineage);
        for (const auto& [id, track] : lineage)
            for (std::size_t i = 1; i < track.daughters.size(); ++i) {
                const QColor& first = colors.at(track.daughters[i - 1]);
                const QColor& second = colors.at(track.daughters[i]);
                QVERIFY(oklabOf(first).lightness - oklabOf(second).lightness > .06);
                QVERIFY(distanceOf(asDeuteranopeSees(first), asDeuteranopeSees(second)) > .06);
            }
    }

    void allCellsOfAFrameDiffer()
    {
        const TrackColors colors = trackColors(eightCells());
        for (int a = 8; a < 16; ++a)
            for (int b = a + 1; b < 16; ++b) {
                QVERIFY(distanceOf(colors.at(a), colors.at(b)) > .06);
                QVERIFY2(distanceOf(asDeuteranopeSees(colors.at(a)), asDeuteranopeSees(colors.at(b))) > .03,
                         qPrintable(QStringLiteral("%1 %2").arg(a).arg(b)));
            }
    }

    void familiesShareTheCircle()
    {
        tracking::Lineage lineage;
        addDaughters(lineage, 1, {3, 4});
        addDaughters(lineage, 2, {5, 6});
        const TrackColors two = trackColors(lineage);
        QVERIFY(std::abs(hueDistance(two.at(1), two.at(2)) - 180) < 3);
        QVERIFY(std::abs(hueDistance(two.at(3), two.at(1)) - 45) < 3);
        // A cell that appears out of nowhere takes nothing from the families.
        lineage[9].id = 9;
        const TrackColors three = trackColors(lineage);
        QCOMPARE(three.at(1), two.at(1));
        QCOMPARE(three.at(9), wishedColor(9));
    }

    void tracksWithoutRelativesHaveTheColorsOfThePalette()
    {
        tracking::Lineage lineage;
        lineage[1].id = 1;
        lineage[30].id = 30;
        QCOMPARE(trackColors(lineage), (TrackColors{{1, paletteColor(0)}, {30, paletteColor(29)}}));
        QVERIFY(trackColors({}).empty());
    }

    void theSameLineageGivesTheSameColors()
    {
        tracking::Lineage moved = eightCells();
        for (auto& [id, track] : moved)
            track.points = {{id, 7}};
        QCOMPARE(trackColors(moved), trackColors(eightCells()));
    }

    void instancesHaveTheColorOfTheirTrack()
    {
        const TrackColors colors = trackColors(eightCells());
        auto frame = frames::pair();
        frame.instances[0].trackId = 4;
        frame.instances[1].trackId = 5;
        const InstanceColors assigned = assignColors(frame, colors);
        QCOMPARE(assigned.at(1), colors.at(4));
        QCOMPARE(assigned.at(2), colors.at(5));
        frame.instances[1].trackId = 77; // not in the lineage
        QCOMPARE(assignColors(frame, colors).at(2), wishedColor(77));
        frame.instances[0].classId = int(base::ObjectClass::Fragment); // with a number of its own
        QCOMPARE(assignColors(frame, colors).at(1), wishedColor(4));
        QCOMPARE(assignColors(frame, {}).at(1), paletteColor(3)); // without a lineage everything stays as it was
    }

    void neighboursNeverLookAlike()
    {
        // Two of one track are an error of somebody, but they lie side by side; and the third wishes for almost the
        // colour of the first.
        auto frame = frames::pair();
        frame.instances.push_back(frames::cell(3, frames::disc(200, 100, 130, 40)));
        for (annotation::Instance& instance : frame.instances)
            instance.trackId = instance.id == 3 ? 2 : 1;
        const QColor orange = fromOklch(.76, .12, 60);
        const InstanceColors assigned = assignColors(frame, {{1, orange}, {2, fromOklch(.77, .12, 62)}});
        QCOMPARE(assigned.at(1), orange);
        for (const int a : {1, 2, 3})
            for (const int b : {1, 2, 3})
                QVERIFY(a == b || distanceOf(assigned.at(a), assigned.at(b)) > .039);
    }
};

QTEST_GUILESS_MAIN(TrackColorsTest)
#include "tst_track_colors.moc"
