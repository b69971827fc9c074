// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::train {

enum class Device { Auto, Cpu, Cuda };

struct Arguments {
    std::filesystem::path config;
    std::filesystem::path out;
    bool resume = false; ///< go on from the checkpoints in `out`
    int threads = 0;     ///< of LibTorch; 0: all cores
    Device device = Device::Auto;
    bool background = false; ///< everything else on this machine goes first
    bool help = false;
};

/// `words` without the program's name. Fails (InvalidArgument) on an unknown option or a missing or wrong value.
base::Result<Arguments> parseArguments(const std::vector<std::string>& words);

extern const char* const kUsage;

} // namespace blastoscope::train
