// SPDX-License-Identifier: Apache-2.0
#include "core/measure/csv.h"

#include <charconv>
#include <cmath>

namespace blastoscope::measure {

std::string csvNumber(std::optional<double> value, int decimals)
{
    if (!value || !std::isfinite(*value))
        return {};
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, *value, std::chars_format::fixed, decimals).ptr;
    std::string text(buffer, end);
    const bool isZero = text.find_first_not_of("-0.") == std::string::npos;
    return isZero && text.front() == '-' ? text.substr(1) : text;
}

std::string csvInteger(std::optional<long long> value)
{
    return value ? std::to_string(*value) : std::string();
}

std::string csvFlag(bool value)
{
    return value ? "1" : "0";
}

} // namespace blastoscope::measure
