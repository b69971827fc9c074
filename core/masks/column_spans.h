// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// Rows [top, bottom) of one column.
struct Span {
    int top = 0;
    int bottom = 0;
    bool operator==(const Span&) const = default;
};

/// Sorts spans and joins those that overlap or touch; drops empty ones.
void normalize(std::vector<Span>& spans);

/// A mask as the set rows of each column from left() to right(): what editing operations work on, because its size
/// follows the outline and not the area. May reach beyond the image; toMask() clips.
class ColumnSpans {
public:
    /// Empty columns [left, right).
    ColumnSpans(int left, int right) : m_left(left), m_columns(std::size_t(right > left ? right - left : 0)) {}
    /// The columns of the tight box of `mask`, each in ascending order.
    explicit ColumnSpans(const RleMask& mask);

    int left() const { return m_left; }
    int right() const { return m_left + int(m_columns.size()); }
    bool contains(int x) const { return x >= left() && x < right(); }
    /// `x` in [left(), right()).
    std::vector<Span>& at(int x) { return m_columns[std::size_t(x - m_left)]; }
    const std::vector<Span>& at(int x) const { return m_columns[std::size_t(x - m_left)]; }

    /// The part on an image of that size; the spans of each column must be ascending and disjoint.
    RleMask toMask(int width, int height) const;

private:
    int m_left = 0;
    std::vector<std::vector<Span>> m_columns;
};

} // namespace blastoscope::masks
