// SPDX-License-Identifier: Apache-2.0
#include "app/common/program.h"

#include <system_error>

namespace blastoscope::common {
namespace fs = std::filesystem;

std::string version()
{
    return BLASTOSCOPE_VERSION;
}

fs::path programFolder()
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path(error) : program.parent_path();
}

base::Result<fs::path> findShipped(const fs::path& relative, const fs::path& folder)
{
    // A build tree lies a few levels below the source tree: build/release/app/cli.
    constexpr int kLevels = 6;
    fs::path level = folder;
    for (int i = 0; i < kLevels && !level.empty(); ++i) {
        std::error_code error;
        for (const fs::path& candidate : {level / "share" / "blastoscope" / relative, level / relative})
            if (fs::exists(candidate, error))
                return candidate;
        if (level == level.root_path())
            break;
        level = level.parent_path();
    }
    std::string message = "This installation lacks the file ";
    return base::fail(base::ErrorCode::NotFound, message.append(relative.generic_string()).append("."));
}

base::Result<fs::path> findShipped(const fs::path& relative)
{
    return findShipped(relative, programFolder());
}

} // namespace blastoscope::common
