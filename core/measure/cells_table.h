// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/measure/csv.h"
#include "core/measure/measured_stack.h"

namespace blastoscope::measure {

/// One row per instance and frame; see the column dictionary for every definition. Uncertain instances have a row too.
std::string cellsCsv(std::span<const MeasuredFrame> frames);
/// The column dictionary of cells.csv.
std::vector<ColumnInfo> cellsColumns();

} // namespace blastoscope::measure
