// SPDX-License-Identifier: Apache-2.0
#include "core/formats/base64.h"

#include <algorithm>

namespace blastoscope::formats {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

std::string toBase64(std::string_view bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? std::uint8_t(bytes[i + k]) : 0);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? kDigits[group >> (18 - 6 * k) & 63] : '=';
    }
    return text;
}

std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text)
{
    while (!text.empty() && (text.back() == '=' || text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    std::vector<std::uint8_t> bytes;
    std::uint32_t group = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            continue;
        const auto digit = kDigits.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        group = group << 6 | std::uint32_t(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(std::uint8_t(group >> bits));
        }
    }
    return bytes;
}

} // namespace blastoscope::formats
