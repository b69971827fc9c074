// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace blastoscope::nn {

/// How many threads LibTorch's operators and the BLAS library behind them use in this process; at least 1. OpenBLAS
/// keeps a pool of its own that LibTorch does not know of and whose idle threads spin: on a busy machine that costs
/// more than all the rest, so its pool is set as well where that library is in use.
void setComputeThreads(int threads);

} // namespace blastoscope::nn
