// SPDX-License-Identifier: Apache-2.0
// Run-length masks: byte 0 text or counts, bytes 1 and 2 width and height, then the text or 16-bit counts.
#include <string_view>
#include <vector>

#include "core/masks/contour.h"
#include "core/masks/rle_mask.h"
#include "tests/fuzz/harness.h"

using namespace blastoscope;
using blastoscope::tests::require;

namespace {

base::Result<masks::RleMask> parse(const std::uint8_t* data, std::size_t size)
{
    const int width = data[1];
    const int height = data[2];
    if (data[0] % 2 == 0)
        return masks::RleMask::fromString(width, height, {reinterpret_cast<const char*>(data + 3), size - 3});
    std::vector<std::uint32_t> counts;
    for (std::size_t i = 3; i + 1 < size; i += 2)
        counts.push_back(std::uint32_t(data[i] << 8 | data[i + 1]));
    return masks::RleMask::fromCounts(width, height, counts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 3)
        return 0;
    const auto mask = parse(data, size);
    if (!mask)
        return 0;
    const auto again = masks::RleMask::fromString(mask->width(), mask->height(), mask->toString());
    require(again && *again == *mask, "text and mask say the same");
    const masks::Bitmap bitmap = mask->toBitmap();
    require(masks::RleMask(bitmap) == *mask, "the form is canonical");
    std::int64_t set = 0;
    for (const auto pixel : bitmap.pixels)
        set += pixel;
    require(set == mask->area(), "the area is the number of pixels");
    double traced = 0;
    for (const masks::Outline& outline : masks::traceOutlines(*mask))
        traced += masks::signedArea(outline.points);
    require(traced == double(set), "outlines enclose the pixels");
    require(masks::subtracted(*mask, *mask).isEmpty(), "nothing is left without itself");
    return 0;
}
