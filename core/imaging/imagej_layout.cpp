// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/base/text.h"
#include "core/imaging/tiff_layout.h"
#include "core/imaging/units.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

class Properties {
public:
    explicit Properties(std::string_view description)
    {
        while (!description.empty()) {
            const std::size_t end = std::min(description.find('\n'), description.size());
            const std::string_view line = description.substr(0, end);
            if (const std::size_t equals = line.find('='); equals != std::string_view::npos)
                m_values.emplace(line.substr(0, equals), base::trimmed(line.substr(equals + 1)));
            description.remove_prefix(std::min(end + 1, description.size()));
        }
    }

    std::string_view text(std::string_view key) const
    {
        const auto found = m_values.find(key);
        return found == m_values.end() ? std::string_view() : found->second;
    }

    /// A count of at least 1; 1 when the key is missing, 0 when it is nonsense.
    std::int64_t count(std::string_view key) const
    {
        if (text(key).empty())
            return 1;
        return std::max(base::parseInt(text(key)).value_or(0), 0);
    }

private:
    std::map<std::string_view, std::string_view> m_values;
};

void readPixelSize(const Properties& properties, const std::optional<TiffResolution>& resolution, TiffLayout& layout)
{
    const auto unit = micrometresPerUnit(properties.text("unit"));
    if (!unit || !resolution || !(resolution->x > 0) || !std::isfinite(resolution->x))
        return;
    layout.umPerPixel = *unit / resolution->x;
    if (resolution->y > 0 && std::abs(resolution->x / resolution->y - 1) > 0.01)
        layout.warnings.push_back("The pixels are not square according to the file (" +
                                  base::formatNumber(*unit / resolution->x) + " x " +
                                  base::formatNumber(*unit / resolution->y) +
                                  " µm); the width is used.");
}

void readTimes(const Properties& properties, TiffLayout& layout)
{
    const auto interval = base::parseDouble(properties.text("finterval"));
    const std::string_view unitName = properties.text("tunit");
    const auto unit = hoursPerUnit(unitName.empty() ? "sec" : unitName);
    if (layout.times < 2 || !interval || !(*interval > 0) || !unit)
        return;
    for (int t = 0; t < layout.times; ++t)
        layout.timeHours.push_back(t * *interval * *unit);
    layout.timeSource = TimeSource::Nominal;
    layout.warnings.push_back("Times are the nominal interval of " + base::formatNumber(*interval * *unit * 60) +
                              " min from the file, counted from the first frame; they were not measured per frame.");
}

/// Sets the axes. A plain stack (no hyperstack) names its third axis "slices" even for a film.
base::Status readAxes(const Properties& properties, std::int64_t images, TiffLayout& layout)
{
    std::int64_t channels = properties.count("channels");
    std::int64_t slices = properties.count("slices");
    std::int64_t frames = properties.count("frames");
    const std::int64_t product = channels <= kMaxFrames && slices <= kMaxFrames && frames <= kMaxFrames
                                     ? std::min(channels * slices, kMaxFrames + 1) * frames
                                     : kMaxFrames + 1;
    if (product < 1 || product > kMaxFrames || images > kMaxFrames)
        return fail(ErrorCode::Corrupt, "The ImageJ description of the TIFF has impossible axes: " +
                                            std::to_string(channels) + " channels, " + std::to_string(slices) +
                                            " slices, " + std::to_string(frames) + " frames.");
    const bool hyperstack = base::toLower(properties.text("hyperstack")) == "true";
    if (product != images) {
        if (product != 1)
            layout.warnings.push_back("The axes of the ImageJ description do not fit its " + std::to_string(images) +
                                      " images; they are read as time points.");
        channels = slices = 1;
        frames = images;
    } else if (!hyperstack && channels == 1 && frames == 1 && slices > 1) {
        std::swap(slices, frames);
        layout.warnings.push_back("ImageJ saved a plain stack without naming its axis; its " + std::to_string(images) +
                                  " images are read as time points. If they are focal planes, set the axis in ImageJ "
                                  "(Image > Properties) and save again.");
    }
    layout.channels = int(channels);
    layout.planes = int(slices);
    layout.times = int(frames);
    return {};
}

} // namespace

bool isImageJDescription(std::string_view description)
{
    return description.starts_with("ImageJ=");
}

base::Result<TiffLayout> imageJLayout(std::string_view description, const std::optional<TiffResolution>& resolution,
                                      std::size_t pageCount)
{
    const Properties properties(description);
    TiffLayout layout;
    std::int64_t images = properties.text("images").empty() ? std::int64_t(pageCount) : properties.count("images");
    layout.contiguous = pageCount == 1 && images > 1;
    if (images < 1 || (!layout.contiguous && std::size_t(images) != pageCount)) {
        layout.warnings.push_back("The ImageJ description speaks of " + std::to_string(images) +
                                  " images, but the file has " + std::to_string(pageCount) + " pages.");
        // A cut-off file keeps its axes, with frames missing at the end; surplus pages are left out.
        if (images < 1)
            images = std::int64_t(pageCount);
    }
    if (const auto status = readAxes(properties, images, layout); !status)
        return tl::unexpected(status.error());
    layout.format = layout.planes > 1 || layout.channels > 1 ? "TIFF (ImageJ hyperstack)" : "TIFF (ImageJ)";
    const std::size_t frames = std::size_t(layout.times) * std::size_t(layout.planes) * std::size_t(layout.channels);
    layout.pages.resize(frames);
    // XYCZT: frameNumber() has the same order, so the numbering is the identity.
    std::iota(layout.pages.begin(), layout.pages.end(), 0);
    if (!layout.contiguous)
        for (auto& page : layout.pages)
            page = page < std::int64_t(pageCount) ? page : -1;
    readPixelSize(properties, resolution, layout);
    readTimes(properties, layout);
    return layout;
}

} // namespace blastoscope::imaging
