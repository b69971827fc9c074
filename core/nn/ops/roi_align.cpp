// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/roi_align.h"

#include <cmath>

#include <ATen/Parallel.h>
#include <torch/nn/functional/embedding.h>

#include "core/nn/ops/roi_align_kernels.h"

namespace blastoscope::nn {

namespace {

using detail::Bf16;
using detail::kChannelBlock;
using detail::RoiPlan;
using detail::Tap;

struct Geometry {
    int64_t outSize = 7;
    double spatialScale = 1;
    int64_t samplingRatio = 2;
};

/// The RoIs of a call, on the CPU, ready to be gathered and scattered.
struct Plans {
    std::vector<int64_t> image;
    std::vector<RoiPlan> roi;
};

void checkArguments(const torch::Tensor& features, const torch::Tensor& rois, const Geometry& geometry)
{
    TORCH_CHECK(features.dim() == 4, "features must be [B, C, H, W], got ", features.sizes());
    TORCH_CHECK(features.size(2) > 0 && features.size(3) > 0, "features are empty: ", features.sizes());
    const auto type = features.scalar_type();
    TORCH_CHECK(type == torch::kFloat || type == torch::kDouble || type == torch::kBFloat16,
                "features must be float, double or bfloat16, got ", type);
    TORCH_CHECK(rois.dim() == 2 && rois.size(1) == 5, "rois must be [R, 5], got ", rois.sizes());
    TORCH_CHECK(rois.device() == features.device(), "rois and features are on different devices: ", rois.device(),
                " and ", features.device());
    TORCH_CHECK(geometry.outSize > 0 && geometry.samplingRatio > 0 && geometry.spatialScale > 0,
                "outSize, samplingRatio and spatialScale must be positive");
}

Plans makePlans(const torch::Tensor& rois, const Geometry& geometry, int64_t images, int64_t height, int64_t width)
{
    const auto table = rois.to(torch::kDouble).contiguous();
    const double* row = table.data_ptr<double>();
    Plans plans;
    plans.image.reserve(std::size_t(rois.size(0)));
    plans.roi.reserve(std::size_t(rois.size(0)));
    for (int64_t r = 0; r < rois.size(0); ++r, row += 5) {
        TORCH_CHECK(row[0] >= 0 && row[0] < double(images), "roi ", r, " names image ", row[0], " of ", images);
        double box[4];
        for (int k = 0; k < 4; ++k)
            box[k] = row[k + 1] * geometry.spatialScale - 0.5;
        plans.image.push_back(int64_t(row[0]));
        plans.roi.emplace_back(box, int(geometry.outSize), int(geometry.samplingRatio), height, width);
    }
    return plans;
}

/// Features and result channels-last; T is the kernel's element type, laid out as the tensor's.
template<typename T>
void forwardKernel(const torch::Tensor& features, const Plans& plans, int64_t outSize, torch::Tensor& out)
{
    const int64_t channels = features.size(1);
    const int64_t imageSize = features.size(2) * features.size(3) * channels;
    const int64_t blocks = (channels + kChannelBlock - 1) / kChannelBlock;
    const auto* source = static_cast<const T*>(features.data_ptr());
    auto* target = static_cast<T*>(out.data_ptr());
    at::parallel_for(0, int64_t(plans.roi.size()) * blocks, 1, [&](int64_t begin, int64_t end) {
        std::vector<Tap> taps;
        for (int64_t task = begin; task < end; ++task) {
            const int64_t r = task / blocks;
            const int64_t first = task % blocks * kChannelBlock;
            const int width = int(std::min<int64_t>(kChannelBlock, channels - first));
            const T* image = source + plans.image[std::size_t(r)] * imageSize + first;
            T* bin = target + r * outSize * outSize * channels + first;
            for (int i = 0; i < outSize; ++i) {
                for (int j = 0; j < outSize; ++j, bin += channels) {
                    plans.roi[std::size_t(r)].collect(i, j, channels, taps);
                    detail::gather(image, taps.data(), int(taps.size()), bin, width);
                }
            }
        }
    });
}

/// Every task owns one channel block of one image, so nothing needs to be atomic and sums repeat exactly.
template<typename T, typename Sum>
void backwardKernel(const torch::Tensor& gradient, const Plans& plans, int64_t outSize, torch::Tensor& sums)
{
    constexpr int64_t kBlock = 32;
    static_assert(kBlock <= kChannelBlock);
    const int64_t channels = sums.size(1);
    const int64_t imageSize = sums.size(2) * sums.size(3) * channels;
    const int64_t blocks = (channels + kBlock - 1) / kBlock;
    std::vector<std::vector<std::size_t>> roisOf(std::size_t(sums.size(0)));
    for (std::size_t r = 0; r < plans.roi.size(); ++r)
        roisOf[std::size_t(plans.image[r])].push_back(r);
    const auto* source = static_cast<const T*>(gradient.data_ptr());
    auto* target = static_cast<Sum*>(sums.data_ptr());
    at::parallel_for(0, sums.size(0) * blocks, 1, [&](int64_t begin, int64_t end) {
        std::vector<Tap> taps;
        for (int64_t task = begin; task < end; ++task) {
            const int64_t b = task / blocks;
            const int64_t first = task % blocks * kBlock;
            const int width = int(std::min<int64_t>(kBlock, channels - first));
            Sum* image = target + b * imageSize + first;
            for (const std::size_t r : roisOf[std::size_t(b)]) {
                const T* bin = source + int64_t(r) * outSize * outSize * channels + first;
                for (int i = 0; i < outSize; ++i) {
                    for (int j = 0; j < outSize; ++j, bin += channels) {
                        plans.roi[r].collect(i, j, channels, taps);
                        detail::scatter(bin, taps.data(), int(taps.size()), image, width);
                    }
                }
            }
        }
    });
}

torch::Tensor forwardCpu(const torch::Tensor& features, const torch::Tensor& rois, const Geometry& geometry)
{
    const auto x = features.contiguous(torch::MemoryFormat::ChannelsLast);
    const Plans plans = makePlans(rois, geometry, x.size(0), x.size(2), x.size(3));
    auto out = torch::empty({rois.size(0), x.size(1), geometry.outSize, geometry.outSize},
                            x.options().memory_format(torch::MemoryFormat::ChannelsLast));
    switch (x.scalar_type()) {
    case torch::kDouble: forwardKernel<double>(x, plans, geometry.outSize, out); break;
    case torch::kBFloat16: forwardKernel<Bf16>(x, plans, geometry.outSize, out); break;
    default: forwardKernel<float>(x, plans, geometry.outSize, out); break;
    }
    return out.contiguous(features.suggest_memory_format());
}

torch::Tensor backwardCpu(const torch::Tensor& gradient, const torch::Tensor& rois, const Geometry& geometry,
                          torch::IntArrayRef featureSizes)
{
    const auto g = gradient.contiguous(torch::MemoryFormat::ChannelsLast);
    const Plans plans = makePlans(rois, geometry, featureSizes[0], featureSizes[2], featureSizes[3]);
    const auto sumType = g.scalar_type() == torch::kDouble ? torch::kDouble : torch::kFloat;
    auto sums = torch::empty(featureSizes, g.options().dtype(sumType).memory_format(torch::MemoryFormat::ChannelsLast));
    sums.zero_();
    switch (g.scalar_type()) {
    case torch::kDouble: backwardKernel<double, double>(g, plans, geometry.outSize, sums); break;
    case torch::kBFloat16: backwardKernel<Bf16, float>(g, plans, geometry.outSize, sums); break;
    default: backwardKernel<float, float>(g, plans, geometry.outSize, sums); break;
    }
    return sums.to(g.scalar_type());
}

class RoiAlignFunction : public torch::autograd::Function<RoiAlignFunction> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& features,
                                 const torch::Tensor& rois, int64_t outSize, double spatialScale, int64_t samplingRatio)
    {
        context->save_for_backward({rois});
        context->saved_data["sizes"] = features.sizes();
        context->saved_data["outSize"] = outSize;
        context->saved_data["spatialScale"] = spatialScale;
        context->saved_data["samplingRatio"] = samplingRatio;
        return forwardCpu(features, rois, {outSize, spatialScale, samplingRatio});
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto rois = context->get_saved_variables().at(0);
        const auto sizes = context->saved_data["sizes"].toIntVector();
        const Geometry geometry{context->saved_data["outSize"].toInt(), context->saved_data["spatialScale"].toDouble(),
                                context->saved_data["samplingRatio"].toInt()};
        const torch::Tensor none;
        return {backwardCpu(gradients.at(0), rois, geometry, sizes), none, none, none, none};
    }
};

struct AxisTable {
    torch::Tensor index;  ///< [R, outSize, 2 * samplingRatio] int64
    torch::Tensor weight; ///< same shape, double
};

AxisTable axisTable(const torch::Tensor& lo, const torch::Tensor& hi, const Geometry& geometry, int64_t size)
{
    const int64_t samples = geometry.outSize * geometry.samplingRatio;
    const auto fractions = (torch::arange(samples, lo.options()) + 0.5) / double(samples);
    const auto x = lo.unsqueeze(1) + (hi - lo).unsqueeze(1) * fractions;
    const auto inside = x.ge(-1.0).logical_and(x.le(double(size)));
    const auto clamped = torch::where(inside, x, torch::zeros_like(x)).clamp(0.0, double(size - 1));
    const auto low = clamped.floor();
    const auto high = (low + 1).clamp_max(double(size - 1));
    const auto highWeight = clamped - low;
    const auto scale = inside.to(x.scalar_type()) / double(geometry.samplingRatio);
    const std::vector<int64_t> shape = {lo.size(0), geometry.outSize, 2 * geometry.samplingRatio};
    return {torch::stack({low, high}, 2).to(torch::kLong).reshape(shape),
            torch::stack({(1.0 - highWeight) * scale, highWeight * scale}, 2).reshape(shape)};
}

} // namespace

torch::Tensor roiAlignComposed(const torch::Tensor& features, const torch::Tensor& rois, int64_t outSize,
                               double spatialScale, int64_t samplingRatio)
{
    const Geometry geometry{outSize, spatialScale, samplingRatio};
    checkArguments(features, rois, geometry);
    const int64_t channels = features.size(1), height = features.size(2), width = features.size(3);
    const auto sumType = features.scalar_type() == torch::kDouble ? torch::kDouble : torch::kFloat;
    const auto box = rois.detach().to(torch::kDouble) * spatialScale - 0.5;
    const AxisTable y = axisTable(box.select(1, 2), box.select(1, 4), geometry, height);
    const AxisTable x = axisTable(box.select(1, 1), box.select(1, 3), geometry, width);
    // [R, out, 1, taps, 1] against [R, 1, out, 1, taps]: every bin's taps are the product of its rows and columns.
    const auto rows = [](const torch::Tensor& t) { return t.unsqueeze(2).unsqueeze(4); };
    const auto columns = [](const torch::Tensor& t) { return t.unsqueeze(1).unsqueeze(3); };
    const auto image = rois.detach().select(1, 0).to(torch::kLong).reshape({-1, 1, 1, 1, 1});
    const int64_t taps = 4 * samplingRatio * samplingRatio;
    const auto index = ((image * height + rows(y.index)) * width + columns(x.index)).reshape({-1, taps});
    const auto weight = (rows(y.weight) * columns(x.weight)).reshape({-1, taps}).to(sumType);
    const auto pixels = features.permute({0, 2, 3, 1}).reshape({-1, channels}).to(sumType);
    const auto bins = torch::nn::functional::embedding_bag(
        index, pixels, torch::nn::functional::EmbeddingBagFuncOptions().mode(torch::kSum).per_sample_weights(weight));
    return bins.reshape({rois.size(0), outSize, outSize, channels})
        .permute({0, 3, 1, 2})
        .to(features.scalar_type())
        .contiguous(features.suggest_memory_format());
}

torch::Tensor roiAlign(const torch::Tensor& features, const torch::Tensor& rois, int64_t outSize, double spatialScale,
                       int64_t samplingRatio)
{
    checkArguments(features, rois, {outSize, spatialScale, samplingRatio});
    if (!features.device().is_cpu())
        return roiAlignComposed(features, rois, outSize, spatialScale, samplingRatio);
    return RoiAlignFunction::apply(features, rois.detach(), outSize, spatialScale, samplingRatio);
}

torch::Tensor roiLevels(const torch::Tensor& rois, const std::vector<int>& strides, double canonicalSize)
{
    TORCH_CHECK(rois.dim() == 2 && rois.size(1) == 5, "rois must be [R, 5], got ", rois.sizes());
    TORCH_CHECK(!strides.empty() && canonicalSize > 0, "a pyramid needs levels and a canonical size");
    const double firstLevel = std::log2(double(strides.front()));
    const auto width = (rois.select(1, 3) - rois.select(1, 1)).clamp_min(0);
    const auto height = (rois.select(1, 4) - rois.select(1, 2)).clamp_min(0);
    const auto level = (4.0 + torch::log2((width * height).sqrt() / canonicalSize + 1e-6)).floor();
    return (level - firstLevel).clamp(0, double(strides.size() - 1)).to(torch::kLong);
}

torch::Tensor roiAlignPyramid(const std::vector<torch::Tensor>& levels, const std::vector<int>& strides,
                              const torch::Tensor& rois, int64_t outSize, double canonicalSize)
{
    TORCH_CHECK(levels.size() == strides.size(), "got ", levels.size(), " levels and ", strides.size(), " strides");
    const auto levelOf = roiLevels(rois, strides, canonicalSize);
    std::vector<torch::Tensor> parts, order;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        const auto chosen = torch::nonzero(levelOf.eq(int64_t(l))).squeeze(1);
        if (chosen.size(0) == 0)
            continue;
        parts.push_back(roiAlign(levels[l], rois.index_select(0, chosen), outSize, 1.0 / strides[l]));
        order.push_back(chosen);
    }
    if (parts.empty())
        return roiAlign(levels.front(), rois, outSize, 1.0 / strides.front());
    if (parts.size() == 1)
        return parts.front();
    // Back into the order of the RoIs; in channels-last order of axes a RoI is one contiguous row.
    const auto place = torch::argsort(torch::cat(order));
    const auto rows = torch::cat(parts).permute({0, 2, 3, 1}).index_select(0, place);
    return rows.permute({0, 3, 1, 2}).contiguous(levels.front().suggest_memory_format());
}

} // namespace blastoscope::nn
