// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/formats/exchange.h"

namespace blastoscope::formats {

/// TIFF holds 32 bits per pixel, PNG 16.
enum class LabelFile { Tiff, Png };
/// What stands for an instance in a pixel.
enum class LabelNumbers {
    InstanceIds, ///< as in cells.csv
    Consecutive, ///< from 1, as Cellpose expects
};

/// One number per pixel: where silhouettes overlap the nearest one keeps the pixel, and `report` says how many pixels
/// each instance lost to which. Numbers are consecutive, with a note, where a PNG cannot hold the ids.
base::Status writeLabels(const AnnotatedFrame& frame, const std::filesystem::path& path, LabelFile kind,
                         LabelNumbers numbers, ExchangeReport& report);

/// A TIFF with one page per depth layer, nearest first, numbers are instance ids: no pixel, class or depth relation is
/// lost.
base::Status writeLabelLayers(const AnnotatedFrame& frame, const std::filesystem::path& path);

} // namespace blastoscope::formats
