// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::cli {

/// Time indices A <= t < B, counted from 0, as written "A:B"; either end may be left out.
struct FrameRange {
    int first = 0;
    std::optional<int> end;

    /// The indices that a stack of `times` frames has.
    std::vector<int> indices(int times) const;
};

/// Fails with InvalidArgument; "" is all frames.
base::Result<FrameRange> parseFrameRange(const std::string& text);

} // namespace blastoscope::cli
