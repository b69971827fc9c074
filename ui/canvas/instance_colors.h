// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QColor>

#include "core/annotation/instance.h"
#include "ui/canvas/track_colors.h"

namespace blastoscope::ui {

/// Number of colours before the set repeats.
int paletteSize();

/// Colour `index` (taken modulo paletteSize()) of the set that tells silhouettes apart, also for colour-blind eyes:
/// first those of Okabe and Ito (2008) that show on a grey picture, then hues evenly spaced in OKLCH (Ottosson 2020)
/// at equal lightness and chroma, the most distant ones first.
QColor paletteColor(int index);

/// The colour in that set of what has a number from 1 on: a track, or an object of a frame.
QColor wishedColor(int number);

using InstanceColors = std::map<annotation::InstanceId, QColor>;

/// A colour for every instance of a frame. The wish of an instance is the colour of its track in `tracks`, or comes
/// from the number of its track (of its id while it has no track), so it keeps its colour through time; where two
/// neighbours (overlapping or less than about 3 % of the frame apart) would look alike, the later one moves to the
/// first colour of the set that no neighbour has and, if possible, nobody in the frame has. Depends on its arguments
/// alone, not on what was shown before.
InstanceColors assignColors(const annotation::FrameAnnotation& frame, const TrackColors& tracks = {});

} // namespace blastoscope::ui
