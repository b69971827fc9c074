// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/review/reason.h"

namespace blastoscope::review {

/// What the queue needs to know about one frame; small, so that it is kept while the frame does not change.
struct FrameFacts {
    bool known = false; ///< a model ran on it or it holds something
    annotation::ReviewState review = annotation::ReviewState::ToDo;
    int cells = 0;                    ///< blastomeres, or what is counted in their place, that are not uncertain
    double volume = 0;                ///< of these as spheres, px³
    std::vector<Reason> reasons = {}; ///< those that need no other frame
    bool ofEmbryo = true;             ///< the counted objects are blastomeres: they keep their volume and do not vanish
    bool operator==(const FrameFacts&) const = default;
};

/// Looks at one frame by itself. A few milliseconds; any thread.
FrameFacts factsOf(const annotation::FrameAnnotation& frame);

} // namespace blastoscope::review
