// SPDX-License-Identifier: Apache-2.0
#include "core/inference/bf16_choice.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>

#include "core/nn/torch.h"

namespace blastoscope::inference {

namespace {

constexpr int kChannels = 128, kSide = 64, kRuns = 3;

bool processorHasBf16()
{
    std::ifstream stream("/proc/cpuinfo");
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return hasBf16Instructions(text);
}

/// Seconds of one 3 x 3 convolution, the best of some runs.
double convolutionTime(torch::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    const auto options = torch::TensorOptions().dtype(type);
    const auto x = torch::ones({1, kChannels, kSide, kSide}, options).contiguous(torch::MemoryFormat::ChannelsLast);
    const auto weight = torch::ones({kChannels, kChannels, 3, 3}, options);
    const auto run = [&] { return torch::conv2d(x, weight, {}, 1, 1); };
    run(); // prepares the kernel
    double best = 1e9;
    for (int i = 0; i < kRuns; ++i) {
        const auto start = std::chrono::steady_clock::now();
        run();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

} // namespace

bool hasBf16Instructions(std::string_view cpuinfo)
{
    const auto start = cpuinfo.find("\nflags");
    if (start == std::string_view::npos)
        return false;
    const auto line = cpuinfo.substr(start + 1, cpuinfo.find('\n', start + 1) - start - 1);
    return line.find(" amx_bf16") != std::string_view::npos || line.find(" avx512_bf16") != std::string_view::npos;
}

bool isBf16Faster()
{
    static const bool faster =
        processorHasBf16() && convolutionTime(torch::kBFloat16) < convolutionTime(torch::kFloat32);
    return faster;
}

} // namespace blastoscope::inference
