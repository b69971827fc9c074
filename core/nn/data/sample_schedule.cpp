// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/sample_schedule.h"

#include <algorithm>

#include "core/base/random.h"

namespace blastoscope::nn {

std::int64_t SampleSchedule::prefix(std::int64_t step) const
{
    return std::clamp(initial + std::int64_t(freshPerStep * double(std::max<std::int64_t>(0, step))), std::int64_t(1),
                      capacity);
}

std::vector<std::int64_t> SampleSchedule::indices(std::int64_t step, int count) const
{
    base::Random random = base::Random(seed).split(std::uint64_t(step));
    const std::int64_t available = prefix(step);
    std::vector<std::int64_t> chosen;
    while (std::ssize(chosen) < count) {
        const auto index = std::int64_t(random.uniform() * double(available));
        const bool repeated = std::find(chosen.begin(), chosen.end(), index) != chosen.end();
        if (!repeated || available < count)
            chosen.push_back(index);
    }
    return chosen;
}

} // namespace blastoscope::nn
