// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/dataset/generated/synthetic_origin.h"
#include "core/formats/coco_annotation.h"

namespace blastoscope::dataset {

/// A frame that may enter a dataset. `truth.fileName` says where it comes from, `truth.embryoId` whose it is.
struct SourceFrame {
    formats::AnnotatedFrame truth;
    std::function<base::Result<base::Image>()> read; ///< called once, from the thread that builds
    std::optional<SyntheticOrigin> synthetic;        ///< nothing: a photograph
    int repetition = 0;                              ///< above 0: this frame is there already, and that on purpose
};

} // namespace blastoscope::dataset
