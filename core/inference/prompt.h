// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/base/geometry.h"

namespace blastoscope::inference {

/// Where a person points at one object, in pixels of the image; points beside the image mean nothing.
struct Prompt {
    std::vector<base::Point> inside;  ///< on the object; at least one unless there is a box
    std::vector<base::Point> outside; ///< beside it
    std::optional<base::Box> box;     ///< around it
    bool operator==(const Prompt&) const = default;
};

} // namespace blastoscope::inference
