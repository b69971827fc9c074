// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/formats/mask_pictures.h"

namespace blastoscope::formats {

/// How sure the names of files are that each holds one object of a picture.
enum class MaskEvidence {
    Number,  ///< names that differ by a number, which frames of a time-lapse do, too
    Word,    ///< the same, and a word such as "mask" or "cell" before it
    Picture, ///< the picture is there, and no file is called as it is
};

/// Files that may be the masks of one picture, one object each, judged by their names.
struct MaskGroup {
    MaskPicture picture;
    MaskEvidence evidence = MaskEvidence::Number;
    std::vector<std::filesystem::path> files;
};

/// The groups in the order of their first files. Masks in different folders are never of one group. A file that is
/// called as a picture, or as label images are, belongs to no group; nor, without a picture, do numbered files of a
/// folder where one of them is called as a picture.
std::vector<MaskGroup> groupMasks(const std::vector<std::filesystem::path>& files, MaskPictures& pictures);

} // namespace blastoscope::formats
