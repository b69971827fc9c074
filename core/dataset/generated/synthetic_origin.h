// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace blastoscope::dataset {

/// What made a frame that nobody photographed and its silhouettes that nobody drew: SHA-256 of files.
struct SyntheticOrigin {
    std::string generator;
    std::string interpreter;
    std::string shapeModel; ///< empty: silhouettes were not completed
};

} // namespace blastoscope::dataset
