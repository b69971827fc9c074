// SPDX-License-Identifier: Apache-2.0
// From a generator's feature maps to a class for every pixel (DatasetGAN, Zhang et al. 2021, sec. 3).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/nn/gan/style_generator.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Which maps describe a pixel. At 256 px and the paper's width: All13 every convolution (4480 numbers), All14 the
/// learned start as well (4992), LastPerBlock the last convolution at each resolution (2496).
enum class FeatureTaps { All13, All14, LastPerBlock };

std::string nameOf(FeatureTaps taps);
/// Fails with InvalidArgument for another name than "all13", "all14", "last_per_block".
base::Result<FeatureTaps> featureTapsFrom(const std::string& name);

/// The tapped maps of one picture and the picture itself.
struct StyledPicture {
    torch::Tensor picture;            ///< [channels, S, S], about [-1, 1]
    std::vector<torch::Tensor> maps;  ///< [1, C, h, w], each at its own resolution
};

/// Runs the synthesis on one picture's styles [1, L, W] with fixed noise and without gradients.
StyledPicture styledPicture(StyleGenerator& generator, const torch::Tensor& ws, FeatureTaps taps);

/// Features of single pixels of a side x side picture: `pixels` [P] int64, row-major numbers -> [P, sum of C]. Equal to
/// enlarging every map bilinearly to side x side and reading there, without ever holding the enlarged maps.
torch::Tensor gatherPixels(const std::vector<torch::Tensor>& maps, const torch::Tensor& pixels, std::int64_t side);

/// Label of pixels that take no part.
inline constexpr int kUnlabelled = 255;

struct PixelEnsembleOptions {
    int features = 1;              ///< numbers per pixel
    int classes = 2;               ///< 2..254; class 0 is the background
    std::vector<int> hidden = {256, 128};
    int classifiers = 10;
};

/// A number of small classifiers of the same kind, each linear, ReLU, batch normalisation, ..., linear. Keys
/// classifiers.N.linearK.*, classifiers.N.normK.*.
class PixelEnsembleImpl : public torch::nn::Module {
public:
    explicit PixelEnsembleImpl(const PixelEnsembleOptions& options);
    /// [P, features] -> [P, classes] of one classifier; batch statistics in training mode.
    torch::Tensor logits(std::size_t classifier, const torch::Tensor& features);
    /// A new random start for one classifier, from LibTorch's generator.
    void restart(std::size_t classifier);
    torch::nn::Module& classifier(std::size_t index) { return *m_classifiers[index]; }

    PixelEnsembleOptions options;

private:
    torch::nn::ModuleList m_classifiers;
};
TORCH_MODULE(PixelEnsemble);

/// Labelled pixels of several pictures.
struct LabelledPixels {
    torch::Tensor features; ///< [P, features]; half precision is enough
    torch::Tensor labels;   ///< [P] int64
};

/// At most `count` labelled pixels of a picture, drawn at random by `seed`; `labels` [S, S] uint8.
LabelledPixels samplePixels(const StyledPicture& picture, const torch::Tensor& labels, std::int64_t count,
                            std::uint64_t seed);

struct InterpreterTraining {
    int batch = 4096;           ///< pixels
    double learningRate = 1e-3;
    int epochs = 100;           ///< at most
    int patience = 50;          ///< steps without a new lowest loss after which a classifier is done, from epoch 3 on
    std::uint64_t seed = 1;     ///< of classifier 0; the others have the following ones
};

/// Trains every classifier on the same pixels, from its own random start (cross-entropy, Adam). The same arguments give
/// the same weights on a CPU. A class without a pixel is never an answer afterwards. Returns the last losses. Fails
/// with Cancelled and OutOfMemory.
base::Result<std::vector<double>> trainEnsemble(PixelEnsemble& ensemble, const LabelledPixels& pixels,
                                                const InterpreterTraining& training,
                                                const base::CancellationToken& cancel,
                                                const base::ProgressCallback& onProgress);

/// What an ensemble says about a picture.
struct Interpretation {
    torch::Tensor labels;      ///< [S, S] uint8: the class that most classifiers vote for, the lowest of equally many
    torch::Tensor uncertainty; ///< [S, S] float: Jensen-Shannon divergence of the classifiers' answers, in nats
    double score = 0;          ///< of the picture: mean of the most uncertain tenth of its pixels
};

Interpretation interpret(PixelEnsemble& ensemble, const StyledPicture& picture);

/// Votes and divergence from the answers of all classifiers, logits [classifiers, P, classes].
/// -> labels [P] int64, divergence [P].
std::pair<torch::Tensor, torch::Tensor> vote(const torch::Tensor& logits);

/// Mean of the largest tenth (at least one) of the values.
double meanOfLargestTenth(const torch::Tensor& values);

/// Positions of those that stay when the share `drop` (0..1) with the highest scores goes, in their old order.
std::vector<std::size_t> withoutMostUncertain(const std::vector<double>& scores, double drop);

} // namespace blastoscope::nn
