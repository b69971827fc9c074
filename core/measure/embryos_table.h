// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/measure/csv.h"
#include "core/measure/embryo_metrics.h"

namespace blastoscope::measure {

/// One row per embryo: times at which it has n cells, intervals, evenness and fragments of its stages.
std::string embryosCsv(std::span<const EmbryoMetrics> embryos);
/// The column dictionary of embryos.csv.
std::vector<ColumnInfo> embryosColumns();

} // namespace blastoscope::measure
