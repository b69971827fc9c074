// SPDX-License-Identifier: Apache-2.0
#include "core/inference/gray_frame.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/nn/data/preprocess.h"

namespace blastoscope::inference {

namespace {

constexpr std::size_t kLooked = 100'000; ///< pixels that tell the range of a frame, about
constexpr double kTail = 0.01;           ///< share of the pixels on either side that may be outliers
constexpr float kReach = 2;              ///< how many widths of the range count as near

/// The value below which that share of `values` lies; reorders them.
float quantile(std::vector<float>& values, double share)
{
    const auto at = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

std::vector<float> finiteGray(const base::Image& image)
{
    std::vector<float> pixels = base::toGrayFloats(image);
    const auto isNumber = [](float value) { return std::isfinite(value); };
    if (std::all_of(pixels.begin(), pixels.end(), isNumber))
        return pixels;
    std::vector<float> numbers;
    std::copy_if(pixels.begin(), pixels.end(), std::back_inserter(numbers), isNumber);
    const float middle = numbers.empty() ? 0 : quantile(numbers, 0.5);
    std::replace_if(pixels.begin(), pixels.end(), [&](float value) { return !isNumber(value); }, middle);
    return pixels;
}

void clipOutliers(std::vector<float>& pixels)
{
    std::vector<float> looked;
    for (std::size_t i = 0, step = pixels.size() / kLooked + 1; i < pixels.size(); i += step)
        looked.push_back(pixels[i]);
    if (looked.empty())
        return;
    const float low = quantile(looked, kTail), high = quantile(looked, 1 - kTail);
    const float reach = kReach * (high - low);
    if (reach <= 0)
        return;
    for (float& value : pixels)
        value = std::clamp(value, low - reach, high + reach);
}

NetworkInput seenThrough(const GrayFrame& frame, const CropTransform& view)
{
    NetworkInput input{
        view.width(), view.height(),
        nn::resampleWindow(frame.pixels, frame.width, frame.height, view.window(), view.width(), view.height())};
    nn::standardise(input.pixels);
    return input;
}

} // namespace blastoscope::inference
