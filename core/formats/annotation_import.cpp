// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "core/formats/cellpose_reader.h"
#include "core/formats/coco_import.h"
#include "core/formats/cocoa_reader.h"
#include "core/formats/foreign_frame.h"
#include "core/formats/kins_reader.h"
#include "core/formats/label_reader.h"
#include "core/formats/labelme_reader.h"
#include "core/formats/object_mask_reader.h"
#include "core/formats/picture_folder.h"
#include "core/formats/registry.h"
#include "core/imaging/file_names.h"

namespace blastoscope::formats {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;

bool mayHoldAnnotations(const fs::path& path)
{
    const std::string extension = base::toLower(path.extension().string());
    return extension == ".json" || extension == ".tif" || extension == ".tiff" || extension == ".png";
}

base::Result<std::vector<fs::path>> sortedEntries(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator(); it.increment(error))
        entries.push_back(it->path());
    if (error)
        return fail(ErrorCode::PermissionDenied,
                    "The folder \"" + folder.filename().string() + "\" cannot be listed.", error.message());
    std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) {
        return imaging::naturalLess(a.filename().string(), b.filename().string());
    });
    return entries;
}

/// The annotation files directly in a folder.
base::Result<std::vector<fs::path>> filesIn(const fs::path& folder)
{
    auto entries = sortedEntries(folder);
    if (entries)
        std::erase_if(*entries, [](const fs::path& entry) {
            std::error_code ignored;
            return !fs::is_regular_file(entry, ignored) || !mayHoldAnnotations(entry);
        });
    return entries;
}

/// The masks of a picture that has a folder of its own with "images" and "masks" in it.
std::optional<fs::path> masksBesideImages(const fs::path& folder)
{
    std::error_code ignored;
    if (!fs::is_directory(folder / "masks", ignored) || !fs::is_directory(folder / "images", ignored))
        return std::nullopt;
    return folder / "masks";
}

/// The same; when there is none, those of the folders in it: exports have one for each embryo, and some data sets keep
/// masks beside images.
base::Result<std::vector<fs::path>> filesInOrBelow(const fs::path& folder)
{
    auto files = filesIn(folder);
    if (!files || !files->empty())
        return files;
    if (const auto masks = masksBesideImages(folder))
        return filesInOrBelow(*masks);
    const auto entries = sortedEntries(folder);
    if (!entries)
        return entries;
    for (const fs::path& entry : *entries) {
        std::error_code ignored;
        if (!fs::is_directory(entry, ignored))
            continue;
        const auto below = filesIn(masksBesideImages(entry).value_or(entry));
        if (!below)
            return below;
        files->insert(files->end(), below->begin(), below->end());
    }
    return files;
}

base::Result<std::vector<fs::path>> expand(const std::vector<fs::path>& paths)
{
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        const auto inFolder = filesInOrBelow(path);
        if (!inFolder)
            return inFolder;
        files.insert(files.end(), inFolder->begin(), inFolder->end());
    }
    if (files.empty())
        return fail(ErrorCode::NotFound, "There is no annotation file (.json, .tif, .png).");
    return files;
}

base::Result<std::vector<ForeignFrame>> readOne(const fs::path& path, const ImportContext& context)
{
    const auto format = formatOf(path);
    if (!format)
        return tl::unexpected(format.error());
    switch (*format) {
    case AnnotationFormat::Coco:
    case AnnotationFormat::CocoPolygons: return importCoco(path, context);
    case AnnotationFormat::Labelme: return readLabelme(path, context);
    case AnnotationFormat::LabelTiff:
    case AnnotationFormat::LabelPng:
    case AnnotationFormat::LabelLayers: return readLabelFile(path, context);
    case AnnotationFormat::Cellpose:
    case AnnotationFormat::CellposePng: return readCellpose(path, context);
    case AnnotationFormat::Cocoa: return readCocoa(path, context);
    case AnnotationFormat::Kins: return readKins(path, context);
    }
    return fail(ErrorCode::Internal, "A format has no reader.");
}

base::Result<std::vector<ForeignFrame>> readAll(const std::vector<fs::path>& paths, const ImportOptions& options,
                                                const ImportContext& context)
{
    auto masks = readObjectMasks(paths, options, context);
    if (!masks)
        return tl::unexpected(masks.error());
    std::vector<ForeignFrame> frames = std::move(masks->frames);
    const std::vector<fs::path>& files = masks->others;
    if (frames.empty() && files.empty())
        return fail(ErrorCode::InvalidArgument, "No mask can be used. " + context.report.notes.front().text);
    base::Error lastError;
    std::size_t failed = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (options.cancel.isCancelled())
            return fail(ErrorCode::Cancelled, "The import was cancelled.");
        if (options.onProgress)
            options.onProgress({std::int64_t(i) + 1, std::int64_t(files.size()), "Reading annotations"});
        auto read = readOne(files[i], context);
        if (!read) {
            lastError = read.error();
            context.report.drop(files[i].filename().string(), lastError.message);
            ++failed;
            continue;
        }
        std::move(read->begin(), read->end(), std::back_inserter(frames));
    }
    if (frames.empty() && failed == files.size())
        return tl::unexpected(lastError);
    return frames;
}

/// Files of one picture each do not say which frame it is: they are counted in their order.
void numberFrames(std::vector<ForeignFrame>& frames)
{
    const bool counted =
        std::any_of(frames.begin(), frames.end(), [](const auto& f) { return f.frame.frameIndex != 0; });
    for (std::size_t i = 0; !counted && i < frames.size(); ++i)
        frames[i].frame.frameIndex = int(i);
}

} // namespace

base::Result<ImportedAnnotations> readAnnotations(const std::vector<fs::path>& paths, const ImportOptions& options)
{
    const auto files = expand(paths);
    if (!files)
        return tl::unexpected(files.error());
    PictureFolder pictures;
    if (!options.images.empty()) {
        auto opened = PictureFolder::open(options.images);
        if (!opened)
            return tl::unexpected(opened.error());
        pictures = std::move(*opened);
    }
    ImportedAnnotations imported;
    auto frames = readAll(*files, options, {pictures, imported.report});
    if (!frames)
        return tl::unexpected(frames.error());
    resolveOrder(*frames, imported.report);
    resolveClasses(*frames, options.classes, imported.report);
    matchPictures(*frames, pictures, imported.report);
    if (frames->empty())
        return fail(ErrorCode::InvalidArgument, "Nothing of the annotations fits to the pictures.");
    numberFrames(*frames);
    for (ForeignFrame& foreign : *frames) {
        imported.report.instances += int(foreign.frame.annotation.instances.size());
        imported.frames.push_back(std::move(foreign.frame));
    }
    imported.report.frames = int(imported.frames.size());
    return imported;
}

} // namespace blastoscope::formats
