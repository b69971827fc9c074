// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/project/fingerprint.h"

namespace blastoscope::project {

/// Who works: the account of the system and the name that the person gave once.
struct Author {
    std::string account;
    std::string name;
    std::string workstation;
    bool operator==(const Author&) const = default;
};

/// The account and the host of this process, without a name.
Author currentAccount();

/// Stored as numbers: new ones go to the end.
enum class Insemination { Unknown, Ivf, Icsi };
/// As imaging::CalibrationSource, which this folder does not see. Stored as numbers.
enum class CalibrationSource { Unknown, File, User, Preset };

using StackKey = std::int64_t; ///< of a stack within its project; never used again

/// What is known about one stack of images.
struct StackRecord {
    StackKey key = 0;
    std::string uid;            ///< random, the embryo's id in exports and in the audit trail
    std::filesystem::path path; ///< absolute; stored relative to the project
    Fingerprint fingerprint;
    std::string sha256; ///< of the content; empty until somebody had the time
    int frames = 0;
    int width = 0;
    int height = 0;
    std::optional<double> umPerPixel;
    CalibrationSource calibrationSource = CalibrationSource::Unknown;
    std::optional<double> t0Hours; ///< insemination on the stack's own clock
    Insemination insemination = Insemination::Unknown;
};

/// A model that made instances of the project.
struct ModelReference {
    std::string sha256;
    std::string name;
    std::string version;
    bool operator==(const ModelReference&) const = default;
};

/// Numbers about one stack of a project.
struct StackSummary {
    StackRecord record;
    int annotatedFrames = 0;
    int reviewedFrames = 0;
    int instances = 0;
    int steps = 0; ///< of the undo history
};

/// What can be said about a project without its images.
struct ProjectSummary {
    int version = 0; ///< of the file format
    std::string uid;
    std::string created; ///< UTC
    std::vector<StackSummary> stacks;
    std::vector<ModelReference> models;
    std::int64_t auditRows = 0;
    std::uintmax_t bytes = 0; ///< of the file
};

} // namespace blastoscope::project
