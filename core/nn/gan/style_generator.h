// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/nn/gan/style_layers.h"
#include "core/nn/torch.h"
#include "core/nn/training/config_reader.h"

namespace blastoscope::nn {

/// Sizes of a StyleGAN2 generator and of the discriminator that it is trained against. The defaults are for a CPU; the
/// paper's 256 px model has channelBase 16384, channelMax 512, latentSize and styleSize 512 and 8 mapping layers.
struct StyleGanOptions {
    int resolution = 64;    ///< px, a power of two from 8 to 256
    int channels = 1;       ///< of the picture: 1 (grey) or 3 (RGB)
    int channelBase = 4096; ///< layers at r x r pixels have min(channelBase / r, channelMax) channels
    int channelMax = 128;
    int latentSize = 128;   ///< of z
    int styleSize = 128;    ///< of w
    int mappingLayers = 2;

    int blocks() const;                   ///< resolutions 4, 8, ...: 5 at 64 px
    int layerStyles() const { return 2 * blocks(); } ///< vectors w that a picture is made of: 14 at 256 px
    int channelsAt(int side) const;
};

/// The keys "resolution", "channels", "channel_base", "channel_max", "latent_size", "style_size", "mapping_layers";
/// errors stay with the reader.
StyleGanOptions readStyleGanOptions(ConfigReader& reader);
nlohmann::json toJson(const StyleGanOptions& options);

/// From latents to styles. Keys layers.N.*, buffer w_average [styleSize].
class MappingNetworkImpl : public torch::nn::Module {
public:
    explicit MappingNetworkImpl(const StyleGanOptions& options);
    /// z [N, latentSize], N(0, 1) -> w [N, styleSize]
    torch::Tensor forward(const torch::Tensor& z);
    /// Lets the mean style follow `w` (factor .995 a call); it is what truncation pulls to.
    void follow(const torch::Tensor& w);

    torch::Tensor wAverage;

private:
    torch::nn::ModuleList m_layers;
};
TORCH_MODULE(MappingNetwork);

/// From styles to a picture. Keys start [C, 4, 4], convs.N.*, pictures.N.*.
class SynthesisNetworkImpl : public torch::nn::Module {
public:
    explicit SynthesisNetworkImpl(const StyleGanOptions& options);
    /// ws [N, layerStyles, styleSize] -> [N, channels, resolution, resolution], about [-1, 1]. With `maps` also the
    /// outputs of the learned start and of every convolution, coarse first, each at its own resolution.
    torch::Tensor forward(const torch::Tensor& ws, NoiseMode noise, std::vector<torch::Tensor>* maps = nullptr);

private:
    StyleGanOptions m_options;
    torch::Tensor m_start;
    torch::nn::ModuleList m_convs, m_pictures;
};
TORCH_MODULE(SynthesisNetwork);

/// Pulls styles to the mean style: variety for quality.
struct Truncation {
    double psi = 1;  ///< 1: none, 0: the mean picture
    int layers = -1; ///< only the first (coarse) so many; -1: all
};

/// StyleGAN2 with skip connections to the picture at every resolution (Karras et al. 2020, sec. 2 and 4.1). Keys
/// mapping.*, synthesis.*.
class StyleGeneratorImpl : public torch::nn::Module {
public:
    explicit StyleGeneratorImpl(const StyleGanOptions& options);
    /// w of every layer: [N, latentSize] -> [N, layerStyles, styleSize]
    torch::Tensor styles(const torch::Tensor& z, const Truncation& truncation = {});
    /// Styles for training: the mean style follows, and with probability `mixing` the layers from a random one on get
    /// the style of another latent. Draws from LibTorch's generator.
    torch::Tensor mixedStyles(const torch::Tensor& z, double mixing);
    torch::Tensor forward(const torch::Tensor& z, NoiseMode noise, const Truncation& truncation = {});

    StyleGanOptions options;
    MappingNetwork mapping{nullptr};
    SynthesisNetwork synthesis{nullptr};
};
TORCH_MODULE(StyleGenerator);

/// The latent of sample `index` of a series: depends on (seed, index) only. [size]
torch::Tensor latentOf(std::uint64_t seed, std::int64_t index, int size);

/// Prefix of the generator's tensors in a weight file, and the file's "format".
inline constexpr const char* kGeneratorPrefix = "generator.";
inline constexpr const char* kGeneratorFormat = "blastoscope-generator-1";

/// A generator as it lies in a file, with what the file says about itself.
struct GeneratorFile {
    StyleGenerator generator{nullptr}; ///< in evaluation mode, on the CPU
    std::map<std::string, std::string> metadata;
    std::string sha256;
};

/// Fails with Incompatible when the file holds no generator, and as readTensorFile does.
base::Result<GeneratorFile> readGenerator(const std::filesystem::path& file);
base::Status writeGenerator(const std::filesystem::path& file, StyleGenerator& generator,
                            std::map<std::string, std::string> metadata);

} // namespace blastoscope::nn
