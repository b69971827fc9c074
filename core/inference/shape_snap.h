// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/base/error.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::inference {

/// What a snap model says about itself.
struct ShapeSnapInfo {
    std::string name;
    std::string version;
    std::string description; ///< one line: what it is for
    std::string licence;
    std::string sha256; ///< of the weight file
};

/// Mends silhouettes: bites, over-painting, jagged strokes, slivers and specks go, what a whole cell looks like stays.
/// The network is a shape auto-encoder (Jang et al., VQ shape code, sec. 3) that was trained from damaged to whole
/// silhouettes (core/nn/models/shape_snap.h). Runs on the CPU in some milliseconds, in one piece: nothing to cancel.
/// Not thread-safe: one thread at a time; create on any thread.
class ShapeSnap {
public:
    virtual ~ShapeSnap() = default;
    virtual const ShapeSnapInfo& model() const = 0;
    /// The whole silhouette behind `damaged`, on the same canvas, in one piece and without holes. Fails with
    /// InvalidArgument for an empty mask, with Unsupported when nothing like a cell can be made of it, with OutOfMemory
    /// and with Internal.
    virtual base::Result<masks::RleMask> snap(const masks::RleMask& damaged) = 0;
};

/// Fails with the errors of reading a weight file and with Incompatible when it is no snap model or its weights do not
/// fit the architecture that it describes. Reads the whole file.
base::Result<std::unique_ptr<ShapeSnap>> loadShapeSnap(const std::filesystem::path& weights);

} // namespace blastoscope::inference
