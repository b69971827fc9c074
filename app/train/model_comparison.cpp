// SPDX-License-Identifier: Apache-2.0
#include "app/train/model_comparison.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include "app/train/ancestor.h"
#include "app/train/dataset_source.h"
#include "app/train/detector_evaluation.h"
#include "app/train/simulation_source.h"
#include "app/train/worst_frames.h"
#include "core/nn/data/window_geometry.h"
#include "core/nn/io/model_description.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/training/compute_threads.h"

namespace blastoscope::train {
namespace {

using nlohmann::json;

constexpr std::uint64_t kReferenceSeed = 20260101;
constexpr int kReferenceInput = 256; ///< px; canvases grow with a model's input beyond this
constexpr int kBatch = 4;

struct Candidate {
    Ancestor file;
    nn::AmodalDetector detector{nullptr};
};

base::Result<Candidate> load(const std::filesystem::path& path, bool onCuda)
{
    auto file = readAncestor(path);
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    auto detector = nn::makeAmodalDetector(file->description.architecture.at("detector"));
    if (!detector)
        return tl::unexpected<base::Error>(detector.error());
    if (auto status = loadAncestorPart(path, nn::kDetectorPrefix, **detector); !status)
        return tl::unexpected<base::Error>(status.error());
    (*detector)->to(onCuda ? torch::kCUDA : torch::kCPU);
    (*detector)->eval();
    return Candidate{std::move(*file), *detector};
}

CanvasOptions canvasFor(const Candidate& candidate)
{
    CanvasOptions canvas;
    const double scale = std::max(1.0, double(candidate.file.description.inputSize) / kReferenceInput);
    canvas.canvasSize = int(std::lround(canvas.canvasSize * scale));
    return canvas;
}

DetectorScore score(Candidate& candidate, const nn::SampleSource& source, int frames)
{
    const nn::ModelDescription& model = candidate.file.description;
    const DetectorEvaluation evaluation(source, frames,
                                        {model.inputSize, model.fieldOfView, nn::Precision::Fp32, kBatch});
    const torch::NoGradGuard noGrad;
    return evaluation.score(candidate.detector, model.countRule);
}

/// The pixels of its picture that a model sees of a held-out frame.
base::Box windowOf(const nn::TrainingSample& sample, const base::Box& canvas, double fieldOfView)
{
    const base::Box window = nn::plainWindowBox(sample, fieldOfView);
    const double scale = canvas.width() / sample.canvasSize;
    return {canvas.x1 + window.x1 * scale, canvas.y1 + window.y1 * scale, canvas.x1 + window.x2 * scale,
            canvas.y1 + window.y2 * scale};
}

HeldOutScore heldOutScore(const Candidate& candidate, const LoadedDataset& dataset, std::vector<FrameScore> frames)
{
    HeldOutScore score{std::move(frames), {}, candidate.file.description.inputSize};
    for (std::size_t i = 0; i < dataset.validation->size(); ++i)
        score.windows.push_back(windowOf(*dataset.validation->at(i), dataset.validationOrigins[i].canvas,
                                         candidate.file.description.fieldOfView));
    return score;
}

json note(const char* code, const char* text)
{
    return {{"code", code}, {"text", text}};
}

base::Result<json> onHeldOut(std::vector<Candidate>& candidates, const std::filesystem::path& dataset, json& notes)
{
    json part = {{"frames", 0}, {"embryos", 0}, {"results", json::array()}};
    std::vector<HeldOutScore> scores;
    std::vector<SampleOrigin> origins;
    for (Candidate& candidate : candidates) {
        const auto loaded =
            loadDataset(dataset, canvasFor(candidate), int(candidate.detector->options.classes));
        if (!loaded)
            return tl::unexpected<base::Error>(loaded.error());
        const auto frames = loaded->validation->size();
        part["dataset_sha256"] = loaded->hash;
        part["frames"] = frames;
        part["embryos"] = loaded->heldOutEmbryos;
        if (frames == 0) {
            notes.push_back(
                note("nothing_held_out",
                     "The dataset holds no embryo out, so there is nothing to measure on but simulated frames."));
            return part;
        }
        if (!loaded->exhaustive && part.at("results").empty())
            notes.push_back(note("not_exhaustive", "Not every cell of the real frames is annotated: unlisted ones "
                                                   "count as false detections, so AP and count are lower than they "
                                                   "should be."));
        DetectorScore found = score(candidate, *loaded->validation, int(frames));
        part["results"].push_back(std::move(found.numbers));
        scores.push_back(heldOutScore(candidate, *loaded, std::move(found.frames)));
        origins = loaded->validationOrigins;
    }
    part["worst"] = worstFrames(scores, origins);
    return part;
}

json onReference(std::vector<Candidate>& candidates, int frames)
{
    json part = {{"frames", frames}, {"seed", kReferenceSeed}, {"results", json::array()}};
    for (Candidate& candidate : candidates) {
        SimulationSourceOptions options;
        options.seed = kReferenceSeed;
        options.canvasSize = canvasFor(candidate).canvasSize;
        part["results"].push_back(score(candidate, SimulationSource(options), frames).numbers);
    }
    return part;
}

std::string row(const std::string& name, const json& result)
{
    const auto percent = [&](const char* key) { return 100 * result.at(key).get<double>(); };
    char text[200];
    std::snprintf(text, sizeof text, "  %-34.34s %6.1f %6.1f %6.1f %9.1f %11.1f %+7.2f\n", name.c_str(), percent("ap"),
                  percent("ap50"), percent("ap75"), percent("exact"), percent("within_one"),
                  result.at("bias").get<double>());
    return text;
}

} // namespace

base::Result<json> compareModels(const std::vector<std::filesystem::path>& models, const ComparisonOptions& options,
                                 const base::CancellationToken& cancel)
{
    json comparison = {{"models", json::array()}, {"notes", json::array()}};
    if (options.threads > 0)
        nn::setComputeThreads(options.threads);
    try {
        std::vector<Candidate> candidates;
        for (const auto& path : models) {
            auto candidate = load(path, options.onCuda);
            if (!candidate)
                return tl::unexpected<base::Error>(candidate.error());
            const nn::ModelDescription& description = candidate->file.description;
            comparison["models"].push_back({{"file", path.filename().string()},
                                            {"sha256", candidate->file.sha256},
                                            {"name", description.name},
                                            {"version", description.version}});
            candidates.push_back(std::move(*candidate));
        }
        if (!options.dataset.empty()) {
            auto part = onHeldOut(candidates, options.dataset, comparison["notes"]);
            if (!part)
                return part;
            comparison["validation"] = std::move(*part);
        }
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        if (options.simulatedFrames > 0)
            comparison["simulated"] = onReference(candidates, options.simulatedFrames);
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorCode::Internal, "The models could not be compared.", exception.what());
    }
    return comparison;
}

std::string comparisonTable(const json& comparison)
{
    std::string text;
    const auto part = [&](const char* key, const char* title) {
        if (!comparison.contains(key) || comparison.at(key).at("results").empty())
            return;
        const json& numbers = comparison.at(key);
        text += std::string(title) + " (" + numbers.at("frames").dump() + " frames)\n";
        text += "  model                                  AP   AP50   AP75   exact %  within 1 %    bias\n";
        for (std::size_t i = 0; i < numbers.at("results").size(); ++i) {
            const json& model = comparison.at("models").at(i);
            text += row(model.at("name").get<std::string>() + " " + model.at("version").get<std::string>(),
                        numbers.at("results").at(i));
        }
    };
    part("validation", "Held-out embryos");
    part("simulated", "Simulated reference");
    for (const json& note : comparison.at("notes"))
        text += "Note: " + note.at("text").get<std::string>() + "\n";
    return text;
}

} // namespace blastoscope::train
