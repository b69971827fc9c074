// SPDX-License-Identifier: Apache-2.0
#include "core/masks/morphology.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/masks/column_spans.h"

namespace blastoscope::masks {
namespace {

constexpr double kFarthest = 1 << 20; ///< px; beyond the largest image, and its square fits an int64

/// How many rows up and down a disc reaches in the columns 0, 1, 2 ... from its centre.
std::vector<int> discReach(double radius)
{
    const double r = std::clamp(radius, 0.0, kFarthest);
    std::vector<int> reach;
    for (int dx = 0; dx <= int(r); ++dx)
        reach.push_back(int(std::sqrt(std::max(0.0, r * r - double(dx) * dx))));
    return reach;
}

/// Column `x` of what a disc covers whose centre runs over all of `columns`; unsorted columns are fine.
std::vector<Span> sweptColumn(const ColumnSpans& columns, const std::vector<int>& reach, int x)
{
    const int radius = int(reach.size()) - 1;
    std::vector<Span> swept;
    for (int c = std::max(columns.left(), x - radius); c < std::min(columns.right(), x + radius + 1); ++c) {
        const int h = reach[std::size_t(std::abs(c - x))];
        for (const Span& span : columns.at(c))
            swept.push_back({span.top - h, span.bottom + h});
    }
    normalize(swept);
    return swept;
}

std::vector<Span> gapsIn(const std::vector<Span>& spans, int top, int bottom)
{
    std::vector<Span> gaps;
    for (const Span& span : spans) {
        if (span.top > top)
            gaps.push_back({top, std::min(span.top, bottom)});
        top = std::max(top, span.bottom);
    }
    if (top < bottom)
        gaps.push_back({top, bottom});
    return gaps;
}

} // namespace

RleMask grown(const RleMask& mask, double radius)
{
    if (mask.isEmpty())
        return mask;
    const ColumnSpans columns(mask);
    const std::vector<int> reach = discReach(radius);
    const int r = int(reach.size()) - 1;
    ColumnSpans out(std::max(columns.left() - r, 0), std::min(columns.right() + r, mask.width()));
    for (int x = out.left(); x < out.right(); ++x)
        out.at(x) = sweptColumn(columns, reach, x);
    return out.toMask(mask.width(), mask.height());
}

RleMask shrunk(const RleMask& mask, double radius)
{
    if (mask.isEmpty())
        return mask;
    const ColumnSpans columns(mask);
    ColumnSpans gaps(columns.left(), columns.right());
    for (int x = gaps.left(); x < gaps.right(); ++x)
        gaps.at(x) = gapsIn(columns.at(x), 0, mask.height());
    const std::vector<int> reach = discReach(radius);
    const int r = int(reach.size()) - 1;
    ColumnSpans out(columns.left(), columns.right());
    for (int x = out.left(); x < out.right(); ++x) {
        const bool emptyLeft = columns.left() > 0 && x - r < columns.left(); // a column without set pixels in reach
        const bool emptyRight = columns.right() < mask.width() && x + r >= columns.right();
        if (!emptyLeft && !emptyRight)
            out.at(x) = gapsIn(sweptColumn(gaps, reach, x), 0, mask.height());
    }
    return out.toMask(mask.width(), mask.height());
}

RleMask translated(const RleMask& mask, int dx, int dy)
{
    const ColumnSpans columns(mask);
    ColumnSpans out(columns.left() + dx, columns.right() + dx);
    for (int x = columns.left(); x < columns.right(); ++x)
        for (const Span& span : columns.at(x))
            out.at(x + dx).push_back({span.top + dy, span.bottom + dy});
    return out.toMask(mask.width(), mask.height());
}

} // namespace blastoscope::masks
