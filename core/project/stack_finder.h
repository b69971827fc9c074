// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/cancellation.h"
#include "core/project/fingerprint.h"

namespace blastoscope::project {

/// Where the images of a stack are now.
struct FoundStack {
    std::filesystem::path path;
    Fingerprint fingerprint;
    bool moved = false;   ///< found by its fingerprint in another place
    bool changed = false; ///< at the known place, but its content is another
};

/// Looks at `expected` first, then for the same name and for the same fingerprint in the folder of the project, in
/// those around the expected place and in `hint`: three levels deep and at most 20,000 entries. Nothing when the images
/// are in none of these.
std::optional<FoundStack> findStack(const std::filesystem::path& expected, const Fingerprint& known,
                                    const std::filesystem::path& project, const std::filesystem::path& hint = {},
                                    const base::CancellationToken& cancel = {});

} // namespace blastoscope::project
