// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "core/measure/measured_stack.h"
#include "core/tracking/lineage.h"

namespace blastoscope::measure {

/// Tracks the blastomeres of a stack with several frames, unless one of them has a track already: from a file or a
/// person.
void trackUntracked(StackRecord& stack);

/// Who is whose daughter, from the tracks of the stack's blastomeres. Empty when nothing is tracked.
tracking::Lineage lineageOf(const StackRecord& stack);

/// measureFrame() with what the lineage of the stack knows: mothers, and generations where it is complete.
FrameMetrics measureFrame(const annotation::FrameAnnotation& frame, std::optional<double> umPerPixel,
                          const tracking::Lineage& lineage);

/// The generations of all counted blastomeres of a frame, by instance. Empty unless the lineage is complete there:
/// every one of them descends from the 1-cell embryo and no descendant is missing.
std::map<annotation::InstanceId, int> generationsIn(const annotation::FrameAnnotation& frame,
                                                    const tracking::Lineage& lineage);

} // namespace blastoscope::measure
