// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ui/models/instance_list_model.h"
#include "ui/models/measurement_table_model.h"
#include "ui/plots/stack_series.h"
#include "ui/session/stack_metrics.h"

namespace blastoscope::ui {

/// Columns and rows of the table of cells, one row per instance and frame; keys are the names in cells.csv.
std::vector<MeasurementColumn> cellColumns(bool calibrated);
std::vector<MeasurementRow> cellRows(const StackMetrics& metrics);

/// The same per frame; keys are the names in frames.csv. `ownName`: of all objects of the stack
/// (annotation::sharedNameOf); where they have one, what is known of embryos alone is left out.
std::vector<MeasurementColumn> frameColumns(bool calibrated, const std::string& ownName = {});
std::vector<MeasurementRow> frameRows(const StackMetrics& metrics, const std::string& ownName = {});

/// What the plots show.
StackSeries seriesOf(const StackMetrics& metrics);

/// The list beside the canvas, for one frame.
std::vector<InstanceRow> instanceRows(const annotation::FrameAnnotation& frame, const MeasuredFrame& measured);

} // namespace blastoscope::ui
