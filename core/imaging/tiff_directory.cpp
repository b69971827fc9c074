// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_directory.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_set>

#include "core/imaging/file_names.h"
#include "core/imaging/file_reader.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::size_t kMaxPages = 1'000'000;
/// Directories of real files have some 10 to 60 entries.
constexpr std::uint64_t kMaxEntries = 4096;

constexpr std::uint16_t kTagNewSubfileType = 254;
constexpr std::uint16_t kTagImageWidth = 256;
constexpr std::uint16_t kTagImageLength = 257;
constexpr std::uint16_t kTypeShort = 3;
constexpr std::uint32_t kReducedOrMask = 1 | 4;

struct Directory {
    TiffPage page;
    std::uint32_t subfileType = 0;
    std::uint64_t next = 0;
};

class Scanner {
public:
    Scanner(FileReader& file, const std::filesystem::path& path) : m_file(file), m_path(path) {}

    base::Result<TiffDirectory> scan()
    {
        const auto first = readHeader();
        if (!first)
            return tl::unexpected(first.error());
        walk(*first);
        if (m_all.empty())
            return fail(ErrorCode::Truncated,
                        quotedName(m_path) + " begins like a TIFF, but its list of pages lies outside the file: it is "
                                             "cut off or damaged. Copy or export it again.");
        for (const Directory& directory : m_all)
            if (!(directory.subfileType & kReducedOrMask))
                m_result.pages.push_back(directory.page);
        if (m_result.pages.empty())
            m_result.pages.push_back(m_all.front().page);
        return std::move(m_result);
    }

private:
    std::uint64_t number(std::span<const std::uint8_t> bytes) const
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            value = value << 8 | bytes[m_result.bigEndian ? i : bytes.size() - 1 - i];
        return value;
    }

    /// Offset of the first directory.
    base::Result<std::uint64_t> readHeader()
    {
        std::array<std::uint8_t, 16> bytes{};
        const std::size_t size = m_file.readAt(0, bytes);
        if (size < 8)
            return fail(ErrorCode::Truncated, quotedName(m_path) + " ends within the TIFF header.");
        m_result.bigEndian = bytes[0] == 'M';
        m_result.bigTiff = number(std::span(bytes).subspan(2, 2)) == 43;
        if (m_result.bigTiff && size < 16)
            return fail(ErrorCode::Truncated, quotedName(m_path) + " ends within the BigTIFF header.");
        return m_result.bigTiff ? number(std::span(bytes).subspan(8, 8)) : number(std::span(bytes).subspan(4, 4));
    }

    void walk(std::uint64_t offset)
    {
        std::unordered_set<std::uint64_t> seen;
        while (offset != 0 && m_all.size() < kMaxPages) {
            if (!seen.insert(offset).second) {
                m_result.warning = "The list of pages of the TIFF runs in a circle; it is read up to that point.";
                return;
            }
            const auto directory = readDirectory(offset);
            if (!directory) {
                m_result.warning = "The TIFF is cut off or damaged: after " + std::to_string(m_all.size()) +
                                   " pages its list of pages cannot be followed.";
                return;
            }
            m_all.push_back(*directory);
            offset = directory->next;
        }
        if (offset != 0)
            m_result.warning = "The TIFF has more than a million pages; the first million is read.";
    }

    std::optional<Directory> readDirectory(std::uint64_t offset)
    {
        const std::size_t countBytes = m_result.bigTiff ? 8 : 2;
        const std::size_t entryBytes = m_result.bigTiff ? 20 : 12;
        const std::size_t nextBytes = m_result.bigTiff ? 8 : 4;
        m_buffer.resize(countBytes + 20 * entryBytes + nextBytes); // most directories fit into the first read
        std::size_t have = m_file.readAt(offset, m_buffer);
        if (have < countBytes)
            return std::nullopt;
        const std::uint64_t count = number(std::span(m_buffer).first(countBytes));
        if (count == 0 || count > kMaxEntries)
            return std::nullopt;
        const std::size_t needed = countBytes + std::size_t(count) * entryBytes + nextBytes;
        if (needed > m_buffer.size()) {
            m_buffer.resize(needed);
            have = m_file.readAt(offset, m_buffer);
        }
        if (have < needed)
            return std::nullopt;
        Directory directory;
        directory.page.offset = offset;
        for (std::size_t i = 0; i < count; ++i)
            readEntry(std::span(m_buffer).subspan(countBytes + i * entryBytes, entryBytes), directory);
        directory.next = number(std::span(m_buffer).subspan(needed - nextBytes, nextBytes));
        return directory;
    }

    void readEntry(std::span<const std::uint8_t> entry, Directory& directory) const
    {
        const std::uint64_t tag = number(entry.first(2));
        if (tag != kTagNewSubfileType && tag != kTagImageWidth && tag != kTagImageLength)
            return;
        const std::size_t size = number(entry.subspan(2, 2)) == kTypeShort ? 2 : 4;
        const auto value = std::uint32_t(number(entry.subspan(m_result.bigTiff ? 12 : 8, size)));
        if (tag == kTagNewSubfileType)
            directory.subfileType = value;
        else if (tag == kTagImageWidth)
            directory.page.width = value;
        else
            directory.page.height = value;
    }

    FileReader& m_file;
    const std::filesystem::path& m_path;
    TiffDirectory m_result;
    std::vector<Directory> m_all;
    std::vector<std::uint8_t> m_buffer;
};

} // namespace

base::Result<TiffDirectory> scanTiffDirectory(const std::filesystem::path& path)
{
    auto file = FileReader::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return Scanner(*file, path).scan();
}

} // namespace blastoscope::imaging
