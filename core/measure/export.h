// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/measure/embryo_metrics.h"
#include "core/measure/measured_stack.h"

namespace blastoscope::measure {

/// The model behind the masks; all empty when none took part.
struct ModelRecord {
    std::string name;
    std::string version;
    std::string sha256;
    std::string licence;
};

/// What the manifest tells besides the tables.
struct ExportInfo {
    std::string appVersion;
    ModelRecord model;
    std::map<std::string, std::string> settings;   ///< of the run, e.g. {"plane", "F0"}; no identifiers
    int sustainedFrames = kSustainedFrames;        ///< what counts as n cells reached; goes into the settings
    std::vector<std::filesystem::path> otherFiles; ///< already written, relative to the folder; are hashed too
};

/// What an export writes, and replaces where it is there already.
inline constexpr std::array kExportedFiles = {"cells.csv", "frames.csv", "embryos.csv", "divisions.csv",
                                              "manifest.json"};

/// Writes kExportedFiles into `folder`, which is created. The same stacks give the same bytes, but for "exported_at" in
/// the manifest. Cancelled leaves the folder as it was; progress counts stacks.
base::Status exportMeasurements(const std::filesystem::path& folder, std::span<const StackRecord> stacks,
                                const ExportInfo& info, const base::CancellationToken& cancel = {},
                                const base::ProgressCallback& onProgress = {});

} // namespace blastoscope::measure
