// SPDX-License-Identifier: Apache-2.0
#include "app/common/overlay_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/annotation/visible_parts.h"
#include "core/masks/contour.h"
#include "core/masks/visibility.h"

namespace blastoscope::common {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;

using Colour = std::array<std::uint8_t, 3>;

/// Okabe and Ito's colours without black and yellow, which drown in grey pictures (RGB).
constexpr std::array<Colour, 6> kColours = {
    {{230, 159, 0}, {86, 180, 233}, {0, 158, 115}, {204, 121, 167}, {213, 94, 0}, {0, 114, 178}}};
constexpr double kFill = .18;
constexpr double kHatch = .55;
constexpr int kHatchPeriod = 6; ///< px
constexpr double kDash = 5;     ///< px, and as long a gap

/// A colour for each instance, another one than its overlapping neighbours have as far as there are enough.
std::vector<Colour> chooseColours(const FrameAnnotation& frame)
{
    std::vector<masks::RleMask> silhouettes;
    for (const Instance& instance : frame.instances)
        silhouettes.push_back(instance.amodal);
    std::vector<std::array<bool, kColours.size()>> taken(silhouettes.size());
    std::vector<std::vector<std::size_t>> laterNeighbours(silhouettes.size());
    for (const auto& [first, second] : masks::overlappingPairs(silhouettes))
        laterNeighbours[first].push_back(second);
    std::vector<Colour> colours;
    for (std::size_t i = 0; i < silhouettes.size(); ++i) {
        std::size_t choice = i % kColours.size();
        for (std::size_t k = 0; k < kColours.size() && taken[i][choice]; ++k)
            choice = (choice + 1) % kColours.size();
        for (const std::size_t neighbour : laterNeighbours[i])
            taken[neighbour][choice] = true;
        colours.push_back(kColours[choice]);
    }
    return colours;
}

base::Image toRgb(const base::Image& grey)
{
    if (grey.channels == 3)
        return grey;
    base::Image rgb(grey.width, grey.height, 3, base::PixelType::U8);
    for (int y = 0; y < grey.height; ++y) {
        const auto* in = grey.row<std::uint8_t>(y);
        auto* out = rgb.row<std::uint8_t>(y);
        for (int x = 0; x < grey.width; ++x)
            std::memset(out + 3 * x, in[x], 3);
    }
    return rgb;
}

void blank(base::Image& image, const base::Box& box)
{
    const int x1 = std::clamp(int(std::floor(box.x1)), 0, image.width);
    const int x2 = std::clamp(int(std::ceil(box.x2)), x1, image.width);
    for (int y = std::max(0, int(std::floor(box.y1))); y < std::min(image.height, int(std::ceil(box.y2))); ++y)
        std::memset(image.row<std::uint8_t>(y) + 3 * x1, 0, std::size_t(3 * (x2 - x1)));
}

/// Mixes `colour` into the pixels of `mask`; `weightAt(x, y)` in [0, 1].
template<typename Weight>
void blend(base::Image& image, const masks::RleMask& mask, const Colour& colour, Weight weightAt)
{
    const base::Box box = mask.boundingBox();
    const int left = int(box.x1), top = int(box.y1);
    const masks::Bitmap crop = mask.crop(left, top, int(box.width()), int(box.height()));
    for (int y = 0; y < crop.height; ++y)
        for (int x = 0; x < crop.width; ++x) {
            if (!crop.at(x, y))
                continue;
            const double weight = weightAt(left + x, top + y);
            std::uint8_t* pixel = image.row<std::uint8_t>(top + y) + 3 * (left + x);
            for (int c = 0; c < 3; ++c)
                pixel[c] = std::uint8_t(std::lround(pixel[c] * (1 - weight) + colour[std::size_t(c)] * weight));
        }
}

/// Draws the outline; where it runs through `hidden` it is dashed.
void drawOutline(base::Image& image, const masks::RleMask& mask, const masks::RleMask* hidden, const Colour& colour)
{
    constexpr int kShift = 4; // OpenCV's fixed-point coordinates
    const auto toFixed = [](const base::Point& p) {
        // OpenCV's pixel centres lie on whole numbers, ours on halves.
        return cv::Point(int(std::lround((p.x - .5) * (1 << kShift))), int(std::lround((p.y - .5) * (1 << kShift))));
    };
    cv::Mat canvas(image.height, image.width, CV_8UC3, image.bytes.data());
    for (const masks::Outline& outline : masks::smoothOutlines(mask)) {
        double travelled = 0;
        for (std::size_t i = 0; i < outline.points.size(); ++i) {
            const base::Point& p = outline.points[i];
            const base::Point& q = outline.points[(i + 1) % outline.points.size()];
            travelled += std::hypot(q.x - p.x, q.y - p.y);
            const bool inGap = std::fmod(travelled, 2 * kDash) > kDash;
            if (inGap && hidden && hidden->contains(int(p.x), int(p.y)))
                continue;
            cv::line(canvas, toFixed(p), toFixed(q), cv::Scalar(colour[0], colour[1], colour[2]), 1, cv::LINE_AA,
                     kShift);
        }
    }
}

} // namespace

base::Image drawOverlay(const base::Image& display, const FrameAnnotation& frame, const std::vector<base::Box>& blanked)
{
    base::Image picture = toRgb(display);
    for (const base::Box& box : blanked)
        blank(picture, box);
    const std::vector<Colour> colours = chooseColours(frame);
    const auto visible = annotation::visibleParts(frame);
    std::vector<std::optional<masks::RleMask>> hidden(visible.size());
    for (std::size_t i = 0; i < visible.size(); ++i) {
        const Instance& instance = frame.instances[i];
        const Colour& colour = colours[i];
        blend(picture, instance.amodal, colour, [](int, int) { return kFill; });
        if (!visible[i])
            continue;
        hidden[i] = subtracted(instance.amodal, *visible[i]);
        blend(picture, *hidden[i], colour, [](int x, int y) { return (x + y) % kHatchPeriod < 2 ? kHatch : 0.0; });
    }
    for (std::size_t i = 0; i < visible.size(); ++i)
        drawOutline(picture, frame.instances[i].amodal, hidden[i] ? &*hidden[i] : nullptr, colours[i]);
    return picture;
}

} // namespace blastoscope::common
