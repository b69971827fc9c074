// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/dataset/embryo_rule.h"
#include "core/dataset/source_frame.h"

namespace blastoscope::dataset {

/// The frames that a COCO file lists, with pictures below `root`; the embryo of each is set by the rule. The picture of
/// an image in a file of several frames is the one at "frame_index". Fails as readCocoDataset, fromCoco and
/// EmbryoRule::embryoOf do, and before anything is decoded when a picture is missing (NotFound) or its name leaves
/// `root` (InvalidArgument). Reading a frame fails with Incompatible when it has another size than the list says.
base::Result<std::vector<SourceFrame>> framesFromCoco(const std::filesystem::path& annotations,
                                                      const std::filesystem::path& root, const EmbryoRule& rule);

} // namespace blastoscope::dataset
