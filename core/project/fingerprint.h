// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/cancellation.h"
#include "core/base/error.h"

namespace blastoscope::project {

/// What a stack of images is recognised by after it was moved. Of a folder every file in it and in its subfolders
/// counts (hidden ones and those that Blastoscope writes itself do not).
struct Fingerprint {
    std::int64_t files = 0;
    std::int64_t size = 0;     ///< bytes of all files
    std::int64_t modified = 0; ///< newest change, seconds since 1970
    std::string edges; ///< SHA-256 over names and sizes and the first and last 64 KiB of the first and last file

    /// The same content as far as can be told at once; copying changes times, so those don't count.
    bool matches(const Fingerprint& other) const
    {
        return files == other.files && size == other.size && edges == other.edges;
    }
    bool operator==(const Fingerprint&) const = default;
};

/// Takes milliseconds: only sizes and the edges are read. Fails with NotFound, PermissionDenied or Io.
base::Result<Fingerprint> fingerprintOf(const std::filesystem::path& stack);

/// SHA-256 over names and contents of all files; reads everything, so it belongs into the background. Of a single file
/// it is the plain SHA-256 of the file. Fails as fingerprintOf() and with Cancelled.
base::Result<std::string> contentSha256(const std::filesystem::path& stack, const base::CancellationToken& cancel = {});

} // namespace blastoscope::project
