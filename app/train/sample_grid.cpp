// SPDX-License-Identifier: Apache-2.0
#include "app/train/sample_grid.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "core/base/file_io.h"

namespace blastoscope::train
{
namespace
{

constexpr std::size_t kLargestStored = 65535; ///< bytes of one stored block of the deflate format

std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(char(value >> shift & 0xff));
    return bytes;
}

/// CRC-32 of PNG (ISO 3309).
std::uint32_t crcOf(std::string_view bytes)
{
    std::uint32_t crc = 0xffffffffu;
    for (const char byte : bytes) {
        crc ^= std::uint8_t(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
    }
    return ~crc;
}

std::uint32_t adlerOf(std::string_view bytes)
{
    std::uint32_t a = 1, b = 0;
    for (const char byte : bytes) {
        a = (a + std::uint8_t(byte)) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

std::string chunk(const std::string& type, const std::string& data)
{
    const std::string body = type + data;
    return bigEndian(std::uint32_t(data.size())) + body + bigEndian(crcOf(body));
}

/// `data` as a zlib stream of stored blocks.
std::string stored(const std::string& data)
{
    std::string stream = "\x78\x01";
    for (std::size_t first = 0; first < data.size(); first += kLargestStored) {
        const std::size_t size = std::min(kLargestStored, data.size() - first);
        stream.push_back(first + size == data.size() ? '\1' : '\0');
        for (const std::size_t word : {size, ~size})
            stream += {char(word & 0xff), char(word >> 8 & 0xff)};
        stream.append(data, first, size);
    }
    return stream + bigEndian(adlerOf(data));
}

} // namespace

base::Status writePlainPng(const base::Image& image, const std::filesystem::path& path)
{
    if (image.isNull() || image.type != base::PixelType::U8 || (image.channels != 1 && image.channels != 3))
        return base::fail(base::ErrorCode::Unsupported, "Only 8-bit grey and RGB pictures can be written.");
    std::string rows;
    for (int y = 0; y < image.height; ++y) {
        rows.push_back('\0'); // no filter
        rows.append(reinterpret_cast<const char*>(image.row<std::uint8_t>(y)), image.rowBytes());
    }
    const char colour = image.channels == 1 ? '\0' : '\2';
    const std::string header = bigEndian(std::uint32_t(image.width)) + bigEndian(std::uint32_t(image.height)) +
                               std::string{'\x08', colour, '\0', '\0', '\0'};
    return base::writeTextFile(path, "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("IDAT", stored(rows)) +
                                         chunk("IEND", ""));
}

base::Image pictureGrid(const std::vector<base::Image>& pictures, int columns)
{
    if (pictures.empty() || columns < 1)
        return {};
    const base::Image& first = pictures.front();
    const int rows = (int(pictures.size()) + columns - 1) / columns;
    base::Image grid(first.width * columns, first.height * rows, first.channels, first.type);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const int left = int(i) % columns * int(first.rowBytes()), top = int(i) / columns * first.height;
        for (int y = 0; y < first.height; ++y)
            std::memcpy(grid.row<std::byte>(top + y) + left, pictures[i].row<std::byte>(y), first.rowBytes());
    }
    return grid;
}

} // namespace blastoscope::train
