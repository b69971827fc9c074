// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::imaging {

/// Random access to the bytes of a regular file. Not thread-safe.
class FileReader {
public:
    /// Errors: NotFound, PermissionDenied, InvalidArgument (not a regular file: a pipe would block), Io.
    static base::Result<FileReader> open(const std::filesystem::path& path);

    std::uint64_t size() const { return m_size; }

    /// Fills as much of `out` as the file has from `offset` on; returns the number of bytes.
    std::size_t readAt(std::uint64_t offset, std::span<std::uint8_t> out);

private:
    FileReader() = default;

    std::ifstream m_stream;
    std::uint64_t m_size = 0;
};

/// The whole content. Errors as FileReader::open; Unsupported above `maxBytes`; Io when fewer bytes arrive.
base::Result<std::vector<std::uint8_t>> readWholeFile(const std::filesystem::path& path, std::uint64_t maxBytes);

} // namespace blastoscope::imaging
