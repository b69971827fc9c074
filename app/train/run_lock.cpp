// SPDX-License-Identifier: Apache-2.0
#include "app/train/run_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace blastoscope::train {

base::Result<std::unique_ptr<RunLock>> RunLock::take(const std::filesystem::path& folder)
{
    const auto path = folder / "lock";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0)
        return base::fail(base::ErrorCode::Io, "Cannot write " + path.string() + ".", std::strerror(errno));
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
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
