// SPDX-License-Identifier: Apache-2.0
#pragma once

// Programs as a test without Qt sees them: started as processes, known by their exit codes.
#include <string>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>

#include <doctest/doctest.h>

extern char** environ;

namespace blastoscope::tests {

inline pid_t startProgram(const std::string& program, const std::vector<std::string>& options)
{
    std::vector<std::string> words = {program};
    words.insert(words.end(), options.begin(), options.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t pid = 0;
    REQUIRE(posix_spawn(&pid, program.c_str(), nullptr, nullptr, pointers.data(), environ) == 0);
    return pid;
}

/// Waits for the end; the program's exit code, or -1 when a signal killed it.
inline int exitCodeOf(pid_t pid)
{
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace blastoscope::tests
