// SPDX-License-Identifier: Apache-2.0
#include "app/factory/whole_folder.h"

#include <string>

#include "core/base/file_io.h"
#include "core/base/ids.h"

namespace blastoscope::factory {

namespace fs = std::filesystem;

base::Status writeWholeFolder(const fs::path& out, const std::function<base::Status(const fs::path&)>& fill)
{
    fs::path part = out, old = out;
    part += std::string(".").append(base::randomId()).append(".part");
    old += std::string(".").append(base::randomId()).append(".old");
    std::error_code error;
    if (auto made = base::makeFolder(part); !made)
        return made;
    if (auto filled = fill(part); !filled) {
        fs::remove_all(part, error);
        return filled;
    }
    if (fs::exists(out, error))
        fs::rename(out, old, error);
    if (!error)
        fs::rename(part, out, error);
    if (error) {
        std::error_code ignored;
        if (fs::exists(old, ignored))
            fs::rename(old, out, ignored);
        fs::remove_all(part, ignored);
        return base::fail(base::ErrorCode::Io, "The folder " + out.string() + " could not be replaced.",
                          error.message());
    }
    fs::remove_all(old, error); // what is left of it no one looks for
    return {};
}

} // namespace blastoscope::factory
