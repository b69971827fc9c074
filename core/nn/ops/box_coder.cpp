// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/box_coder.h"

#include <cmath>

namespace blastoscope::nn {

namespace {

const double kMaxSizeDelta = std::log(1000.0 / 16.0);

struct CenterSize {
    torch::Tensor x, y, w, h; ///< [n] each
};

CenterSize toCenterSize(const torch::Tensor& boxes)
{
    const auto w = boxes.select(1, 2) - boxes.select(1, 0);
    const auto h = boxes.select(1, 3) - boxes.select(1, 1);
    return {boxes.select(1, 0) + w / 2, boxes.select(1, 1) + h / 2, w, h};
}

void checkBoxes(const torch::Tensor& boxes, const char* name)
{
    TORCH_CHECK(boxes.dim() == 2 && boxes.size(1) == 4, name, " must be [n, 4], got ", boxes.sizes());
}

torch::Tensor atLeastFloat(const torch::Tensor& t)
{
    return t.scalar_type() == torch::kDouble ? t : t.to(torch::kFloat);
}

} // namespace

torch::Tensor BoxCoder::encode(const torch::Tensor& boxes, const torch::Tensor& references) const
{
    checkBoxes(boxes, "boxes");
    checkBoxes(references, "references");
    TORCH_CHECK(boxes.size(0) == references.size(0), "boxes and references differ in number: ", boxes.size(0), " and ",
                references.size(0));
    const CenterSize g = toCenterSize(atLeastFloat(boxes));
    const CenterSize a = toCenterSize(atLeastFloat(references));
    return torch::stack({(g.x - a.x) / a.w * m_weights[0], (g.y - a.y) / a.h * m_weights[1],
                         torch::log(g.w / a.w) * m_weights[2], torch::log(g.h / a.h) * m_weights[3]},
                        1);
}

torch::Tensor BoxCoder::decode(const torch::Tensor& deltas, const torch::Tensor& references) const
{
    checkBoxes(references, "references");
    TORCH_CHECK(deltas.dim() == 2 && deltas.size(1) % 4 == 0 && deltas.size(0) == references.size(0),
                "deltas must be [n, 4 * k] with n = ", references.size(0), ", got ", deltas.sizes());
    const CenterSize a = toCenterSize(atLeastFloat(references));
    const auto d = atLeastFloat(deltas).reshape({deltas.size(0), deltas.size(1) / 4, 4});
    const auto column = [](const torch::Tensor& t) { return t.unsqueeze(1); };
    const auto x = d.select(2, 0) / m_weights[0] * column(a.w) + column(a.x);
    const auto y = d.select(2, 1) / m_weights[1] * column(a.h) + column(a.y);
    const auto halfW = (d.select(2, 2) / m_weights[2]).clamp_max(kMaxSizeDelta).exp() * column(a.w) / 2;
    const auto halfH = (d.select(2, 3) / m_weights[3]).clamp_max(kMaxSizeDelta).exp() * column(a.h) / 2;
    return torch::stack({x - halfW, y - halfH, x + halfW, y + halfH}, 2).reshape(deltas.sizes());
}

torch::Tensor clipBoxes(const torch::Tensor& boxes, double height, double width)
{
    TORCH_CHECK(boxes.size(-1) == 4, "boxes must be [..., 4], got ", boxes.sizes());
    return torch::stack({boxes.select(-1, 0).clamp(0, width), boxes.select(-1, 1).clamp(0, height),
                         boxes.select(-1, 2).clamp(0, width), boxes.select(-1, 3).clamp(0, height)},
                        -1);
}

torch::Tensor expandBoxes(const torch::Tensor& boxes, double share)
{
    const auto corner = boxes.narrow(1, 0, 2), opposite = boxes.narrow(1, 2, 2);
    const auto margin = (opposite - corner) * share;
    return torch::cat({corner - margin, opposite + margin}, 1);
}

torch::Tensor boxAreas(const torch::Tensor& boxes)
{
    checkBoxes(boxes, "boxes");
    return (boxes.select(1, 2) - boxes.select(1, 0)).clamp_min(0) *
           (boxes.select(1, 3) - boxes.select(1, 1)).clamp_min(0);
}

torch::Tensor boxIou(const torch::Tensor& a, const torch::Tensor& b)
{
    checkBoxes(a, "a");
    checkBoxes(b, "b");
    using torch::indexing::Slice;
    const auto leftTop =
        torch::max(a.index({Slice(), torch::indexing::None, Slice(0, 2)}), b.index({Slice(), Slice(0, 2)}));
    const auto rightBottom =
        torch::min(a.index({Slice(), torch::indexing::None, Slice(2, 4)}), b.index({Slice(), Slice(2, 4)}));
    const auto extent = (rightBottom - leftTop).clamp_min(0);
    const auto common = extent.select(2, 0) * extent.select(2, 1);
    const auto all = boxAreas(a).unsqueeze(1) + boxAreas(b).unsqueeze(0) - common;
    return torch::where(all > 0, common / all, torch::zeros_like(common));
}

} // namespace blastoscope::nn
