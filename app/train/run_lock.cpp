// SPDX-License-Identifier: Apache-2.0
#include "app/train/run_lock.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace blastoscope::train {
namespace {

/// A program that looks whether a run is alive holds the lock for a moment: one refusal is not the end.
bool lockPatiently(int file)
{
    constexpr int kTries = 5;
    constexpr auto kPause = std::chrono::milliseconds(20);
    for (int i = 0; i < kTries; ++i) {
        if (flock(file, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK)
            return false;
        if (i + 1 < kTries)
            std::this_thread::sleep_for(kPause);
    }
    errno = EWOULDBLOCK;
    return false;
}

} // namespace

base::Result<std::unique_ptr<RunLock>> RunLock::take(const std::filesystem::path& folder)
{
    const auto path = folder / "lock";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0)
        return base::fail(base::ErrorCode::Io, "Cannot write " + path.string() + ".", std::strerror(errno));
    if (!lockPatiently(file)) {
        const int reason = errno;
        close(file);
        if (reason == EWOULDBLOCK)
            return base::fail(base::ErrorCode::PermissionDenied,
                              "Another run is training in " + folder.string() +
                                  "; wait for its end, stop it, or choose another folder.");
        return base::fail(base::ErrorCode::Io, "Cannot lock " + path.string() + ".", std::strerror(reason));
    }
    return std::unique_ptr<RunLock>(new RunLock(file));
}

RunLock::~RunLock()
{
    close(m_file);
}

} // namespace blastoscope::train
