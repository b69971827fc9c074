// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/image.h"

namespace cv {
class Mat;
}

namespace blastoscope::imaging {

/// Copies an OpenCV image of 8 or 16 bit with 1, 3 (BGR) or 4 (BGRA) channels; the result is grey or RGB.
/// Errors: Unsupported for any other matrix. Throws std::bad_alloc only.
base::Result<base::Image> imageFromMat(const cv::Mat& mat);

} // namespace blastoscope::imaging
