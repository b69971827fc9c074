// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/progress.h"
#include "core/dataset/dataset_report.h"
#include "core/dataset/source_frame.h"
#include "core/dataset/split.h"

namespace blastoscope::dataset {

/// How a dataset is made of frames.
struct BuildOptions {
    std::filesystem::path out; ///< must not exist or be empty
    SplitOptions split;
    bool exhaustive =
        true; ///< every object of every frame is annotated; otherwise the rest is not taken for background
};

/// Builds a dataset folder: images/ (8-bit grey PNG), annotations.json (COCO) and dataset.json for other programs,
/// data.safetensors for the training worker. Where any frame was reviewed only accepted and corrected ones enter;
/// frames without any annotation enter only if accepted. The folder appears whole or not at all. Fails with
/// InvalidArgument when `out` is in use, no frame is left or an embryo rule fails, with Cancelled, and as reading and
/// writing do. Same frames and options give the same bytes.
base::Result<DatasetReport> buildDataset(const std::vector<SourceFrame>& frames, const BuildOptions& options,
                                         const base::CancellationToken& cancel,
                                         const base::ProgressCallback& onProgress);

} // namespace blastoscope::dataset
