// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/formats/annotated_frame.h"

namespace blastoscope::formats {

/// A stack that imported frames may belong to.
struct ImportTarget {
    std::string name; ///< of its file or folder, without folders above
    std::string embryoId;
    int width = 0;
    int height = 0;
    std::vector<std::vector<std::string>> pictures; ///< per time index: the file names of its planes
};

/// How a frame found its place.
enum class MatchedBy {
    EmbryoId, ///< and frame number, as our own exports without names have them
    Name,     ///< of the picture, with or without its ending
    Number,   ///< that a picture without a name of its own has in our exports: "00041"
    Order,    ///< of the frames in the files
};

/// The place of one imported frame.
struct FrameMatch {
    std::size_t source = 0; ///< index among the imported frames
    std::size_t target = 0;
    int time = 0;
    MatchedBy by = MatchedBy::Name;
    bool operator==(const FrameMatch&) const = default;
};

/// What counts where names are not enough.
struct MatchOptions {
    std::size_t preferred = 0; ///< the target that is meant where names say nothing, or fit several
    bool byOrder = true;       ///< where not a single frame is known by name
};

/// Finds the frame of a stack that each imported frame belongs to. A name that fits several stacks means the one whose
/// name stands in its path, else the preferred one; the name of a file that holds all frames (a TIFF stack, a video)
/// needs the frame number. Frames without a place are not in the result. Several may have the same place.
std::vector<FrameMatch> matchFrames(std::span<const AnnotatedFrame> frames, std::span<const ImportTarget> targets,
                                    const MatchOptions& options);

} // namespace blastoscope::formats
