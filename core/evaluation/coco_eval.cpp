// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/coco_eval.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <numeric>
#include <optional>
#include <set>

namespace blastoscope::evaluation {
namespace {

constexpr int kThresholds = 10;
constexpr int kRecalls = 101;
constexpr std::size_t kMaxDetections = 100;

struct AreaRange {
    const char* name;
    double lowest;
    double highest;
    bool contains(double area) const { return area >= lowest && area <= highest; }
};
constexpr AreaRange kAll{"all", 0, 1e10};
constexpr AreaRange kSmall{"small", 0, 32 * 32};
constexpr AreaRange kMedium{"medium", 32 * 32, 96 * 96};
constexpr AreaRange kLarge{"large", 96 * 96, 1e10};

// Both grids repeat the rounding of numpy.linspace, which decides about overlaps that equal a threshold.
double iouThreshold(int i)
{
    return i + 1 == kThresholds ? .95 : i * ((.95 - .5) / (kThresholds - 1)) + .5;
}

double recallThreshold(int i)
{
    return i + 1 == kRecalls ? 1.0 : i * (1.0 / (kRecalls - 1));
}

/// One image and category: what is matched, best detection first, and all overlaps.
struct Cell {
    std::vector<const GroundTruth*> truths;
    std::vector<const Detection*> detections;
    std::vector<double> detectionAreas;
    std::vector<double> overlaps; ///< detections x truths

    double overlap(std::size_t d, std::size_t g) const { return overlaps[d * truths.size() + g]; }
};

/// How the detections of a cell fared at every threshold, for one area range.
struct CellMatches {
    std::vector<double> scores;
    std::array<std::vector<char>, kThresholds> matched;
    std::array<std::vector<char>, kThresholds> ignored;
    int positives = 0; ///< ground truths that have to be found
};

/// What is compared: boxes or masks, or masks by a measure of the caller's.
struct Comparison {
    IouKind kind = IouKind::Segmentation;
    const OverlapMeasure* measure = nullptr;
};

double overlapOf(const Detection& d, const GroundTruth& g, double detectionArea, double truthArea, IouKind kind)
{
    double common = 0;
    if (kind == IouKind::Box) {
        const base::Box box = base::intersected(d.box, g.box);
        common = box.isEmpty() ? 0 : box.area();
    } else {
        common = double(masks::intersectionArea(d.mask, g.mask));
    }
    if (common <= 0)
        return 0;
    return common / (g.isCrowd ? detectionArea : detectionArea + truthArea - common);
}

Cell makeCell(const EvaluationImage& image, int category, const Comparison& comparison)
{
    Cell cell;
    for (const GroundTruth& g : image.groundTruths)
        if (g.categoryId == category)
            cell.truths.push_back(&g);
    for (const Detection& d : image.detections)
        if (d.categoryId == category)
            cell.detections.push_back(&d);
    std::stable_sort(cell.detections.begin(), cell.detections.end(),
                     [](const Detection* a, const Detection* b) { return a->score > b->score; });
    if (cell.detections.size() > kMaxDetections)
        cell.detections.resize(kMaxDetections);

    const bool boxes = comparison.kind == IouKind::Box;
    std::vector<base::Box> truthBoxes;
    std::vector<double> truthAreas;
    for (const GroundTruth* g : cell.truths) {
        truthBoxes.push_back(boxes ? g->box : g->mask.boundingBox());
        truthAreas.push_back(boxes ? g->box.area() : double(g->mask.area()));
    }
    for (const Detection* d : cell.detections) {
        const base::Box box = boxes ? d->box : d->mask.boundingBox();
        const double area = boxes ? d->box.area() : double(d->mask.area());
        cell.detectionAreas.push_back(area);
        for (std::size_t g = 0; g < cell.truths.size(); ++g) {
            const GroundTruth& truth = *cell.truths[g];
            const bool apart = base::intersected(box, truthBoxes[g]).isEmpty();
            if (comparison.measure)
                cell.overlaps.push_back((*comparison.measure)(image, std::size_t(d - image.detections.data()),
                                                              std::size_t(&truth - image.groundTruths.data())));
            else
                cell.overlaps.push_back(apart ? 0 : overlapOf(*d, truth, area, truthAreas[g], comparison.kind));
        }
    }
    return cell;
}

/// The truths in matching order (those to find first), and how many these are.
struct TruthOrder {
    std::vector<std::size_t> indices;
    std::size_t positives = 0;
};

TruthOrder orderTruths(const Cell& cell, const AreaRange& range)
{
    TruthOrder order;
    order.indices.resize(cell.truths.size());
    std::iota(order.indices.begin(), order.indices.end(), std::size_t(0));
    const auto firstIgnored = std::stable_partition(order.indices.begin(), order.indices.end(), [&](std::size_t g) {
        const GroundTruth& truth = *cell.truths[g];
        return !truth.isCrowd && !truth.isIgnored && range.contains(truth.area);
    });
    order.positives = std::size_t(firstIgnored - order.indices.begin());
    return order;
}

/// Position in `order` of the ground truth that detection `d` takes, or nothing. Of equal overlaps the later one wins.
std::optional<std::size_t> findMatch(const Cell& cell, const TruthOrder& order, const std::vector<char>& taken,
                                     std::size_t d, double threshold)
{
    double best = std::min(threshold, 1 - 1e-10);
    std::optional<std::size_t> match;
    for (std::size_t k = 0; k < order.indices.size(); ++k) {
        const std::size_t g = order.indices[k];
        if (taken[k] && !cell.truths[g]->isCrowd)
            continue;
        if (match && *match < order.positives && k >= order.positives)
            break;
        if (cell.overlap(d, g) < best)
            continue;
        best = cell.overlap(d, g);
        match = k;
    }
    return match;
}

CellMatches matchCell(const Cell& cell, const AreaRange& range)
{
    const TruthOrder order = orderTruths(cell, range);
    const std::size_t detections = cell.detections.size();
    CellMatches result;
    result.positives = int(order.positives);
    for (const Detection* d : cell.detections)
        result.scores.push_back(d->score);
    for (int t = 0; t < kThresholds; ++t) {
        std::vector<char> taken(order.indices.size(), 0);
        result.matched[t].assign(detections, 0);
        result.ignored[t].assign(detections, 0);
        for (std::size_t d = 0; d < detections; ++d) {
            if (const auto match = findMatch(cell, order, taken, d, iouThreshold(t))) {
                taken[*match] = 1;
                result.matched[t][d] = 1;
                result.ignored[t][d] = *match >= order.positives;
            } else {
                result.ignored[t][d] = !range.contains(cell.detectionAreas[d]);
            }
        }
    }
    return result;
}

/// Precision at the 101 recalls and the best recall of one threshold.
struct Curve {
    std::array<double, kRecalls> precision{};
    double recall = 0;
};

/// All detections of a category, ranked over all images.
struct Ranking {
    struct Entry {
        double score;
        std::uint32_t cell;
        std::uint32_t detection;
    };
    std::vector<Entry> entries;
    int positives = 0;
};

Ranking rank(const std::vector<CellMatches>& cells, std::size_t maxDetections)
{
    Ranking ranking;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        ranking.positives += cells[c].positives;
        for (std::size_t d = 0; d < std::min(maxDetections, cells[c].scores.size()); ++d)
            ranking.entries.push_back({cells[c].scores[d], std::uint32_t(c), std::uint32_t(d)});
    }
    std::stable_sort(ranking.entries.begin(), ranking.entries.end(),
                     [](const Ranking::Entry& a, const Ranking::Entry& b) { return a.score > b.score; });
    return ranking;
}

Curve makeCurve(const std::vector<CellMatches>& cells, const Ranking& ranking, int threshold)
{
    std::vector<double> recalls, precisions;
    double hits = 0, misses = 0;
    for (const Ranking::Entry& entry : ranking.entries) {
        const CellMatches& cell = cells[entry.cell];
        if (!cell.ignored[threshold][entry.detection])
            ++(cell.matched[threshold][entry.detection] ? hits : misses);
        recalls.push_back(hits / ranking.positives);
        precisions.push_back(hits / (hits + misses + std::numeric_limits<double>::epsilon()));
    }
    for (std::size_t i = precisions.size(); i-- > 1;)
        precisions[i - 1] = std::max(precisions[i - 1], precisions[i]);

    Curve curve;
    curve.recall = recalls.empty() ? 0 : recalls.back();
    for (int r = 0; r < kRecalls; ++r) {
        const auto at = std::lower_bound(recalls.begin(), recalls.end(), recallThreshold(r));
        if (at == recalls.end())
            break;
        curve.precision[r] = precisions[std::size_t(at - recalls.begin())];
    }
    return curve;
}

/// Averages over categories, per threshold.
class Averages {
public:
    void add(int threshold, const Curve& curve)
    {
        m_precision[threshold] += std::accumulate(curve.precision.begin(), curve.precision.end(), 0.0) / kRecalls;
        m_recall[threshold] += curve.recall;
    }
    void countCategory() { ++m_categories; }
    double precision(int threshold) const { return m_categories ? m_precision[threshold] / m_categories : -1; }
    double meanPrecision() const { return mean(m_precision); }
    double meanRecall() const { return mean(m_recall); }

private:
    double mean(const std::array<double, kThresholds>& sums) const
    {
        return m_categories ? std::accumulate(sums.begin(), sums.end(), 0.0) / kThresholds / m_categories : -1;
    }

    std::array<double, kThresholds> m_precision{};
    std::array<double, kThresholds> m_recall{};
    int m_categories = 0;
};

Averages average(const std::vector<std::vector<Cell>>& cellsOfCategories, const AreaRange& range,
                 std::size_t maxDetections)
{
    Averages averages;
    for (const std::vector<Cell>& cells : cellsOfCategories) {
        std::vector<CellMatches> matches;
        for (const Cell& cell : cells)
            matches.push_back(matchCell(cell, range));
        const Ranking ranking = rank(matches, maxDetections);
        if (ranking.positives == 0)
            continue;
        averages.countCategory();
        for (int t = 0; t < kThresholds; ++t)
            averages.add(t, makeCurve(matches, ranking, t));
    }
    return averages;
}

std::vector<std::vector<Cell>> makeCells(std::span<const EvaluationImage> images, const Comparison& comparison)
{
    std::vector<const EvaluationImage*> sorted;
    std::set<int> categories;
    for (const EvaluationImage& image : images) {
        sorted.push_back(&image);
        for (const GroundTruth& g : image.groundTruths)
            categories.insert(g.categoryId);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const EvaluationImage* a, const EvaluationImage* b) { return a->id < b->id; });
    std::vector<std::vector<Cell>> cells;
    for (const int category : categories) {
        auto& ofCategory = cells.emplace_back();
        for (const EvaluationImage* image : sorted)
            ofCategory.push_back(makeCell(*image, category, comparison));
    }
    return cells;
}

CocoMetrics evaluate(std::span<const EvaluationImage> images, const Comparison& comparison)
{
    const auto cells = makeCells(images, comparison);
    const Averages all = average(cells, kAll, kMaxDetections);
    const Averages small = average(cells, kSmall, kMaxDetections);
    const Averages medium = average(cells, kMedium, kMaxDetections);
    const Averages large = average(cells, kLarge, kMaxDetections);

    CocoMetrics metrics;
    metrics.ap = all.meanPrecision();
    metrics.ap50 = all.precision(0);
    metrics.ap75 = all.precision(5);
    metrics.apSmall = small.meanPrecision();
    metrics.apMedium = medium.meanPrecision();
    metrics.apLarge = large.meanPrecision();
    metrics.ar1 = average(cells, kAll, 1).meanRecall();
    metrics.ar10 = average(cells, kAll, 10).meanRecall();
    metrics.ar100 = all.meanRecall();
    metrics.arSmall = small.meanRecall();
    metrics.arMedium = medium.meanRecall();
    metrics.arLarge = large.meanRecall();
    return metrics;
}

} // namespace

const std::array<const char*, 12> kCocoMetricNames = {"AP",  "AP50", "AP75",  "AP_small", "AP_medium", "AP_large",
                                                      "AR1", "AR10", "AR100", "AR_small", "AR_medium", "AR_large"};

std::array<double, 12> CocoMetrics::values() const
{
    return {ap, ap50, ap75, apSmall, apMedium, apLarge, ar1, ar10, ar100, arSmall, arMedium, arLarge};
}

CocoMetrics evaluateCoco(std::span<const EvaluationImage> images, IouKind kind)
{
    return evaluate(images, {kind, nullptr});
}

CocoMetrics evaluateCoco(std::span<const EvaluationImage> images, const OverlapMeasure& overlap)
{
    return evaluate(images, {IouKind::Segmentation, &overlap});
}

std::string formatCocoReport(const CocoMetrics& metrics)
{
    struct Line {
        const char* overlap;
        const char* area;
        int maxDetections;
    };
    static constexpr const char* kRange = "0.50:0.95";
    static constexpr std::array<Line, 12> kLines = {{{kRange, kAll.name, 100},
                                                     {"0.50", kAll.name, 100},
                                                     {"0.75", kAll.name, 100},
                                                     {kRange, kSmall.name, 100},
                                                     {kRange, kMedium.name, 100},
                                                     {kRange, kLarge.name, 100},
                                                     {kRange, kAll.name, 1},
                                                     {kRange, kAll.name, 10},
                                                     {kRange, kAll.name, 100},
                                                     {kRange, kSmall.name, 100},
                                                     {kRange, kMedium.name, 100},
                                                     {kRange, kLarge.name, 100}}};
    std::string report;
    const auto values = metrics.values();
    for (std::size_t i = 0; i < kLines.size(); ++i) {
        char line[128];
        std::snprintf(line, sizeof line, " Average %s @[ IoU=%-9s | area=%6s | maxDets=%3d ] = %.3f\n",
                      i < 6 ? "Precision (AP)" : "Recall    (AR)", kLines[i].overlap, kLines[i].area,
                      kLines[i].maxDetections, values[i]);
        report += line;
    }
    return report;
}

} // namespace blastoscope::evaluation
