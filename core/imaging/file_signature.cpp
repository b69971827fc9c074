// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/file_signature.h"

#include <array>
#include <string_view>

#include "core/imaging/file_names.h"
#include "core/imaging/file_reader.h"

namespace blastoscope::imaging {
namespace {

using namespace std::string_view_literals;

struct KnownSignature {
    std::size_t offset;
    std::string_view bytes;
    FileKind kind;
    std::string_view name;
    std::string_view advice;
};

constexpr auto kSaveAsPicture = "Save it as PNG, JPEG or TIFF."sv;
constexpr auto kExportAsOme = "Export it as OME-TIFF, for example with Fiji and Bio-Formats."sv;

constexpr KnownSignature kSignatures[] = {
    {0, "\xFF\xD8\xFF"sv, FileKind::Picture, "JPEG", {}},
    {0, "\x89PNG\r\n\x1A\n"sv, FileKind::Picture, "PNG", {}},
    {0, "BM"sv, FileKind::Picture, "BMP", {}},
    {0, "P1"sv, FileKind::Picture, "PNM", {}},
    {0, "P2"sv, FileKind::Picture, "PNM", {}},
    {0, "P3"sv, FileKind::Picture, "PNM", {}},
    {0, "P4"sv, FileKind::Picture, "PNM", {}},
    {0, "P5"sv, FileKind::Picture, "PNM", {}},
    {0, "P6"sv, FileKind::Picture, "PNM", {}},
    {0, "II*\0"sv, FileKind::Tiff, "TIFF", {}},
    {0, "MM\0*"sv, FileKind::Tiff, "TIFF", {}},
    {0, "II+\0"sv, FileKind::Tiff, "BigTIFF", {}},
    {0, "MM\0+"sv, FileKind::Tiff, "BigTIFF", {}},
    {4, "ftypheic"sv, FileKind::Unreadable, "HEIC picture", kSaveAsPicture},
    {4, "ftypheix"sv, FileKind::Unreadable, "HEIC picture", kSaveAsPicture},
    {4, "ftypmif1"sv, FileKind::Unreadable, "HEIF picture", kSaveAsPicture},
    {4, "ftypavif"sv, FileKind::Unreadable, "AVIF picture", kSaveAsPicture},
    {4, "ftyp"sv, FileKind::Video, "MP4", {}},
    {4, "moov"sv, FileKind::Video, "QuickTime", {}},
    {4, "mdat"sv, FileKind::Video, "QuickTime", {}},
    {0, "GIF8"sv, FileKind::Unreadable, "GIF picture", kSaveAsPicture},
    {4, "jP  "sv, FileKind::Unreadable, "JPEG 2000 picture", kSaveAsPicture},
    {128, "DICM"sv, FileKind::Unreadable, "DICOM file", "Export its pictures as PNG or TIFF."},
    {0, "SQLite format 3\0"sv, FileKind::Unreadable, "SQLite database",
     "If it is the slide file of a time-lapse incubator, export the pictures of the well as JPEG."},
    {0, "\xDA\xCE\xBE\x0A"sv, FileKind::Unreadable, "Nikon ND2 file", kExportAsOme},
    {0, "ZISRAWFILE"sv, FileKind::Unreadable, "Zeiss CZI file", kExportAsOme},
    {0, "\x70\0\0\0"sv, FileKind::Unreadable, "Leica LIF file", kExportAsOme},
    {0, "\x89HDF\r\n\x1A\n"sv, FileKind::Unreadable, "HDF5 file", kExportAsOme},
    {0, "%PDF"sv, FileKind::Unreadable, "PDF document", "Export its pictures as PNG or TIFF."},
    {0, "PK\x03\x04"sv, FileKind::Unreadable, "ZIP archive", "Unpack it and open the folder."},
    {0, "Rar!"sv, FileKind::Unreadable, "RAR archive", "Unpack it and open the folder."},
    {0, "7z\xBC\xAF"sv, FileKind::Unreadable, "7-Zip archive", "Unpack it and open the folder."},
    {0, "\x1F\x8B"sv, FileKind::Unreadable, "gzip archive", "Unpack it and open the result."},
    {0, "\x1A\x45\xDF\xA3"sv, FileKind::Unreadable, "Matroska or WebM video", "Convert it to MP4 or AVI."},
};

constexpr auto kReadable = "Blastoscope reads JPEG, PNG, BMP, PNM, TIFF, AVI and MP4."sv;

bool has(std::span<const std::uint8_t> bytes, std::size_t offset, std::string_view wanted)
{
    if (bytes.size() < offset + wanted.size())
        return false;
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()) + offset, wanted.size());
    return text == wanted;
}

} // namespace

FileSignature signatureOf(std::span<const std::uint8_t> bytes)
{
    if (has(bytes, 0, "RIFF"sv)) {
        if (has(bytes, 8, "AVI "sv))
            return {FileKind::Video, "AVI", {}};
        if (has(bytes, 8, "WEBP"sv))
            return {FileKind::Unreadable, "WebP picture", std::string(kSaveAsPicture)};
    }
    for (const KnownSignature& known : kSignatures)
        if (has(bytes, known.offset, known.bytes))
            return {known.kind, std::string(known.name), std::string(known.advice)};
    return {FileKind::Unreadable, {}, std::string(kReadable)};
}

base::Result<FileSignature> readSignature(const std::filesystem::path& path)
{
    auto reader = FileReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    if (reader->size() == 0)
        return FileSignature{FileKind::Unreadable, "empty file", "Copy or export it again."};
    std::array<std::uint8_t, 256> bytes{};
    const std::size_t size = reader->readAt(0, bytes);
    return signatureOf(std::span(bytes).first(size));
}

base::Error refusalOf(const std::filesystem::path& path, const FileSignature& signature)
{
    using base::ErrorCode;
    if (signature.name == "empty file")
        return {ErrorCode::Truncated, quotedName(path) + " is empty (0 bytes). " + signature.advice, {}};
    if (signature.name.empty())
        return {ErrorCode::Unsupported, quotedName(path) + " is not an image or video known here. " + signature.advice,
                {}};
    return {ErrorCode::Unsupported,
            quotedName(path) + " holds a kind of content that is not read: " + signature.name + ". " + signature.advice,
            {}};
}

} // namespace blastoscope::imaging
