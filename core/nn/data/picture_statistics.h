// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace blastoscope::nn {

/// What a picture looks like from afar: measured on the picture shrunk to 128 px on its longer side, with its 1st
/// percentile at 0 and its 99th at 1. Neither the units of the pixels nor the size of the picture change it much.
struct PictureStatistics {
    double brightness = 0; ///< mean; low for bright objects on a dark ground
    double spread = 0;     ///< standard deviation
    double detail = 0;     ///< mean difference of neighbouring pixels / spread
    double skewness = 0;   ///< third central moment / spread cubed; high for few bright objects on a dark ground
};

/// Of a width x height picture, row-major, finite values, any units. A picture of one grey value has a spread, a
/// detail and a skewness of 0. Thread-safe.
PictureStatistics statisticsOf(std::span<const float> pixels, int width, int height);

/// One respect in which a picture lies outside of a range of looks.
struct LookDeviation {
    const char* respect = ""; ///< "brightness", "spread", "detail" or "skewness": a value of PictureStatistics
    double value = 0;         ///< of the picture
    double low = 0;           ///< of the range
    double high = 0;
};

/// The range of looks among the pictures that a model was trained on, kept in its weight file ("training_pictures").
class TrainingLook {
public:
    /// From the smallest to the largest of each value, widened by a tenth of that distance on either side; none for
    /// less than eight pictures, which say too little.
    static std::optional<TrainingLook> of(const std::vector<PictureStatistics>& pictures);
    /// In what a picture looks unlike every training picture; empty for one that looks like them.
    std::vector<LookDeviation> deviations(const PictureStatistics& picture) const;
    /// False for a picture that looks unlike every training picture in at least one respect.
    bool contains(const PictureStatistics& picture) const;
    /// Both ranges in one.
    TrainingLook unitedWith(const TrainingLook& other) const;

    nlohmann::json toJson() const;
    /// Without a skewness, as files had it before there was one, nothing is unlike in that. Throws
    /// nlohmann::json::exception for anything else that toJson() did not write.
    static TrainingLook fromJson(const nlohmann::json& json);

private:
    PictureStatistics m_low;
    PictureStatistics m_high;
};

} // namespace blastoscope::nn
