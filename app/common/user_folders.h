// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace blastoscope::common {

/// Folders of the user for Blastoscope, by the XDG base directory specification: $XDG_STATE_HOME or ~/.local/state,
/// and $XDG_DATA_HOME or ~/.local/share. They need not exist yet. Relative values are ignored, as the specification
/// asks; without a home folder the system's folder for temporary files takes its place.
std::filesystem::path stateFolder(); ///< logs
std::filesystem::path dataFolder();  ///< the table of embryo ids

} // namespace blastoscope::common
