// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace blastoscope::nn {

/// The diary of a run: one JSON object a line, appended and flushed at once, so that a program that watches the file
/// sees every line whole. Every line has "event" and "time" (UTC, ISO 8601, whole seconds). Not thread-safe.
class ProgressLog {
public:
    /// Goes on with what is there already. Fails (Io) when the file cannot be written.
    static base::Result<std::shared_ptr<ProgressLog>> open(const std::filesystem::path& file);

    /// Adds `line` (an object) with the time of day. Fails (Io) when the disk is full.
    base::Status write(const std::string& event, nlohmann::json line = nlohmann::json::object());

private:
    explicit ProgressLog(std::ofstream stream) : m_stream(std::move(stream)) {}
    std::ofstream m_stream;
};

} // namespace blastoscope::nn
