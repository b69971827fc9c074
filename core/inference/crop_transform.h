// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/geometry.h"

namespace blastoscope::inference {

/// A window of an image that is resampled to width x height pixels for a network, and the way back. The window may
/// reach beyond the image. Both axes have the same scale up to rounding of the size. Window, width and height are above
/// 0.
class CropTransform {
public:
    CropTransform(const base::Box& window, int width, int height) : m_window(window), m_width(width), m_height(height)
    {
    }

    /// The square of `fieldOfView` times the longer side (at least 1 px) of `object` around its centre, as size x size
    /// pixels.
    static CropTransform around(const base::Box& object, double fieldOfView, int size);

    /// A whole imageWidth x imageHeight picture with its longer side shrunk (or stretched) to `longerSide`. The window
    /// is extended around the image until both sides are multiples of `multiple` pixels.
    static CropTransform overview(int imageWidth, int imageHeight, int longerSide, int multiple);

    const base::Box& window() const { return m_window; } ///< image pixels
    int width() const { return m_width; }
    int height() const { return m_height; }
    double imagePixelsPerPixel() const { return m_window.width() / m_width; } ///< along x

    base::Box toImage(const base::Box& crop) const; ///< not clipped to the image
    base::Box toCrop(const base::Box& image) const; ///< not clipped to the crop

private:
    base::Box m_window;
    int m_width;
    int m_height;
};

/// Whether `found` differs from what a window was centred on so much that a second look with a better window pays:
/// longer sides differ by more than `tolerance` of the expected one, or the centres by more than half of that.
bool isOffTarget(const base::Box& expected, const base::Box& found, double tolerance);

} // namespace blastoscope::inference
