// SPDX-License-Identifier: Apache-2.0
// Adaptive discriminator augmentation (Karras et al. 2020, "Training generative adversarial networks with limited
// data", appendix B).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// An affine map of the plane in pixels from the picture's middle, from where a pixel lands to where it comes from:
/// (x, y) -> (m[0] x + m[1] y + m[2], m[3] x + m[4] y + m[5]).
using PictureAffine = std::array<double, 6>;

/// What happens to the colours of one picture: out = matrix * in + offset. Grey pictures use matrix[0] and offset[0].
struct ColourMap {
    std::array<double, 9> matrix = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    std::array<double, 3> offset = {0, 0, 0};
    bool isIdentity() const;
};

/// One random choice of everything that may happen to a picture.
struct PictureDisturbance {
    PictureAffine affine = {1, 0, 0, 0, 1, 0};
    ColourMap colour;
    bool movesPixels() const;
};

/// Draws from the set "bgc" at strength `p` in [0, 1]: flip, quarter turns, whole-pixel shift; scale, rotation,
/// stretch, shift; brightness, contrast, inversion and, for three channels, hue and saturation. Each happens with
/// probability p. A function of its arguments; p = 0 gives identities.
std::vector<PictureDisturbance> drawDisturbances(std::int64_t pictures, int channels, int side, double p,
                                                 std::uint64_t seed);

/// Applies them: [N, 1 or 3, S, S] -> the same shape, differentiable twice. Pixels are interpolated bicubically, beyond
/// the edge the picture is mirrored; turns by 90 degrees, flips and whole-pixel shifts are exact up to rounding, and a
/// picture that does not move keeps its pixels bit for bit. Throws c10::Error on shapes that do not fit.
torch::Tensor disturb(const torch::Tensor& pictures, const std::vector<PictureDisturbance>& disturbances);

/// Samples x [N, C, H, W] at grid [N, H', W', 2] (LibTorch's grid_sample: bicubic, mirrored, corners not aligned).
/// Linear in x; differentiable in x as often as one likes, not in the grid. (LibTorch's own backward of it has no
/// derivative.)
torch::Tensor warpPictures(const torch::Tensor& x, const torch::Tensor& grid);

/// The strength that keeps the discriminator from learning the training pictures by heart.
struct AdaptiveStrength {
    double target = 0.6;          ///< of the mean sign of its scores for real pictures
    double picturesToFull = 5e5;  ///< from p = 0 to 1 at the fastest
    /// The next p after `pictures` real ones whose mean sign was `meanSign`; >= 0, <= 1.
    double next(double p, double meanSign, std::int64_t pictures) const;
};

} // namespace blastoscope::nn
