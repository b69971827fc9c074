// SPDX-License-Identifier: Apache-2.0
#include "core/masks/rle_mask.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace blastoscope::masks {
namespace {

using Counts = std::vector<std::uint32_t>;

/// Appends runs in order and keeps the canonical form (neighbouring runs of one value are merged).
class RunWriter {
public:
    void add(bool value, std::uint32_t length)
    {
        if (length == 0)
            return;
        if (value == m_value)
            m_current += length;
        else {
            m_counts.push_back(m_current);
            m_value = value;
            m_current = length;
        }
    }
    Counts finish()
    {
        m_counts.push_back(m_current);
        return std::move(m_counts);
    }

private:
    Counts m_counts;
    bool m_value = false;
    std::uint32_t m_current = 0;
};

/// Walks two run lists in step and calls visit(length, aValue, bValue) for each common stretch.
template<typename Visit>
void walk(const Counts& a, const Counts& b, Visit visit)
{
    std::size_t i = 0, j = 0;
    std::uint32_t leftA = a.empty() ? 0 : a[0];
    std::uint32_t leftB = b.empty() ? 0 : b[0];
    while (i < a.size() && j < b.size()) {
        const std::uint32_t step = std::min(leftA, leftB);
        if (step > 0)
            visit(step, (i & 1) != 0, (j & 1) != 0);
        leftA -= step;
        leftB -= step;
        if (leftA == 0 && ++i < a.size())
            leftA = a[i];
        if (leftB == 0 && ++j < b.size())
            leftB = b[j];
    }
}

template<typename Rule>
RleMask combine(const RleMask& a, const RleMask& b, Rule rule)
{
    assert(a.width() == b.width() && a.height() == b.height());
    RunWriter runs;
    walk(a.counts(), b.counts(), [&](std::uint32_t length, bool inA, bool inB) { runs.add(rule(inA, inB), length); });
    return *RleMask::fromCounts(a.width(), a.height(), runs.finish());
}

std::shared_ptr<const Counts> shared(Counts counts)
{
    return std::make_shared<const Counts>(std::move(counts));
}

} // namespace

RleMask::RleMask(int width, int height)
    : m_width(width), m_height(height), m_counts(shared({std::uint32_t(width) * std::uint32_t(height)}))
{
}

RleMask::RleMask(const Bitmap& bitmap) : m_width(bitmap.width), m_height(bitmap.height)
{
    RunWriter runs;
    for (int x = 0; x < m_width; ++x)
        for (int y = 0; y < m_height; ++y)
            runs.add(bitmap.at(x, y) != 0, 1);
    m_counts = shared(runs.finish());
}

const std::vector<std::uint32_t>& RleMask::counts() const
{
    static const Counts none;
    return m_counts ? *m_counts : none;
}

bool RleMask::operator==(const RleMask& other) const
{
    return m_width == other.m_width && m_height == other.m_height &&
           (m_counts == other.m_counts || counts() == other.counts());
}

RleMask RleMask::fromCrop(const Bitmap& crop, int x, int y, int width, int height)
{
    RunWriter runs;
    for (int column = 0; column < width; ++column) {
        const int cx = column - x;
        const int top = std::clamp(y, 0, height);
        const int bottom = std::clamp(y + crop.height, top, height);
        if (cx < 0 || cx >= crop.width) {
            runs.add(false, std::uint32_t(height));
            continue;
        }
        runs.add(false, std::uint32_t(top));
        for (int row = top; row < bottom; ++row)
            runs.add(crop.at(cx, row - y) != 0, 1);
        runs.add(false, std::uint32_t(height - bottom));
    }
    RleMask mask;
    mask.m_width = width;
    mask.m_height = height;
    mask.m_counts = shared(runs.finish());
    return mask;
}

base::Result<RleMask> RleMask::fromCounts(int width, int height, const Counts& counts)
{
    if (width < 0 || height < 0)
        return base::fail(base::ErrorCode::Corrupt, "A mask has a negative size.");
    if (std::uint64_t(width) * std::uint64_t(height) > std::numeric_limits<std::uint32_t>::max())
        return base::fail(base::ErrorCode::Corrupt, "A mask is too large: " + std::to_string(width) + " x " +
                                                        std::to_string(height) + " pixels.");
    RunWriter runs;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        sum += counts[i];
        runs.add((i & 1) != 0, counts[i]);
    }
    if (sum != std::uint64_t(width) * std::uint64_t(height))
        return base::fail(base::ErrorCode::Corrupt, "A run-length mask covers " + std::to_string(sum) +
                                                        " pixels but its size is " + std::to_string(width) + " x " +
                                                        std::to_string(height) + ".");
    RleMask mask;
    mask.m_width = width;
    mask.m_height = height;
    mask.m_counts = shared(runs.finish());
    return mask;
}

// The text form: each count as groups of five bits (+48), a sixth bit says "more", values from the third on are
// stored as the difference to the one two places before (cocoapi, maskApi.c).
base::Result<RleMask> RleMask::fromString(int width, int height, std::string_view text)
{
    Counts counts;
    std::size_t p = 0;
    while (p < text.size()) {
        std::int64_t value = 0;
        int shift = 0;
        bool more = true;
        while (more) {
            if (p >= text.size() || shift > 35)
                return base::fail(base::ErrorCode::Corrupt, "A compressed mask ends in the middle of a number.");
            const int c = int(text[p++]) - 48;
            if (c < 0 || c > 63)
                return base::fail(base::ErrorCode::Corrupt,
                                  "A compressed mask contains a character that is not allowed.");
            value |= std::int64_t(c & 0x1f) << shift;
            more = (c & 0x20) != 0;
            shift += 5;
            if (!more && (c & 0x10))
                value |= -(std::int64_t(1) << shift);
        }
        if (counts.size() > 2)
            value += counts[counts.size() - 2];
        if (value < 0 || value > std::int64_t(UINT32_MAX))
            return base::fail(base::ErrorCode::Corrupt, "A compressed mask contains an impossible run length.");
        counts.push_back(std::uint32_t(value));
    }
    return fromCounts(width, height, counts);
}

std::string RleMask::toString() const
{
    const Counts& lengths = counts();
    std::string out;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        std::int64_t value = lengths[i];
        if (i > 2)
            value -= lengths[i - 2];
        bool more = true;
        while (more) {
            int c = int(value & 0x1f);
            value >>= 5;
            more = (c & 0x10) ? value != -1 : value != 0;
            if (more)
                c |= 0x20;
            out += char(c + 48);
        }
    }
    return out;
}

Bitmap RleMask::toBitmap() const
{
    return crop(0, 0, m_width, m_height);
}

Bitmap RleMask::crop(int x, int y, int w, int h) const
{
    const Counts& lengths = counts();
    Bitmap out(w, h);
    std::int64_t position = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        const std::int64_t end = position + lengths[i];
        if (i & 1) {
            for (std::int64_t column = position / m_height; column * m_height < end; ++column) {
                const int cx = int(column) - x;
                if (cx < 0 || cx >= w)
                    continue;
                const std::int64_t base = column * m_height;
                const int from = std::max(int(std::max(position - base, std::int64_t(0))), y);
                const int to = std::min(int(std::min(end - base, std::int64_t(m_height))), y + h);
                for (int row = from; row < to; ++row)
                    out.at(cx, row - y) = 1;
            }
        }
        position = end;
    }
    return out;
}

std::int64_t RleMask::area() const
{
    const Counts& lengths = counts();
    std::int64_t sum = 0;
    for (std::size_t i = 1; i < lengths.size(); i += 2)
        sum += lengths[i];
    return sum;
}

base::Box RleMask::boundingBox() const
{
    const Counts& lengths = counts();
    std::int64_t position = 0;
    std::int64_t x1 = m_width, x2 = 0, y1 = m_height, y2 = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        const std::int64_t end = position + lengths[i];
        if ((i & 1) && lengths[i] > 0) {
            const std::int64_t firstColumn = position / m_height;
            const std::int64_t lastColumn = (end - 1) / m_height;
            x1 = std::min(x1, firstColumn);
            x2 = std::max(x2, lastColumn + 1);
            if (firstColumn == lastColumn) {
                y1 = std::min(y1, position % m_height);
                y2 = std::max(y2, (end - 1) % m_height + 1);
            } else {
                y1 = 0;
                y2 = m_height;
            }
        }
        position = end;
    }
    if (x2 <= x1)
        return {};
    return {double(x1), double(y1), double(x2), double(y2)};
}

bool RleMask::contains(int x, int y) const
{
    const Counts& lengths = counts();
    if (x < 0 || y < 0 || x >= m_width || y >= m_height)
        return false;
    const std::int64_t index = std::int64_t(x) * m_height + y;
    std::int64_t position = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        position += lengths[i];
        if (index < position)
            return (i & 1) != 0;
    }
    return false;
}

RleMask united(const RleMask& a, const RleMask& b)
{
    return combine(a, b, [](bool p, bool q) { return p || q; });
}

RleMask intersected(const RleMask& a, const RleMask& b)
{
    return combine(a, b, [](bool p, bool q) { return p && q; });
}

RleMask subtracted(const RleMask& a, const RleMask& b)
{
    return combine(a, b, [](bool p, bool q) { return p && !q; });
}

RleMask exclusiveOr(const RleMask& a, const RleMask& b)
{
    return combine(a, b, [](bool p, bool q) { return p != q; });
}

std::int64_t intersectionArea(const RleMask& a, const RleMask& b)
{
    assert(a.width() == b.width() && a.height() == b.height());
    std::int64_t sum = 0;
    walk(a.counts(), b.counts(), [&](std::uint32_t length, bool inA, bool inB) {
        if (inA && inB)
            sum += length;
    });
    return sum;
}

double iou(const RleMask& a, const RleMask& b)
{
    const std::int64_t common = intersectionArea(a, b);
    const std::int64_t all = a.area() + b.area() - common;
    return all > 0 ? double(common) / double(all) : 0.0;
}

} // namespace blastoscope::masks
