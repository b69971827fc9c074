// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/inference/segmenter.h"

namespace blastoscope::inference {

/// Auto takes CUDA when there is some. Cuda fails (Unsupported) without it. `reason` says why in one sentence. On the
/// CPU bf16 is used where it is allowed and faster (bf16_choice.h), on a GPU never. Thread-safe.
base::Result<DeviceInfo> chooseDevice(DeviceChoice choice, bool allowBf16);

/// What a segmenter falls back to when the GPU's memory does not suffice even for one picture.
DeviceInfo cpuAfterGpuMemoryRanOut();

/// `requested`, or one less than there are processors (so that painting never starves), at least 1.
int intraOpThreads(int requested);

} // namespace blastoscope::inference
