// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

#include "core/inference/segmenter.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::tests
{

struct Disc {
    double x = 0;
    double y = 0;
    double radius = 0;

    bool contains(double px, double py) const { return std::hypot(px - x, py - y) <= radius; }
    base::Box box() const { return {x - radius, y - radius, x + radius, y + radius}; }
};

inline masks::RleMask maskOf(const Disc& disc, int width, int height)
{
    masks::Bitmap bitmap(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            bitmap.at(x, y) = disc.contains(x + 0.5, y + 0.5);
    }
    return masks::RleMask(bitmap);
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
