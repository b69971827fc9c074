// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/units.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/base/text.h"

namespace blastoscope::imaging {
namespace {

struct Unit {
    std::string_view name;
    double factor;
};

// The micro sign comes as U+00B5, as the Greek letter U+03BC, as Latin-1, and as ImageJ's escape.
constexpr Unit kLengths[] = {
    {"\xC2\xB5m", 1},     {"\xCE\xBCm", 1},   {"\xB5m", 1},    {"\\u00b5m", 1}, {"um", 1},
    {"micron", 1},        {"microns", 1},     {"micrometer", 1}, {"micrometre", 1}, {"micrometers", 1},
    {"micrometres", 1},   {"nm", 1e-3},       {"nanometer", 1e-3}, {"nanometre", 1e-3}, {"mm", 1e3},
    {"millimeter", 1e3},  {"millimetre", 1e3}, {"cm", 1e4},    {"m", 1e6},      {"pm", 1e-6},
    {"inch", 25400},      {"in", 25400},
};

constexpr Unit kTimes[] = {
    {"s", 1.0 / 3600},      {"sec", 1.0 / 3600}, {"second", 1.0 / 3600}, {"seconds", 1.0 / 3600},
    {"ms", 1.0 / 3600000},  {"msec", 1.0 / 3600000}, {"min", 1.0 / 60},  {"minute", 1.0 / 60},
    {"minutes", 1.0 / 60},  {"h", 1.0},          {"hr", 1.0},            {"hour", 1.0},
    {"hours", 1.0},         {"d", 24.0},         {"day", 24.0},          {"days", 24.0},
};

template<std::size_t N>
std::optional<double> factorOf(const Unit (&units)[N], std::string_view unit)
{
    const std::string name = base::toLower(base::trimmed(unit));
    const auto found = std::find_if(std::begin(units), std::end(units), [&](const Unit& u) { return u.name == name; });
    return found == std::end(units) ? std::nullopt : std::optional(found->factor);
}

} // namespace

std::optional<double> micrometresPerUnit(std::string_view unit)
{
    return factorOf(kLengths, unit);
}

std::optional<double> hoursPerUnit(std::string_view unit)
{
    return factorOf(kTimes, unit);
}

} // namespace blastoscope::imaging
