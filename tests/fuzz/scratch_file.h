// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace blastoscope::tests {

/// Writes the bytes into a file of this process, in memory where the system has such a folder; each call replaces the
/// content. For parsers that want a path.
const std::filesystem::path& scratchFile(const std::uint8_t* data, std::size_t size);

} // namespace blastoscope::tests
