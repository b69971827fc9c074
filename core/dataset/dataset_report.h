// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/object_class.h"
#include "core/dataset/generated/synthetic_origin.h"

namespace blastoscope::dataset {

/// Where a frame of a dataset comes from.
struct FrameRecord {
    std::string picture;      ///< in the dataset's folder
    std::string source;       ///< as the annotations name it
    int frameIndex = 0;
    std::string sourceSha256; ///< imaging::imageSha256 of the source's pixels
    std::string embryo;
    bool validation = false;
    int cells = 0;            ///< blastomeres that are not uncertain
    std::optional<SyntheticOrigin> synthetic; ///< nothing: a photograph
    int repetition = 0;       ///< above 0: the frame is there already, so that the shares are as wanted
};

/// One side of the split.
struct SplitCounts {
    int frames = 0;
    int embryos = 0;
    std::array<int, base::kObjectClassNames.size()> objects{}; ///< per class, uncertain ones left out
    int uncertain = 0;
    int synthetic = 0; ///< of the frames
    int repeated = 0;  ///< of the frames
};

/// Blastomeres, or what is counted in their place, with an equivalent diameter of [from, to) px.
struct SizeBin {
    int from = 0;
    int to = 0;
    int count = 0;
};

/// What was built, and what should make one think twice.
struct DatasetReport {
    std::vector<FrameRecord> frames;
    std::string ownName; ///< annotation::sharedNameOf() all frames, e.g. "nucleus"; empty for blastomeres
    SplitCounts train;
    SplitCounts validation;
    std::vector<SizeBin> sizes;
    bool exhaustive = true;
    int notReviewed = 0; ///< frames left out because nobody accepted them
    int empty = 0;       ///< frames left out because nothing is annotated and nobody accepted them
    std::vector<std::string> warnings;
    std::string dataSha256; ///< of data.safetensors: names the dataset
};

/// Several lines for people.
std::string toText(const DatasetReport& report);
/// What dataset.json holds.
nlohmann::ordered_json toJson(const DatasetReport& report);

} // namespace blastoscope::dataset
