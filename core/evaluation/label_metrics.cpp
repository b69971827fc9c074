// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/label_metrics.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/evaluation/assignment.h"

namespace blastoscope::evaluation {
namespace {

using masks::RleMask;

/// Two objects that share pixels.
struct Overlap {
    std::size_t a = 0;
    std::size_t b = 0;
    double common = 0; ///< px
    double areaA = 0;
    double areaB = 0;

    double dice() const { return 2 * common / (areaA + areaB); }
    double iou() const { return common / (areaA + areaB - common); }
};

std::vector<Overlap> overlapsOf(std::span<const RleMask> a, std::span<const RleMask> b)
{
    std::vector<base::Box> boxes;
    std::vector<double> areas;
    for (const RleMask& mask : b) {
        boxes.push_back(mask.boundingBox());
        areas.push_back(double(mask.area()));
    }
    std::vector<Overlap> overlaps;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const base::Box box = a[i].boundingBox();
        const double area = double(a[i].area());
        for (std::size_t j = 0; j < b.size(); ++j) {
            if (base::intersected(box, boxes[j]).isEmpty())
                continue;
            if (const auto common = masks::intersectionArea(a[i], b[j]); common > 0)
                overlaps.push_back({i, j, double(common), area, areas[j]});
        }
    }
    return overlaps;
}

/// The mean of the best Dice of each of `count` objects of one side.
double meanBest(const std::vector<Overlap>& overlaps, std::size_t count, std::size_t Overlap::*side)
{
    std::vector<double> best(count, 0);
    for (const Overlap& overlap : overlaps)
        best[overlap.*side] = std::max(best[overlap.*side], overlap.dice());
    double sum = 0;
    for (const double value : best)
        sum += value;
    return sum / double(count);
}

double iouThreshold(std::size_t i)
{
    return .5 + .05 * double(i);
}

/// How many pairs of objects reach the threshold when each takes part once.
std::size_t matches(const std::vector<Overlap>& overlaps, const LabelledImage& image, double threshold)
{
    // A pair more outweighs any sum of IoUs.
    const double share = 1.0 / (2.0 * double(std::min(image.truth.size(), image.predicted.size()) + 1));
    std::vector<WeightedPair> pairs;
    for (const Overlap& overlap : overlaps)
        if (overlap.iou() >= threshold - 1e-12)
            pairs.push_back({overlap.a, overlap.b, 1 + share * overlap.iou()});
    const auto partners = heaviestAssignment(pairs, image.truth.size(), image.predicted.size());
    return std::size_t(std::count_if(partners.begin(), partners.end(), [](const auto& p) { return p.has_value(); }));
}

/// Everything that any class covers.
RleMask covered(const std::map<int, RleMask>& regions, int width, int height)
{
    RleMask all(width, height);
    for (const auto& [id, region] : regions)
        all = masks::united(all, region);
    return all;
}

} // namespace

double bestDice(std::span<const RleMask> a, std::span<const RleMask> b)
{
    if (a.empty() || b.empty())
        return a.empty() && b.empty() ? 1 : 0;
    return meanBest(overlapsOf(a, b), a.size(), &Overlap::a);
}

double symmetricBestDice(const LabelledImage& image)
{
    if (image.truth.empty() || image.predicted.empty())
        return image.truth.empty() && image.predicted.empty() ? 1 : 0;
    const auto overlaps = overlapsOf(image.truth, image.predicted);
    return std::min(meanBest(overlaps, image.truth.size(), &Overlap::a),
                    meanBest(overlaps, image.predicted.size(), &Overlap::b));
}

double meanSymmetricBestDice(std::span<const LabelledImage> images)
{
    double sum = 0;
    for (const LabelledImage& image : images)
        sum += symmetricBestDice(image);
    return images.empty() ? 0 : sum / double(images.size());
}

CountDifference countDifference(std::span<const LabelledImage> images)
{
    CountDifference result;
    if (images.empty())
        return result;
    const double n = double(images.size());
    double squares = 0;
    for (const LabelledImage& image : images) {
        const double difference = double(image.predicted.size()) - double(image.truth.size());
        result.meanAbsolute += std::abs(difference) / n;
        result.mean += difference / n;
        squares += difference * difference / n;
    }
    result.deviation = std::sqrt(std::max(0.0, squares - result.mean * result.mean));
    return result;
}

LabelAp labelAp(std::span<const LabelledImage> images)
{
    LabelAp result;
    std::array<std::size_t, 10> hits{};
    std::size_t objects = 0;
    for (const LabelledImage& image : images) {
        const auto overlaps = overlapsOf(image.truth, image.predicted);
        for (std::size_t i = 0; i < hits.size(); ++i)
            hits[i] += matches(overlaps, image, iouThreshold(i));
        objects += image.truth.size() + image.predicted.size();
    }
    for (std::size_t i = 0; i < hits.size(); ++i) {
        result.at[i] = objects == 0 ? 1 : double(hits[i]) / double(objects - hits[i]);
        result.mean += result.at[i] / double(hits.size());
    }
    return result;
}

double meanClassIou(std::span<const ClassRegions> images)
{
    struct Sums {
        std::int64_t common = 0;
        std::int64_t all = 0;
    };
    std::map<int, Sums> sums;
    for (const ClassRegions& image : images) {
        const RleMask truth = covered(image.truth, image.width, image.height);
        const RleMask predicted = covered(image.predicted, image.width, image.height);
        const std::int64_t pixels = std::int64_t(image.width) * image.height;
        sums[0].common += pixels - masks::united(truth, predicted).area();
        sums[0].all += pixels - masks::intersectionArea(truth, predicted);
        for (const auto& [id, region] : image.truth)
            sums[id].all += region.area();
        for (const auto& [id, region] : image.predicted) {
            const auto same = image.truth.find(id);
            const std::int64_t common = same == image.truth.end() ? 0 : masks::intersectionArea(same->second, region);
            sums[id].common += common;
            sums[id].all += region.area() - common;
        }
    }
    double sum = 0;
    int classes = 0;
    for (const auto& [id, of] : sums) {
        if (of.all == 0)
            continue;
        sum += double(of.common) / (double(of.all) + 1e-8);
        ++classes;
    }
    return classes ? sum / classes : 0;
}

} // namespace blastoscope::evaluation
