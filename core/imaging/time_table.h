// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// Rows of a "…_timeElapsed.csv".
struct TimeTable {
    std::vector<std::optional<double>> hours; ///< empty where the cell is not a number
    std::vector<std::optional<int>> runs;     ///< same size; filled when a column is named "run"
    bool hasRuns = false;
};

/// Parses a time table: the column "time" of the header, else the second column, in hours. Comma, semicolon or tab
/// separated; a decimal comma is understood where it cannot separate. Errors: Corrupt when there is no such column.
base::Result<TimeTable> parseTimeTable(std::string_view text);

/// Writes the times of `table` into `info`, by RUN number where both sides have them, else row by row when there are as
/// many rows as time points. Anything that cannot be paired safely stays empty. Adds warnings for rows that do not fit,
/// unreadable or falling times, and an exactly constant step (a grid that was not measured).
void assignTimes(const TimeTable& table, StackInfo& info);

/// Rows "phase,first,last" of a "…_phases.csv"; it has no header. Rows of another form are left out.
std::vector<Phase> parsePhases(std::string_view text);

} // namespace blastoscope::imaging
