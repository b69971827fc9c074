// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/error.h"
#include "core/formats/annotated_frame.h"

namespace blastoscope::formats {

/// A labelme file that X-AnyLabeling reads as well: silhouettes as polygons along the pixel edges, several pieces as
/// one group, those with holes as masks; re-reading gives the same pixels. What the frame keeps from an earlier
/// labelme file goes back in, labels included unless they name another class of ours. Visible parts and depth order
/// have no place in it. Errors: as encodeMaskPng() and writeTextFile().
base::Status writeLabelme(const AnnotatedFrame& frame, const std::filesystem::path& path);
base::Result<std::string> toLabelmeText(const AnnotatedFrame& frame);

} // namespace blastoscope::formats
