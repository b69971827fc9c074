// SPDX-License-Identifier: Apache-2.0
// The page index of a TIFF and the layout that its metadata announce; small first frames are decoded, too.
#include "core/imaging/image_stack.h"
#include "core/imaging/tiff_directory.h"
#include "core/imaging/tiff_stack.h"
#include "tests/fuzz/harness.h"
#include "tests/fuzz/scratch_file.h"

using namespace blastoscope;
using blastoscope::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto& path = tests::scratchFile(data, size);
    const auto directory = imaging::scanTiffDirectory(path);
    if (!directory)
        return 0;
    require(!directory->pages.empty(), "a TIFF has a page");
    for (const imaging::TiffPage& page : directory->pages)
        require(page.offset < size, "pages lie inside the file");
    const auto stack = imaging::openTiffStack(path);
    if (!stack)
        return 0;
    const imaging::StackInfo& info = (*stack)->info();
    require(info.times > 0 && info.planes > 0 && info.channels > 0, "axes are not empty");
    require(info.timeHours.size() == std::size_t(info.times), "every frame has a time entry");
    if (std::int64_t(info.width) * info.height > 1 << 16)
        return 0;
    const auto image = (*stack)->read({});
    if (image)
        require(image->bytes.size() == image->rowBytes() * std::size_t(image->height), "a frame has all its pixels");
    return 0;
}
