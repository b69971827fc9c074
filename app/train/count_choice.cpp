// SPDX-License-Identifier: Apache-2.0
#include "app/train/count_choice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace blastoscope::train {
namespace {

constexpr std::array<double, 5> kMergeIous = {0.5, 0.6, 0.7, 0.8, 0.9};
/// At most 1, which is Bayes' rule: more would fit the count head's confidence on simulated frames, and real ones look
/// different.
constexpr std::array<double, 4> kCountWeights = {0, 0.25, 0.5, 1};
constexpr double kPriceOfFalseCell = 0.1; ///< one in every frame without cells outweighs this share of exact counts
constexpr double kLowestThreshold = 0.2;
constexpr double kThresholdStep = 0.05;
constexpr int kThresholds = 15; ///< 0.20 ... 0.90

/// `merged` are the mergedBlastomeres() of each frame.
CountTable::Row rowAt(const nn::CountRule& rule, std::span<const int> cells, std::span<const FrameFindings> found,
                      const std::vector<std::vector<std::size_t>>& merged)
{
    std::vector<evaluation::CountPair> all, cleavage;
    int empty = 0, falseCells = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const evaluation::CountPair pair{cells[i], int(found[i].counted(merged[i], rule).size())};
        all.push_back(pair);
        if (pair.expected >= 2 && pair.expected <= 8)
            cleavage.push_back(pair);
        empty += pair.expected == 0;
        falseCells += pair.expected == 0 ? pair.predicted : 0;
    }
    return {rule.threshold, evaluation::countAccuracy(all), evaluation::countAccuracy(cleavage),
            empty > 0 ? double(falseCells) / empty : 0.0};
}

/// Mean of the exact shares at a threshold and its neighbours, so that a lucky spike is not chosen.
double smoothedExact(const CountTable& table, int index)
{
    const int lo = std::max(0, index - 1);
    const int hi = std::min(int(table.rows.size()) - 1, index + 1);
    double sum = 0;
    for (int i = lo; i <= hi; ++i)
        sum += table.rows[std::size_t(i)].cleavage.exact;
    return sum / (hi - lo + 1);
}

double quality(const CountTable& table, int index)
{
    return smoothedExact(table, index) - kPriceOfFalseCell * table.rows[std::size_t(index)].perEmptyFrame;
}

nlohmann::json toJson(const evaluation::CountAccuracy& accuracy)
{
    return {{"frames", accuracy.images},
            {"exact", accuracy.exact},
            {"within_one", accuracy.withinOne},
            {"bias", accuracy.bias}};
}

nlohmann::json summary(const CountTable& table, int index)
{
    const CountTable::Row& chosen = table.rows[std::size_t(index)];
    nlohmann::json byThreshold = nlohmann::json::array();
    for (const CountTable::Row& row : table.rows)
        byThreshold.push_back({{"threshold", row.threshold},
                               {"exact_2_to_8", row.cleavage.exact},
                               {"per_empty_frame", row.perEmptyFrame}});
    return {{"threshold", chosen.threshold},
            {"merge_iou", table.mergeIou},
            {"count_weight", table.countWeight},
            {"all", toJson(chosen.all)},
            {"cells_2_to_8", toJson(chosen.cleavage)},
            {"detections_per_empty_frame", chosen.perEmptyFrame},
            {"by_threshold", byThreshold}};
}

} // namespace

std::vector<CountTable> countTables(std::span<const int> cells, std::span<const FrameFindings> found)
{
    std::vector<CountTable> tables;
    for (const double mergeIou : kMergeIous) {
        std::vector<std::vector<std::size_t>> merged;
        for (const FrameFindings& frame : found)
            merged.push_back(frame.mergedBlastomeres(mergeIou));
        for (const double countWeight : kCountWeights) {
            CountTable table{mergeIou, countWeight, {}};
            for (int i = 0; i < kThresholds; ++i)
                table.rows.push_back(
                    rowAt({kLowestThreshold + kThresholdStep * i, mergeIou, countWeight}, cells, found, merged));
            tables.push_back(std::move(table));
        }
    }
    return tables;
}

nlohmann::json bestCount(const std::vector<CountTable>& own, const std::vector<CountTable>& other,
                         const std::optional<nn::CountRule>& known)
{
    const auto near = [](double a, double b) { return std::abs(a - b) < 1e-6; };
    std::size_t bestTable = 0;
    int bestIndex = 0;
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t t = 0; t < own.size(); ++t) {
        for (int i = 0; i < kThresholds; ++i) {
            if (known && near(own[t].mergeIou, known->mergeIou) && near(own[t].countWeight, known->countWeight) &&
                near(own[t].rows[std::size_t(i)].threshold, known->threshold))
                return summary(own[t], i);
            const double here = quality(own[t], i);
            const double both = other.empty() ? here : (here + quality(other[t], i)) / 2;
            if (both > best) {
                best = both;
                bestTable = t;
                bestIndex = i;
            }
        }
    }
    return summary(own[bestTable], bestIndex);
}

nn::CountRule countRuleOf(const nlohmann::json& count)
{
    return {count.at("threshold"), count.at("merge_iou"), count.at("count_weight")};
}

} // namespace blastoscope::train
