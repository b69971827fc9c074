// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/tracking/lineage.h"
#include "core/tracking/registration.h"

namespace blastoscope::tracking {

/// Reverse cleavage: fills Track::flowedInto. A track that ends before the last frames has flowed into a cell of the
/// next frame when that cell, read backwards in time, divides into it and a neighbour: the neighbour ends, too, or goes
/// on as that cell. All three must last for kLastingFrames frames, so that an outline that was missed once is no event.
/// These are candidates: a person should look.
void findFusions(std::span<const CellFrame> frames, const Registration& registration, Lineage& lineage);

} // namespace blastoscope::tracking
