// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/base/image.h"

namespace blastoscope::imaging {

/// SHA-256 of an image for provenance, 64 hexadecimal digits: over the text "width height channels bits\n" (bits 8, 16
/// or 32) and the samples in little-endian order. Independent of the file format that the pixels came from.
std::string imageSha256(const base::Image& image);

} // namespace blastoscope::imaging
