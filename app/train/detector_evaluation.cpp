// SPDX-License-Identifier: Apache-2.0
#include "app/train/detector_evaluation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "core/base/object_class.h"
#include "core/evaluation/count_accuracy.h"
#include "core/evaluation/hidden_parts.h"
#include "core/evaluation/panoptic_quality.h"
#include "core/nn/data/batches.h"
#include "core/nn/ops/paste.h"

namespace blastoscope::train {

namespace {

constexpr int kBlastomere = int(base::ObjectClass::Blastomere);
constexpr std::array<double, 5> kMergeIous = {0.5, 0.6, 0.7, 0.8, 0.9};
/// At most 1, which is Bayes' rule: more would fit the count head's confidence on simulated frames, and real ones look
/// different.
constexpr std::array<double, 4> kCountWeights = {0, 0.25, 0.5, 1};
constexpr double kPriceOfFalseCell = 0.1; ///< one in every frame without cells outweighs this share of exact counts
constexpr double kLowestThreshold = 0.2;
constexpr double kThresholdStep = 0.05;
constexpr int kThresholds = 15; ///< 0.20 ... 0.90

double thresholdAt(int index)
{
    return kLowestThreshold + kThresholdStep * index;
}

} // namespace

/// What was detected in one frame, best first.
struct DetectorEvaluation::Found {
    std::vector<evaluation::Detection> detections; ///< amodal masks
    std::vector<masks::RleMask> visible;           ///< parallel to detections
    std::vector<bool> onIgnored;                   ///< parallel: matches a cell best that is not scored
    std::vector<double> countProbabilities;        ///< of 0, 1, 2, ... cells; empty without a count head

    /// Which of `merged` (indices of detections, best first) the rule counts, without those on ignored cells.
    std::vector<std::size_t> counted(const std::vector<std::size_t>& merged, const nn::CountRule& rule) const
    {
        std::vector<double> scores;
        for (const std::size_t k : merged)
            scores.push_back(detections[k].score);
        std::vector<std::size_t> cells(merged.begin(),
                                       merged.begin() + nn::mostProbableCount(scores, countProbabilities, rule));
        std::erase_if(cells, [&](std::size_t k) { return onIgnored[k]; });
        return cells;
    }
};

/// Counts for every threshold of one merging IoU and one weight of the count head.
struct DetectorEvaluation::CountTable {
    double mergeIou = 0;
    double countWeight = 0;
    std::array<evaluation::CountAccuracy, kThresholds> all;
    std::array<evaluation::CountAccuracy, kThresholds> cleavage; ///< frames with 2 to 8 cells
    std::array<double, kThresholds> perEmptyFrame{};

    /// Mean of the exact shares at a threshold and its neighbours, so that a lucky spike is not chosen.
    double smoothedExact(int index) const
    {
        const int lo = std::max(0, index - 1);
        const int hi = std::min(kThresholds - 1, index + 1);
        double sum = 0;
        for (int i = lo; i <= hi; ++i)
            sum += cleavage[std::size_t(i)].exact;
        return sum / (hi - lo + 1);
    }

    double quality(int index) const
    {
        return smoothedExact(index) - kPriceOfFalseCell * perEmptyFrame[std::size_t(index)];
    }

    nlohmann::json summary(int chosen) const;
};

namespace {

base::Box boxAt(const torch::Tensor& boxes, std::int64_t index)
{
    const torch::Tensor corners = boxes[index].to(torch::kFloat64).contiguous();
    const double* c = corners.data_ptr<double>();
    return {c[0], c[1], c[2], c[3]};
}

masks::RleMask toRle(const std::vector<std::uint8_t>& pixels, int size)
{
    masks::Bitmap bitmap(size, size);
    bitmap.pixels = pixels;
    return masks::RleMask(bitmap);
}

/// Indices of the blastomeres left when every one that overlaps a better one by `mergeIou` or more is dropped.
std::vector<std::size_t> mergedBlastomeres(const std::vector<evaluation::Detection>& detections, double mergeIou)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < detections.size(); ++i) {
        if (detections[i].categoryId != kBlastomere)
            continue;
        const bool repeated = std::any_of(kept.begin(), kept.end(), [&](std::size_t k) {
            return masks::iou(detections[i].mask, detections[k].mask) >= mergeIou;
        });
        if (!repeated)
            kept.push_back(i);
    }
    return kept;
}

std::vector<evaluation::GroundTruth> truthsOf(const nn::WindowSample& window)
{
    std::vector<evaluation::GroundTruth> truths;
    for (const nn::WindowInstance& instance : window.instances) {
        const masks::RleMask mask = toRle(instance.amodal, window.size);
        truths.push_back({instance.label, mask, instance.box, double(mask.area()), instance.ignore});
    }
    return truths;
}

/// True when the truth that the detection covers best is one of those that are neither learned nor scored.
bool isOnIgnored(const evaluation::Detection& detection, std::span<const evaluation::GroundTruth> truths)
{
    constexpr double kSame = 0.5;
    double best = kSame;
    bool ignored = false;
    for (const evaluation::GroundTruth& truth : truths) {
        const double iou = truth.categoryId == detection.categoryId ? masks::iou(truth.mask, detection.mask) : 0;
        if (iou < best)
            continue;
        best = iou;
        ignored = truth.isCrowd;
    }
    return ignored;
}

nlohmann::json toJson(const evaluation::CountAccuracy& accuracy)
{
    return {{"frames", accuracy.images},
            {"exact", accuracy.exact},
            {"within_one", accuracy.withinOne},
            {"bias", accuracy.bias}};
}

evaluation::CocoMetrics classMetrics(std::span<const evaluation::EvaluationImage> images, int category)
{
    std::vector<evaluation::EvaluationImage> ofClass;
    for (const auto& image : images) {
        evaluation::EvaluationImage kept{image.id, {}, {}};
        std::copy_if(image.groundTruths.begin(), image.groundTruths.end(), std::back_inserter(kept.groundTruths),
                     [&](const auto& truth) { return truth.categoryId == category; });
        std::copy_if(image.detections.begin(), image.detections.end(), std::back_inserter(kept.detections),
                     [&](const auto& detection) { return detection.categoryId == category; });
        ofClass.push_back(std::move(kept));
    }
    return evaluation::evaluateCoco(ofClass, evaluation::IouKind::Segmentation);
}

} // namespace

nlohmann::json DetectorEvaluation::CountTable::summary(int index) const
{
    const auto chosen = std::size_t(index);
    nlohmann::json byThreshold = nlohmann::json::array();
    for (int t = 0; t < kThresholds; ++t)
        byThreshold.push_back({{"threshold", thresholdAt(t)},
                               {"exact_2_to_8", cleavage[std::size_t(t)].exact},
                               {"per_empty_frame", perEmptyFrame[std::size_t(t)]}});
    return {{"threshold", thresholdAt(int(chosen))},
            {"merge_iou", mergeIou},
            {"count_weight", countWeight},
            {"all", toJson(all[chosen])},
            {"cells_2_to_8", toJson(cleavage[chosen])},
            {"detections_per_empty_frame", perEmptyFrame[chosen]},
            {"by_threshold", byThreshold}};
}

DetectorEvaluation::DetectorEvaluation(const nn::SampleSource& source, int count, DetectorEvaluationOptions options)
    : m_options(options)
{
    for (int i = 0; i < count; ++i) {
        Frame frame;
        frame.window = nn::plainWindow(source.sample(std::uint64_t(i)), options.inputSize, options.fieldOfView);
        frame.cells = int(std::count_if(frame.window.instances.begin(), frame.window.instances.end(),
                                        [](const nn::WindowInstance& instance) {
                                            return instance.label == kBlastomere && !instance.ignore;
                                        }));
        m_frames.push_back(std::move(frame));
    }
}

std::vector<DetectorEvaluation::Found> DetectorEvaluation::detectBatch(nn::AmodalDetector& detector, std::size_t first,
                                                                       std::size_t end) const
{
    std::vector<torch::Tensor> images;
    const std::int64_t size = m_options.inputSize;
    for (std::size_t i = first; i < end; ++i)
        images.push_back(torch::from_blob(const_cast<float*>(m_frames[i].window.image.data()), {1, size, size}));
    nn::DetectOptions options;
    options.precision = m_options.precision;
    options.mirrored = true; // as inference does
    const auto device = detector->parameters().front().device();
    std::vector<Found> batch;
    for (const nn::DetectorOutput& output : detector->detect(torch::stack(images).to(device), options)) {
        Found found;
        for (std::int64_t k = 0; k < output.scores.size(0); ++k) {
            const base::Box box = boxAt(output.boxes, k);
            const base::Box maskBox = boxAt(output.maskBoxes, k);
            const int side = m_options.inputSize;
            evaluation::Detection detection;
            detection.categoryId = int(output.labels[k].item<std::int64_t>());
            detection.mask = nn::paste(output.amodal[k], maskBox, side, side).toMask(side, side);
            detection.box = box;
            detection.score = output.scores[k].item<double>();
            found.visible.push_back(nn::paste(output.visible[k], maskBox, side, side).toMask(side, side));
            found.detections.push_back(std::move(detection));
        }
        if (output.counts.defined()) {
            const auto counts = output.counts.to(torch::kFloat64).contiguous();
            found.countProbabilities.assign(counts.data_ptr<double>(), counts.data_ptr<double>() + counts.numel());
        }
        batch.push_back(std::move(found));
    }
    return batch;
}

std::vector<DetectorEvaluation::Found> DetectorEvaluation::detect(nn::AmodalDetector& detector) const
{
    std::vector<Found> all;
    const auto step = std::size_t(std::max(1, m_options.batch));
    for (std::size_t first = 0; first < m_frames.size(); first += step) {
        auto batch = detectBatch(detector, first, std::min(m_frames.size(), first + step));
        std::move(batch.begin(), batch.end(), std::back_inserter(all));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto truths = truthsOf(m_frames[i].window);
        for (const evaluation::Detection& detection : all[i].detections)
            all[i].onIgnored.push_back(isOnIgnored(detection, truths));
    }
    return all;
}

DetectorEvaluation::CountTable DetectorEvaluation::countTable(const std::vector<Found>& found,
                                                              const std::vector<std::vector<std::size_t>>& merged,
                                                              double mergeIou, double countWeight) const
{
    CountTable table;
    table.mergeIou = mergeIou;
    table.countWeight = countWeight;
    for (int t = 0; t < kThresholds; ++t) {
        std::vector<evaluation::CountPair> all, cleavage;
        int empty = 0, falseDetections = 0;
        for (std::size_t i = 0; i < m_frames.size(); ++i) {
            const auto counted = found[i].counted(merged[i], {thresholdAt(t), mergeIou, countWeight});
            const evaluation::CountPair pair{m_frames[i].cells, int(counted.size())};
            all.push_back(pair);
            if (pair.expected >= 2 && pair.expected <= 8)
                cleavage.push_back(pair);
            empty += pair.expected == 0;
            falseDetections += pair.expected == 0 ? pair.predicted : 0;
        }
        const auto index = std::size_t(t);
        table.all[index] = evaluation::countAccuracy(all);
        table.cleavage[index] = evaluation::countAccuracy(cleavage);
        table.perEmptyFrame[index] = empty > 0 ? double(falseDetections) / empty : 0.0;
    }
    return table;
}

std::vector<evaluation::EvaluationImage> DetectorEvaluation::evaluationImages(const std::vector<Found>& found) const
{
    std::vector<evaluation::EvaluationImage> images;
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        images.push_back({std::int64_t(i), truthsOf(m_frames[i].window), found[i].detections});
    }
    return images;
}

double DetectorEvaluation::hiddenAp(const std::vector<Found>& found) const
{
    std::vector<evaluation::OccludedImage> images;
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        evaluation::OccludedImage image;
        image.image.id = std::int64_t(i);
        const nn::WindowSample& window = m_frames[i].window;
        const auto truths = truthsOf(window);
        for (std::size_t g = 0; g < truths.size(); ++g) {
            if (truths[g].categoryId != kBlastomere)
                continue;
            image.image.groundTruths.push_back(truths[g]);
            const nn::WindowInstance& instance = window.instances[g];
            image.visible.push_back(instance.visibleKnown ? std::optional(toRle(instance.visible, window.size))
                                                          : std::nullopt);
        }
        std::copy_if(found[i].detections.begin(), found[i].detections.end(),
                     std::back_inserter(image.image.detections),
                     [](const auto& detection) { return detection.categoryId == kBlastomere; });
        images.push_back(std::move(image));
    }
    return evaluation::evaluateHiddenParts(images).ap;
}

nlohmann::json DetectorEvaluation::outlines(nn::AmodalDetector& detector) const
{
    std::map<std::string, double> sums;
    std::int64_t objects = 0;
    const auto device = detector->parameters().front().device();
    const auto step = std::size_t(std::max(1, m_options.batch));
    for (std::size_t first = 0; first < m_frames.size(); first += step) {
        std::vector<nn::WindowSample> windows;
        for (std::size_t i = first; i < std::min(m_frames.size(), first + step); ++i) {
            windows.push_back(m_frames[i].window);
            std::erase_if(windows.back().instances, [](const auto& instance) { return instance.label != kBlastomere; });
        }
        const auto quality = detector->outlineQuality(nn::toDevice(nn::toBatch(windows), device), m_options.precision);
        const auto add = [&](const char* key, std::optional<double> mean) {
            if (mean && quality.objects > 0)
                sums[key] += *mean * double(quality.objects);
        };
        add("outline_iou", quality.silhouetteIou);
        add("code_accuracy", quality.codeAccuracy);
        add("initial_iou", quality.initialIou);
        add("coded_iou", quality.codedIou);
        objects += quality.objects;
    }
    nlohmann::json means = nlohmann::json::object();
    for (const auto& [key, sum] : sums)
        means[key] = sum / double(objects);
    return means;
}

FrameScore DetectorEvaluation::frameScore(const Frame& frame, const Found& found, const nn::CountRule& rule) const
{
    FrameScore score;
    for (const nn::WindowInstance& instance : frame.window.instances) {
        if (instance.label == kBlastomere && !instance.ignore)
            score.truth.push_back(toRle(instance.amodal, frame.window.size));
    }
    for (const std::size_t k : found.counted(mergedBlastomeres(found.detections, rule.mergeIou), rule))
        score.counted.push_back(found.detections[k].mask);
    score.quality = evaluation::panopticQuality(score.truth, score.counted);
    return score;
}

DetectorScore DetectorEvaluation::score(nn::AmodalDetector& detector, const nn::CountRule& rule) const
{
    const std::vector<Found> found = detect(detector);
    DetectorScore score;
    std::vector<evaluation::CountPair> pairs;
    double quality = 0;
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        score.frames.push_back(frameScore(m_frames[i], found[i], rule));
        pairs.push_back({m_frames[i].cells, int(score.frames.back().counted.size())});
        quality += score.frames.back().quality / double(m_frames.size());
    }
    const auto blastomeres = classMetrics(evaluationImages(found), kBlastomere);
    const auto count = evaluation::countAccuracy(pairs);
    score.numbers = {{"ap", blastomeres.ap},      {"ap50", blastomeres.ap50},
                     {"ap75", blastomeres.ap75},  {"exact", count.exact},
                     {"within_one", count.withinOne}, {"bias", count.bias},
                     {"quality", quality}};
    return score;
}

std::vector<DetectorEvaluation::CountTable> DetectorEvaluation::countTables(const std::vector<Found>& found) const
{
    std::vector<CountTable> tables;
    for (const double mergeIou : kMergeIous) {
        std::vector<std::vector<std::size_t>> merged;
        for (const Found& frame : found)
            merged.push_back(mergedBlastomeres(frame.detections, mergeIou));
        for (const double countWeight : kCountWeights)
            tables.push_back(countTable(found, merged, mergeIou, countWeight));
    }
    return tables;
}

nlohmann::json DetectorEvaluation::bestCount(const std::vector<CountTable>& own, const std::vector<CountTable>& other,
                                             const std::optional<nn::CountRule>& known)
{
    const auto near = [](double a, double b) { return std::abs(a - b) < 1e-6; };
    for (std::size_t table = 0; known && table < own.size(); ++table)
        for (int index = 0; index < kThresholds; ++index)
            if (near(own[table].mergeIou, known->mergeIou) && near(own[table].countWeight, known->countWeight) &&
                near(thresholdAt(index), known->threshold))
                return own[table].summary(index);
    const auto quality = [&](std::size_t table, int index) {
        const double here = own[table].quality(index);
        return other.empty() ? here : (here + other[table].quality(index)) / 2;
    };
    std::size_t bestTable = 0;
    int bestIndex = 0;
    for (std::size_t table = 0; table < own.size(); ++table) {
        for (int index = 0; index < kThresholds; ++index) {
            if (quality(table, index) > quality(bestTable, bestIndex)) {
                bestTable = table;
                bestIndex = index;
            }
        }
    }
    return own[bestTable].summary(bestIndex);
}

nlohmann::json DetectorEvaluation::measure(nn::AmodalDetector& detector, const DetectorEvaluation* alsoCount,
                                           const std::optional<nn::CountRule>& known) const
{
    const std::vector<Found> found = detect(detector);
    const auto images = evaluationImages(found);
    const auto others =
        alsoCount ? alsoCount->countTables(alsoCount->detect(detector)) : std::vector<CountTable>();
    const nlohmann::json count = bestCount(countTables(found), others, known);
    const auto blastomeres = classMetrics(images, kBlastomere);
    nlohmann::json numbers = outlines(detector);
    numbers.update({{"frames", m_frames.size()},
            {"ap", blastomeres.ap},
            {"ap50", blastomeres.ap50},
            {"ap75", blastomeres.ap75},
            {"ap_hidden", hiddenAp(found)},
            {"ap_fragment", classMetrics(images, int(base::ObjectClass::Fragment)).ap},
            {"ap_polar_body", classMetrics(images, int(base::ObjectClass::PolarBody)).ap},
            {"count", count}});
    return numbers;
}

nn::CountRule countRuleOf(const nlohmann::json& count)
{
    return {count.at("threshold"), count.at("merge_iou"), count.at("count_weight")};
}

} // namespace blastoscope::train
