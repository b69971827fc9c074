// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/dataset/dataset_report.h"
#include "core/dataset/source_frame.h"
#include "core/dataset/split.h"

namespace blastoscope::dataset {

/// What buildDataset would report, without reading a picture: counts, sizes, split and warnings. What only the pictures
/// tell is missing: their hashes and warnings of repeated pictures. Fails as buildDataset does for the same frames.
base::Result<DatasetReport> previewDataset(const std::vector<SourceFrame>& frames, const SplitOptions& split);

} // namespace blastoscope::dataset
