// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/imaging/tiff_format.h"

namespace blastoscope::imaging {

class TiffHandle;

/// Refuses a page whose size is impossible for its file before memory is taken: Unsupported above 1 GiB, Corrupt for
/// far more pixels than the file's length can hold.
base::Status checkTiffSize(const TiffHandle& handle, const TiffConversion& plan);

/// Decodes the selected page of `handle` as `plan` says; `channel` counts TiffConversion::channelAxis. The size must
/// have passed checkTiffSize(). Errors: Corrupt, Unsupported. May throw std::bad_alloc.
base::Result<base::Image> decodeTiffPage(TiffHandle& handle, const TiffConversion& plan, int channel);

/// Converts one uncompressed frame of whole bytes per sample, in the host's byte order, without gaps between rows.
base::Image convertTiffFrame(const TiffFormat& format, const TiffConversion& plan, int channel,
                             const std::uint8_t* frame);

} // namespace blastoscope::imaging
