// SPDX-License-Identifier: Apache-2.0
#include "core/inference/device_choice.h"

#include <algorithm>
#include <string>
#include <thread>

#include <torch/cuda.h>

#include "core/inference/bf16_choice.h"

namespace blastoscope::inference {

namespace {

const char* whyNoCuda()
{
    return at::hasCUDA() ? "no usable CUDA device was found" : "this LibTorch was built without CUDA";
}

} // namespace

base::Result<DeviceInfo> chooseDevice(DeviceChoice choice, bool allowBf16)
{
    const bool cuda = torch::cuda::is_available();
    if (choice == DeviceChoice::Cuda && !cuda) {
        return base::fail(base::ErrorCode::Unsupported,
                          std::string("The GPU cannot be used: ") + whyNoCuda() + ". Choose \"auto\" or \"cpu\".");
    }
    DeviceInfo device;
    device.isCuda = cuda && choice != DeviceChoice::Cpu;
    if (device.isCuda) {
        device.name = "CUDA GPU";
        device.reason = choice == DeviceChoice::Cuda ? "the GPU was asked for" : "a CUDA GPU is there";
        return device;
    }
    device.name = "CPU";
    device.reason = choice == DeviceChoice::Cpu ? "the CPU was asked for" : whyNoCuda();
    device.bf16 = allowBf16 && isBf16Faster();
    return device;
}

DeviceInfo cpuAfterGpuMemoryRanOut()
{
    return {"CPU", "the memory of the GPU did not suffice for one picture", false, false};
}

int intraOpThreads(int requested)
{
    return requested > 0 ? requested : std::max(1, int(std::thread::hardware_concurrency()) - 1);
}

} // namespace blastoscope::inference
