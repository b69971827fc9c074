// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/burned_in_text.h"

#include <algorithm>

namespace blastoscope::imaging {
namespace {

constexpr int kNearlyWhite = 235;
constexpr int kNearlyBlack = 20;
constexpr int kEdge = 80;       ///< grey levels between a stroke and its surroundings
constexpr int kReach = 3;       ///< px in which the edge has to lie
constexpr int kFewStrokes = 24; ///< fewer pixels are dirt or noise
constexpr double kMargin = 6;   ///< px around the strokes

/// Grey level of a pixel; the green channel of a colour picture.
int greyAt(const base::Image& image, int x, int y)
{
    return image.row<std::uint8_t>(y)[x * image.channels + (image.channels == 3 ? 1 : 0)];
}

bool isStroke(const base::Image& image, int x, int y)
{
    const int grey = greyAt(image, x, y);
    if (grey < kNearlyWhite && grey > kNearlyBlack)
        return false;
    int lowest = grey, highest = grey;
    for (int other = std::max(0, x - kReach); other <= std::min(image.width - 1, x + kReach); ++other) {
        lowest = std::min(lowest, greyAt(image, other, y));
        highest = std::max(highest, greyAt(image, other, y));
    }
    return grey >= kNearlyWhite ? grey - lowest >= kEdge : highest - grey >= kEdge;
}

void searchBand(const base::Image& image, int firstRow, int endRow, std::vector<base::Box>& boxes)
{
    int strokes = 0;
    base::Box box;
    for (int y = firstRow; y < endRow; ++y)
        for (int x = 0; x < image.width; ++x) {
            if (!isStroke(image, x, y))
                continue;
            const base::Box pixel{double(x), double(y), x + 1.0, y + 1.0};
            box = strokes++ ? base::united(box, pixel) : pixel;
        }
    if (strokes < kFewStrokes)
        return;
    const base::Box wider{box.x1 - kMargin, box.y1 - kMargin, box.x2 + kMargin, box.y2 + kMargin};
    boxes.push_back(base::intersected(wider, {0, 0, double(image.width), double(image.height)}));
}

} // namespace

std::vector<base::Box> findBurnedInText(const base::Image& display)
{
    std::vector<base::Box> boxes;
    if (display.isNull() || display.type != base::PixelType::U8)
        return boxes;
    const int band = display.height / 8;
    searchBand(display, 0, band, boxes);
    searchBand(display, display.height - band, display.height, boxes);
    return boxes;
}

} // namespace blastoscope::imaging
