// SPDX-License-Identifier: Apache-2.0
#include "core/nn/gan/feature_distance.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/nn/data/preprocess.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/torch_wall.h"

namespace blastoscope::nn {
namespace {

constexpr int kControlSize = 256;
constexpr int kControlWidth = 32;
constexpr std::uint64_t kControlSeed = 20;
constexpr std::int64_t kBatch = 16;

void checkRows(const torch::Tensor& a, const torch::Tensor& b)
{
    TORCH_CHECK(a.dim() == 2 && b.dim() == 2 && a.size(1) == b.size(1) && a.size(0) > 1 && b.size(0) > 1,
                "feature distances need two tables of features, got ", a.sizes(), " and ", b.sizes());
}

torch::Tensor covariance(const torch::Tensor& rows)
{
    const auto centred = rows - rows.mean(0, true);
    return torch::matmul(centred.t(), centred) / double(rows.size(0) - 1);
}

torch::Tensor squareRoot(const torch::Tensor& symmetric)
{
    const auto [values, vectors] = torch::linalg_eigh(symmetric);
    return torch::matmul(vectors * values.clamp_min(0).sqrt(), vectors.t());
}

/// `count` different rows.
torch::Tensor someRows(const torch::Tensor& rows, std::int64_t count, base::Random& random)
{
    std::vector<std::int64_t> all(std::size_t(rows.size(0)));
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = std::int64_t(i);
    for (std::size_t i = 0; i < std::size_t(count); ++i)
        std::swap(all[i], all[i + std::size_t(random.next() % (all.size() - i))]);
    all.resize(std::size_t(count));
    return rows.index_select(0, torch::tensor(all, torch::kLong));
}

torch::Tensor kernel(const torch::Tensor& a, const torch::Tensor& b)
{
    return (torch::matmul(a, b.t()) / double(a.size(1)) + 1).pow(3);
}

double squaredDiscrepancy(const torch::Tensor& a, const torch::Tensor& b)
{
    const auto within = [](const torch::Tensor& rows) {
        const auto k = kernel(rows, rows);
        const double n = double(rows.size(0));
        return (k.sum() - k.diagonal().sum()).item<double>() / (n * (n - 1));
    };
    return within(a) + within(b) - 2 * kernel(a, b).mean().item<double>();
}

} // namespace

double frechetDistance(const torch::Tensor& first, const torch::Tensor& second)
{
    checkRows(first, second);
    const auto a = first.to(torch::kDouble), b = second.to(torch::kDouble);
    const auto covarianceA = covariance(a), covarianceB = covariance(b);
    const auto root = squareRoot(covarianceA);
    const auto product = torch::matmul(torch::matmul(root, covarianceB), root);
    const auto shared = torch::linalg_eigvalsh((product + product.t()) / 2).clamp_min(0).sqrt().sum();
    const auto means = (a.mean(0) - b.mean(0)).square().sum();
    return (means + covarianceA.trace() + covarianceB.trace() - 2 * shared).item<double>();
}

KernelDistance kernelDistance(const torch::Tensor& first, const torch::Tensor& second,
                              const KernelDistanceOptions& options)
{
    checkRows(first, second);
    const auto a = first.to(torch::kDouble), b = second.to(torch::kDouble);
    const auto count = std::min({std::int64_t(options.subsetSize), a.size(0), b.size(0)});
    const bool everything = count == a.size(0) && count == b.size(0); // then all subsets are the same
    base::Random random(options.seed);
    double sum = 0, squares = 0;
    const int subsets = everything ? 1 : std::max(1, options.subsets);
    for (int i = 0; i < subsets; ++i) {
        const double value = squaredDiscrepancy(someRows(a, count, random), someRows(b, count, random));
        sum += value;
        squares += value * value;
    }
    const double mean = sum / subsets;
    return {mean, std::sqrt(std::max(0.0, squares / subsets - mean * mean))};
}

BackboneFeatures::BackboneFeatures(ResNet body, std::string name, int inputSize, const torch::Device& device)
    : m_body(std::move(body)), m_name(std::move(name)), m_inputSize(inputSize), m_device(device)
{
    m_body->to(device);
    m_body->eval();
}

base::Result<BackboneFeatures> BackboneFeatures::fromModel(const std::filesystem::path& path,
                                                           const torch::Device& device)
{
    const auto file = readTensorFile(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto description = modelDescriptionFromMetadata(file->metadata);
    if (!description)
        return tl::unexpected(inFile(description.error(), path));
    if (description->family() != kAmodalFamily)
        return base::fail(base::ErrorCode::Incompatible,
                          "\"" + path.filename().string() + "\" has no backbone to compare pictures with; give a model "
                          "that finds blastomeres.");
    const auto options = detectorOptionsFromJson(description->architecture.value("detector", nlohmann::json::object()));
    if (!options)
        return tl::unexpected(inFile(options.error(), path));
    auto body = guarded("The backbone cannot be built.", [&] { return ResNet(options->backbone); });
    if (!body)
        return tl::unexpected(inFile(body.error(), path));
    const std::string prefix = std::string(kDetectorPrefix) + "backbone.";
    if (auto status = loadState(**body, file->tensors, prefix); !status)
        return tl::unexpected(inFile(status.error(), path));
    return BackboneFeatures(*body, description->name + " " + description->version, description->inputSize, device);
}

BackboneFeatures BackboneFeatures::random(const torch::Device& device)
{
    torch::manual_seed(kControlSeed);
    ResNet body(ResNetOptions{18, kControlWidth});
    return BackboneFeatures(body, "random control", kControlSize, device);
}

torch::Tensor BackboneFeatures::of(const torch::Tensor& pictures)
{
    TORCH_CHECK(pictures.dim() == 4 && pictures.size(1) == 1, "BackboneFeatures: pictures must be [N, 1, S, S], got ",
                pictures.sizes());
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> features;
    for (std::int64_t first = 0; first < pictures.size(0); first += kBatch) {
        const auto batch = pictures.slice(0, first, std::min(pictures.size(0), first + kBatch)).to(torch::kCPU);
        auto enlarged =
            torch::upsample_bilinear2d(batch.to(torch::kFloat32), {m_inputSize, m_inputSize}, false).contiguous();
        for (std::int64_t i = 0; i < enlarged.size(0); ++i)
            standardise({enlarged[i].data_ptr<float>(), std::size_t(enlarged[i].numel())});
        const auto stages = m_body(enlarged.to(m_device));
        features.push_back(
            torch::cat({stages[2].mean({2, 3}), stages[3].mean({2, 3})}, 1).to(torch::kCPU, torch::kDouble));
    }
    return torch::cat(features);
}

} // namespace blastoscope::nn
