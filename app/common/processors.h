// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace blastoscope::common {

/// Threads for arithmetic that takes hours and has the machine for itself neither now nor then: half of the processors
/// that this program may use, at least 1. Two threads on one core compute hardly faster than one, and threads that find
/// no free core keep all the others waiting at the end of each operation, which can cost more than they bring.
int halfOfProcessors();

} // namespace blastoscope::common
