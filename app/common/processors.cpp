// SPDX-License-Identifier: Apache-2.0
#include "app/common/processors.h"

#include <algorithm>
#include <thread>

namespace blastoscope::common {

int halfOfProcessors()
{
    return int(std::max(1u, std::thread::hardware_concurrency() / 2));
}

} // namespace blastoscope::common
