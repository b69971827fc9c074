// SPDX-License-Identifier: Apache-2.0
// Entry point of the doctest suites: an error that core logs and no test expects fails the run.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <atomic>
#include <cstdio>

#include "core/base/log.h"
#include "tests/support/skip.h"

namespace blastoscope::tests {
std::atomic<int> g_expectedErrors{0};
std::atomic<int> g_loggedErrors{0};
} // namespace blastoscope::tests

int main(int argc, char** argv)
{
    using namespace blastoscope;
    base::setLogSink([](base::LogLevel level, std::string_view component, std::string_view message) {
        if (level != base::LogLevel::Error)
            return;
        ++tests::g_loggedErrors;
        std::fprintf(stderr, "logged error [%.*s] %.*s\n", int(component.size()), component.data(),
                     int(message.size()), message.data());
    });
    doctest::Context context(argc, argv);
    const int result = context.run();
    if (context.shouldExit() || result != 0)
        return result;
    if (tests::g_loggedErrors > tests::g_expectedErrors) {
        std::fprintf(stderr, "FAILED: an error was logged that no test expected\n");
        return 1;
    }
    return 0;
}
