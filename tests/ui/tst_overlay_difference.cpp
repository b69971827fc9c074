// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/ui/frames.h"
#include "ui/canvas/overlay_difference.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

FrameOverlay overlayOf(const annotation::FrameAnnotation& frame, const FrameOverlay* previous = nullptr)
{
    return buildOverlay(frame, assignColors(frame), previous);
}

QRectF boundsOf(const masks::RleMask& mask)
{
    const base::Box box = mask.boundingBox();
    return {QPointF(box.x1, box.y1), QPointF(box.x2, box.y2)};
}

} // namespace

class OverlayDifferenceTest : public QObject {
    Q_OBJECT

private slots:
    void nothingDiffers()
    {
        QVERIFY(differingArea(overlayOf(frames::pair({{1, 2}})), overlayOf(frames::pair({{1, 2}}))).isNull());
    }

    void onlyWhatChangedDiffers()
    {
        annotation::FrameAnnotation before = frames::pair({{1, 2}});
        before.instances.push_back(frames::cell(3, frames::disc(200, 20, 20, 10)));
        annotation::FrameAnnotation after = before;
        after.instances[2].amodal = frames::disc(200, 24, 20, 10);
        QCOMPARE(differingArea(overlayOf(before), overlayOf(after)),
                 boundsOf(before.instances[2].amodal) | boundsOf(after.instances[2].amodal));
    }

    void whatCameAndWentDiffers()
    {
        annotation::FrameAnnotation more = frames::pair({{1, 2}});
        more.instances.push_back(frames::cell(3, frames::disc(200, 20, 20, 10)));
        const FrameOverlay with = overlayOf(more), without = overlayOf(frames::pair({{1, 2}}));
        QCOMPARE(differingArea(with, without), boundsOf(more.instances[2].amodal));
        QCOMPARE(differingArea(without, with), boundsOf(more.instances[2].amodal));
    }

    void anotherOrderDiffers()
    {
        const QRectF area = differingArea(overlayOf(frames::pair({{1, 2}})), overlayOf(frames::pair({{2, 1}})));
        QVERIFY(area.contains(boundsOf(frames::pair().instances[0].amodal)));
        const QRectF unknown = differingArea(overlayOf(frames::pair({{1, 2}})), overlayOf(frames::pair()));
        QVERIFY(!unknown.isNull());
    }

    void takingOverFromBeforeChangesNothing()
    {
        const FrameOverlay before = overlayOf(frames::pair({{1, 2}}));
        annotation::FrameAnnotation frame = frames::pair({{1, 2}});
        frame.instances[1].amodal = frames::disc(200, 130, 100, 45); // also changes nothing that hides the first
        frame.instances[0].score = .5;
        const FrameOverlay fresh = overlayOf(frame), again = overlayOf(frame, &before);
        QVERIFY(differingArea(fresh, again).isNull());
        for (const Silhouette& silhouette : fresh.silhouettes) {
            const Silhouette& other = *again.find(silhouette.id);
            QCOMPARE(other.amodal, silhouette.amodal);
            QCOMPARE(other.hidden, silhouette.hidden);
            QCOMPARE(other.hiddenOutline, silhouette.hiddenOutline);
            QCOMPARE(other.score, silhouette.score);
            QCOMPARE(other.bounds, silhouette.bounds);
        }
    }
};

QTEST_MAIN(OverlayDifferenceTest)
#include "tst_overlay_difference.moc"
