// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/imaging/image_stack.h"
#include "core/imaging/tiff_reader.h"

namespace blastoscope::imaging {

/// Which page of a TIFF holds which frame, and what its metadata say about size and time.
struct TiffLayout {
    std::string format = "TIFF";
    int times = 1;
    int planes = 1;
    int channels = 1;
    std::vector<std::int64_t> pages; ///< by frameNumber(); -1 = the file has no page for this frame
    bool contiguous = false;         ///< pages are numbers of frames that follow the only directory
    std::vector<std::string> planeNames;
    std::optional<double> umPerPixel;
    std::vector<std::optional<double>> timeHours; ///< empty or one per time
    TimeSource timeSource = TimeSource::Unknown;
    std::vector<std::string> warnings;

    std::size_t frameNumber(const FrameIndex& index) const
    {
        return (std::size_t(index.time) * std::size_t(planes) + std::size_t(index.plane)) * std::size_t(channels) +
               std::size_t(index.channel);
    }
};

/// No metadata: the pages are time points in the order of the file.
TiffLayout plainLayout(std::size_t pageCount);

/// Whether an ImageDescription tag is of that program: it begins with "ImageJ=", or is OME-XML.
bool isImageJDescription(std::string_view description);
bool isOmeDescription(std::string_view description);

/// Layout of a file that ImageJ wrote ("ImageJ=1.53c\nimages=..."). Frames run channel first, then slice, then time.
/// `resolution` are the tags of the first page, in the unit that the description names. With one page and several
/// images the frames follow the directory (files over 4 GB).
/// Errors: Corrupt when the axes contradict themselves.
base::Result<TiffLayout> imageJLayout(std::string_view description, const std::optional<TiffResolution>& resolution,
                                      std::size_t pageCount);

/// Layout from the OME-XML of the first page (schema 2016-06 and earlier ones with the same attributes).
/// `samplesPerPixel` belongs to the pages: colour samples are not channels.
/// Errors: Corrupt (broken XML or sizes), Unsupported (frames in several files).
base::Result<TiffLayout> omeLayout(std::string_view xml, std::size_t pageCount, int samplesPerPixel);

/// More frames than any recording has; larger claims of a file are refused before memory is taken.
inline constexpr std::int64_t kMaxFrames = 4'000'000;

} // namespace blastoscope::imaging
