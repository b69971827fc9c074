// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// What is known about a stack as JSON: axes, size, pixel type, planes, calibration, times, RUN numbers, phases and
/// warnings. Unknown values are null, never 0. The path stays out: it may name a patient.
nlohmann::json toJson(const StackInfo& info);

/// Stable names for JSON and tables: "u8", "u16", "f32".
std::string_view nameOf(base::PixelType type);
/// "unknown", "table", "file", "overlay", "nominal"
std::string_view nameOf(TimeSource source);
/// "unknown", "file", "user", "preset"
std::string_view nameOf(CalibrationSource source);

/// The same for tables and annotations, where what is unknown is empty.
std::string knownNameOf(TimeSource source);
std::string knownNameOf(CalibrationSource source);

} // namespace blastoscope::imaging
