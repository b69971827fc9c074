// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <memory>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/counted_evaluation.h"
#include "app/cli/named_metrics.h"
#include "app/cli/stratified_evaluation.h"
#include "core/base/file_io.h"
#include "core/evaluation/coco_eval.h"
#include "core/formats/coco_evaluation.h"

namespace blastoscope::cli {
namespace {

using evaluation::CocoMetrics;
using evaluation::EvaluationImage;
using evaluation::IouKind;
using nlohmann::ordered_json;

struct EvaluateOptions {
    std::string truth;
    std::string results;
    std::string iou = "segm";
    std::string counted;
    std::vector<std::string> metrics; ///< groups; empty: the report of the reference evaluator
    double minScore = 0;
    std::string json;
};

ordered_json toJson(const CocoMetrics& metrics)
{
    ordered_json out;
    const auto values = metrics.values();
    for (std::size_t i = 0; i < values.size(); ++i)
        out[evaluation::kCocoMetricNames[i]] = values[i];
    return out;
}

CocoMetrics evaluateCategory(const std::vector<EvaluationImage>& images, int category, IouKind kind)
{
    std::vector<EvaluationImage> filtered = images;
    for (EvaluationImage& image : filtered) {
        std::erase_if(image.groundTruths, [&](const auto& g) { return g.categoryId != category; });
        std::erase_if(image.detections, [&](const auto& d) { return d.categoryId != category; });
    }
    return evaluation::evaluateCoco(filtered, kind);
}

/// The files that an evaluation compares.
struct Compared {
    formats::CocoDataset truth;
    std::vector<EvaluationImage> images;
    std::optional<formats::CocoDataset> counted;
};

base::Result<Compared> readCompared(const EvaluateOptions& options, IouKind kind)
{
    auto truth = formats::readCocoDataset(options.truth);
    if (!truth)
        return tl::unexpected(truth.error());
    const auto results = formats::readCocoResults(options.results, *truth);
    if (!results)
        return tl::unexpected(results.error());
    auto images = formats::toEvaluationImages(*truth, *results, kind);
    if (!images)
        return tl::unexpected(images.error());
    Compared compared{std::move(*truth), std::move(*images), std::nullopt};
    if (!options.counted.empty()) {
        auto counted = formats::readCocoDataset(options.counted);
        if (!counted)
            return tl::unexpected(counted.error());
        compared.counted = std::move(*counted);
    }
    return compared;
}

/// Adds the numbers that --metrics asks for to `out`; they are the report then.
base::Result<std::string> reportNamed(const EvaluateOptions& options, const Compared& compared, IouKind kind,
                                      ordered_json& out)
{
    const NamedMetricsInput input{compared.truth, compared.images, kind, options.minScore,
                                  compared.counted ? &*compared.counted : nullptr};
    const auto named = namedMetrics(options.metrics, input);
    if (!named)
        return tl::unexpected(named.error());
    for (const NamedMetric& metric : *named)
        out["named"][metric.name] = metric.value;
    return toText(*named);
}

base::Status evaluateFiles(const EvaluateOptions& options, Session& session)
{
    const IouKind kind = options.iou == "bbox" ? IouKind::Box : IouKind::Segmentation;
    const auto compared = readCompared(options, kind);
    if (!compared)
        return tl::unexpected(compared.error());
    const auto& [truth, images, counted] = *compared;
    ordered_json out = {{"iou", options.iou}};
    std::string report;
    if (!options.metrics.empty()) {
        auto named = reportNamed(options, *compared, kind, out);
        if (!named)
            return tl::unexpected(named.error());
        report = std::move(*named);
    }
    if (options.metrics.empty() || !options.json.empty()) {
        const CocoMetrics metrics = evaluation::evaluateCoco(images, kind);
        if (options.metrics.empty())
            report = evaluation::formatCocoReport(metrics);
        out["metrics"] = toJson(metrics);
        out["categories"] = ordered_json::object();
        for (const auto& [id, name] : truth.categories)
            out["categories"][name] = toJson(evaluateCategory(images, id, kind));
        out["by_cell_count"] = evaluateByCellCount(truth, images, kind);
        out["by_visible_fraction"] = evaluateByVisibleFraction(truth, images, kind);
    }
    if (counted) {
        const auto evaluated = evaluateCounted(truth, *counted);
        if (!evaluated)
            return tl::unexpected(evaluated.error());
        if (options.metrics.empty())
            report += toText(*evaluated);
        out["counted"] = toJson(*evaluated);
    }
    if (!report.empty() && report.back() == '\n')
        report.pop_back();
    session.console.print(report);
    if (options.json.empty())
        return {};
    return base::writeTextFile(options.json, out.dump(2) + "\n");
}

} // namespace

void addEvaluateCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command = app.add_subcommand("evaluate", "Score results against a ground truth as COCO does");
    command->add_option("--gt", options->truth, "Ground truth (COCO file)")->required()->check(CLI::ExistingFile);
    command->add_option("--pred", options->results, "Results (COCO result list)")->required()->check(CLI::ExistingFile);
    command->add_option("--iou", options->iou, "Compare boxes or masks")
        ->check(CLI::IsMember({"bbox", "segm"}))
        ->capture_default_str();
    command
        ->add_option("--counted", options->counted,
                     "COCO file with the counted cells of the same pictures (annotations.json of segment); adds the "
                     "accuracy of the cell count and of the depth order")
        ->check(CLI::ExistingFile);
    command
        ->add_option(
            "--metrics", options->metrics,
            "Print these instead, one line name = value each: coco, sbd (symmetric best Dice), dic (difference "
            "in count), label-ap (AP without scores), hidden (AP of hidden parts), miou, cell-count and visible "
            "(AP by number of cells and by visible fraction)")
        ->delimiter(',')
        ->check(CLI::IsMember(metricGroups()));
    command
        ->add_option(
            "--min-score", options->minScore,
            "Results below this score do not count in sbd, dic, label-ap and miou; with --counted its cells are "
            "compared there instead")
        ->capture_default_str();
    command->add_option("--json", options->json,
                        "Also write all numbers to this file; also per category, cell count and visible fraction");
    command->callback(
        [options, &chosen] { chosen = [options](Session& session) { return evaluateFiles(*options, session); }; });
}

} // namespace blastoscope::cli
