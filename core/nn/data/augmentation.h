// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"
#include "core/nn/data/training_sample.h"

namespace blastoscope::nn {

/// How a window of a sample is chosen and disturbed. Extents are relative to the clump's longer side.
struct AugmentationOptions {
    double minFieldOfView = 1.45; ///< window side / clump extent
    double maxFieldOfView = 2.1;
    double maxShift = 0.1;       ///< of the window's centre, either axis, / clump extent
    bool flips = true;
    bool quarterTurns = true;
    double gamma = 0.3;          ///< exponent e^U(-gamma, gamma)
    double maxBlur = 0.9;        ///< Gaussian sigma, output pixels; half of the pictures
    double maxNoise = 0.03;      ///< standard deviation of the noise, full scale = 1; half of the pictures
    double contrast = 0.15;      ///< after standardisation: gain 1 +- contrast
    double brightness = 0.05;    ///< after standardisation: offset +- brightness
    double illumination = 0;     ///< a ramp in a random direction makes one side up to this share brighter, one darker
    int minimumArea = 20;        ///< output pixels; smaller objects are ignored
    double minimumInside = 0.35; ///< objects with less of their area inside the window are ignored
};

/// An object of a window, dense.
struct WindowInstance {
    int label = 1;
    bool ignore = false;
    std::vector<std::uint8_t> amodal;  ///< size * size
    std::vector<std::uint8_t> visible; ///< size * size
    bool visibleKnown = true;
    base::Box box;                     ///< of the amodal mask, window pixels
    int id = 0;                        ///< as in SampleInstance
};

/// A training picture: size x size, standardised, with its truth.
struct WindowSample {
    int size = 0;
    std::vector<float> image;
    std::vector<WindowInstance> instances;
    bool exhaustive = true;             ///< as in TrainingSample
    std::vector<SampleDepthPair> order; ///< as in TrainingSample
};

/// The window that inference would use: `fieldOfView` times the clump around its centre (the whole canvas when there is
/// no clump), nothing disturbed.
WindowSample plainWindow(const TrainingSample& sample, int size, double fieldOfView);

/// A random window, turned, flipped and disturbed as the options say. A function of its arguments alone.
WindowSample augmentedWindow(const TrainingSample& sample, int size, const AugmentationOptions& options,
                             base::Random random);

/// Gamma, illumination, blur and noise as above on a picture with values in [0, 1], in place.
void disturb(std::vector<float>& pixels, int width, int height, const AugmentationOptions& options,
             base::Random& random);

} // namespace blastoscope::nn
