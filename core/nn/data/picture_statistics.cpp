// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/picture_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/nn/data/preprocess.h"

namespace blastoscope::nn {
namespace {

constexpr int kLongerSide = 128;
constexpr std::size_t kFewestPictures = 8;
constexpr double kWidening = 0.1;

struct Respect {
    const char* key;
    double PictureStatistics::*value;
};
constexpr Respect kRespects[] = {{"brightness", &PictureStatistics::brightness},
                                 {"spread", &PictureStatistics::spread},
                                 {"detail", &PictureStatistics::detail},
                                 {"skewness", &PictureStatistics::skewness}};

/// 1st percentile at 0, 99th at 1, nothing beyond; all 0 where these two are equal.
void normalise(std::vector<float>& pixels)
{
    std::vector<float> sorted = pixels;
    const auto percentile = [&](double share) {
        const auto at = sorted.begin() + std::ptrdiff_t(share * double(sorted.size() - 1));
        std::nth_element(sorted.begin(), at, sorted.end());
        return *at;
    };
    const float low = percentile(0.01), high = percentile(0.99);
    for (float& value : pixels)
        value = high > low ? std::clamp((value - low) / (high - low), 0.0F, 1.0F) : 0.0F;
}

double meanStep(const std::vector<float>& pixels, int width, int height)
{
    double sum = 0;
    for (int y = 1; y < height; ++y) {
        for (int x = 1; x < width; ++x) {
            const float here = pixels[std::size_t(y) * width + x];
            sum += std::abs(here - pixels[std::size_t(y) * width + x - 1]) +
                   std::abs(here - pixels[std::size_t(y - 1) * width + x]);
        }
    }
    return sum / (2.0 * std::max(1, (width - 1) * (height - 1)));
}

} // namespace

PictureStatistics statisticsOf(std::span<const float> pixels, int width, int height)
{
    const double shrink = double(kLongerSide) / std::max(width, height);
    const int outWidth = std::max(1, int(std::lround(width * shrink)));
    const int outHeight = std::max(1, int(std::lround(height * shrink)));
    std::vector<float> small =
        resampleWindow(pixels, width, height, {0, 0, double(width), double(height)}, outWidth, outHeight);
    normalise(small);
    PictureStatistics statistics;
    for (const float value : small)
        statistics.brightness += double(value) / double(small.size());
    for (const float value : small)
        statistics.spread += std::pow(double(value) - statistics.brightness, 2) / double(small.size());
    statistics.spread = std::sqrt(statistics.spread);
    if (statistics.spread <= 0)
        return statistics;
    statistics.detail = meanStep(small, outWidth, outHeight) / statistics.spread;
    for (const float value : small)
        statistics.skewness +=
            std::pow((double(value) - statistics.brightness) / statistics.spread, 3) / double(small.size());
    return statistics;
}

std::optional<TrainingLook> TrainingLook::of(const std::vector<PictureStatistics>& pictures)
{
    if (pictures.size() < kFewestPictures)
        return std::nullopt;
    TrainingLook look;
    for (const auto& [key, value] : kRespects) {
        const auto [low, high] = std::minmax_element(
            pictures.begin(), pictures.end(),
            [value = value](const auto& a, const auto& b) { return a.*value < b.*value; });
        const double margin = kWidening * ((*high).*value - (*low).*value);
        look.m_low.*value = (*low).*value - margin;
        look.m_high.*value = (*high).*value + margin;
    }
    return look;
}

std::vector<LookDeviation> TrainingLook::deviations(const PictureStatistics& picture) const
{
    std::vector<LookDeviation> deviations;
    for (const auto& [key, value] : kRespects) {
        if (picture.*value < m_low.*value || picture.*value > m_high.*value)
            deviations.push_back({key, picture.*value, m_low.*value, m_high.*value});
    }
    return deviations;
}

bool TrainingLook::contains(const PictureStatistics& picture) const
{
    return deviations(picture).empty();
}

TrainingLook TrainingLook::unitedWith(const TrainingLook& other) const
{
    TrainingLook look;
    for (const auto& [key, value] : kRespects) {
        look.m_low.*value = std::min(m_low.*value, other.m_low.*value);
        look.m_high.*value = std::max(m_high.*value, other.m_high.*value);
    }
    return look;
}

nlohmann::json TrainingLook::toJson() const
{
    nlohmann::json json;
    for (const auto& [key, value] : kRespects)
        if (std::isfinite(m_low.*value) && std::isfinite(m_high.*value))
            json[key] = {m_low.*value, m_high.*value};
    return json;
}

TrainingLook TrainingLook::fromJson(const nlohmann::json& json)
{
    TrainingLook look;
    constexpr double kAnything = std::numeric_limits<double>::infinity();
    for (const auto& [key, value] : kRespects) {
        if (value == &PictureStatistics::skewness && !json.contains(key)) {
            look.m_low.*value = -kAnything;
            look.m_high.*value = kAnything;
            continue;
        }
        look.m_low.*value = json.at(key).at(0).get<double>();
        look.m_high.*value = json.at(key).at(1).get<double>();
    }
    return look;
}

} // namespace blastoscope::nn
