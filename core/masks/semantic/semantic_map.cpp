// SPDX-License-Identifier: Apache-2.0
#include "core/masks/semantic/semantic_map.h"

#include <algorithm>
#include <set>

#include "core/masks/column_spans.h"

namespace blastoscope::masks {
namespace {

/// Calls `paint` with every set pixel of a mask.
template<typename Paint>
void overPixels(const RleMask& mask, base::Image& map, Paint paint)
{
    if (mask.isEmpty())
        return;
    const ColumnSpans columns(mask);
    for (int x = columns.left(); x < columns.right(); ++x)
        for (const Span& span : columns.at(x))
            for (int y = span.top; y < span.bottom; ++y)
                paint(map.row<std::uint8_t>(y)[x]);
}

} // namespace

base::Result<SemanticClasses> semanticClassesFrom(std::span<const std::string> names)
{
    const auto refuse = [](const std::string& message) {
        return base::fail(base::ErrorCode::InvalidArgument, message);
    };
    if (names.size() >= kUnknownClass)
        return refuse("A semantic map has at most 254 classes.");
    if (std::set<std::string>(names.begin(), names.end()).size() != names.size())
        return refuse("Two classes have the same name.");
    const auto numberOf = [&](std::string_view name) {
        const auto found = std::find(names.begin(), names.end(), name);
        return found == names.end() ? kUnknownClass : std::uint8_t(found - names.begin());
    };
    const SemanticClasses classes{numberOf("fragment"), numberOf("cell"), numberOf("overlap")};
    if (classes.cell == kUnknownClass || classes.overlap == kUnknownClass)
        return refuse("Instances need the classes \"cell\" and \"overlap\"; rename the classes or label anew.");
    if (classes.cell == 0 || classes.overlap == 0 || classes.fragment == 0)
        return refuse("The first class is the background.");
    return classes;
}

base::Image semanticMap(int width, int height, std::span<const RleMask> cells, std::span<const RleMask> fragments,
                        std::span<const RleMask> unknown, const SemanticClasses& classes)
{
    base::Image map(width, height, 1, base::PixelType::U8); // all background
    for (const RleMask& mask : unknown)
        overPixels(mask, map, [](std::uint8_t& pixel) { pixel = kUnknownClass; });
    if (classes.fragment != kUnknownClass)
        for (const RleMask& mask : fragments)
            overPixels(mask, map, [&](std::uint8_t& pixel) { pixel = classes.fragment; });
    base::Image depth(width, height, 1, base::PixelType::U8); // 0, 1 or 2 and more cells
    for (const RleMask& mask : cells)
        overPixels(mask, depth, [](std::uint8_t& pixel) { pixel = std::uint8_t(std::min(pixel + 1, 2)); });
    for (int y = 0; y < height; ++y) {
        const auto* cellsHere = depth.row<std::uint8_t>(y);
        auto* pixel = map.row<std::uint8_t>(y);
        for (int x = 0; x < width; ++x)
            if (cellsHere[x] > 0)
                pixel[x] = cellsHere[x] == 1 ? classes.cell : classes.overlap;
    }
    return map;
}

} // namespace blastoscope::masks
