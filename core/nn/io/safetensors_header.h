// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::nn {

/// A tensor as the header of a safetensors file describes it.
struct TensorEntry {
    std::string name;
    std::string type;           ///< as in the file, e.g. "F32"; one that elementBytes knows
    std::vector<int64_t> shape; ///< not negative; the product fits the data
    std::uint64_t begin = 0;    ///< bytes from the start of the data section
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<TensorEntry> tensors; ///< by position in the file; without gaps or overlaps up to the end of the file
    std::map<std::string, std::string> metadata;
    std::uint64_t dataStart = 0; ///< bytes from the start of the file
};

/// Bytes per element; 0 for a type that is not supported.
std::size_t elementBytes(const std::string& type);

/// Opens a regular file and reads the header, trusting none of it: every number is checked against the length of the
/// file and against the others. On success `stream` is open and stands at the data section.
base::Result<SafetensorsHeader> openSafetensors(const std::filesystem::path& path, std::ifstream& stream);

} // namespace blastoscope::nn
