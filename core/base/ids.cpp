// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"

#include <cstdio>
#include <random>

namespace blastoscope::base {

std::string randomId()
{
    std::random_device source;
    char text[17];
    std::snprintf(text, sizeof text, "%08x%08x", unsigned(source()), unsigned(source()));
    return text;
}

} // namespace blastoscope::base
