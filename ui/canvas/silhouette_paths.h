// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>

#include "core/masks/rle_mask.h"

namespace blastoscope::ui {

/// Image coordinates.
struct SilhouettePaths {
    QPainterPath amodal;         ///< closed
    QPainterPath hidden;         ///< closed
    QPainterPath visibleOutline; ///< open arcs, or closed where a whole outline is visible
    QPainterPath hiddenOutline;
};

/// Smooth outline of a mask, thinned to a tenth of a pixel.
QPainterPath tracePath(const masks::RleMask& mask);

/// `hidden` is a part of `amodal`.
SilhouettePaths tracePaths(const masks::RleMask& amodal, const masks::RleMask& hidden);

/// A point deep inside the mask (centre of about the largest disc that fits); the origin when the mask is empty.
QPointF innermostPoint(const masks::RleMask& mask);

} // namespace blastoscope::ui
