// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/error.h"
#include "core/formats/annotated_frame.h"
#include "core/formats/exchange.h"

namespace blastoscope::formats {

/// A labelme file that X-AnyLabeling reads as well: silhouettes as polygons along the pixel edges, several pieces as
/// one group, those with holes as masks; re-reading gives the same pixels. What the frame keeps from an earlier
/// labelme file goes back in, labels included unless they name another class of ours; members that would spoil the file
/// are left out and reported. Visible parts and depth order have no place in it. Errors: as encodeMaskPng() and
/// writeTextFile().
base::Status writeLabelme(const AnnotatedFrame& frame, const std::filesystem::path& path, ExchangeReport& report);
/// `file` is for the notes.
base::Result<std::string> toLabelmeText(const AnnotatedFrame& frame, const std::string& file, ExchangeReport& report);

} // namespace blastoscope::formats
