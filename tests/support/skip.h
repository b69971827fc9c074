// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include <doctest/doctest.h>

namespace blastoscope::tests {

extern std::atomic<int> g_expectedErrors;

/// Announces that the running case logs `count` errors on purpose.
inline void expectLoggedErrors(int count)
{
    g_expectedErrors += count;
}

inline void skip(const std::string& reason)
{
    MESSAGE("SKIPPED: " << reason);
}

/// The folder of real images named by BLASTOSCOPE_TEST_DATA; empty (and the reason for skipping is printed) when unset.
/// Use: `const auto data = realData(); if (!data) return;`
inline std::optional<std::filesystem::path> realData()
{
    const char* folder = std::getenv("BLASTOSCOPE_TEST_DATA");
    if (folder && std::filesystem::is_directory(folder))
        return std::filesystem::path(folder);
    skip("BLASTOSCOPE_TEST_DATA is not set; this case needs real images.");
    return std::nullopt;
}

} // namespace blastoscope::tests
