// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/cancellation.h"
#include "core/base/error.h"

namespace blastoscope::train {

struct ComparisonOptions {
    std::filesystem::path dataset; ///< folder whose held-out frames are used; empty: simulated frames only
    int simulatedFrames = 100;     ///< of the reference, which is the same for everyone; 0: without it
    bool onCuda = false;
    int threads = 0; ///< for the arithmetic; 0: as many as are in use
};

/// Measures models side by side on held-out real frames and on a fixed simulated reference, each frame cut around its
/// cells as inference would, cells counted by each model's own rule; uncertain cells neither help nor hurt.
/// {"models": [{"file", "sha256", "name", "version"}], "validation": {"frames", "embryos", "dataset_sha256",
/// "results"}, "simulated": {"frames", "seed", "results"}, "notes": [{"code", "text"}]}, with one result per model:
/// "ap", "ap50", "ap75" (COCO mask AP of blastomeres; -1 without any), "exact", "within_one", "bias" (of the count),
/// "quality" (mean panoptic quality of the frames). Where frames are held out "validation" also has "worst"
/// (worstFrames). The codes of notes are "nothing_held_out" and "not_exhaustive"; their texts are English. Fails as
/// reading models and the dataset does, and with Cancelled.
base::Result<nlohmann::json> compareModels(const std::vector<std::filesystem::path>& models,
                                           const ComparisonOptions& options, const base::CancellationToken& cancel);

/// The comparison as a table for people.
std::string comparisonTable(const nlohmann::json& comparison);

} // namespace blastoscope::train
