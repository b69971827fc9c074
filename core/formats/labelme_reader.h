// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// A labelme or X-AnyLabeling file: shapes of the types polygon, rectangle, rotation, circle and mask. Shapes of one
/// label and group are one object. "score", "difficult" (uncertain) and "checked" (reviewed) are taken over; the
/// embedded picture is not; all other members are kept as text for writeLabelme(). Shapes that contradict themselves
/// and shapes without an area (lines, points) are left out and reported.
/// Errors: as readTextFile(); Corrupt when it is no such file or does not say its size and its picture is not known.
base::Result<std::vector<ForeignFrame>> readLabelme(const std::filesystem::path& path, const ImportContext& context);
/// The same from text; `fileName` is for messages and, with another extension, the picture when the file names none.
base::Result<ForeignFrame> parseLabelme(const std::string& text, const std::string& fileName,
                                        const ImportContext& context);

} // namespace blastoscope::formats
