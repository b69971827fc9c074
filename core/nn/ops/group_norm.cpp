// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/group_norm.h"

#include <cmath>
#include <vector>

#include <ATen/Parallel.h>

#include "core/nn/ops/group_norm_kernels.h"

namespace blastoscope::nn {

namespace {

using detail::Bf16;

/// Pixels whose sums are taken in one go; sums of blocks are added in double.
constexpr int64_t kBlockRows = 256;

/// A channels-last map as rows (pixels) of channels.
struct Layout {
    explicit Layout(torch::IntArrayRef sizes)
        : images(sizes[0]), channels(sizes[1]), rows(sizes[2] * sizes[3]), blocks((rows + kBlockRows - 1) / kBlockRows)
    {
    }
    int64_t images, channels, rows, blocks;

    /// Calls work(image, block, first element, rows of the block) for every block of every image, in parallel.
    template<typename Work>
    void forEachBlock(const Work& work) const
    {
        at::parallel_for(0, images * blocks, 1, [&](int64_t begin, int64_t end) {
            for (int64_t task = begin; task < end; ++task) {
                const int64_t image = task / blocks, block = task % blocks;
                const int64_t first = block * kBlockRows;
                work(image, block, (image * rows + first) * channels, std::min(kBlockRows, rows - first));
            }
        });
    }
};

/// Two sums per image and channel.
struct ChannelSums {
    std::vector<double> first, second; ///< [images * channels]
};

/// `add(first element, rows, first sums, second sums)` adds one block.
template<typename Sum, typename Add>
ChannelSums sumBlocks(const Layout& layout, const Add& add)
{
    const auto channels = std::size_t(layout.channels);
    const auto perImage = std::size_t(layout.blocks) * 2 * channels;
    std::vector<Sum> partial(std::size_t(layout.images) * perImage, Sum(0));
    layout.forEachBlock([&](int64_t image, int64_t block, int64_t element, int64_t rows) {
        Sum* sums = partial.data() + std::size_t(image) * perImage + std::size_t(block) * 2 * channels;
        add(element, rows, sums, sums + channels);
    });
    ChannelSums total;
    total.first.assign(std::size_t(layout.images) * channels, 0.0);
    total.second = total.first;
    const Sum* sums = partial.data();
    for (std::size_t image = 0; image < std::size_t(layout.images); ++image) {
        for (int64_t block = 0; block < layout.blocks; ++block, sums += 2 * channels) {
            for (std::size_t c = 0; c < channels; ++c) {
                total.first[image * channels + c] += double(sums[c]);
                total.second[image * channels + c] += double(sums[channels + c]);
            }
        }
    }
    return total;
}

/// Mean and 1 / standard deviation of every group, [images, groups] double.
struct Statistics {
    torch::Tensor mean, inverse;
};

Statistics statisticsOf(const ChannelSums& sums, const Layout& layout, int64_t groups, double epsilon)
{
    const auto table = [&](const std::vector<double>& values) {
        return torch::tensor(values, torch::kDouble).reshape({layout.images, groups, -1}).sum(2);
    };
    const double count = double(layout.rows * (layout.channels / groups));
    const auto mean = table(sums.first) / count;
    const auto variance = (table(sums.second) / count - mean.square()).clamp_min(0);
    return {mean, (variance + epsilon).rsqrt()};
}

/// [images, groups] -> [images, channels]
torch::Tensor perChannel(const torch::Tensor& perGroup, int64_t channels)
{
    return perGroup.repeat_interleave(channels / perGroup.size(1), 1);
}

template<typename T>
torch::Tensor forwardOf(const torch::Tensor& x, int64_t groups, const torch::Tensor& weight, const torch::Tensor& bias,
                        double epsilon, Statistics& statistics)
{
    using Sum = typename detail::SumOf<T>::Type;
    const Layout layout(x.sizes());
    const auto* source = static_cast<const T*>(x.data_ptr());
    const ChannelSums sums = sumBlocks<Sum>(layout, [&](int64_t element, int64_t rows, Sum* first, Sum* second) {
        detail::addMoments(source + element, rows, layout.channels, first, second);
    });
    statistics = statisticsOf(sums, layout, groups, epsilon);
    const auto sumType = c10::CppTypeToScalarType<Sum>::value;
    const auto gain = perChannel(statistics.inverse, layout.channels) * weight.to(torch::kDouble);
    const auto offset = bias.to(torch::kDouble) - perChannel(statistics.mean, layout.channels) * gain;
    const torch::Tensor scale = gain.to(sumType).contiguous(), shift = offset.to(sumType).contiguous();
    auto out = torch::empty_like(x, torch::MemoryFormat::ChannelsLast);
    auto* target = static_cast<T*>(out.data_ptr());
    layout.forEachBlock([&](int64_t image, int64_t, int64_t element, int64_t rows) {
        const int64_t row = image * layout.channels;
        detail::scaleAndShift(source + element, rows, layout.channels, scale.data_ptr<Sum>() + row,
                              shift.data_ptr<Sum>() + row, target + element);
    });
    return out;
}

struct Gradients {
    torch::Tensor x, weight, bias;
};

template<typename T>
Gradients backwardOf(const torch::Tensor& gradient, const torch::Tensor& x, int64_t groups, const torch::Tensor& weight,
                     const Statistics& statistics)
{
    using Sum = typename detail::SumOf<T>::Type;
    const Layout layout(x.sizes());
    const auto* g = static_cast<const T*>(gradient.data_ptr());
    const auto* source = static_cast<const T*>(x.data_ptr());
    const ChannelSums sums = sumBlocks<Sum>(layout, [&](int64_t element, int64_t rows, Sum* first, Sum* second) {
        detail::addProducts(g + element, source + element, rows, layout.channels, first, second);
    });
    const std::vector<int64_t> shape = {layout.images, layout.channels};
    const auto sumG = torch::tensor(sums.first, torch::kDouble).reshape(shape);
    const auto sumGx = torch::tensor(sums.second, torch::kDouble).reshape(shape);
    const auto mean = perChannel(statistics.mean, layout.channels);
    const auto inverse = perChannel(statistics.inverse, layout.channels);
    const auto w = weight.to(torch::kDouble);
    const auto sumGxHat = (sumGx - mean * sumG) * inverse; // sum of g * (x - mean) / deviation

    // dx = (g w - mean(g w) - xHat mean(g w xHat)) / deviation, the means over the group.
    const double count = double(layout.rows * (layout.channels / groups));
    const auto groupMean = [&](const torch::Tensor& t) {
        return perChannel(t.reshape({layout.images, groups, -1}).sum(2) / count, layout.channels);
    };
    const auto xFactor = -inverse.square() * groupMean(sumGxHat * w);
    const auto constant = -inverse * groupMean(sumG * w) - xFactor * mean;
    const auto sumType = c10::CppTypeToScalarType<Sum>::value;
    const torch::Tensor gScale = (inverse * w).to(sumType).contiguous(), xScale = xFactor.to(sumType).contiguous();
    const torch::Tensor shift = constant.to(sumType).contiguous();
    auto dx = torch::empty_like(x, torch::MemoryFormat::ChannelsLast);
    auto* target = static_cast<T*>(dx.data_ptr());
    layout.forEachBlock([&](int64_t image, int64_t, int64_t element, int64_t rows) {
        const int64_t row = image * layout.channels;
        detail::combine(g + element, source + element, rows, layout.channels, gScale.data_ptr<Sum>() + row,
                        xScale.data_ptr<Sum>() + row, shift.data_ptr<Sum>() + row, target + element);
    });
    return {dx, sumGxHat.sum(0).to(weight.scalar_type()), sumG.sum(0).to(weight.scalar_type())};
}

class GroupNormFunction : public torch::autograd::Function<GroupNormFunction> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& input,
                                 const torch::Tensor& weight, const torch::Tensor& bias, int64_t groups, double epsilon)
    {
        const auto x = input.contiguous(torch::MemoryFormat::ChannelsLast);
        Statistics statistics;
        torch::Tensor out;
        switch (x.scalar_type()) {
        case torch::kDouble: out = forwardOf<double>(x, groups, weight, bias, epsilon, statistics); break;
        case torch::kBFloat16: out = forwardOf<Bf16>(x, groups, weight, bias, epsilon, statistics); break;
        default: out = forwardOf<float>(x, groups, weight, bias, epsilon, statistics); break;
        }
        context->save_for_backward({x, weight, statistics.mean, statistics.inverse});
        context->saved_data["groups"] = groups;
        return out;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto& x = saved[0];
        const auto& weight = saved[1];
        const Statistics statistics{saved[2], saved[3]};
        const int64_t groups = context->saved_data["groups"].toInt();
        const auto g = gradients.at(0).contiguous(torch::MemoryFormat::ChannelsLast);
        Gradients result;
        switch (x.scalar_type()) {
        case torch::kDouble: result = backwardOf<double>(g, x, groups, weight, statistics); break;
        case torch::kBFloat16: result = backwardOf<Bf16>(g, x, groups, weight, statistics); break;
        default: result = backwardOf<float>(g, x, groups, weight, statistics); break;
        }
        const torch::Tensor none;
        return {result.x, result.weight, result.bias, none, none};
    }
};

} // namespace

torch::Tensor groupNorm(const torch::Tensor& x, int64_t groups, const torch::Tensor& weight, const torch::Tensor& bias,
                        double epsilon)
{
    TORCH_CHECK(x.dim() == 4 && groups > 0 && x.size(1) % groups == 0, "x must be [N, C, H, W] with C a multiple of ",
                groups, ", got ", x.sizes());
    TORCH_CHECK(weight.dim() == 1 && weight.size(0) == x.size(1) && bias.sizes() == weight.sizes(),
                "weight and bias must be [", x.size(1), "], got ", weight.sizes(), " and ", bias.sizes());
    const auto type = x.scalar_type();
    if (!x.is_cpu())
        return torch::group_norm(x, groups, weight.to(type), bias.to(type), epsilon);
    TORCH_CHECK(type == torch::kFloat || type == torch::kDouble || type == torch::kBFloat16,
                "x must be float, double or bfloat16, got ", type);
    return GroupNormFunction::apply(x, weight, bias, groups, epsilon);
}

} // namespace blastoscope::nn
