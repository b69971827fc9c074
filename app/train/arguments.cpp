// SPDX-License-Identifier: Apache-2.0
#include "app/train/arguments.h"

#include "core/base/text.h"

namespace blastoscope::train {

const char* const kUsage =
    "Usage: blastoscope-train --config RECIPE.json --out DIR [--resume] [--threads N] [--device auto|cpu|cuda]\n"
    "                        [--background]\n"
    "\n"
    "Trains a model on simulated embryos as the recipe says and writes into DIR: progress.jsonl, checkpoints, the\n"
    "weights of each stage and model.safetensors.\n"
    "\n"
    "  --config FILE   the recipe (see models/recipes)\n"
    "  --out DIR       the run's folder; created if needed\n"
    "  --resume        go on where the run in DIR stopped\n"
    "  --threads N     threads for the arithmetic (default: all cores)\n"
    "  --device D      auto takes a CUDA device when there is one\n"
    "  --background    everything else on this machine goes first\n"
    "  --help          this text\n"
    "\n"
    "Ctrl-C ends the run after the present step and leaves a checkpoint. Exit codes: 0 done or stopped on request,\n"
    "1 the run failed, 2 wrong arguments or recipe.\n";

namespace {

base::Result<int> toThreads(const std::string& text)
{
    const auto value = base::parseInt(text);
    if (!value || *value < 0 || *value > 1024)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "--threads needs a number from 0 to 1024, not \"" + text + "\".");
    return *value;
}

base::Result<Device> toDevice(const std::string& text)
{
    if (text == "auto")
        return Device::Auto;
    if (text == "cpu")
        return Device::Cpu;
    if (text == "cuda")
        return Device::Cuda;
    return base::fail(base::ErrorCode::InvalidArgument, "--device must be auto, cpu or cuda, not \"" + text + "\".");
}

base::Status setValue(Arguments& arguments, const std::string& option, const std::string& value)
{
    if (option == "--config") {
        arguments.config = value;
    } else if (option == "--out") {
        arguments.out = value;
    } else if (option == "--threads") {
        const auto threads = toThreads(value);
        if (!threads)
            return tl::unexpected<base::Error>(threads.error());
        arguments.threads = *threads;
    } else if (option == "--device") {
        const auto device = toDevice(value);
        if (!device)
            return tl::unexpected<base::Error>(device.error());
        arguments.device = *device;
    } else {
        return base::fail(base::ErrorCode::InvalidArgument, "Unknown option " + option + ".");
    }
    return {};
}

} // namespace

base::Result<Arguments> parseArguments(const std::vector<std::string>& words)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--help" || words[i] == "-h") {
            arguments.help = true;
            return arguments;
        }
        if (words[i] == "--resume" || words[i] == "--background") {
            (words[i] == "--resume" ? arguments.resume : arguments.background) = true;
            continue;
        }
        if (words[i].starts_with("--") && i + 1 == words.size())
            return base::fail(base::ErrorCode::InvalidArgument,
                              "Option " + words[i] + " is unknown or lacks its value.");
        const std::string value = i + 1 < words.size() ? words[i + 1] : "";
        if (auto status = setValue(arguments, words[i], value); !status)
            return tl::unexpected<base::Error>(status.error());
        ++i;
    }
    if (arguments.config.empty() || arguments.out.empty())
        return base::fail(base::ErrorCode::InvalidArgument, "--config and --out are needed.");
    return arguments;
}

} // namespace blastoscope::train
