// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/semantic_network.h"

namespace blastoscope::nn {
namespace {

constexpr int kBodyStride = 32;

torch::Tensor enlarged(const torch::Tensor& x, torch::IntArrayRef size)
{
    return torch::upsample_bilinear2d(x, size, false);
}

} // namespace

std::string nameOf(SemanticKind kind)
{
    return kind == SemanticKind::UNet ? "unet" : "fcn";
}

base::Result<SemanticKind> semanticKindFrom(const std::string& name)
{
    for (const SemanticKind kind : {SemanticKind::UNet, SemanticKind::Fcn})
        if (name == nameOf(kind))
            return kind;
    return base::fail(base::ErrorCode::InvalidArgument,
                      "\"" + name + "\" is no kind of segmenter; there are unet and fcn.");
}

SemanticNetworkImpl::SemanticNetworkImpl(const SemanticNetworkOptions& o) : options(o)
{
    TORCH_CHECK(o.classes >= 2 && o.width >= 1, "SemanticNetwork: needs two classes and a width");
    if (o.kind == SemanticKind::Fcn) {
        body = register_module("body", ResNet(ResNetOptions{18, o.width}));
        for (const int channels : body->channels())
            m_scores.push_back(register_module("score" + std::to_string(m_scores.size() + 1),
                                               Conv2d(Conv2dOptions{.in = channels, .out = o.classes, .kernel = 1})));
        return;
    }
    TORCH_CHECK(o.widths.size() >= 2, "SemanticNetwork: a U-Net needs widths for at least two resolutions");
    m_arms = UNetArms(*this, o.widths, 1, 1);
    head = register_module("head", Conv2d(Conv2dOptions{.in = o.widths[0], .out = o.classes, .kernel = 1}));
}

int SemanticNetworkImpl::multiple() const
{
    return options.kind == SemanticKind::Fcn ? kBodyStride : 1 << (int(options.widths.size()) - 1);
}

torch::Tensor SemanticNetworkImpl::forward(const torch::Tensor& pictures)
{
    TORCH_CHECK(pictures.dim() == 4 && pictures.size(1) == 1 && pictures.size(2) % multiple() == 0 &&
                    pictures.size(3) % multiple() == 0,
                "SemanticNetwork: pictures must be [B, 1, H, W] with sides that are multiples of ", multiple(),
                ", got ", pictures.sizes());
    return options.kind == SemanticKind::Fcn ? alongScores(pictures)
                                             : head(m_arms.forward(pictures, enlarged)).contiguous();
}

torch::Tensor SemanticNetworkImpl::alongScores(const torch::Tensor& pictures)
{
    const auto stages = body(pictures);
    torch::Tensor scores;
    for (std::size_t i = stages.size(); i-- > 0;) {
        const auto own = m_scores[i](stages[i]);
        scores = scores.defined() ? own + enlarged(scores, {own.size(2), own.size(3)}) : own;
    }
    return enlarged(scores, {pictures.size(2), pictures.size(3)}).contiguous();
}

} // namespace blastoscope::nn
