// SPDX-License-Identifier: Apache-2.0
#include "core/base/csv_text.h"

#include <charconv>
#include <cmath>

namespace blastoscope::base {
namespace {

/// As a whole, so that no program takes it for a formula.
bool isNumber(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

} // namespace

std::string csvText(std::string_view text)
{
    std::string out(text);
    if (!out.empty() && std::string_view("=+-@\t\r").find(out.front()) != std::string_view::npos && !isNumber(out))
        out.insert(out.begin(), '\'');
    if (out.find_first_of(",\"\r\n") == std::string::npos)
        return out;
    std::string quoted = "\"";
    for (const char c : out)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

} // namespace blastoscope::base
