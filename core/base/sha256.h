// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/error.h"

namespace blastoscope::base {

/// SHA-256 (FIPS 180-4), incremental. Names the content of images, models and data sets.
class Sha256 {
public:
    Sha256();
    void update(const void* data, std::size_t size);
    /// 64 lower-case hexadecimal digits; the object must not be used afterwards.
    std::string hex();

private:
    void block(const std::uint8_t* bytes);

    std::array<std::uint32_t, 8> m_h;
    std::array<std::uint8_t, 64> m_buffer{};
    std::size_t m_used = 0;
    std::uint64_t m_total = 0;
};

/// Of `size` bytes at `data`, as Sha256::hex().
std::string sha256Hex(const void* data, std::size_t size);
/// Of the content of a file, in pieces. Fails with NotFound when it cannot be opened and with Io; the message names the
/// file without its folders.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace blastoscope::base
