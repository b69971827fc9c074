// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blastoscope::formats {

/// RFC 4648 with padding.
std::string toBase64(std::string_view bytes);
/// Line breaks are skipped, padding may be missing; nothing for any other character.
std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text);

} // namespace blastoscope::formats
