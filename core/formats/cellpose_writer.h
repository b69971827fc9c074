// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/formats/label_writer.h"

namespace blastoscope::formats {

/// What Cellpose's own programs and its training read beside a picture: a flat label image, cells numbered from 1.
base::Status writeCellpose(const AnnotatedFrame& frame, const std::filesystem::path& path, LabelFile kind,
                           ExchangeReport& report);

} // namespace blastoscope::formats
