// SPDX-License-Identifier: Apache-2.0
#include "core/formats/object_mask_groups.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/text.h"
#include "core/formats/label_reader.h"
#include "core/formats/object_mask_names.h"

namespace blastoscope::formats {
namespace {

namespace fs = std::filesystem;

bool isImageFile(const fs::path& path)
{
    const std::string extension = base::toLower(path.extension().string());
    return extension == ".png" || extension == ".tif" || extension == ".tiff";
}

std::optional<MaskPicture> pictureBeforeNumber(const fs::path& file, MaskPictures& pictures)
{
    const std::string stem = file.stem().string();
    for (std::size_t end = stem.size(); end-- > 1;)
        if (isObjectEnding(stem.substr(end)))
            if (auto picture = pictures.find(file, stem.substr(0, end)))
                return picture;
    return std::nullopt;
}

class Grouping {
public:
    explicit Grouping(MaskPictures& pictures) : m_pictures(pictures) {}

    std::vector<MaskGroup> run(const std::vector<fs::path>& files)
    {
        for (const fs::path& file : files)
            if (isImageFile(file) && splitObjectMaskName(file.stem().string()) && m_pictures.isCalledAsPicture(file))
                m_numberedPictures.insert(file.parent_path());
        for (const fs::path& file : files)
            place(file);
        return std::move(m_groups);
    }

private:
    void place(const fs::path& file)
    {
        const std::string stem = file.stem().string();
        const bool isNamedAsLabels = pictureNameOfLabels(file) != stem;
        if (!isImageFile(file) || isNamedAsLabels || m_pictures.isCalledAsPicture(file))
            return;
        auto picture = pictureBeforeNumber(file, m_pictures);
        if (!picture)
            picture = m_pictures.findByFolder(file);
        if (picture) {
            add(file, MaskEvidence::Picture, *picture);
            return;
        }
        const auto name = splitObjectMaskName(stem);
        if (name && !m_numberedPictures.contains(file.parent_path()))
            add(file, name->saysObject ? MaskEvidence::Word : MaskEvidence::Number, {name->picture, {}, 0, 0});
    }

    void add(const fs::path& file, MaskEvidence evidence, const MaskPicture& picture)
    {
        const auto [entry, isNew] =
            m_indexOf.try_emplace({file.parent_path(), evidence, picture.name}, m_groups.size());
        if (isNew)
            m_groups.push_back({picture, evidence, {}});
        m_groups[entry->second].files.push_back(file);
    }

    MaskPictures& m_pictures;
    std::vector<MaskGroup> m_groups;
    std::set<fs::path> m_numberedPictures; ///< folders with a numbered file that is called as a picture
    std::map<std::tuple<fs::path, MaskEvidence, std::string>, std::size_t> m_indexOf;
};

} // namespace

std::vector<MaskGroup> groupMasks(const std::vector<fs::path>& files, MaskPictures& pictures)
{
    return Grouping(pictures).run(files);
}

} // namespace blastoscope::formats
