// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "core/formats/labelme_reader.h"
#include "core/formats/labelme_writer.h"
#include "core/formats/picture_folder.h"
#include "tests/fuzz/harness.h"

using namespace blastoscope;
using blastoscope::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const formats::PictureFolder pictures;
    formats::ExchangeReport report;
    const formats::ImportContext context{pictures, report};
    const auto foreign = formats::parseLabelme({reinterpret_cast<const char*>(data), size}, "input.json", context);
    if (!foreign)
        return 0;
    const auto& frame = foreign->frame.annotation;
    for (const auto& instance : frame.instances)
        require(instance.amodal.width() == frame.width && instance.amodal.height() == frame.height &&
                    !instance.amodal.isEmpty(),
                "silhouettes are on the canvas");
    if (std::int64_t(frame.width) * frame.height > 1 << 16 || frame.instances.size() > 16)
        return 0;
    const auto written = formats::toLabelmeText(foreign->frame, "written.json", report);
    require(written.has_value(), "what was read can be written");
    const auto again = formats::parseLabelme(*written, "written.json", context);
    require(again.has_value(), "what was written can be read");
    require(again->frame.annotation.instances.size() == frame.instances.size(), "no object is lost");
    for (std::size_t i = 0; i < frame.instances.size(); ++i)
        require(again->frame.annotation.instances[i].amodal == frame.instances[i].amodal, "no pixel is lost");
    return 0;
}
