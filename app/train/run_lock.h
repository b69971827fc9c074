// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/error.h"

namespace blastoscope::train {

/// Held while a program trains in a folder; the system lets go of it when the program ends, however it ends. The file
/// `lock` itself stays behind.
class RunLock {
public:
    /// Fails with PermissionDenied when another program holds it, and with Io.
    static base::Result<std::unique_ptr<RunLock>> take(const std::filesystem::path& folder);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

private:
    explicit RunLock(int file) : m_file(file) {}
    int m_file;
};

} // namespace blastoscope::train
