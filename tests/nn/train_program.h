// SPDX-License-Identifier: Apache-2.0
#pragma once

// The training worker as a test sees it: started as a process, known by the files it leaves.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/nn/json_lines.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text.h"

namespace blastoscope::tests {

inline std::filesystem::path recipes()
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE_MESSAGE(source, "BLASTOSCOPE_SOURCE_DIR is not set");
    return std::filesystem::path(source) / "models" / "recipes";
}

inline nlohmann::json tinyRecipe()
{
    std::ifstream stream(recipes() / "tiny.json");
    return nlohmann::json::parse(stream);
}

inline std::filesystem::path written(const std::filesystem::path& file, const nlohmann::json& json)
{
    std::ofstream(file) << json;
    return file;
}

inline pid_t start(const std::vector<std::string>& options)
{
    return startProgram(BLASTOSCOPE_TRAIN, options);
}

inline int runProgram(const std::vector<std::string>& options)
{
    return exitCodeOf(start(options));
}

inline bool hasEvent(const std::vector<nlohmann::json>& lines, const std::string& event)
{
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.at("event") == event; });
}

/// Waits until the run has written a line of that kind; false when the program ended before.
inline bool waitForEvent(pid_t pid, const std::filesystem::path& log, const std::string& event)
{
    using namespace std::chrono_literals;
    const auto giveUp = std::chrono::steady_clock::now() + 240s;
    while (!hasEvent(linesOf(log), event)) {
        if (kill(pid, 0) != 0 || std::chrono::steady_clock::now() > giveUp)
            return false;
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

} // namespace blastoscope::tests
