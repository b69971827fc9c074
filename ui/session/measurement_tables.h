// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/models/instance_list_model.h"
#include "ui/models/measurement_table_model.h"
#include "ui/plots/stack_series.h"
#include "ui/session/stack_metrics.h"

namespace blastoscope::ui {

/// Columns and rows of the table of cells, one row per instance and frame; keys are the names in cells.csv.
std::vector<MeasurementColumn> cellColumns(bool calibrated);
std::vector<MeasurementRow> cellRows(const StackMetrics& metrics);

/// The same per frame; keys are the names in frames.csv.
std::vector<MeasurementColumn> frameColumns(bool calibrated);
std::vector<MeasurementRow> frameRows(const StackMetrics& metrics);

/// What the plots show.
StackSeries seriesOf(const StackMetrics& metrics);

/// The list beside the canvas, for one frame.
std::vector<InstanceRow> instanceRows(const annotation::FrameAnnotation& frame, const MeasuredFrame& measured,
                                      const annotation::ObjectNames& names);

/// What the model calls all counted objects of a frame, e.g. "nucleus"; empty where any of them is a blastomere.
QString ownKindOf(const annotation::FrameAnnotation& frame, const annotation::ObjectNames& names);

/// A person drew, edited or accepted it; a model's own is shown lighter.
bool isReviewed(const annotation::FrameAnnotation& frame, const annotation::Instance& instance);

} // namespace blastoscope::ui
