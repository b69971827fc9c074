// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/calibration.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/imaging/file_names.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

constexpr double kSmallestZonaUm = 120;
constexpr double kLargestZonaUm = 180;

bool isUsable(double umPerPixel)
{
    return std::isfinite(umPerPixel) && umPerPixel > 0;
}

std::string rounded(double micrometres)
{
    return base::formatNumber(std::round(micrometres * 10) / 10);
}

} // namespace

base::Result<PixelSizePresets> PixelSizePresets::fromJson(std::string_view text)
{
    PixelSizePresets presets;
    try {
        const auto json = nlohmann::json::parse(text);
        for (const auto& entry : json.at("presets")) {
            const auto status = presets.store({entry.at("name").get<std::string>(), entry.at("um_per_px").get<double>(),
                                               entry.value("note", std::string())});
            if (!status)
                return fail(ErrorCode::Corrupt, "The list of pixel sizes is damaged.", status.error().message);
        }
    } catch (const nlohmann::json::exception& e) {
        return fail(ErrorCode::Corrupt, "The list of pixel sizes is damaged.", e.what());
    }
    return presets;
}

std::string PixelSizePresets::toJson() const
{
    auto list = nlohmann::json::array();
    for (const PixelSizePreset& preset : m_presets)
        list.push_back({{"name", preset.name}, {"um_per_px", preset.umPerPixel}, {"note", preset.note}});
    const auto replace = nlohmann::json::error_handler_t::replace; // names typed by people are not always UTF-8
    return nlohmann::json{{"presets", list}}.dump(2, ' ', false, replace);
}

const PixelSizePreset* PixelSizePresets::find(std::string_view name) const
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&](const PixelSizePreset& preset) { return preset.name == name; });
    return found == m_presets.end() ? nullptr : &*found;
}

base::Status PixelSizePresets::store(PixelSizePreset preset)
{
    preset.name = std::string(base::trimmed(preset.name));
    if (preset.name.empty())
        return fail(ErrorCode::InvalidArgument, "A pixel size needs a name.");
    if (!isUsable(preset.umPerPixel))
        return fail(ErrorCode::InvalidArgument, "A pixel size must be a number above 0.");
    remove(preset.name);
    const auto before = [](const PixelSizePreset& a, const PixelSizePreset& b) { return naturalLess(a.name, b.name); };
    m_presets.insert(std::upper_bound(m_presets.begin(), m_presets.end(), preset, before), preset);
    return {};
}

bool PixelSizePresets::remove(std::string_view name)
{
    return std::erase_if(m_presets, [&](const PixelSizePreset& preset) { return preset.name == name; }) > 0;
}

std::optional<std::string> pixelSizeWarning(double umPerPixel, int imageWidth, int imageHeight)
{
    constexpr double kFewestPixels = 30; // an embryo of fewer pixels shows no blastomeres
    if (!isUsable(umPerPixel))
        return "The pixel size must be a number above 0.";
    const double field = umPerPixel * std::max(imageWidth, imageHeight);
    if (field < kSmallestZonaUm)
        return "With this pixel size the whole picture is " + rounded(field) +
               " µm wide, less than an embryo (120 to 180 µm). Check the unit.";
    if (kLargestZonaUm / umPerPixel < kFewestPixels)
        return "With this pixel size an embryo of 180 µm would be only " + rounded(kLargestZonaUm / umPerPixel) +
               " pixels wide. Check the unit.";
    return std::nullopt;
}

} // namespace blastoscope::imaging
