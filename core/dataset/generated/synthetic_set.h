// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/dataset/dataset_builder.h"
#include "core/dataset/generated/synthetic_frames.h"

namespace blastoscope::dataset {

/// What a training set is made of; see writeTrainingSet().
struct SyntheticSetOptions {
    SyntheticFrameOptions synthetic;
    std::vector<SourceFrame> real;        ///< may be empty
    std::optional<double> syntheticShare; ///< of the frames to train on, (0, 1); nothing: all frames once each
    BuildOptions build;                   ///< its split is that of the real frames when there are any
};

/// Writes a training set (buildDataset) of generated pictures, alone or mixed with real ones. With real frames only
/// those are held out, and `syntheticShare` holds to the frame: the real ones to train on are repeated as a whole, at
/// most 20 times, while there are synthetic ones enough, and of the synthetic ones a random choice (seed of the split)
/// is taken. Where real frames were reviewed, synthetic ones with instances count as accepted; those without enter only
/// beside reviewed ones and if they were accepted by name. dataset.json says which frames are synthetic and made by
/// what. Fails with InvalidArgument for a share without real frames, outside its range, or for which there are too few
/// synthetic pictures, and as syntheticFrames and buildDataset.
base::Result<DatasetReport> writeTrainingSet(const SyntheticSetOptions& options, const base::CancellationToken& cancel,
                                             const base::ProgressCallback& onProgress);

} // namespace blastoscope::dataset
