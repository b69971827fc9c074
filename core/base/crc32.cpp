// SPDX-License-Identifier: Apache-2.0
#include "core/base/crc32.h"

#include <array>

namespace blastoscope::base {
namespace {

constexpr std::array<std::uint32_t, 256> makeTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

constexpr auto kTable = makeTable();

} // namespace

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t value = 0xFFFFFFFFu;
    for (const char c : bytes)
        value = kTable[(value ^ std::uint8_t(c)) & 0xFF] ^ (value >> 8);
    return value ^ 0xFFFFFFFFu;
}

} // namespace blastoscope::base
