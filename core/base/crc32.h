// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace blastoscope::base {

/// CRC-32 as in ISO 3309 and zlib (polynomial 0xEDB88320, reflected): finds accidental damage, not forgery.
std::uint32_t crc32(std::string_view bytes);

} // namespace blastoscope::base
