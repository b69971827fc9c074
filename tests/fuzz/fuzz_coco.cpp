// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "core/formats/coco.h"
#include "core/formats/coco_annotation.h"
#include "tests/fuzz/harness.h"

using namespace blastoscope;
using blastoscope::tests::require;

namespace {

bool isSmall(const formats::CocoDataset& dataset)
{
    std::int64_t pixels = 0;
    for (const formats::CocoImage& image : dataset.images)
        pixels += std::int64_t(image.width) * image.height;
    return pixels <= 1 << 20 && dataset.annotations.size() <= 64;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto dataset = formats::parseCocoDataset(text, "input.json");
    if (!dataset)
        return 0;
    const std::string written = formats::toCocoText(*dataset);
    const auto again = formats::parseCocoDataset(written, "written.json");
    require(again.has_value(), "what is written can be read");
    require(formats::toCocoText(*again) == written, "what is written is read as it was");
    if (!isSmall(*dataset))
        return 0;
    formats::toCocoText(*dataset, formats::MaskForm::Polygons);
    if (const auto frames = formats::fromCoco(*dataset)) {
        const auto through = formats::parseCocoDataset(formats::toCocoText(formats::toCoco(*frames)), "through.json");
        require(through.has_value(), "frames can be written and read");
        require(through->annotations.size() == dataset->annotations.size(), "no annotation is lost");
    }
    return 0;
}
