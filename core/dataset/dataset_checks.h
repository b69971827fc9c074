// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/dataset/dataset_report.h"
#include "core/nn/data/dataset_file.h"

namespace blastoscope::dataset {

/// Fills counts, sizes and warnings of `report` from the frames, which are those of report.frames in the same order,
/// and from what report.ownName says that they hold: too few embryos, one picture on both sides of the split (or twice;
/// as far as their hashes are known), very small cells, cells cut by the border.
void checkFrames(const std::vector<nn::DatasetFrame>& frames, DatasetReport& report);

} // namespace blastoscope::dataset
