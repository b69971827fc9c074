// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/stack_info_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace blastoscope::imaging {
namespace {

template<typename T>
nlohmann::json orNull(const std::optional<T>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

/// An array, or null when nothing is known.
template<typename T>
nlohmann::json knownValues(const std::vector<std::optional<T>>& values)
{
    if (std::none_of(values.begin(), values.end(), [](const auto& value) { return value.has_value(); }))
        return nullptr;
    auto array = nlohmann::json::array();
    for (const auto& value : values)
        array.push_back(orNull(value));
    return array;
}

} // namespace

std::string_view nameOf(base::PixelType type)
{
    switch (type) {
    case base::PixelType::U8: return "u8";
    case base::PixelType::U16: return "u16";
    case base::PixelType::F32: break;
    }
    return "f32";
}

std::string_view nameOf(TimeSource source)
{
    switch (source) {
    case TimeSource::Unknown: break;
    case TimeSource::Table: return "table";
    case TimeSource::File: return "file";
    case TimeSource::Overlay: return "overlay";
    case TimeSource::Nominal: return "nominal";
    }
    return "unknown";
}

std::string_view nameOf(CalibrationSource source)
{
    switch (source) {
    case CalibrationSource::Unknown: break;
    case CalibrationSource::File: return "file";
    case CalibrationSource::User: return "user";
    case CalibrationSource::Preset: return "preset";
    }
    return "unknown";
}

std::string knownNameOf(TimeSource source)
{
    return source == TimeSource::Unknown ? std::string() : std::string(nameOf(source));
}

std::string knownNameOf(CalibrationSource source)
{
    return source == CalibrationSource::Unknown ? std::string() : std::string(nameOf(source));
}

nlohmann::json toJson(const StackInfo& info)
{
    auto phases = nlohmann::json::array();
    for (const Phase& phase : info.phases)
        phases.push_back({{"name", phase.name}, {"first_frame", phase.firstFrame}, {"last_frame", phase.lastFrame}});
    return {
        {"format", info.format},
        {"times", info.times},
        {"planes", info.planes},
        {"channels", info.channels},
        {"width", info.width},
        {"height", info.height},
        {"samples_per_pixel", info.samplesPerPixel},
        {"pixel_type", nameOf(info.pixelType)},
        {"plane_names", info.planeNames},
        {"default_plane", info.defaultPlane},
        {"um_per_px", orNull(info.umPerPixel)},
        {"calibration_source", nameOf(info.calibrationSource)},
        {"time_hours", knownValues(info.timeHours)},
        {"time_source", nameOf(info.timeSource)},
        {"run_numbers", knownValues(info.runNumbers)},
        {"phases", phases},
        {"warnings", info.warnings},
    };
}

} // namespace blastoscope::imaging
