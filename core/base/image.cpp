// SPDX-License-Identifier: Apache-2.0
#include "core/base/image.h"

namespace blastoscope::base {
namespace {

template<typename T>
void convert(const Image& image, std::vector<float>& out)
{
    const int channels = image.channels;
    std::size_t k = 0;
    for (int y = 0; y < image.height; ++y) {
        const T* row = image.row<T>(y);
        for (int x = 0; x < image.width; ++x, row += channels) {
            out[k++] = channels >= 3 ? 0.299f * float(row[0]) + 0.587f * float(row[1]) + 0.114f * float(row[2])
                                     : float(row[0]);
        }
    }
}

} // namespace

std::vector<float> toGrayFloats(const Image& image)
{
    if (image.isNull())
        return {};
    std::vector<float> out(std::size_t(image.width) * std::size_t(image.height));
    switch (image.type) {
    case PixelType::U8: convert<std::uint8_t>(image, out); break;
    case PixelType::U16: convert<std::uint16_t>(image, out); break;
    case PixelType::F32: convert<float>(image, out); break;
    }
    return out;
}

} // namespace blastoscope::base
