// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/formats/picture_folder.h"

namespace blastoscope::formats {

/// A picture that masks may belong to.
struct MaskPicture {
    std::string name;           ///< as a frame gives it
    std::filesystem::path path; ///< empty when only the name is known
    int width = 0;              ///< 0 when unknown
    int height = 0;
};

/// The pictures of mask files: those of the folder that was named, those whose names are known, and those that lie
/// beside the masks, in the same folder or in one called "images" next to it. A file of several frames is none.
class MaskPictures {
public:
    MaskPictures(const PictureFolder& folder, const std::vector<std::string>& names);

    /// Whether a picture, perhaps one of several or of several frames, is called as that file.
    bool isCalledAsPicture(const std::filesystem::path& file);
    /// The picture of that name, without extension, for a mask file; never the file itself.
    std::optional<MaskPicture> find(const std::filesystem::path& mask, const std::string& stem);
    /// The picture that the folder of a mask file is called after: NAME/x.png and NAME/masks/x.png are masks of NAME.
    std::optional<MaskPicture> findByFolder(const std::filesystem::path& mask);

private:
    using Paths = std::vector<std::filesystem::path>;
    using Listing = std::map<std::string, Paths>; ///< by name without extension

    std::vector<std::string> listedFor(const std::filesystem::path& mask, const std::string& stem) const;
    std::optional<MaskPicture> findIn(const Paths& folders, const std::filesystem::path& mask, const std::string& stem);
    std::optional<std::filesystem::path> beside(const Paths& folders, const std::filesystem::path& mask,
                                                const std::string& stem);
    std::optional<MaskPicture> single(const std::string& name, const std::filesystem::path& path);
    const Listing& listing(const std::filesystem::path& folder);

    const PictureFolder& m_folder;
    std::map<std::string, std::vector<std::string>> m_names; ///< by name without extension
    std::map<std::filesystem::path, Listing> m_listings;
    std::map<std::filesystem::path, std::optional<MaskPicture>> m_looked;
};

} // namespace blastoscope::formats
