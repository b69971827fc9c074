// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/snap_settings.h"

#include <algorithm>

namespace blastoscope::ui {

void SnapSettings::setStrength(int percent)
{
    percent = std::clamp(percent, 0, 100);
    if (percent == m_strength)
        return;
    m_strength = percent;
    emit strengthChanged(percent);
}

} // namespace blastoscope::ui
