// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/compute_threads.h"

#include <algorithm>

#include "core/nn/torch.h"

#ifdef __unix__
#include <dlfcn.h>
#endif

namespace blastoscope::nn {

void setComputeThreads(int threads)
{
    const int count = std::max(1, threads);
    torch::set_num_threads(count);
#ifdef __unix__
    // Looked up at run time: which BLAS is behind LibTorch is the system's choice.
    using SetThreads = void (*)(int);
    if (const auto setThreads = reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads")))
        setThreads(count);
#endif
}

} // namespace blastoscope::nn
