// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/measure/csv.h"
#include "core/measure/measured_stack.h"

namespace blastoscope::measure {

/// One row per frame; see the column dictionary for every definition.
std::string framesCsv(std::span<const MeasuredFrame> frames);
/// The column dictionary of frames.csv.
std::vector<ColumnInfo> framesColumns();

} // namespace blastoscope::measure
