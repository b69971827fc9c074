// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::dataset {

/// Which embryos are held out: those named, or about a share of the frames when none is named.
struct SplitOptions {
    std::vector<std::string> validation;
    double validationShare = 0.2; ///< of the frames, [0, 1)
    std::uint64_t seed = 1;       ///< of the choice of embryos
};

/// For the embryo of every frame, whether it is held out. All frames of an embryo fall on one side; with a share and at
/// least two embryos both sides get one. Fails with InvalidArgument when a named embryo does not exist (the message
/// lists those that do) or nothing would be left for training.
base::Result<std::vector<bool>> splitByEmbryo(const std::vector<std::string>& embryoOfFrame,
                                              const SplitOptions& options);

} // namespace blastoscope::dataset
