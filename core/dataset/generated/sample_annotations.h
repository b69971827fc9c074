// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/dataset/generated/sample_files.h"

namespace blastoscope::dataset {

/// The frames of a COCO file that are named like samples of the list and were accepted or corrected by a person, as
/// semantic maps of their whole silhouettes (annotation::semanticLabels). Fails as reading the file does; may be empty.
base::Result<std::vector<SampleLabels>> labelsFromAnnotations(const SampleList& list,
                                                              const std::filesystem::path& annotations);

} // namespace blastoscope::dataset
