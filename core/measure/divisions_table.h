// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/measure/csv.h"
#include "core/measure/embryo_metrics.h"

namespace blastoscope::measure {

/// One row per division that tracking saw.
std::string divisionsCsv(std::span<const EmbryoMetrics> embryos);
/// The column dictionary of divisions.csv.
std::vector<ColumnInfo> divisionsColumns();

} // namespace blastoscope::measure
