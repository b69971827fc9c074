// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/file_reader.h"

#include <cerrno>
#include <string>
#include <system_error>

#include "core/imaging/file_names.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;

tl::unexpected<base::Error> cannotOpen(const std::filesystem::path& path, const std::error_code& error)
{
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return base::fail(ErrorCode::NotFound, quotedName(path) + " does not exist.");
    if (error == std::errc::permission_denied)
        return base::fail(ErrorCode::PermissionDenied,
                          "The system does not allow reading " + quotedName(path) + "; check its permissions.");
    return base::fail(ErrorCode::Io, quotedName(path) + " cannot be opened.", error.message());
}

} // namespace

base::Result<FileReader> FileReader::open(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (error)
        return cannotOpen(path, error);
    if (status.type() != std::filesystem::file_type::regular)
        return base::fail(ErrorCode::InvalidArgument, quotedName(path) + " is not a regular file.");
    FileReader reader;
    reader.m_size = std::filesystem::file_size(path, error);
    if (error)
        return cannotOpen(path, error);
    errno = 0;
    reader.m_stream.open(path, std::ios::binary);
    if (!reader.m_stream)
        return cannotOpen(path, std::error_code(errno, std::generic_category()));
    return reader;
}

std::size_t FileReader::readAt(std::uint64_t offset, std::span<std::uint8_t> out)
{
    if (offset >= m_size || out.empty())
        return 0;
    m_stream.clear();
    m_stream.seekg(std::streamoff(offset));
    m_stream.read(reinterpret_cast<char*>(out.data()), std::streamsize(out.size()));
    return std::size_t(m_stream.gcount());
}

base::Result<std::vector<std::uint8_t>> readWholeFile(const std::filesystem::path& path, std::uint64_t maxBytes)
{
    auto reader = FileReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    if (reader->size() > maxBytes)
        return base::fail(ErrorCode::Unsupported, quotedName(path) + " has " + std::to_string(reader->size() >> 20) +
                                                      " MiB; files of this kind are read up to " +
                                                      std::to_string(maxBytes >> 20) + " MiB.");
    std::vector<std::uint8_t> bytes(reader->size());
    if (reader->readAt(0, bytes) != bytes.size())
        return base::fail(ErrorCode::Io, "Reading " + quotedName(path) + " stopped half-way.");
    return bytes;
}

} // namespace blastoscope::imaging
