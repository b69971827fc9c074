// SPDX-License-Identifier: Apache-2.0
// For .cpp files only, as core/nn/torch_wall.h.
#pragma once

#include <utility>

#include "core/base/error.h"
#include "core/nn/torch_wall.h"

namespace blastoscope::inference {

/// nn::guarded for work that returns a base::Result itself: what LibTorch or a lack of memory throws becomes its error.
template<typename Work>
auto guardedResult(const char* what, const Work& work) -> decltype(work())
{
    auto result = nn::guarded(what, work);
    if (!result)
        return tl::unexpected(result.error());
    return std::move(*result);
}

} // namespace blastoscope::inference
