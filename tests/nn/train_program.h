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

#include <spawn.h>
#include <sys/wait.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/base/ids.h"

extern char** environ;

namespace blastoscope::test {

struct TemporaryFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("train-" + base::randomId());
    TemporaryFolder() { std::filesystem::create_directories(path); }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

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
    std::vector<std::string> words = {BLASTOSCOPE_TRAIN};
    words.insert(words.end(), options.begin(), options.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t pid = 0;
    REQUIRE(posix_spawn(&pid, BLASTOSCOPE_TRAIN, nullptr, nullptr, pointers.data(), environ) == 0);
    return pid;
}

/// The program's exit code, or -1 when a signal killed it.
inline int finished(pid_t pid)
{
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

inline int runProgram(const std::vector<std::string>& options)
{
    return finished(start(options));
}

inline std::vector<nlohmann::json> linesOf(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::vector<nlohmann::json> lines;
    for (std::string line; std::getline(stream, line);) {
        if (!stream.eof())
            lines.push_back(nlohmann::json::parse(line));
    }
    return lines;
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

} // namespace blastoscope::test
