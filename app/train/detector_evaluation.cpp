// SPDX-License-Identifier: Apache-2.0
#include "app/train/detector_evaluation.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "app/train/count_choice.h"
#include "app/train/frame_findings.h"
#include "core/base/object_class.h"
#include "core/evaluation/count_accuracy.h"
#include "core/evaluation/hidden_parts.h"
#include "core/evaluation/panoptic_quality.h"
#include "core/nn/data/batches.h"

namespace blastoscope::train {
namespace {

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

std::vector<FrameFindings> DetectorEvaluation::detect(nn::AmodalDetector& detector) const
{
    nn::DetectOptions options;
    options.precision = m_options.precision;
    options.views = nn::kViewsOfInference;
    const auto device = detector->parameters().front().device();
    const std::int64_t side = m_options.inputSize;
    const auto step = std::size_t(std::max(1, m_options.batch));
    std::vector<FrameFindings> all;
    while (all.size() < m_frames.size()) {
        std::vector<torch::Tensor> images;
        for (std::size_t i = all.size(); i < std::min(m_frames.size(), all.size() + step); ++i)
            images.push_back(torch::from_blob(const_cast<float*>(m_frames[i].window.image.data()), {1, side, side}));
        for (const nn::DetectorOutput& output : detector->detect(torch::stack(images).to(device), options))
            all.push_back(findingsIn(m_frames[all.size()].window, output));
    }
    return all;
}

std::vector<CountTable> DetectorEvaluation::countTables(const std::vector<FrameFindings>& found) const
{
    std::vector<int> cells;
    for (const Frame& frame : m_frames)
        cells.push_back(frame.cells);
    return train::countTables(cells, found);
}

std::vector<evaluation::EvaluationImage>
DetectorEvaluation::evaluationImages(const std::vector<FrameFindings>& found) const
{
    std::vector<evaluation::EvaluationImage> images;
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        images.push_back({std::int64_t(i), truthsOf(m_frames[i].window), found[i].detections});
    }
    return images;
}

double DetectorEvaluation::hiddenAp(const std::vector<FrameFindings>& found) const
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

FrameScore DetectorEvaluation::frameScore(const Frame& frame, const FrameFindings& found, const nn::CountRule& rule)
{
    FrameScore score;
    for (const nn::WindowInstance& instance : frame.window.instances) {
        if (instance.label == kBlastomere && !instance.ignore)
            score.truth.push_back(toRle(instance.amodal, frame.window.size));
    }
    for (const std::size_t k : found.counted(found.mergedBlastomeres(rule.mergeIou), rule))
        score.counted.push_back(found.detections[k].mask);
    score.quality = evaluation::panopticQuality(score.truth, score.counted);
    return score;
}

DetectorScore DetectorEvaluation::score(nn::AmodalDetector& detector, const nn::CountRule& rule) const
{
    const std::vector<FrameFindings> found = detect(detector);
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

nlohmann::json DetectorEvaluation::measure(nn::AmodalDetector& detector, const DetectorEvaluation* alsoCount,
                                           const std::optional<nn::CountRule>& known) const
{
    const std::vector<FrameFindings> found = detect(detector);
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

} // namespace blastoscope::train
