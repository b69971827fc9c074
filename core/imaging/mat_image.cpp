// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/mat_image.h"

#include <cstring>

#include <opencv2/core.hpp>

namespace blastoscope::imaging {
namespace {

template<typename T>
void copyRows(const cv::Mat& mat, base::Image& image)
{
    const int stride = mat.channels();
    for (int y = 0; y < image.height; ++y) {
        const T* in = mat.ptr<T>(y);
        T* out = image.row<T>(y);
        if (image.channels == 1) {
            std::memcpy(out, in, image.rowBytes());
            continue;
        }
        for (int x = 0; x < image.width; ++x, in += stride, out += 3) {
            out[0] = in[2];
            out[1] = in[1];
            out[2] = in[0];
        }
    }
}

} // namespace

base::Result<base::Image> imageFromMat(const cv::Mat& mat)
{
    const int channels = mat.channels();
    const int depth = mat.depth();
    if ((depth != CV_8U && depth != CV_16U) || (channels != 1 && channels != 3 && channels != 4))
        return base::fail(base::ErrorCode::Unsupported, "The picture has a pixel type that is not read here (OpenCV "
                                                        "type " +
                                                            std::to_string(mat.type()) + ").");
    const base::PixelType type = depth == CV_8U ? base::PixelType::U8 : base::PixelType::U16;
    base::Image image(mat.cols, mat.rows, channels == 1 ? 1 : 3, type);
    if (type == base::PixelType::U8)
        copyRows<std::uint8_t>(mat, image);
    else
        copyRows<std::uint16_t>(mat, image);
    return image;
}

} // namespace blastoscope::imaging
