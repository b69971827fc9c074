// SPDX-License-Identifier: Apache-2.0
#include "core/inference/prompt_boxes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace blastoscope::inference {
namespace {

constexpr double kSmallest = 0.14, kStep = 1.32; ///< sides of boxes, of the picture's; each times the one before
constexpr int kSizes = 6;
constexpr double kOffset = 0.18;     ///< of a box's side, from the point to its middle
constexpr double kResemblance = 0.5; ///< box IoU

base::Point middleOf(const std::vector<base::Point>& points)
{
    base::Point sum;
    for (const base::Point& p : points)
        sum = {sum.x + p.x, sum.y + p.y};
    return {sum.x / double(points.size()), sum.y / double(points.size())};
}

bool covers(const masks::RleMask& mask, const base::Point& p)
{
    const int x = int(std::floor(p.x)), y = int(std::floor(p.y));
    return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.contains(x, y);
}

std::vector<base::Box> variationsOf(const base::Box& box)
{
    std::vector<base::Box> boxes;
    const double w = box.width(), h = box.height();
    for (const double grow : {0., -.1, .1, .2})
        for (const double dx : {0., -.08, .08})
            for (const double dy : {0., -.08, .08})
                if (grow == 0 || (dx == 0 && dy == 0))
                    boxes.push_back({box.x1 + (dx - grow / 2) * w, box.y1 + (dy - grow / 2) * h,
                                     box.x2 + (dx + grow / 2) * w, box.y2 + (dy + grow / 2) * h});
    return boxes;
}

double fitOf(const Detection& candidate, const Prompt& prompt)
{
    if (prompt.box) {
        const double iou = base::iou(candidate.box, *prompt.box);
        return iou * iou;
    }
    const base::Point middle = middleOf(prompt.inside), center = candidate.box.center();
    const double radius = std::sqrt(double(candidate.amodal.area()) / std::numbers::pi);
    const double distance = std::hypot(middle.x - center.x, middle.y - center.y) / std::max(radius, 1.);
    return std::exp(-distance * distance);
}

} // namespace

std::vector<base::Box> promptBoxes(const Prompt& prompt, double side)
{
    if (prompt.box)
        return variationsOf(*prompt.box);
    std::vector<base::Box> boxes;
    if (prompt.inside.empty())
        return boxes;
    const base::Point middle = middleOf(prompt.inside);
    double size = kSmallest * side;
    for (int i = 0; i < kSizes; ++i, size *= kStep)
        for (const double dx : {0., -kOffset, kOffset})
            for (const double dy : {0., -kOffset, kOffset}) {
                const base::Box box = base::squareAround({middle.x + dx * size, middle.y + dy * size}, size);
                if (mayMean(box, prompt))
                    boxes.push_back(box);
            }
    return boxes;
}

bool mayMean(const base::Box& box, const Prompt& prompt)
{
    if (prompt.box && base::iou(box, *prompt.box) < kResemblance)
        return false;
    return std::all_of(prompt.inside.begin(), prompt.inside.end(), [&](const auto& p) { return base::holds(box, p); });
}

std::vector<std::size_t> rankedAnswers(const std::vector<Detection>& candidates, const Prompt& prompt)
{
    struct Ranked {
        std::size_t index;
        std::int64_t agreed;
        double rank;
    };
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const masks::RleMask& mask = candidates[i].amodal;
        const auto isCovered = [&](const base::Point& p) { return covers(mask, p); };
        const auto inside = std::count_if(prompt.inside.begin(), prompt.inside.end(), isCovered);
        const auto beside = std::count_if(prompt.outside.begin(), prompt.outside.end(), std::not_fn(isCovered));
        if (inside > 0 || prompt.inside.empty())
            ranked.push_back({i, inside + beside, double(candidates[i].score) * fitOf(candidates[i], prompt)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.agreed != b.agreed ? a.agreed > b.agreed : a.rank > b.rank;
    });
    std::vector<std::size_t> order;
    for (const Ranked& item : ranked)
        order.push_back(item.index);
    return order;
}

} // namespace blastoscope::inference
