// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/error.h"
#include "core/masks/polygon.h"

namespace blastoscope::formats {

/// Looks at the outlines of one file before they are filled.
class OutlineChecker {
public:
    /// `fileBytes` bounds the work: a short file with endless outlines is refused instead of filled for hours.
    explicit OutlineChecker(std::size_t fileBytes);

    /// Fails with Corrupt when all outlines together are longer than those of any real file of that length.
    base::Status admit(const masks::Polygon& polygon);

    /// Whether admit() met an outline that crosses itself since the last call.
    bool takeCrossed();

private:
    double m_lengthLeft;
    bool m_crossed = false;
};

/// True when two edges that are no neighbours cross inside both; touching is no crossing. Outlines that would need
/// more than some million comparisons count as simple.
bool crossesItself(const masks::Polygon& polygon);

} // namespace blastoscope::formats
