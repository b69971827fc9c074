// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace blastoscope::imaging {

/// Natural order: runs of digits compare as numbers ("img2" < "img10"), letters without case; equal names fall back
/// to byte order, so that the order is total.
bool naturalLess(std::string_view a, std::string_view b);

/// The number of an EmbryoScope picture name that ends in RUN<digits>.<extension>, letters in any case.
std::optional<int> runNumber(std::string_view fileName);

/// What stands before RUN<digits> in such a name: it identifies the recording. Empty for other names.
std::string recordingPrefix(std::string_view fileName);

/// The focal offset named by a folder: "F0" → 0, "F-15" → -15, "embryo_dataset_F15" → 15. Empty for other names.
std::optional<int> focalOffset(std::string_view folderName);

/// A folder name without its focal ending: "embryo_dataset_F15" → "embryo_dataset", "F15" → "".
std::string withoutFocalOffset(std::string_view folderName);

/// The last component of `path` as valid UTF-8 for messages, tables and JSON: file systems allow any bytes in a name,
/// those that are no UTF-8 become '?'.
std::string displayName(const std::filesystem::path& path);

/// displayName() in quotation marks.
std::string quotedName(const std::filesystem::path& path);

} // namespace blastoscope::imaging
