// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/folder_layout.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "core/base/text.h"
#include "core/imaging/file_names.h"
#include "core/imaging/folder_listing.h"

namespace blastoscope::imaging {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;

constexpr int kMaxDepth = 4;

std::string nameOf(const fs::path& path)
{
    return path.filename().string();
}

std::string focusName(int focus)
{
    return std::string("F").append(std::to_string(focus));
}

bool endsWith(const fs::path& path, std::string_view ending)
{
    return base::toLower(nameOf(path)).ends_with(ending);
}

// --- side tables ------------------------------------------------------------------------------------------------

/// Subfolders of `folder` whose name ends in `ending`; none when it cannot be listed.
std::vector<fs::path> foldersEndingWith(const fs::path& folder, std::string_view ending)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code ignored;
        if (endsWith(entry->path(), ending) && entry->is_directory(ignored))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// The table `<recording><ending>` beside the folder of a recording or in a data set's table folder.
std::optional<fs::path> findTable(const fs::path& folder, const std::vector<fs::path>& own, const std::string& ending,
                                  const std::string& tableFolder)
{
    std::vector<fs::path> candidates;
    std::copy_if(own.begin(), own.end(), std::back_inserter(candidates),
                 [&](const fs::path& path) { return endsWith(path, base::toLower(ending)); });
    if (candidates.size() == 1)
        return candidates.front();
    const std::string wanted = nameOf(folder) + ending;
    for (const fs::path& candidate : candidates)
        if (base::toLower(nameOf(candidate)) == base::toLower(wanted))
            return candidate;
    const fs::path parent = folder.parent_path();
    std::vector<fs::path> places = {parent};
    for (const fs::path& root : {parent, parent.parent_path()})
        for (fs::path& place : foldersEndingWith(root, tableFolder))
            places.push_back(std::move(place));
    std::error_code error;
    for (const fs::path& place : places)
        if (fs::is_regular_file(place / wanted, error))
            return place / wanted;
    return std::nullopt;
}

void findTables(const fs::path& folder, const FolderListing& listing, FolderLayout& layout)
{
    layout.timeTable = findTable(folder, listing.tables, "_timeElapsed.csv", "_time_elapsed");
    layout.phaseTable = findTable(folder, listing.tables, "_phases.csv", "_annotations");
}

// --- focal planes -----------------------------------------------------------------------------------------------

void addPlane(int focus, const FolderListing& listing, FolderLayout& layout)
{
    if (listing.pictures.empty())
        return;
    FolderPlane plane{focusName(focus), focus, inTimeOrder(listing.pictures, layout.warnings)};
    layout.planes.push_back(std::move(plane));
    if (!listing.ignored.empty())
        layout.warnings.push_back(focusName(focus) + ": " + ignoredFilesWarning(listing.ignored));
}

void sortPlanes(FolderLayout& layout)
{
    std::stable_sort(layout.planes.begin(), layout.planes.end(),
                     [](const FolderPlane& a, const FolderPlane& b) { return *a.focus < *b.focus; });
    const auto sameFocus = [](const FolderPlane& a, const FolderPlane& b) { return a.focus == b.focus; };
    const auto last = std::unique(layout.planes.begin(), layout.planes.end(), sameFocus);
    if (last != layout.planes.end())
        layout.warnings.push_back("Several folders name the same focal plane; the first of each is read.");
    layout.planes.erase(last, layout.planes.end());
}

/// Planes in subfolders "F0", "F15" …; "name" beside "name_F15" is focus 0, and so are pictures of the folder itself.
base::Result<bool> addSubfolderPlanes(const FolderListing& listing, FolderLayout& layout)
{
    std::set<std::string> bases;
    for (const fs::path& folder : listing.folders)
        if (focalOffset(nameOf(folder)))
            bases.insert(withoutFocalOffset(nameOf(folder)));
    if (bases.empty())
        return false;
    for (const fs::path& folder : listing.folders) {
        const auto offset = focalOffset(nameOf(folder));
        if (!offset && !bases.contains(nameOf(folder)))
            continue;
        const auto planeListing = listFolder(folder);
        if (!planeListing)
            return tl::unexpected(planeListing.error());
        addPlane(offset.value_or(0), *planeListing, layout);
    }
    if (layout.planes.empty())
        return false;
    const bool hasZero = std::any_of(layout.planes.begin(), layout.planes.end(),
                                     [](const FolderPlane& plane) { return plane.focus == 0; });
    if (!listing.pictures.empty() && !hasZero)
        addPlane(0, listing, layout);
    else if (!listing.pictures.empty())
        layout.warnings.push_back("Pictures beside the focal-plane folders were ignored.");
    sortPlanes(layout);
    return true;
}

/// Planes in sibling data sets: data/set/E1 and data/set_F15/E1 for the opened folder E1.
void addSiblingPlanes(const fs::path& folder, const FolderListing& listing, FolderLayout& layout)
{
    const fs::path dataSet = folder.parent_path();
    if (dataSet.empty() || dataSet == dataSet.parent_path())
        return;
    const std::string base = withoutFocalOffset(nameOf(dataSet));
    std::vector<fs::path> others;
    std::error_code error;
    for (fs::directory_iterator entry(dataSet.parent_path(), error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        const std::string name = nameOf(entry->path());
        const bool sameSet = name == base || (focalOffset(name) && withoutFocalOffset(name) == base);
        std::error_code ignored;
        if (sameSet && name != nameOf(dataSet) && fs::is_directory(entry->path() / folder.filename(), ignored))
            others.push_back(entry->path());
    }
    if (others.empty())
        return;
    std::sort(others.begin(), others.end());
    addPlane(focalOffset(nameOf(dataSet)).value_or(0), listing, layout);
    for (const fs::path& other : others)
        if (const auto otherListing = listFolder(other / folder.filename()))
            addPlane(focalOffset(nameOf(other)).value_or(0), *otherListing, layout);
    sortPlanes(layout);
}

// --- the whole folder -------------------------------------------------------------------------------------------

void warnAboutSubfolders(const fs::path& folder, const FolderListing& listing, FolderLayout& layout)
{
    std::size_t others = 0;
    for (const fs::path& sub : listing.folders) {
        const auto nested = listFolder(sub);
        if (!nested || nested->pictures.empty())
            continue;
        std::set<std::string> names;
        for (const fs::path& picture : listing.pictures)
            names.insert(nameOf(picture));
        const bool copy = nameOf(sub) == nameOf(folder) || names.contains(nameOf(nested->pictures.front()));
        if (copy)
            layout.warnings.push_back("The subfolder " + quotedName(sub) +
                                      " holds pictures of the same names and was ignored.");
        else
            ++others;
    }
    if (others > 0)
        layout.warnings.push_back(others == 1 ? "A subfolder with more pictures was ignored; open it by itself."
                                              : std::to_string(others) +
                                                    " subfolders with more pictures were ignored; open them by "
                                                    "themselves.");
}

base::Result<FolderLayout> scan(const fs::path& folder, int depth);

/// A folder without pictures of its own: its only stack, or the way to one.
base::Result<FolderLayout> scanDeeper(const fs::path& folder, const FolderListing& listing, int depth)
{
    if (listing.stackFiles.size() == 1) {
        FolderLayout layout;
        layout.stackFile = listing.stackFiles.front();
        return layout;
    }
    if (listing.stackFiles.size() > 1)
        return fail(ErrorCode::InvalidArgument, "The folder " + quotedName(folder) + " holds " +
                                                    std::to_string(listing.stackFiles.size()) +
                                                    " videos. Open one of them.");
    if (listing.folders.size() == 1 && depth < kMaxDepth)
        return scan(listing.folders.front(), depth + 1);
    std::string example;
    std::size_t withPictures = 0;
    for (const fs::path& sub : listing.folders) {
        const auto nested = listFolder(sub);
        if (nested && !nested->pictures.empty() && withPictures++ == 0)
            example = displayName(sub);
    }
    if (withPictures == 0)
        return fail(ErrorCode::NotFound, "The folder " + quotedName(folder) + " holds no pictures.");
    if (withPictures == 1)
        return fail(ErrorCode::InvalidArgument,
                    "The pictures of the folder " + quotedName(folder) + " lie in \"" + example + "\". Open that.");
    return fail(ErrorCode::InvalidArgument, "The folder " + quotedName(folder) + " holds " +
                                                std::to_string(withPictures) +
                                                " folders with pictures. Open one of them, e.g. \"" + example + "\".");
}

base::Result<FolderLayout> scan(const fs::path& folder, int depth)
{
    const auto listing = listFolder(folder);
    if (!listing)
        return tl::unexpected(listing.error());
    FolderLayout layout;
    const auto planes = addSubfolderPlanes(*listing, layout);
    if (!planes)
        return tl::unexpected(planes.error());
    if (!*planes) {
        if (listing->pictures.empty())
            return scanDeeper(folder, *listing, depth);
        addSiblingPlanes(folder, *listing, layout);
        if (layout.planes.empty()) {
            layout.planes.push_back({{}, std::nullopt, inTimeOrder(listing->pictures, layout.warnings)});
            if (!listing->ignored.empty())
                layout.warnings.push_back(ignoredFilesWarning(listing->ignored));
        }
        warnAboutSubfolders(folder, *listing, layout);
    }
    findTables(folder, *listing, layout);
    return layout;
}

} // namespace

base::Result<FolderLayout> scanFolder(const fs::path& folder)
{
    std::error_code error;
    const fs::path resolved = fs::canonical(folder, error); // so that "." and "name/" have a name and parents
    if (error)
        return fail(ErrorCode::NotFound, quotedName(folder) + " does not exist.", error.message());
    return scan(resolved, 0);
}

} // namespace blastoscope::imaging
