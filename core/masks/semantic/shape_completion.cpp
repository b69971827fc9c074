// SPDX-License-Identifier: Apache-2.0
#include "core/masks/semantic/shape_completion.h"

#include "core/masks/components.h"

namespace blastoscope::masks {

RleMask completedWithin(const base::Image& map, const SemanticClasses& classes, const RleMask& silhouette,
                        const ShapeCompletion& complete)
{
    const auto whole = complete(silhouette);
    if (!whole)
        return silhouette;
    Bitmap single(map.width, map.height), free(map.width, map.height);
    const auto* label = map.row<std::uint8_t>(0);
    for (std::size_t i = 0; i < single.pixels.size(); ++i) {
        single.pixels[i] = label[i] == classes.cell;
        free.pixels[i] = label[i] == classes.overlap || label[i] == kUnknownClass;
    }
    const RleMask kept = intersected(silhouette, RleMask(single));
    return withoutHoles(largestComponent(united(kept, intersected(*whole, RleMask(free)))));
}

} // namespace blastoscope::masks
