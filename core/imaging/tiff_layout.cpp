// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_layout.h"

#include <numeric>

namespace blastoscope::imaging {

TiffLayout plainLayout(std::size_t pageCount)
{
    TiffLayout layout;
    layout.times = int(pageCount);
    layout.pages.resize(pageCount);
    std::iota(layout.pages.begin(), layout.pages.end(), 0);
    return layout;
}

} // namespace blastoscope::imaging
