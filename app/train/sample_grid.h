// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::train
{

/// Writes a U8 image with one or three channels as a PNG without compression: for pictures of a run, from a program
/// without image libraries. A reader finds the old file or the whole new one. Fails with Unsupported and Io.
base::Status writePlainPng(const base::Image& image, const std::filesystem::path& path);

/// Pictures of one size and type beside each other, `columns` in a row.
base::Image pictureGrid(const std::vector<base::Image>& pictures, int columns);

} // namespace blastoscope::train
