// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace blastoscope::base {

/// A random id of 16 hexadecimal digits from the system's entropy source, e.g. for an embryo whose own name must not
/// leave the clinic. Thread-safe.
std::string randomId();

} // namespace blastoscope::base
