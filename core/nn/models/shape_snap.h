// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"
#include "core/nn/models/vq_vae.h"

namespace blastoscope::nn {

/// What the snap network sees of a silhouette: the square around its larger pieces, grown on every side by `margin` of
/// its own side, so that what is missing has room. Empty for an empty mask. May reach beyond the image.
base::Box snapWindow(const masks::RleMask& mask, double margin);

/// The whole silhouette behind a damaged one: the network (Jang et al., VQ shape code, sec. 3), trained from damaged to
/// whole silhouettes, looks at the window from eight sides; the mean of what it sees is pasted at the image's
/// resolution. Without holes, in one piece; empty when nothing reaches one half. Throws c10::Error. Not thread-safe.
masks::RleMask snappedShape(VqVae& network, const masks::RleMask& mask, double margin);

} // namespace blastoscope::nn
