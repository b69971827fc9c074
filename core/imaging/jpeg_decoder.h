// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// Decodes a JPEG of one or three components to grey or RGB, 8 bit. Data that libjpeg would paint over (a damaged or
/// ending bit stream) are an error; bytes between segments are not. Prints nothing. Errors: Corrupt, with libjpeg's
/// message as detail; the caller adds the name. May throw std::bad_alloc. Thread-safe.
base::Result<base::Image> decodeJpeg(std::span<const std::uint8_t> bytes);

} // namespace blastoscope::imaging
