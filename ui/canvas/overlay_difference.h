// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "ui/canvas/frame_overlay.h"

namespace blastoscope::ui {

/// Where (image coordinates) `after` looks different from `before`: the bounds of the silhouettes that changed, came or
/// went; null when the two look the same.
QRectF differingArea(const FrameOverlay& before, const FrameOverlay& after);

} // namespace blastoscope::ui
