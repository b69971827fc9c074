// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/review/reason.h"

namespace blastoscope::review {

/// Overlaps of a frame that can hardly be true: the same object twice, a blastomere within another, a depth order that
/// contradicts itself or the visible part that a model predicted.
std::vector<Reason> overlapConflicts(const annotation::FrameAnnotation& frame);

} // namespace blastoscope::review
