// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// A picture that annotations may belong to.
struct FoundPicture {
    std::string name; ///< relative to the folder, with '/'
    int width = 0;    ///< 0 when the file cannot be read as a picture
    int height = 0;
};

/// The pictures of a folder and of those below it, by name.
class PictureFolder {
public:
    /// Without a folder: finds nothing and asks for nothing.
    PictureFolder() = default;
    /// Lists the names; sizes are read when asked for. Errors: NotFound, PermissionDenied.
    static base::Result<PictureFolder> open(const std::filesystem::path& folder);

    bool isOpen() const { return !m_folder.empty(); }
    /// By relative path, else by file name, else by name without extension; nothing when it is not there or when
    /// several files in different folders have it.
    std::optional<FoundPicture> find(const std::string& name) const;
    /// The relative paths of all that are called so without extension.
    std::vector<std::string> allWithStem(const std::string& stem) const;
    std::filesystem::path pathOf(const std::string& name) const { return m_folder / name; }

private:
    std::filesystem::path m_folder;
    std::map<std::string, std::vector<std::string>> m_byPath; ///< each map: key to relative paths
    std::map<std::string, std::vector<std::string>> m_byName;
    std::map<std::string, std::vector<std::string>> m_byStem;
};

/// Gives the frames the names of their pictures. Frames of another size than their picture, and second frames of one
/// picture, are left out and reported; frames without a picture are reported and kept.
void matchPictures(std::vector<ForeignFrame>& frames, const PictureFolder& pictures, ExchangeReport& report);

} // namespace blastoscope::formats
