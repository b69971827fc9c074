// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::imaging {

/// A pixel size that a person measured and keeps under a name, e.g. for one instrument. The product ships none: no
/// vendor publishes micrometres per pixel.
struct PixelSizePreset {
    std::string name;
    double umPerPixel = 0;
    std::string note; ///< e.g. how it was measured
    bool operator==(const PixelSizePreset&) const = default;
};

/// The presets of a person, in alphabetical order. A value type; the caller stores the JSON text.
class PixelSizePresets {
public:
    /// Errors: Corrupt when the text is not what toJson() writes, or a preset is not usable.
    static base::Result<PixelSizePresets> fromJson(std::string_view text);
    std::string toJson() const;

    const std::vector<PixelSizePreset>& all() const { return m_presets; }
    const PixelSizePreset* find(std::string_view name) const;
    /// Adds the preset or replaces the one of its name. Errors: InvalidArgument (no name, no positive size).
    base::Status store(PixelSizePreset preset);
    /// False when there is no preset of that name.
    bool remove(std::string_view name);

private:
    std::vector<PixelSizePreset> m_presets;
};

/// A sentence when `umPerPixel` cannot be right for an image of this size that shows a whole embryo, else empty. Warns
/// only: a human embryo before hatching is about 120 to 180 µm across its zona pellucida.
std::optional<std::string> pixelSizeWarning(double umPerPixel, int imageWidth, int imageHeight);

} // namespace blastoscope::imaging
