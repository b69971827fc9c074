// SPDX-License-Identifier: Apache-2.0
#include "core/inference/shape_snap.h"

#include "core/base/sha256.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/io/snap_description.h"
#include "core/nn/models/shape_snap.h"
#include "core/nn/torch.h"
#include "core/nn/torch_wall.h"

namespace blastoscope::inference {
namespace {

class TorchShapeSnap : public ShapeSnap {
public:
    TorchShapeSnap(ShapeSnapInfo model, nn::VqVae network, double margin)
        : m_model(std::move(model)), m_network(std::move(network)), m_margin(margin)
    {
        m_network->eval();
    }

    const ShapeSnapInfo& model() const override { return m_model; }

    base::Result<masks::RleMask> snap(const masks::RleMask& damaged) override
    {
        if (damaged.isEmpty())
            return base::fail(base::ErrorCode::InvalidArgument, "There is no silhouette to mend.");
        auto whole = nn::guarded("The silhouette could not be mended.",
                             [&] { return nn::snappedShape(m_network, damaged, m_margin); });
        if (whole && whole->isEmpty())
            return base::fail(base::ErrorCode::Unsupported,
                              "This silhouette does not resemble a cell enough to be mended.");
        return whole;
    }

private:
    ShapeSnapInfo m_model;
    nn::VqVae m_network;
    double m_margin;
};

base::Status checkPrefix(const nn::TensorMap& tensors)
{
    for (const auto& [name, tensor] : tensors) {
        if (!name.starts_with(nn::kSnapPrefix))
            return base::fail(base::ErrorCode::Incompatible, "It has weights that belong to no network: " + name + ".");
    }
    return {};
}

base::Result<std::unique_ptr<ShapeSnap>> build(const nn::TensorFile& file, std::string hash)
{
    const auto description = nn::snapDescriptionFromMetadata(file.metadata);
    if (!description)
        return tl::unexpected(description.error());
    if (auto known = checkPrefix(file.tensors); !known)
        return tl::unexpected(known.error());
    auto network = nn::makeSnapNetwork(*description);
    if (!network)
        return tl::unexpected(network.error());
    if (auto loaded = nn::loadState(**network, file.tensors, nn::kSnapPrefix); !loaded)
        return tl::unexpected(loaded.error());
    ShapeSnapInfo info{description->name, description->version, description->description, description->licence,
                       std::move(hash)};
    return std::make_unique<TorchShapeSnap>(std::move(info), *network, description->margin);
}

} // namespace

base::Result<std::unique_ptr<ShapeSnap>> loadShapeSnap(const std::filesystem::path& weights)
{
    const auto file = nn::readTensorFile(weights);
    if (!file)
        return tl::unexpected(file.error());
    auto hash = base::sha256OfFile(weights);
    if (!hash)
        return tl::unexpected(hash.error());
    auto snap = build(*file, std::move(*hash));
    if (!snap) {
        base::Error error = snap.error();
        error.message = "The model \"" + weights.filename().string() + "\" cannot be used. " + error.message;
        return tl::unexpected(error);
    }
    return snap;
}

} // namespace blastoscope::inference
