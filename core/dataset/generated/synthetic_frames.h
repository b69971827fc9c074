// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/progress.h"
#include "core/dataset/source_frame.h"
#include "core/masks/semantic/shape_completion.h"

namespace blastoscope::dataset {

/// How labelled pictures become frames with instances.
struct SyntheticFrameOptions {
    std::filesystem::path pairs;       ///< folder with synthetic.json (pair_files.h)
    std::vector<std::string> accepted; ///< file names of the pairs to take; empty: all
    masks::ShapeCompletion complete;   ///< of cells; empty: as the label map has them
    std::string shapeModel;            ///< SHA-256 of the model behind `complete`
};

/// The pairs of a folder as frames: their label maps split into instances (masks::splitSemanticMap) and completed
/// (masks::completedWithin). Each is an embryo of its own, machine-made in every respect: `synthetic` says by what, the
/// instances are the interpreter's. `review` is Accepted when names were given, else ToDo. Fails as readPairList,
/// readPair, masks::semanticClassesFrom and masks::splitSemanticMap, with NotFound for an accepted name that is not in
/// the list, and with Cancelled.
base::Result<std::vector<SourceFrame>> syntheticFrames(const SyntheticFrameOptions& options,
                                                       const base::CancellationToken& cancel,
                                                       const base::ProgressCallback& onProgress);

} // namespace blastoscope::dataset
