// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::train {

struct NearestOptions {
    std::filesystem::path generator;
    std::filesystem::path dataset; ///< folder of the pictures it was trained on
    int shown = 8;                 ///< samples in the picture, a row each
    int neighbours = 5;            ///< pictures beside each
    int measured = 200;            ///< samples, and pictures, that the medians are over; at most as many as pictures
    bool anySize = false;
    std::uint64_t seed = 1; ///< of the series of samples
    double truncation = 1;
    int threads = 1;
};

/// Whether samples are copies of what a generator was trained on. Distances are root mean squares of the differences of
/// grey values, pixel by pixel, at the generator's resolution.
struct Nearest {
    base::Image picture;        ///< rows: a sample, then the training pictures nearest to it, the nearest first
    double sampleDistance = 0;  ///< median over samples: to the nearest training picture
    double pictureDistance = 0; ///< median over training pictures: to the nearest other one
};

/// Fails as nn::readGenerator and loadGanPictures.
base::Result<Nearest> nearestPictures(const NearestOptions& options);

} // namespace blastoscope::train
