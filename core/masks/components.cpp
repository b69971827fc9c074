// SPDX-License-Identifier: Apache-2.0
#include "core/masks/components.h"

#include <algorithm>
#include <map>

#include "core/base/union_find.h"
#include "core/masks/column_spans.h"

namespace blastoscope::masks {
namespace {

struct Piece {
    int x = 0;
    Span span;
};

/// Which spans of a mask hang together, column by column.
class SpanForest {
public:
    /// Spans of neighbouring columns hang together when they share an edge or, with `corners`, a corner.
    SpanForest(const ColumnSpans& columns, bool corners)
    {
        std::size_t begin = 0; // spans of the previous column are [begin, end)
        for (int x = columns.left(); x < columns.right(); ++x) {
            const std::size_t end = m_pieces.size();
            for (const Span& span : columns.at(x)) {
                m_pieces.push_back({x, span});
                m_sets.add();
            }
            join(begin, end, corners ? 1 : 0);
            begin = end;
        }
    }

    const std::vector<Piece>& pieces() const { return m_pieces; }
    /// The first span of the component of span `i`.
    std::size_t rootOf(std::size_t i) { return m_sets.rootOf(i); }

private:
    void join(std::size_t begin, std::size_t end, int slack)
    {
        std::size_t i = begin, j = end;
        while (i < end && j < m_pieces.size()) {
            const Span& a = m_pieces[i].span;
            const Span& b = m_pieces[j].span;
            if (a.top < b.bottom + slack && b.top < a.bottom + slack) {
                const std::size_t p = rootOf(i), q = rootOf(j);
                m_sets.join(std::min(p, q), std::max(p, q));
            }
            if (a.bottom < b.bottom)
                ++i;
            else
                ++j;
        }
    }

    std::vector<Piece> m_pieces;
    base::UnionFind m_sets;
};

} // namespace

std::vector<RleMask> components(const RleMask& mask)
{
    const ColumnSpans columns(mask);
    SpanForest forest(columns, true);
    std::map<std::size_t, ColumnSpans> parts; // by root, so from left to right
    for (std::size_t i = 0; i < forest.pieces().size(); ++i) {
        const auto& [x, span] = forest.pieces()[i];
        const auto part = parts.try_emplace(forest.rootOf(i), columns.left(), columns.right()).first;
        part->second.at(x).push_back(span);
    }
    std::vector<RleMask> masks;
    for (const auto& [root, part] : parts)
        masks.push_back(part.toMask(mask.width(), mask.height()));
    std::stable_sort(masks.begin(), masks.end(),
                     [](const RleMask& a, const RleMask& b) { return a.area() > b.area(); });
    return masks;
}

RleMask largestComponent(const RleMask& mask)
{
    const std::vector<RleMask> all = components(mask);
    return all.empty() ? mask : all.front();
}

RleMask withoutHoles(const RleMask& mask)
{
    if (mask.isEmpty())
        return mask;
    const ColumnSpans columns(mask);
    // The unset spans of a box that is one pixel larger on each side: the first column is all outside.
    const base::Box box = mask.boundingBox();
    ColumnSpans gaps(columns.left() - 1, columns.right() + 1);
    for (int x = gaps.left(); x < gaps.right(); ++x) {
        int top = int(box.y1) - 1;
        if (columns.contains(x))
            for (const Span& span : columns.at(x)) {
                gaps.at(x).push_back({top, span.top});
                top = span.bottom;
            }
        gaps.at(x).push_back({top, int(box.y2) + 1});
        normalize(gaps.at(x));
    }
    SpanForest forest(gaps, false);
    const std::size_t outside = forest.rootOf(0);
    ColumnSpans filled = columns;
    for (std::size_t i = 0; i < forest.pieces().size(); ++i)
        if (forest.rootOf(i) != outside)
            filled.at(forest.pieces()[i].x).push_back(forest.pieces()[i].span);
    for (int x = filled.left(); x < filled.right(); ++x)
        normalize(filled.at(x));
    return filled.toMask(mask.width(), mask.height());
}

} // namespace blastoscope::masks
