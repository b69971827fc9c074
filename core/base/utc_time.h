// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace blastoscope::base {

// The time of day of the system's clock as ISO 8601 in UTC. Thread-safe.

/// To the second: "2026-11-21T09:30:05Z".
std::string utcNow();

/// To the millisecond: "2026-11-21T09:30:05.120Z".
std::string utcNowMilliseconds();

} // namespace blastoscope::base
