// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// The classes of a semantic map of an embryo in their usual order (the zona is not annotated). A pixel of "overlap"
/// lies in two or more cells, so that one number per pixel still tells where something is hidden. "fragment" are
/// fragments and polar bodies.
inline constexpr std::array<std::string_view, 4> kSemanticClassNames = {"background", "fragment", "cell", "overlap"};

/// A pixel of which nothing is known; never a class.
inline constexpr std::uint8_t kUnknownClass = 255;

/// Which number stands for what in a semantic map. Other numbers are other things (zona, perivitelline space, unknown);
/// the background is 0.
struct SemanticClasses {
    std::uint8_t fragment = 1; ///< kUnknownClass: fragments have no class of their own
    std::uint8_t cell = 2;
    std::uint8_t overlap = 3;
    bool operator==(const SemanticClasses&) const = default;
};

/// The numbers of "fragment", "cell" and "overlap" among names in the order of the classes. Fails with InvalidArgument
/// without "cell" or "overlap", when either stands first (0 is the background), when a name is there twice, and for
/// more than 254 names.
base::Result<SemanticClasses> semanticClassesFrom(std::span<const std::string> names);

/// The class of each pixel of a width x height frame from whole silhouettes of that size: U8, one channel. Cells come
/// before fragments, and what only `unknown` ones cover is kUnknownClass.
base::Image semanticMap(int width, int height, std::span<const RleMask> cells, std::span<const RleMask> fragments,
                        std::span<const RleMask> unknown, const SemanticClasses& classes = {});

} // namespace blastoscope::masks
