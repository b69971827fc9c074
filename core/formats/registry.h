// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/formats/exchange.h"

namespace blastoscope::formats {

/// What is read or written; see annotationFormats().
enum class AnnotationFormat {
    Coco,
    CocoPolygons,
    Labelme,
    LabelTiff,
    LabelPng,
    LabelLayers,
    Cellpose,
    CellposePng,
    Cocoa,
    Kins,
};

/// What the command line and the window say about a format, and what it can hold.
struct FormatInfo {
    AnnotationFormat format;
    std::string_view id;     ///< on the command line
    std::string_view name;   ///< for people
    std::string_view ending; ///< of the files that are written, after the name of the picture
    bool canWrite = true;
    bool keepsClass = true;
    bool keepsOrder = false;   ///< depth order
    bool keepsVisible = false; ///< visible parts
    bool keepsScore = false;
    bool keepsTracks = false;
    bool keepsUncertain = false; ///< that an object is not counted
    bool keepsReview = false;    ///< review states and quality flags
    bool isOneFile = false; ///< one file for all frames
};

/// All formats, in the order in which they are offered.
std::span<const FormatInfo> annotationFormats();
const FormatInfo& infoOf(AnnotationFormat format);
/// By FormatInfo::id; nothing for another word.
std::optional<AnnotationFormat> formatNamed(std::string_view id);

/// What a file is, by content and, for label images, by name. Errors: as readTextFile() and readSignature();
/// Unsupported when it is no annotation file, saying what it is where that is known.
base::Result<AnnotationFormat> formatOf(const std::filesystem::path& path);

/// Reads files and folders (their annotation files, in natural order; where there is none, those of the folders in it)
/// of any mixture of formats. Files that hold the mask of one object each make one frame for each picture
/// (object_mask_reader.h). What is wrong with single objects is in the report; a file that cannot be read at all ends
/// the import when nothing else can be read, and is reported otherwise. Frames of single pictures are numbered in the
/// order of the files. Errors: those of the readers; NotFound when a folder holds no annotation file; InvalidArgument
/// when nothing is left; Cancelled.
base::Result<ImportedAnnotations> readAnnotations(const std::vector<std::filesystem::path>& paths,
                                                  const ImportOptions& options);

/// Writes into `folder`, which is created: one file ("annotations.json") or one per frame. The report says what the
/// format cannot hold. Errors: InvalidArgument for a format that is only read; those of the writers; Cancelled.
base::Result<ExchangeReport> writeAnnotations(std::vector<AnnotatedFrame> frames, AnnotationFormat format,
                                              const std::filesystem::path& folder, const ExportOptions& options);

} // namespace blastoscope::formats
