// SPDX-License-Identifier: Apache-2.0
#include "core/measure/perimeter.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numbers>

namespace blastoscope::measure {
namespace {

struct Direction {
    int dx;
    int dy;
};

/// In ascending angle from 0 to pi.
constexpr std::array<Direction, 8> kDirections = {{{1, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 1}, {-1, 2}, {-1, 1}, {-2, 1}}};
constexpr int kReach = 2;

/// Half the angle between the two neighbours of a direction; all shares add up to pi.
double angularShare(std::size_t i)
{
    const std::size_t n = kDirections.size();
    const Direction before = kDirections[(i + n - 1) % n];
    const Direction after = kDirections[(i + 1) % n];
    const double angle = std::atan2(after.dy, after.dx) - std::atan2(before.dy, before.dx);
    return (angle < 0 ? angle + std::numbers::pi : angle) / 2;
}

masks::Bitmap padded(const masks::Bitmap& mask)
{
    masks::Bitmap out(mask.width + 2 * kReach, mask.height + 2 * kReach);
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            out.at(x + kReach, y + kReach) = mask.at(x, y);
    return out;
}

/// How often the lines of a direction enter or leave the mask.
std::int64_t crossings(const masks::Bitmap& m, Direction d)
{
    std::int64_t count = 0;
    const int fromX = d.dx < 0 ? -d.dx : 0;
    const int toX = m.width - (d.dx > 0 ? d.dx : 0);
    for (int y = 0; y + d.dy < m.height; ++y) {
        const std::uint8_t* row = &m.pixels[std::size_t(y) * std::size_t(m.width)];
        const std::uint8_t* other = row + std::ptrdiff_t(d.dy) * m.width + d.dx;
        int inRow = 0;
        for (int x = fromX; x < toX; ++x)
            inRow += row[x] ^ other[x];
        count += inRow;
    }
    return count;
}

} // namespace

double perimeterOf(const masks::Bitmap& mask)
{
    const masks::Bitmap m = padded(mask);
    double length = 0;
    for (std::size_t i = 0; i < kDirections.size(); ++i) {
        const Direction d = kDirections[i];
        const double spacing = 1 / std::hypot(d.dx, d.dy);
        length += angularShare(i) / 2 * spacing * double(crossings(m, d));
    }
    return length;
}

} // namespace blastoscope::measure
