// SPDX-License-Identifier: Apache-2.0
#include "core/inference/compute_device.h"

#include <algorithm>
#include <utility>

#include "core/base/log.h"
#include "core/inference/device_choice.h"

namespace blastoscope::inference {

namespace {

bool isOutOfMemory(const base::Status& status)
{
    return !status && status.error().code == base::ErrorCode::OutOfMemory;
}

} // namespace

ComputeDevice::ComputeDevice(DeviceInfo info, Place place) : m_info(std::move(info)), m_place(std::move(place)) {}

base::Status ComputeDevice::place()
{
    const base::Status placed = m_place(m_info.isCuda);
    return isOutOfMemory(placed) && m_info.isCuda ? fallBackToCpu() : placed;
}

base::Status ComputeDevice::runBatches(std::size_t count, const Batch& run, const base::CancellationToken& cancel)
{
    std::size_t step = m_info.isCuda ? count : 1;
    for (std::size_t begin = 0; begin < count;) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Segmenting was cancelled.");
        const std::size_t size = std::min(step, count - begin);
        const base::Status status = run(begin, begin + size);
        if (status) {
            begin += size;
        } else if (!isOutOfMemory(status)) {
            return status;
        } else if (size > 1) {
            step = size / 2;
        } else if (m_info.isCuda) {
            if (auto moved = fallBackToCpu(); !moved)
                return moved;
        } else {
            return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory to segment this picture.",
                              status.error().detail);
        }
    }
    return {};
}

base::Status ComputeDevice::fallBackToCpu()
{
    base::logWarning("inference", "The memory of the GPU does not suffice; going on with the CPU.");
    m_info = cpuAfterGpuMemoryRanOut();
    return m_place(false);
}

} // namespace blastoscope::inference
