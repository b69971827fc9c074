// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace blastoscope::dataset {

/// Whether `name` names a file in a folder and nothing outside of it: a list from elsewhere must not reach other files.
inline bool isPlainFileName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find_first_of("/\\:") == std::string::npos;
}

} // namespace blastoscope::dataset
