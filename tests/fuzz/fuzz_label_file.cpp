// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/imaging/label_image.h"
#include "tests/fuzz/harness.h"
#include "tests/fuzz/scratch_file.h"

using namespace blastoscope;
using blastoscope::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = imaging::LabelFileReader::open(tests::scratchFile(data, size));
    if (!file)
        return 0;
    require((*file)->pageCount() > 0, "a label file has a page");
    (*file)->description();
    for (std::size_t i = 0; i < std::min<std::size_t>((*file)->pageCount(), 4); ++i)
        if (const auto page = (*file)->read(i))
            require(page->labels.size() == std::size_t(page->width) * std::size_t(page->height),
                    "all pixels are there");
    return 0;
}
