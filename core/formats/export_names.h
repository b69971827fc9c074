// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/formats/exchange.h"

namespace blastoscope::formats {

/// Whether a name is a random id as base::randomId() makes them, perhaps with "-2" after it.
bool isRandomId(const std::string& name);

/// Takes away what may identify a patient, as the other exports do: embryos go by random ids, pictures are called
/// EMBRYO/FRAME, hashes of picture files and what foreign files held besides shapes go (of labelme shapes the group and
/// the flags stay), with a note.
void stripIdentifiers(std::vector<AnnotatedFrame>& frames, const ExportOptions& options, ExchangeReport& report);

/// For each frame a path relative to the folder of an export, without extension and never leaving it: its file name,
/// and with the frame number where several frames have the same. All paths are different.
std::vector<std::string> exportPaths(const std::vector<AnnotatedFrame>& frames);

} // namespace blastoscope::formats
