// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/error.h"

namespace blastoscope::imaging {

/// What can be made of a file: one picture, a TIFF of any number of pages, a video, or nothing.
enum class FileKind { Picture, Tiff, Video, Unreadable };

/// What the first bytes of a file say, whatever its name is.
struct FileSignature {
    FileKind kind = FileKind::Unreadable;
    std::string name;  ///< e.g. "JPEG", "TIFF", "AVI", "DICOM"; empty when the bytes are not known
    std::string advice; ///< for Unreadable: what helps, a full sentence
};

/// Recognises a format from the first bytes (256 are enough).
FileSignature signatureOf(std::span<const std::uint8_t> firstBytes);

/// Reads the first bytes of `path`. Errors as FileReader::open.
base::Result<FileSignature> readSignature(const std::filesystem::path& path);

/// The refusal of a file whose kind is Unreadable: Unsupported, or Truncated for an empty one.
base::Error refusalOf(const std::filesystem::path& path, const FileSignature& signature);

} // namespace blastoscope::imaging
