// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_pictures.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::formats {
namespace {

namespace fs = std::filesystem;

bool looksLikePicture(const fs::path& path)
{
    static constexpr std::array kEndings = {".png", ".tif", ".tiff", ".jpg", ".jpeg", ".bmp", ".pgm"};
    return std::find(kEndings.begin(), kEndings.end(), base::toLower(path.extension().string())) != kEndings.end();
}

bool isFolderOfMasks(const fs::path& folder)
{
    const std::string name = base::toLower(folder.filename().string());
    return name == "masks" || name == "mask";
}

bool isSame(const fs::path& a, const fs::path& b)
{
    std::error_code ignored;
    return fs::equivalent(a, b, ignored);
}

/// Where the picture of a mask may lie.
std::vector<fs::path> foldersOf(const fs::path& mask)
{
    const fs::path here = mask.parent_path();
    return {here.empty() ? fs::path(".") : here, here / ".." / "images"};
}

} // namespace

MaskPictures::MaskPictures(const PictureFolder& folder, const std::vector<std::string>& names) : m_folder(folder)
{
    for (const std::string& name : names)
        m_names[fs::path(name).stem().string()].push_back(name);
}

bool MaskPictures::isCalledAsPicture(const fs::path& file)
{
    const std::string stem = file.stem().string();
    return m_names.contains(stem) || beside(foldersOf(file), file, stem) || !listedFor(file, stem).empty();
}

std::optional<MaskPicture> MaskPictures::find(const fs::path& mask, const std::string& stem)
{
    return findIn(foldersOf(mask), mask, stem);
}

std::optional<MaskPicture> MaskPictures::findByFolder(const fs::path& mask)
{
    std::error_code error;
    const fs::path here = fs::absolute(mask, error).lexically_normal().parent_path();
    const fs::path owner = isFolderOfMasks(here) ? here.parent_path() : here;
    return findIn({owner.parent_path(), owner / "images", owner / ".." / "images", owner / ".." / ".." / "images"},
                  mask, owner.filename().string());
}

/// Those of the folder of pictures, relative to it; what lies in a folder of masks is no picture.
std::vector<std::string> MaskPictures::listedFor(const fs::path& mask, const std::string& stem) const
{
    std::vector<std::string> listed = m_folder.allWithStem(stem);
    std::erase_if(listed, [&](const std::string& name) {
        return isFolderOfMasks(fs::path(name).parent_path()) || isSame(m_folder.pathOf(name), mask);
    });
    return listed;
}

std::optional<MaskPicture> MaskPictures::findIn(const Paths& folders, const fs::path& mask, const std::string& stem)
{
    if (const auto listed = listedFor(mask, stem); listed.size() == 1)
        return single(listed.front(), m_folder.pathOf(listed.front()));
    if (const auto known = m_names.find(stem); known != m_names.end())
        return known->second.size() == 1 ? std::optional(MaskPicture{known->second.front(), {}, 0, 0}) : std::nullopt;
    const auto path = beside(folders, mask, stem);
    return path ? single(path->filename().string(), *path) : std::nullopt;
}

std::optional<fs::path> MaskPictures::beside(const Paths& folders, const fs::path& mask, const std::string& stem)
{
    for (const fs::path& folder : folders) {
        const Listing& files = listing(folder);
        const auto found = files.find(stem);
        if (found == files.end())
            continue;
        for (const fs::path& path : found->second)
            if (!isSame(path, mask))
                return path;
    }
    return std::nullopt;
}

std::optional<MaskPicture> MaskPictures::single(const std::string& name, const fs::path& path)
{
    const auto [entry, isNew] = m_looked.try_emplace(path);
    if (isNew) {
        const auto stack = imaging::openStack(path);
        if (!stack)
            entry->second = MaskPicture{name, path, 0, 0};
        else if (const auto& info = (*stack)->info(); info.times == 1)
            entry->second = MaskPicture{name, path, info.width, info.height};
    }
    return entry->second;
}

const MaskPictures::Listing& MaskPictures::listing(const fs::path& folder)
{
    const auto [entry, isNew] = m_listings.try_emplace(folder);
    if (!isNew)
        return entry->second;
    std::error_code error;
    for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator(); it.increment(error))
        if (looksLikePicture(it->path()))
            entry->second[it->path().stem().string()].push_back(it->path());
    for (auto& [stem, paths] : entry->second)
        std::sort(paths.begin(), paths.end());
    return entry->second;
}

} // namespace blastoscope::formats
