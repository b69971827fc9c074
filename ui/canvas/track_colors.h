// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QColor>

#include "core/tracking/lineage.h"

namespace blastoscope::ui {

/// The colour of each track, by its id.
using TrackColors = std::map<int, QColor>;

/// Families keep together: the first cells share the circle of hues evenly (OKLCH), in the order of their ids; each
/// division splits the arc of the mother among her daughters, who take the middles of the parts. Sisters differ in
/// lightness, too, so that eyes that see fewer hues tell them apart. A track without relatives has the colour that its
/// number has in the palette. Depends on who descends from whom alone.
TrackColors trackColors(const tracking::Lineage& lineage);

} // namespace blastoscope::ui
