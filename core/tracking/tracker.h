// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/tracking/cell_frame.h"

namespace blastoscope::tracking {

/// Gives every cell the id of its track: one number for a cell from one division to the next, from 1 on in the order in
/// which they appear. Cells that appear for less than three frames without a mother stay without one. Frames in the
/// order of time; those that nobody looked at are to be left out. Looks at silhouettes alone; earlier ids don't count.
/// The same frames give the same ids. About a millisecond per frame of eight cells. Fails with Cancelled only; the
/// tracks are as they were then.
base::Status trackCells(std::span<CellFrame> frames, const base::CancellationToken& cancel = {},
                        const base::ProgressCallback& progress = {});

/// The same for the blastomeres of annotations; other objects keep what they have. No null pointers.
void trackAnnotations(std::span<annotation::FrameAnnotation* const> frames);

} // namespace blastoscope::tracking
