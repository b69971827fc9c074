// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/annotation/document.h"

namespace blastoscope::tracking {

// Tracks corrected by hand. What is said of a cell in one frame holds for what follows it, too: its track is renamed
// from there on, so that one correction mends the rest of the stack. Each is one undo step.

/// A cell that one of a later frame may be.
struct Predecessor {
    int frame = 0;
    annotation::InstanceId id = 0;
    std::optional<int> track;
    bool operator==(const Predecessor&) const = default;
};

/// The cells that the cell `id` of `frame` may continue, the likeliest first: those of the last frame with cells before
/// it, and the last ones of tracks that were seen at most kLongestGap such frames earlier. Nothing when the object does
/// not exist or is no cell.
std::vector<Predecessor> predecessorsOf(const annotation::StackDocument& document, int frame,
                                        annotation::InstanceId id);

/// From `frame` on, the cell and all that follows it go on with the track of `before`, which gets a new one where it
/// has none. Where another cell goes on with that track meanwhile, the two change tracks. Gives the number of objects
/// that have another track now; fails with NotFound when one of both cells does not exist.
base::Result<int> continueTrack(annotation::StackDocument& document, int frame, annotation::InstanceId id,
                                const Predecessor& before);

/// From `frame` on, each of the cells and all that follows it have a track of their own. Those whose track begins in
/// `frame` keep it. Result as above.
base::Result<int> startTracks(annotation::StackDocument& document, int frame,
                              const std::vector<annotation::InstanceId>& ids);

} // namespace blastoscope::tracking
