// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/stack_series.h"

#include <algorithm>

namespace blastoscope::ui {

bool StackSeries::hasHours() const
{
    return frameCount > 0 && int(hours.size()) == frameCount
           && std::all_of(hours.begin(), hours.end(), [](const auto& h) { return h.has_value(); });
}

std::vector<double> StackSeries::times() const
{
    const bool known = hasHours();
    std::vector<double> times;
    for (int frame = 0; frame < frameCount; ++frame)
        times.push_back(known ? *hours[std::size_t(frame)] : frame + 1);
    return times;
}

} // namespace blastoscope::ui
