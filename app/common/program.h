// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/error.h"

namespace blastoscope::common {

/// E.g. "0.1.0".
std::string version();

/// The folder of the running program.
std::filesystem::path programFolder();

/// A file that comes with the product, e.g. "models/blastomere-amodal.safetensors" or "resources/sample": beside an
/// installed program in PREFIX/share/blastoscope, beside a build in its source tree. Fails with NotFound.
base::Result<std::filesystem::path> findShipped(const std::filesystem::path& relative);
/// The same for a program in `folder`.
base::Result<std::filesystem::path> findShipped(const std::filesystem::path& relative,
                                                const std::filesystem::path& folder);

/// The weights that are used when none are named.
inline const std::filesystem::path kDefaultModel = "models/blastomere-amodal.safetensors";
/// The weights that mend outlines; no model for segmenting.
inline const std::filesystem::path kSnapModel = "models/shape-snap.safetensors";

} // namespace blastoscope::common
