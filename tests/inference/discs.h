// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/image.h"
#include "core/inference/segmenter.h"
#include "tests/support/shapes.h"

namespace blastoscope::tests {

struct Disc {
    double x = 0;
    double y = 0;
    double radius = 0;

    bool contains(double px, double py) const { return std::hypot(px - x, py - y) <= radius; }
    base::Box box() const { return {x - radius, y - radius, x + radius, y + radius}; }
};

inline masks::RleMask maskOf(const Disc& disc, int width, int height)
{
    return tests::disc(width, height, disc.x, disc.y, disc.radius);
}

/// Bright discs on a dark ground with soft edges.
inline base::Image softPictureOf(const std::vector<Disc>& discs, int width, int height)
{
    base::Image image(width, height, 1, base::PixelType::U8);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            double value = 0;
            for (const Disc& disc : discs)
                value = std::max(
                    value, std::clamp(disc.radius - std::hypot(x + 0.5 - disc.x, y + 0.5 - disc.y) + 0.5, 0.0, 1.0));
            image.row<std::uint8_t>(y)[x] = std::uint8_t(40 + 160 * value);
        }
    }
    return image;
}

inline inference::Detection detectionOf(const Disc& disc, float score, int classId = 1, int size = 200)
{
    inference::Detection detection;
    detection.classId = classId;
    detection.score = score;
    detection.amodal = maskOf(disc, size, size);
    detection.visible = detection.amodal;
    detection.box = detection.amodal.boundingBox();
    return detection;
}

} // namespace blastoscope::tests
