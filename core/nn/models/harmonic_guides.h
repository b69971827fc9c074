// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// How far apart two objects are in the embedding.
enum class GuideMetric { SquaredL2, L1 };

struct GuideOptions {
    int count = 12;      ///< N, the dimensions of the embedding
    double lowest = 0;   ///< of the wave numbers that the guides start with, radians per side of the frame
    double highest = 50; ///< the mean over a disc of diameter d vanishes near 7.7 sides / d; half of that is enough
    GuideMetric metric = GuideMetric::SquaredL2;
    double margin = 0.5; ///< epsilon: objects nearer than this are taken for one
};

/// The guide functions of harmonic embeddings (Kulikov and Lempitsky 2020, eq. 1 to 4): sine waves over the frame of
/// the network's input. What an object is to be embedded as is the mean of the waves over its pixels; fitting moves
/// waves so that no two objects of a picture come near each other. Keys: wave [N, 2] (along x, along y; radians per
/// side), phase [N].
class HarmonicGuidesImpl : public torch::nn::Module {
public:
    explicit HarmonicGuidesImpl(const GuideOptions& options);

    /// The waves at a resolution, [N, height, width] in [-1, 1]; the first and last pixel lie on the frame's edges,
    /// whatever the resolution.
    torch::Tensor maps(std::int64_t height, std::int64_t width) const;

    /// The waves at positions of which each is moved by `displacement` [B, 2, H, W] (along x, along y; sides of the
    /// frame): [B, N, H, W]. Differentiable.
    torch::Tensor displacedMaps(const torch::Tensor& displacement) const;

    /// Embeddings of the objects of one label map [H, W] int64 (LabelBatch): [n, N] in ascending order of their labels;
    /// with `background` that of label 0 as well.
    torch::Tensor embeddings(const torch::Tensor& labels, bool background) const;

    /// What the network is to predict, [B, N, H, W]: at every pixel the embedding of the object there, 0 at ignored
    /// ones and, without `background`, outside of objects. No gradient. `labels` [B, H, W].
    torch::Tensor targets(const torch::Tensor& labels, bool background) const;

    /// Eq. 4: mean over the pairs of objects of max(0, margin - distance), averaged over the pictures with two objects
    /// or more; 0 when there is none. `labels` [B, H, W].
    torch::Tensor separationLoss(const torch::Tensor& labels, bool background) const;

    /// Pairs of objects in one picture, and how many of them are nearer than the margin.
    struct Violations {
        std::int64_t pairs = 0;
        std::int64_t tooNear = 0;
        double rate() const { return pairs ? double(tooNear) / double(pairs) : 0; }
    };
    Violations violations(const torch::Tensor& labels, bool background) const;

    GuideOptions options;
    torch::Tensor wave, phase;

private:
    /// Arguments of the sines, [N, height, width].
    torch::Tensor arguments(std::int64_t height, std::int64_t width) const;

    struct Means {
        torch::Tensor values;  ///< [labels + 1, N]: of the ignored pixels, of the background, of the objects
        torch::Tensor present; ///< [labels + 1] bool
    };
    Means means(const torch::Tensor& labels) const;
    /// Distances of all pairs of rows, [n (n - 1) / 2].
    torch::Tensor pairDistances(const torch::Tensor& embeddings) const;
};
TORCH_MODULE(HarmonicGuides);

nlohmann::json toJson(const GuideOptions& options);

/// Absent keys keep their defaults; an unknown key, a wrong type or an impossible value is Incompatible.
base::Result<GuideOptions> guideOptionsFromJson(const nlohmann::json& json);

} // namespace blastoscope::nn
