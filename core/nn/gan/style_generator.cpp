// SPDX-License-Identifier: Apache-2.0
#include "core/nn/gan/style_generator.h"

#include <algorithm>
#include <bit>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/torch_wall.h"

namespace blastoscope::nn {
namespace {

constexpr double kMappingSpeed = 0.01;
constexpr double kAverageFactor = 0.995;

void check(const StyleGanOptions& o)
{
    TORCH_CHECK(o.resolution >= 8 && o.resolution <= 1024 && std::has_single_bit(unsigned(o.resolution)),
                "StyleGanOptions: resolution must be a power of two, got ", o.resolution);
    TORCH_CHECK(o.channels == 1 || o.channels == 3, "StyleGanOptions: channels must be 1 or 3, got ", o.channels);
    TORCH_CHECK(o.channelBase >= o.resolution && o.channelMax > 0 && o.latentSize > 0 && o.styleSize > 0 &&
                    o.mappingLayers > 0,
                "StyleGanOptions: sizes must be positive and channelBase at least the resolution");
}

} // namespace

int StyleGanOptions::blocks() const
{
    return std::bit_width(unsigned(resolution)) - 2;
}

int StyleGanOptions::channelsAt(int side) const
{
    return std::max(1, std::min(channelBase / side, channelMax));
}

StyleGanOptions readStyleGanOptions(ConfigReader& reader)
{
    StyleGanOptions o;
    o.resolution = int(reader.integer("resolution", o.resolution, 8, 256));
    if (!std::has_single_bit(unsigned(o.resolution)))
        reader.fail({base::ErrorCode::InvalidArgument,
                     reader.quoted("resolution") + " must be 8, 16, 32, 64, 128 or 256.", {}});
    o.channels = int(reader.integer("channels", o.channels, 1, 3));
    if (o.channels == 2)
        reader.fail({base::ErrorCode::InvalidArgument, reader.quoted("channels") + " must be 1 or 3.", {}});
    o.channelBase = int(reader.integer("channel_base", o.channelBase, 16, 1 << 16));
    o.channelMax = int(reader.integer("channel_max", o.channelMax, 1, 1024));
    o.latentSize = int(reader.integer("latent_size", o.latentSize, 1, 4096));
    o.styleSize = int(reader.integer("style_size", o.styleSize, 1, 4096));
    o.mappingLayers = int(reader.integer("mapping_layers", o.mappingLayers, 1, 16));
    return o;
}

nlohmann::json toJson(const StyleGanOptions& o)
{
    return {{"resolution", o.resolution},   {"channels", o.channels},      {"channel_base", o.channelBase},
            {"channel_max", o.channelMax},  {"latent_size", o.latentSize}, {"style_size", o.styleSize},
            {"mapping_layers", o.mappingLayers}};
}

MappingNetworkImpl::MappingNetworkImpl(const StyleGanOptions& o)
{
    m_layers = register_module("layers", torch::nn::ModuleList());
    for (int i = 0; i < o.mappingLayers; ++i)
        m_layers->push_back(EqualLinear(EqualLinearOptions{.in = i == 0 ? o.latentSize : o.styleSize,
                                                           .out = o.styleSize,
                                                           .learningRateFactor = kMappingSpeed,
                                                           .activate = true}));
    wAverage = register_buffer("w_average", torch::zeros({o.styleSize}));
}

torch::Tensor MappingNetworkImpl::forward(const torch::Tensor& z)
{
    auto x = z * (z.square().mean(1, true) + 1e-8).rsqrt();
    for (const auto& layer : *m_layers)
        x = layer->as<EqualLinear>()->forward(x);
    return x;
}

void MappingNetworkImpl::follow(const torch::Tensor& w)
{
    const torch::NoGradGuard noGrad;
    wAverage.lerp_(w.detach().mean(0), 1 - kAverageFactor);
}

SynthesisNetworkImpl::SynthesisNetworkImpl(const StyleGanOptions& o) : m_options(o)
{
    m_start = register_parameter("start", torch::randn({o.channelsAt(4), 4, 4}));
    m_convs = register_module("convs", torch::nn::ModuleList());
    m_pictures = register_module("pictures", torch::nn::ModuleList());
    int in = o.channelsAt(4);
    for (int side = 4; side <= o.resolution; side *= 2) {
        const int out = o.channelsAt(side);
        if (side > 4)
            m_convs->push_back(StyleConv(StyleConvOptions{in, out, o.styleSize, side, true}));
        m_convs->push_back(StyleConv(StyleConvOptions{out, out, o.styleSize, side, false}));
        m_pictures->push_back(ToPicture(out, o.channels, o.styleSize));
        in = out;
    }
}

torch::Tensor SynthesisNetworkImpl::forward(const torch::Tensor& ws, NoiseMode noise, std::vector<torch::Tensor>* maps)
{
    TORCH_CHECK(ws.dim() == 3 && ws.size(1) == m_options.layerStyles() && ws.size(2) == m_options.styleSize,
                "SynthesisNetwork: styles must be [N, ", m_options.layerStyles(), ", ", m_options.styleSize, "], got ",
                ws.sizes());
    const auto style = [&](std::size_t layer) { return ws.select(1, std::int64_t(layer)); };
    auto x = m_start.unsqueeze(0).expand({ws.size(0), -1, -1, -1});
    if (maps)
        maps->push_back(x);
    torch::Tensor picture;
    std::size_t conv = 0; // the style of a picture layer is also that of the convolution which follows it
    for (std::size_t block = 0; block < m_pictures->size(); ++block) {
        const int convs = block == 0 ? 1 : 2;
        for (int i = 0; i < convs; ++i, ++conv) {
            x = m_convs[conv]->as<StyleConv>()->forward(x, style(conv), noise);
            if (maps)
                maps->push_back(x);
        }
        const auto layer = m_pictures[block]->as<ToPicture>()->forward(x, style(conv));
        picture = picture.defined() ? upsampleSmooth(picture) + layer : layer;
    }
    return picture;
}

StyleGeneratorImpl::StyleGeneratorImpl(const StyleGanOptions& o) : options(o)
{
    check(o);
    mapping = register_module("mapping", MappingNetwork(o));
    synthesis = register_module("synthesis", SynthesisNetwork(o));
}

torch::Tensor StyleGeneratorImpl::styles(const torch::Tensor& z, const Truncation& truncation)
{
    auto ws = mapping(z).unsqueeze(1).repeat({1, options.layerStyles(), 1});
    if (truncation.psi == 1)
        return ws;
    const std::int64_t all = options.layerStyles();
    const auto cut = truncation.layers < 0 ? all : std::min<std::int64_t>(truncation.layers, all);
    const auto pulled =
        torch::lerp(mapping->wAverage.expand_as(ws.slice(1, 0, cut)), ws.slice(1, 0, cut), truncation.psi);
    return torch::cat({pulled, ws.slice(1, cut)}, 1);
}

torch::Tensor StyleGeneratorImpl::mixedStyles(const torch::Tensor& z, double mixing)
{
    const auto w = mapping(z);
    mapping->follow(w);
    auto ws = w.unsqueeze(1).repeat({1, options.layerStyles(), 1});
    if (!(torch::rand({1}).item<double>() < mixing))
        return ws;
    const auto cut = torch::randint(1, options.layerStyles(), {1}).item<std::int64_t>();
    const auto other = mapping(torch::randn_like(z)).unsqueeze(1).repeat({1, options.layerStyles() - cut, 1});
    return torch::cat({ws.slice(1, 0, cut), other}, 1);
}

torch::Tensor StyleGeneratorImpl::forward(const torch::Tensor& z, NoiseMode noise, const Truncation& truncation)
{
    return synthesis(styles(z, truncation), noise);
}

torch::Tensor latentOf(std::uint64_t seed, std::int64_t index, int size)
{
    base::Random random = base::Random(seed).split(std::uint64_t(index));
    const auto z = torch::empty({size});
    float* values = z.data_ptr<float>();
    std::generate(values, values + size, [&] { return float(random.normal()); });
    return z;
}

base::Result<GeneratorFile> readGenerator(const std::filesystem::path& path)
{
    auto file = readTensorFile(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto format = file->metadata.find("format");
    const auto architecture = file->metadata.find("architecture");
    if (format == file->metadata.end() || format->second != kGeneratorFormat || architecture == file->metadata.end())
        return base::fail(base::ErrorCode::Incompatible,
                          "\"" + path.filename().string() +
                              "\" is no generator of this program; \"gan train\" makes one.");
    const auto json = nlohmann::json::parse(architecture->second, nullptr, false);
    ConfigReader reader(json, "architecture");
    const StyleGanOptions options = readStyleGanOptions(reader);
    if (auto status = reader.finish(); !status)
        return tl::unexpected(inFile({base::ErrorCode::Incompatible, status.error().message, {}}, path));
    auto hash = base::sha256OfFile(path);
    if (!hash)
        return tl::unexpected(hash.error());
    auto made = guarded("The generator cannot be built.", [&] { return StyleGenerator(options); });
    if (!made)
        return tl::unexpected(inFile(made.error(), path));
    if (auto status = loadState(**made, file->tensors, kGeneratorPrefix); !status)
        return tl::unexpected(inFile(status.error(), path));
    (*made)->eval();
    return GeneratorFile{*made, file->metadata, *hash};
}

base::Status writeGenerator(const std::filesystem::path& path, StyleGenerator& generator,
                            std::map<std::string, std::string> metadata)
{
    TensorFile file;
    file.tensors = stateOf(*generator, kGeneratorPrefix);
    file.metadata = std::move(metadata);
    file.metadata["format"] = kGeneratorFormat;
    file.metadata["architecture"] = toJson(generator->options).dump();
    return writeTensorFile(path, file);
}

} // namespace blastoscope::nn
