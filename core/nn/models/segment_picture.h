// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "core/nn/ops/label_tiles.h"

namespace blastoscope::nn {

/// As segmentTiles, on the picture resampled by `options.scale`; the label map has the resolution of the picture
/// itself.
std::optional<LabelMap> segmentPicture(std::span<const float> pixels, int width, int height,
                                       const TilingOptions& options, const EmbedTile& embed,
                                       const std::function<bool()>& stop = {});

} // namespace blastoscope::nn
