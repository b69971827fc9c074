// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/annotation/instance.h"
#include "tests/support/shapes.h"

namespace blastoscope::tests {

inline annotation::Instance discInstance(int id, double cx, double cy, double radius, int width = 400, int height = 300)
{
    annotation::Instance instance;
    instance.id = id;
    instance.amodal = disc(width, height, cx, cy, radius);
    instance.score = .9;
    return instance;
}

/// Discs side by side without overlap, one per radius (at most 45 px), on a canvas that fits them.
inline annotation::FrameAnnotation frameOfDiscs(const std::vector<double>& radii)
{
    annotation::FrameAnnotation frame;
    frame.width = 100 * int(radii.size()) + 100;
    frame.height = 120;
    frame.segmented = true;
    for (std::size_t i = 0; i < radii.size(); ++i)
        frame.instances.push_back(
            discInstance(int(i) + 1, 60 + 100. * double(i), 60, radii[i], frame.width, frame.height));
    return frame;
}

} // namespace blastoscope::tests
