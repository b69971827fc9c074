// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace blastoscope::imaging {

/// Micrometres in one `unit`, as ImageJ and OME-XML spell it ("µm", "um", "micron", "mm", "nm", "inch" …).
/// Empty for "pixel", for relative units and for anything unknown: a guess would invent a calibration.
std::optional<double> micrometresPerUnit(std::string_view unit);

/// Hours in one `unit` of time ("s", "sec", "ms", "min", "h" …); empty for anything unknown.
std::optional<double> hoursPerUnit(std::string_view unit);

} // namespace blastoscope::imaging
