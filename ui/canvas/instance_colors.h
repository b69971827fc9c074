// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QColor>

#include "core/annotation/instance.h"

namespace blastoscope::ui {

/// Number of colours before the set repeats.
int paletteSize();

/// Colour `index` (taken modulo paletteSize()) of the set that tells silhouettes apart, also for colour-blind eyes:
/// first those of Okabe and Ito (2008) that show on a grey picture, then hues evenly spaced in OKLCH (Ottosson 2020)
/// at equal lightness and chroma, the most distant ones first.
QColor paletteColor(int index);

using InstanceColors = std::map<annotation::InstanceId, QColor>;

/// A colour for every instance of a frame. The wish of an instance comes from its track (from its id while it has no
/// track), so it keeps its colour through time; where two neighbours (overlapping or less than about 3 % of the frame
/// apart) would get the same colour, the later one moves to the first colour that no neighbour has and, if possible,
/// nobody in the frame has. Depends on the frame alone, not on what was shown before.
InstanceColors assignColors(const annotation::FrameAnnotation& frame);

} // namespace blastoscope::ui
