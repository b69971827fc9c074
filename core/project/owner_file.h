// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/error.h"

namespace blastoscope::project {

/// Who has a project open.
struct Owner {
    std::string account;
    std::string name; ///< as the person gave it; may be empty
    std::string workstation;
    int process = 0;
    std::string since; ///< UTC, ISO 8601
};

/// The file ".NAME.owner" beside a project while somebody writes to it. On a local drive the system's file lock decides
/// and ends with the process; on a network drive the file itself does, and it counts as left behind when its process is
/// gone from this workstation or it was not renewed for two minutes. Holding ends with the object.
class OwnerFile {
public:
    static std::filesystem::path pathFor(const std::filesystem::path& project);

    /// Fails with PermissionDenied when somebody else has the project open; the message names them. Without `takeOver`
    /// also when an owner on another workstation is only too long silent.
    static base::Result<OwnerFile> acquire(const std::filesystem::path& project, Owner self, bool networkDrive,
                                           bool takeOver = true);
    /// Who holds it now, as far as the file says.
    static std::optional<Owner> read(const std::filesystem::path& project);
    /// Whether the owner on a network drive, seen from `workstation`, counts as gone.
    static bool isLeftBehind(const std::filesystem::path& project, const std::string& workstation);

    ~OwnerFile();
    OwnerFile(OwnerFile&& other) noexcept;
    OwnerFile& operator=(OwnerFile&& other) noexcept;
    OwnerFile(const OwnerFile&) = delete;
    OwnerFile& operator=(const OwnerFile&) = delete;

    /// Says that this process is still there; at least once a minute on a network drive. Fails with PermissionDenied
    /// when somebody else took the project over in the meantime, with Io when that cannot be told just now.
    base::Status renew();
    /// Another owner is too long silent; two minutes at first. For tests.
    static void setPatience(std::chrono::seconds patience);

private:
    OwnerFile(std::filesystem::path path, int descriptor, std::string content)
        : m_path(std::move(path)), m_descriptor(descriptor), m_content(std::move(content))
    {
    }
    void release();

    std::filesystem::path m_path;
    int m_descriptor = -1; ///< -1 on a network drive
    std::string m_content;
};

} // namespace blastoscope::project
