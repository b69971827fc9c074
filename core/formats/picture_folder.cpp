// SPDX-License-Identifier: Apache-2.0
#include "core/formats/picture_folder.h"

#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/imaging/file_signature.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::formats {
namespace {

namespace fs = std::filesystem;

const std::string* only(const std::map<std::string, std::vector<std::string>>& names, const std::string& key)
{
    const auto it = names.find(key);
    return it == names.end() || it->second.size() != 1 ? nullptr : &it->second.front();
}

} // namespace

base::Result<PictureFolder> PictureFolder::open(const fs::path& folder)
{
    PictureFolder pictures;
    pictures.m_folder = folder;
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return base::fail(base::ErrorCode::NotFound,
                          "There is no folder \"" + folder.filename().string() + "\" of pictures.");
    for (auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (!it->is_regular_file(ignored))
            continue;
        const auto signature = imaging::readSignature(it->path());
        if (!signature || signature->kind == imaging::FileKind::Unreadable)
            continue;
        const std::string name = it->path().lexically_relative(folder).generic_string();
        pictures.m_byPath[name].push_back(name);
        pictures.m_byName[base::fileNameOf(name)].push_back(name);
        pictures.m_byStem[base::fileStemOf(name)].push_back(name);
    }
    if (error)
        return base::fail(base::ErrorCode::PermissionDenied, "The folder of pictures cannot be listed.",
                          error.message());
    return pictures;
}

std::optional<FoundPicture> PictureFolder::find(const std::string& name) const
{
    const std::string* path = only(m_byPath, name);
    if (!path)
        path = only(m_byName, base::fileNameOf(name));
    if (!path)
        path = only(m_byStem, base::fileStemOf(name));
    if (!path)
        return std::nullopt;
    FoundPicture found{*path, 0, 0};
    if (const auto stack = imaging::openStack(m_folder / *path)) {
        found.width = (*stack)->info().width;
        found.height = (*stack)->info().height;
    }
    return found;
}

std::vector<std::string> PictureFolder::allWithStem(const std::string& stem) const
{
    const auto it = m_byStem.find(stem);
    return it == m_byStem.end() ? std::vector<std::string>() : it->second;
}

void matchPictures(std::vector<ForeignFrame>& frames, const PictureFolder& pictures, ExchangeReport& report)
{
    if (!pictures.isOpen())
        return;
    std::set<std::pair<std::string, int>> taken;
    std::map<std::string, std::optional<FoundPicture>> known;
    std::vector<ForeignFrame> kept;
    for (ForeignFrame& foreign : frames) {
        AnnotatedFrame& frame = foreign.frame;
        const auto [entry, isNew] = known.try_emplace(frame.fileName);
        if (isNew)
            entry->second = pictures.find(frame.fileName);
        const auto& picture = entry->second;
        if (!picture) {
            report.notes.push_back({NoteKind::Missing, foreign.file, {}, {}, 0, "Its picture is not in the folder."});
            kept.push_back(std::move(foreign));
            continue;
        }
        frame.fileName = picture->name;
        const bool sameSize = picture->width == frame.annotation.width && picture->height == frame.annotation.height;
        if (picture->width > 0 && !sameSize)
            report.drop(foreign.file, "The picture has another size than the annotations.");
        else if (!taken.insert({picture->name, frame.frameIndex}).second)
            report.drop(foreign.file, "The picture has annotations already.");
        else
            kept.push_back(std::move(foreign));
    }
    frames = std::move(kept);
}

} // namespace blastoscope::formats
