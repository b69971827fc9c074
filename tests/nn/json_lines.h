// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace blastoscope::tests {

/// The objects of a diary, one a line; a last line that is still being written is left out.
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

} // namespace blastoscope::tests
