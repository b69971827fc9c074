// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlay_difference.h"

#include <algorithm>

namespace blastoscope::ui {
namespace {

bool looksTheSame(const Silhouette& a, const Silhouette& b)
{
    return a.number == b.number && a.color == b.color && a.score == b.score && a.reviewed == b.reviewed
           && a.mask == b.mask && a.hiddenMask == b.hiddenMask;
}

QRectF entireFrame(const FrameOverlay& overlay)
{
    return {0, 0, double(overlay.width), double(overlay.height)};
}

} // namespace

QRectF differingArea(const FrameOverlay& before, const FrameOverlay& after)
{
    if (before.width != after.width || before.height != after.height)
        return entireFrame(before) | entireFrame(after);
    QRectF area;
    if (before.unknownOverlap != after.unknownOverlap)
        area = before.unknownOverlap.boundingRect() | after.unknownOverlap.boundingRect();
    std::size_t expected = 0; // position of the next common silhouette: another order of painting shows everywhere
    for (const Silhouette& silhouette : after.silhouettes) {
        const Silhouette* old = before.find(silhouette.id);
        if (!old) {
            area |= silhouette.bounds;
            continue;
        }
        const std::size_t position = std::size_t(old - before.silhouettes.data());
        if (position < expected)
            return entireFrame(after);
        expected = position + 1;
        if (!looksTheSame(*old, silhouette))
            area |= old->bounds | silhouette.bounds;
    }
    for (const Silhouette& silhouette : before.silhouettes)
        if (!after.find(silhouette.id))
            area |= silhouette.bounds;
    return area;
}

} // namespace blastoscope::ui
