// SPDX-License-Identifier: Apache-2.0
#include "core/base/file_io.h"

#include <fstream>
#include <system_error>

namespace blastoscope::base {
namespace fs = std::filesystem;
namespace {

ErrorCode codeOf(const std::error_code& error, ErrorCode otherwise)
{
    if (error == std::errc::permission_denied || error == std::errc::read_only_file_system)
        return ErrorCode::PermissionDenied;
    if (error == std::errc::no_such_file_or_directory)
        return ErrorCode::NotFound;
    return otherwise;
}

} // namespace

Result<std::string> readTextFile(const fs::path& path)
{
    const std::string name = path.filename().string();
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status))
        return fail(codeOf(error, ErrorCode::NotFound), "There is no file \"" + name + "\".", error.message());
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::InvalidArgument, "\"" + name + "\" is not a file.");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::PermissionDenied, "The file \"" + name + "\" cannot be opened for reading.");
    std::string content;
    const auto size = fs::file_size(path, error);
    if (!error)
        content.reserve(std::size_t(size));
    content.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (file.bad())
        return fail(ErrorCode::Io, "Reading the file \"" + name + "\" failed half-way.");
    return content;
}

Status writeTextFile(const fs::path& path, std::string_view content)
{
    const std::string name = path.filename().string();
    const fs::path temporary = path.parent_path() / ("." + name + ".part");
    {
        std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
        if (!file)
            return fail(ErrorCode::PermissionDenied,
                        "The file \"" + name + "\" cannot be written. Is its folder there, and may you write to it?");
        file.write(content.data(), std::streamsize(content.size()));
        file.close();
        if (!file) {
            std::error_code ignored;
            fs::remove(temporary, ignored);
            return fail(ErrorCode::Io, "Writing the file \"" + name + "\" failed. Is the disk full?");
        }
    }
    std::error_code error;
    fs::rename(temporary, path, error);
    if (error) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return fail(codeOf(error, ErrorCode::Io), "The file \"" + name + "\" cannot be replaced.", error.message());
    }
    return {};
}

Status makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error))
        return fail(codeOf(error, ErrorCode::Io),
                    "The folder \"" + folder.filename().string() + "\" cannot be created.", error.message());
    return {};
}

} // namespace blastoscope::base
