// SPDX-License-Identifier: Apache-2.0
#include "core/masks/column_spans.h"

#include <algorithm>
#include <cstdint>

namespace blastoscope::masks {

void normalize(std::vector<Span>& spans)
{
    std::erase_if(spans, [](const Span& s) { return s.top >= s.bottom; });
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.top < b.top; });
    std::size_t kept = 0;
    for (const Span& span : spans) {
        if (kept > 0 && span.top <= spans[kept - 1].bottom)
            spans[kept - 1].bottom = std::max(spans[kept - 1].bottom, span.bottom);
        else
            spans[kept++] = span;
    }
    spans.resize(kept);
}

ColumnSpans::ColumnSpans(const RleMask& mask)
{
    const base::Box box = mask.boundingBox();
    *this = ColumnSpans(int(box.x1), int(box.x2));
    const std::int64_t height = mask.height();
    std::int64_t position = 0;
    for (std::size_t i = 0; i < mask.counts().size(); ++i) {
        const std::int64_t end = position + mask.counts()[i];
        if (i & 1)
            for (std::int64_t x = position / height; x * height < end; ++x)
                at(int(x)).push_back({int(std::max<std::int64_t>(position - x * height, 0)),
                                      int(std::min(end - x * height, height))});
        position = end;
    }
}

RleMask ColumnSpans::toMask(int width, int height) const
{
    std::vector<std::uint32_t> counts;
    std::int64_t position = 0;
    for (int x = std::max(left(), 0); x < std::min(right(), width); ++x)
        for (const Span& span : at(x)) {
            const int top = std::clamp(span.top, 0, height);
            const int bottom = std::clamp(span.bottom, top, height);
            if (top == bottom)
                continue;
            const std::int64_t start = std::int64_t(x) * height + top;
            counts.push_back(std::uint32_t(start - position));
            counts.push_back(std::uint32_t(bottom - top));
            position = start + bottom - top;
        }
    counts.push_back(std::uint32_t(std::int64_t(width) * height - position));
    return *RleMask::fromCounts(width, height, counts);
}

} // namespace blastoscope::masks
