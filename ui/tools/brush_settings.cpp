// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/brush_settings.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::ui {

void BrushSettings::setRadius(double radius)
{
    const double wanted = std::clamp(radius, kSmallest, kLargest);
    if (wanted == m_radius)
        return;
    m_radius = wanted;
    emit radiusChanged(m_radius);
}

void BrushSettings::step(int steps)
{
    double radius = m_radius;
    for (int i = 0; i < std::abs(steps); ++i) {
        const double change = std::max(0.5, radius / 10);
        radius += steps > 0 ? change : -change;
    }
    setRadius(radius);
}

} // namespace blastoscope::ui
