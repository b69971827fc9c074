// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// Position in a stack; each counts from 0.
struct FrameIndex {
    int time = 0;
    int plane = 0;
    int channel = 0;
    auto operator<=>(const FrameIndex&) const = default;
};

/// Where the times come from. File: measured per frame. Nominal: frame number times the interval that the file states.
enum class TimeSource { Unknown, Table, File, Overlay, Nominal };
/// Where the pixel size comes from. User: measured or typed for this stack. Preset: one that was kept under a name.
enum class CalibrationSource { Unknown, File, User, Preset };

/// A developmental phase as a side table states it: frame numbers of the table's own counting, both included.
struct Phase {
    std::string name;
    int firstFrame = 0;
    int lastFrame = 0;
};

/// What is known about a stack. Nothing here is ever invented: unknown stays empty.
/// Width, height, samples and pixel type are those of the first readable frame; a folder may hold pictures of other
/// sizes, so a frame's own size is that of the image that read() returns.
struct StackInfo {
    std::filesystem::path path;
    std::string format;                    ///< e.g. "TIFF (ImageJ hyperstack)", "JPEG folder"
    int times = 0;
    int planes = 1;
    int channels = 1;                      ///< separate channels as an axis; RGB counts as one with samples = 3
    int width = 0;
    int height = 0;
    int samplesPerPixel = 1;
    base::PixelType pixelType = base::PixelType::U8;
    std::vector<std::string> planeNames;   ///< e.g. "F-15", "F0", "F15"; size planes
    int defaultPlane = 0;                  ///< the one nearest to focus 0
    std::optional<double> umPerPixel;
    CalibrationSource calibrationSource = CalibrationSource::Unknown;
    std::vector<std::optional<double>> timeHours; ///< per time index, hours; empty entries = unknown
    TimeSource timeSource = TimeSource::Unknown;
    std::vector<std::optional<int>> runNumbers;   ///< EmbryoScope RUN numbers, per time index
    std::vector<Phase> phases;             ///< from a "…_phases.csv" beside the pictures; usually empty
    std::vector<std::string> warnings;     ///< for people, e.g. "The time table has 130 rows but there are 96 images."
};

/// Whether the stack has such a frame.
inline bool contains(const StackInfo& info, const FrameIndex& index)
{
    return index.time >= 0 && index.time < info.times && index.plane >= 0 && index.plane < info.planes &&
           index.channel >= 0 && index.channel < info.channels;
}

/// A lazily read stack with axes time, focal plane, channel. Thread-safe: read() may be called from any thread.
class ImageStack {
public:
    virtual ~ImageStack() = default;
    virtual const StackInfo& info() const = 0;
    /// Decodes one frame. A broken frame is an Error here and does not spoil the others.
    virtual base::Result<base::Image> read(const FrameIndex& index) const = 0;
    /// Name of the file behind a frame (without folders), for messages and tables.
    virtual std::string frameName(const FrameIndex& index) const = 0;
};

/// Opens a folder, image file, TIFF or video by content, not by extension. Reads headers only; the decoding errors of
/// single frames appear in ImageStack::read. Errors: NotFound, PermissionDenied, InvalidArgument (a folder of several
/// recordings, a pipe), Truncated, Corrupt, Unsupported (the missing feature is named). Blocks for the file system.
base::Result<std::shared_ptr<ImageStack>> openStack(const std::filesystem::path& path);

} // namespace blastoscope::imaging
