// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/dataset/dataset_report.h"
#include "core/dataset/source_frame.h"
#include "core/dataset/split.h"

namespace blastoscope::dataset {

/// The frames that enter a dataset and on which side of the split.
struct ChosenFrames {
    std::vector<const SourceFrame*> frames; ///< of the list that was given
    std::vector<bool> validation;           ///< parallel
};

/// Where any frame was reviewed only accepted and corrected ones may enter; frames without any annotation enter only if
/// accepted. The others are counted in `report`, which also gets what is counted. Fails with InvalidArgument when none
/// is left, and as splitByEmbryo does.
base::Result<ChosenFrames> chooseFrames(const std::vector<SourceFrame>& frames, const SplitOptions& options,
                                        DatasetReport& report);

} // namespace blastoscope::dataset
