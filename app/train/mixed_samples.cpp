// SPDX-License-Identifier: Apache-2.0
#include "app/train/mixed_samples.h"

#include <cmath>
#include <numeric>
#include <utility>

#include "core/base/random.h"

namespace blastoscope::train {
namespace {

std::vector<std::int64_t> shuffled(std::int64_t count, base::Random random)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), std::int64_t(0));
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[std::size_t(random.integer(0, int(i) - 1))]);
    return order;
}

} // namespace

std::int64_t MixedSamples::simulatedBefore(std::int64_t step) const
{
    if (realFrames == 0)
        return step * batch;
    return std::int64_t(std::floor(double(step) * batch * simulatedShare + 1e-9));
}

int MixedSamples::simulatedIn(std::int64_t step) const
{
    return int(simulatedBefore(step + 1) - simulatedBefore(step));
}

std::vector<std::int64_t> MixedSamples::realIn(std::int64_t step) const
{
    const std::int64_t first = step * batch - simulatedBefore(step);
    const std::int64_t end = (step + 1) * batch - simulatedBefore(step + 1);
    std::vector<std::int64_t> chosen;
    std::vector<std::int64_t> order;
    std::int64_t epoch = -1;
    for (std::int64_t position = first; position < end; ++position) {
        if (position / realFrames != epoch) {
            epoch = position / realFrames;
            order = shuffled(realFrames, base::Random(seed).split(std::uint64_t(epoch)));
        }
        chosen.push_back(order[std::size_t(position % realFrames)]);
    }
    return chosen;
}

} // namespace blastoscope::train
