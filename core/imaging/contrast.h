// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/image.h"

namespace blastoscope::imaging {

/// How pixel values become grey levels of the screen: `low` shows black, `high` white, between them
/// 255 * ((v - low) / (high - low))^(1 / gamma). Values are in the image's own units. low == high shows a step.
struct Contrast {
    double low = 0;
    double high = 255;
    double gamma = 1; ///< > 1 lifts the dark parts; must be > 0
    bool operator==(const Contrast&) const = default;

    /// Centre and width of the window, as radiology calls them.
    double level() const { return (low + high) / 2; }
    double window() const { return high - low; }
    static Contrast fromWindow(double level, double window, double gamma = 1)
    {
        return {level - window / 2, level + window / 2, gamma};
    }
};

/// The whole range of the pixel type: 0..255, 0..65535; for floats the range of the image's finite values.
Contrast fullRange(const base::Image& image);

/// Black at the `lowPercent` percentile and white at the `highPercent` percentile of all samples (0..100); not-a-number
/// and infinite samples are left out. Floats are judged by at most a million evenly spread samples. A constant image
/// gets its full range, so that it shows its grey and not noise.
Contrast autoContrast(const base::Image& image, double lowPercent = 0.35, double highPercent = 99.65);

/// The image as it appears on the screen: U8, same size and channels; not-a-number shows black.
base::Image displayImage(const base::Image& image, const Contrast& contrast);

} // namespace blastoscope::imaging
