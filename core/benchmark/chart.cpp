// SPDX-License-Identifier: Apache-2.0
#include "core/benchmark/chart.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace blastoscope::benchmark {
namespace {

constexpr int kLabels = 240; ///< width of the column with the names, px
constexpr int kPanel = 260;  ///< width of a panel with its margins
constexpr int kMargin = 24;
constexpr int kRow = 34;
constexpr int kTop = 44;
constexpr int kBottom = 40;
const cv::Scalar kInk(40, 40, 40), kGrey(190, 190, 190), kDot(200, 140, 60), kMean(40, 60, 190);

void write(cv::Mat& picture, const std::string& text, cv::Point at, const cv::Scalar& colour = kInk)
{
    cv::putText(picture, text, at, cv::FONT_HERSHEY_SIMPLEX, 0.42, colour, 1, cv::LINE_AA);
}

/// OpenCV's fonts know ASCII only.
std::string ascii(const std::string& text)
{
    std::string plain;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            plain += c;
        else if (byte >= 0xC0)
            plain += '?';
    }
    return plain;
}

/// Values of one metric between the edges of its panel.
struct Axis {
    double low = 0, high = 1;
    int left = 0;

    int at(double value) const
    {
        const double share = (value - low) / (high - low);
        return left + kMargin + int(std::lround(share * (kPanel - 2 * kMargin)));
    }
};

Axis axisOf(const std::vector<RunResult>& results, const std::string& metric, int left)
{
    Axis axis{1e9, -1e9, left};
    for (const RunResult& result : results) {
        if (!result.metrics.contains(metric))
            continue;
        axis.low = std::min(axis.low, result.metrics.at(metric));
        axis.high = std::max(axis.high, result.metrics.at(metric));
    }
    if (axis.low > axis.high)
        return {0, 1, left};
    const double room = std::max(0.005, 0.08 * (axis.high - axis.low));
    axis.low -= room;
    axis.high += room;
    return axis;
}

void drawAxis(cv::Mat& picture, const Axis& axis, const std::string& label, int bottom)
{
    write(picture, ascii(label), {axis.left + kMargin, 24});
    for (int tick = 0; tick <= 2; ++tick) {
        const double value = axis.low + (axis.high - axis.low) * tick / 2;
        const int x = axis.at(value);
        cv::line(picture, {x, kTop - 8}, {x, bottom}, kGrey, 1);
        char text[32];
        std::snprintf(text, sizeof text, "%.1f", 100 * value);
        write(picture, text, {x - 14, bottom + 18});
    }
}

void drawSetting(cv::Mat& picture, const Axis& axis, const std::vector<RunResult>& results, const std::string& setting,
                 const std::string& metric, int y)
{
    for (const RunResult& result : results)
        if (result.setting == setting && result.metrics.contains(metric))
            cv::circle(picture, {axis.at(result.metrics.at(metric)), y}, 3, kDot, cv::FILLED, cv::LINE_AA);
    const Spread spread = metricOf(results, setting, metric);
    if (spread.count == 0)
        return;
    const int mean = axis.at(spread.mean);
    cv::line(picture, {axis.at(spread.mean - spread.deviation), y}, {axis.at(spread.mean + spread.deviation), y}, kMean,
             1);
    cv::line(picture, {mean, y - 7}, {mean, y + 7}, kMean, 2);
}

cv::Mat drawn(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results)
{
    const int bottom = kTop + kRow * int(recipe.settings.size());
    cv::Mat picture(bottom + kBottom, kLabels + kPanel * int(recipe.metrics.size()), CV_8UC3, cv::Scalar::all(255));
    const auto rowOf = [](std::size_t setting) { return kTop + kRow * int(setting) + kRow / 2; };
    for (std::size_t s = 0; s < recipe.settings.size(); ++s)
        write(picture, ascii(recipe.settings[s].label), {10, rowOf(s) + 4});
    for (std::size_t m = 0; m < recipe.metrics.size(); ++m) {
        const Metric& metric = recipe.metrics[m];
        const Axis axis = axisOf(results, metric.key, kLabels + kPanel * int(m));
        drawAxis(picture, axis, metric.label, bottom);
        for (std::size_t s = 0; s < recipe.settings.size(); ++s)
            drawSetting(picture, axis, results, recipe.settings[s].name, metric.key, rowOf(s));
    }
    return picture;
}

} // namespace

base::Status writeChart(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results,
                        const std::filesystem::path& file)
{
    try {
        if (cv::imwrite(file.string(), drawn(recipe, results)))
            return {};
        return base::fail(base::ErrorCode::Io, "Cannot write " + file.filename().string() + ".");
    } catch (const cv::Exception& exception) {
        return base::fail(base::ErrorCode::Io, "Cannot write " + file.filename().string() + ".", exception.what());
    }
}

} // namespace blastoscope::benchmark
