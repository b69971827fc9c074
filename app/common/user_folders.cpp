// SPDX-License-Identifier: Apache-2.0
#include "app/common/user_folders.h"

#include <cstdlib>
#include <system_error>

namespace blastoscope::common {
namespace fs = std::filesystem;
namespace {

fs::path absoluteFrom(const char* variable)
{
    const char* value = std::getenv(variable);
    const fs::path path = value ? value : "";
    return path.is_absolute() ? path : fs::path();
}

fs::path folder(const char* variable, const char* belowHome)
{
    const fs::path named = absoluteFrom(variable);
    if (!named.empty())
        return named / "blastoscope";
    const fs::path home = absoluteFrom("HOME");
    std::error_code error;
    return (home.empty() ? fs::temp_directory_path(error) : home / belowHome) / "blastoscope";
}

} // namespace

fs::path stateFolder()
{
    return folder("XDG_STATE_HOME", ".local/state");
}

fs::path dataFolder()
{
    return folder("XDG_DATA_HOME", ".local/share");
}

} // namespace blastoscope::common
