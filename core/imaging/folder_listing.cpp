// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/folder_listing.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include "core/base/text.h"
#include "core/imaging/file_names.h"
#include "core/imaging/file_signature.h"

namespace blastoscope::imaging {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;

constexpr std::string_view kSampleList = "samples.json"; ///< our own, beside generated pictures: nothing to wonder at

bool isHidden(const std::string& name)
{
    const std::string lower = base::toLower(name);
    return name.starts_with('.') || lower == "thumbs.db" || lower == "desktop.ini" || lower == "__macosx";
}

bool isNamedLikePicture(const fs::path& path)
{
    static constexpr std::array<std::string_view, 10> kExtensions = {".jpg", ".jpeg", ".png", ".bmp", ".tif",
                                                                    ".tiff", ".pgm", ".ppm", ".pbm", ".pnm"};
    const std::string extension = base::toLower(path.extension().string());
    return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

void sortNaturally(std::vector<fs::path>& paths)
{
    std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) {
        return naturalLess(a.filename().string(), b.filename().string());
    });
}

void classify(const fs::directory_entry& entry, FolderListing& listing)
{
    std::error_code error;
    const fs::path& path = entry.path();
    const std::string name = path.filename().string();
    if (name == kSampleList)
        return;
    if (isHidden(name)) {
        listing.ignored.push_back(displayName(path));
    } else if (entry.is_directory(error)) {
        listing.folders.push_back(path);
    } else if (base::toLower(path.extension().string()) == ".csv") {
        listing.tables.push_back(path);
    } else {
        const auto signature = readSignature(path);
        const FileKind kind = signature ? signature->kind : FileKind::Unreadable;
        if (kind == FileKind::Picture || kind == FileKind::Tiff ||
            (kind == FileKind::Unreadable && isNamedLikePicture(path)))
            listing.pictures.push_back(path);
        else if (kind == FileKind::Video)
            listing.stackFiles.push_back(path);
        else
            listing.ignored.push_back(displayName(path));
    }
}

std::string countOf(std::size_t count, const std::string& one, const std::string& many)
{
    return count == 1 ? one : std::to_string(count) + " " + many;
}

} // namespace

base::Result<FolderListing> listFolder(const fs::path& folder)
{
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error == std::errc::no_such_file_or_directory)
        return fail(ErrorCode::NotFound, quotedName(folder) + " does not exist.");
    if (error == std::errc::permission_denied)
        return fail(ErrorCode::PermissionDenied,
                    "The system does not allow reading the folder " + quotedName(folder) + "; check its permissions.");
    FolderListing listing;
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
        classify(*entries, listing);
    if (error)
        return fail(ErrorCode::Io, "The folder " + quotedName(folder) + " cannot be listed.", error.message());
    for (auto* paths : {&listing.pictures, &listing.stackFiles, &listing.tables, &listing.folders})
        sortNaturally(*paths);
    std::sort(listing.ignored.begin(), listing.ignored.end());
    return listing;
}

std::vector<fs::path> inTimeOrder(std::vector<fs::path> pictures, std::vector<std::string>& warnings)
{
    std::vector<fs::path> withRun;
    std::vector<std::string> others;
    std::set<std::string> recordings;
    for (const fs::path& picture : pictures) {
        const std::string name = picture.filename().string();
        if (runNumber(name)) {
            withRun.push_back(picture);
            recordings.insert(recordingPrefix(name));
        } else {
            others.push_back(displayName(picture));
        }
    }
    if (withRun.size() <= others.size())
        return pictures;
    std::stable_sort(withRun.begin(), withRun.end(), [](const fs::path& a, const fs::path& b) {
        const std::string nameA = a.filename().string();
        const std::string nameB = b.filename().string();
        const std::string recordingA = recordingPrefix(nameA);
        const std::string recordingB = recordingPrefix(nameB);
        return recordingA != recordingB ? naturalLess(recordingA, recordingB) : *runNumber(nameA) < *runNumber(nameB);
    });
    if (!others.empty())
        warnings.push_back(countOf(others.size(), "A picture", "pictures") +
                           " without a RUN number left out, e.g. \"" + others.front() + "\".");
    if (recordings.size() > 1)
        warnings.push_back("The folder holds pictures of " + std::to_string(recordings.size()) +
                           " recordings by their names; they follow each other in this stack. Give each recording a "
                           "folder of its own.");
    return withRun;
}

std::string ignoredFilesWarning(const std::vector<std::string>& names)
{
    return countOf(names.size(), "A hidden or foreign file was", "hidden or foreign files were") + " ignored, e.g. \"" +
           names.front() + "\".";
}

} // namespace blastoscope::imaging
