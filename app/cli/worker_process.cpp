// SPDX-License-Identifier: Apache-2.0
#include "app/cli/worker_process.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/common/program.h"
#include "core/base/file_io.h"

extern char** environ;

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// As exec wants them; they point into `words`.
std::vector<char*> argumentsOf(std::vector<std::string>& words)
{
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    return arguments;
}

/// Starts in a process group of its own, so that a Ctrl-C on the terminal reaches it once, through this program.
base::Result<pid_t> start(std::vector<std::string> words, const fs::path& log)
{
    const std::vector<char*> arguments = argumentsOf(words);
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t files;
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    pid_t pid = 0;
    const int failure = posix_spawn(&pid, arguments[0], &files, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (failure != 0)
        return base::fail(base::ErrorCode::Io, "The program blastoscope-train cannot be started.",
                          std::strerror(failure));
    return pid;
}

/// Exit status as of waitpid, after handing a stop on.
int waitFor(pid_t pid, const base::CancellationToken& stop)
{
    int status = 0;
    bool asked = false;
    while (true) {
        const pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended == pid || (ended < 0 && errno != EINTR))
            return status;
        if (stop.isCancelled() && !asked) {
            kill(pid, SIGINT);
            asked = true;
        }
        std::this_thread::sleep_for(50ms);
    }
}

std::string endOf(const fs::path& log)
{
    constexpr std::size_t kMost = 2000;
    const auto text = base::readTextFile(log);
    if (!text)
        return {};
    return text->size() > kMost ? text->substr(text->size() - kMost) : *text;
}

} // namespace

base::Result<fs::path> findWorker()
{
    const fs::path here = common::programFolder();
    for (const fs::path& candidate : {here / "blastoscope-train", here.parent_path() / "train" / "blastoscope-train"})
        if (fs::exists(candidate))
            return candidate;
    return base::fail(base::ErrorCode::NotFound, "The program blastoscope-train is not installed beside this one.");
}

base::Result<std::optional<fs::path>> earlierRecipe(const fs::path& out, bool resume)
{
    const fs::path recipe = out / "recipe.json";
    std::error_code error;
    if (!fs::exists(recipe, error))
        return std::nullopt;
    if (!resume)
        return base::fail(base::ErrorCode::InvalidArgument, "The folder " + out.string() +
                                                                " already holds a run: add --resume to go on with it, "
                                                                "or choose another folder.");
    return recipe;
}

base::Status becomeWorker(const WorkerCall& call)
{
    const auto worker = findWorker();
    if (!worker)
        return tl::unexpected(worker.error());
    std::vector<std::string> words = {worker->string(),  "--config", call.recipe.string(), "--out",
                                      call.out.string(), "--device", call.device,          "--threads",
                                      std::to_string(call.threads)};
    if (call.resume)
        words.push_back("--resume");
    execv(worker->c_str(), argumentsOf(words).data());
    return base::fail(base::ErrorCode::Io, "The program blastoscope-train cannot be started.", std::strerror(errno));
}

base::Status runWorker(const std::vector<std::string>& options, const fs::path& log,
                       const base::CancellationToken& stop)
{
    const auto worker = findWorker();
    if (!worker)
        return tl::unexpected(worker.error());
    std::vector<std::string> words = {worker->string()};
    words.insert(words.end(), options.begin(), options.end());
    const auto pid = start(std::move(words), log);
    if (!pid)
        return tl::unexpected(pid.error());
    const int status = waitFor(*pid, stop);
    if (stop.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "Stopped; the same command goes on.");
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {};
    return base::fail(base::ErrorCode::Internal, "The training failed.", endOf(log));
}

} // namespace blastoscope::cli
