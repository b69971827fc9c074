// SPDX-License-Identifier: Apache-2.0
#include "core/base/utc_time.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace blastoscope::base {
namespace {

using Clock = std::chrono::system_clock;

/// To the second, without the zone.
std::string secondsOf(Clock::time_point time)
{
    const std::time_t seconds = Clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
    return text;
}

} // namespace

std::string utcNow()
{
    return secondsOf(Clock::now()) + 'Z';
}

std::string utcNowMilliseconds()
{
    const auto now = std::chrono::floor<std::chrono::milliseconds>(Clock::now());
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03dZ", int(now.time_since_epoch().count() % 1000));
    return secondsOf(now) + fraction;
}

} // namespace blastoscope::base
