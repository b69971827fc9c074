// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include "app/train/arguments.h"
#include "app/train/recipe.h"
#include "app/train/run.h"
#include "core/base/log.h"

namespace {

using namespace blastoscope;

constexpr int kFailed = 1;
constexpr int kUsageError = 2;

base::CancellationToken& stopToken()
{
    static base::CancellationToken token;
    return token;
}

/// Only sets an atomic flag; the training loop looks at it between steps.
extern "C" void requestStop(int)
{
    stopToken().cancel();
}

int report(const base::Error& error)
{
    std::fprintf(stderr, "blastoscope-train: %s\n", error.message.c_str());
    if (!error.detail.empty())
        std::fprintf(stderr, "%s\n", error.detail.c_str());
    return error.code == base::ErrorCode::InvalidArgument ? kUsageError : kFailed;
}

} // namespace

int main(int argc, char** argv)
{
    const auto arguments = train::parseArguments(std::vector<std::string>(argv + 1, argv + argc));
    if (!arguments) {
        report(arguments.error());
        std::fputs(train::kUsage, stderr);
        return kUsageError;
    }
    if (arguments->help) {
        std::fputs(train::kUsage, stdout);
        return 0;
    }
    stopToken();
    std::signal(SIGINT, requestStop);
    std::signal(SIGTERM, requestStop);
    base::setLogSink([](base::LogLevel, std::string_view component, std::string_view message) {
        std::fprintf(stderr, "[%.*s] %.*s\n", int(component.size()), component.data(), int(message.size()),
                     message.data());
    });
    const auto recipe = train::readRecipe(arguments->config);
    if (!recipe) {
        report(recipe.error());
        return kUsageError;
    }
    const auto outcome = train::run(*arguments, *recipe, stopToken());
    if (!outcome)
        return report(outcome.error());
    if (*outcome == nn::RunOutcome::Stopped)
        std::fputs("Stopped; --resume goes on from the checkpoint.\n", stderr);
    return 0;
}
