// SPDX-License-Identifier: Apache-2.0
#include "app/train/run.h"

#include <fstream>
#include <thread>

#include <sys/resource.h>

#include <ATen/Context.h>
#include <torch/cuda.h>

#include "app/train/depth_order_stage.h"
#include "app/train/detector_stage.h"
#include "app/train/export_stage.h"
#include "app/train/finder_stage.h"
#include "app/train/gan_stage.h"
#include "app/train/harmonic_run.h"
#include "app/train/model_comparison.h"
#include "app/train/relation_stage.h"
#include "app/train/run_lock.h"
#include "app/train/snap_stage.h"
#include "app/train/vq_stage.h"
#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/base/object_class.h"
#include "core/nn/data/sample_cache.h"
#include "core/nn/training/compute_threads.h"
#include "core/nn/training/control_files.h"

namespace blastoscope::train {
namespace {

constexpr const char* kRecipeFile = "recipe.json";
constexpr const char* kComparisonFile = "comparison.json";
constexpr std::int64_t kRenderAhead = 400;
constexpr std::int64_t kRenderAheadOfTuning = 24;

/// For all threads that are started from now on.
void lowerPriority()
{
    constexpr int kNice = 10;
    if (getpriority(PRIO_PROCESS, 0) < kNice && setpriority(PRIO_PROCESS, 0, kNice) != 0)
        base::logWarning("train", "the priority of this run could not be lowered");
}

base::Result<torch::Device> chooseDevice(Device wanted)
{
    const bool available = torch::cuda::is_available();
    if (wanted == Device::Cuda && !available)
        return base::fail(base::ErrorCode::Unsupported, "There is no CUDA device that this LibTorch can use.");
    if (wanted == Device::Cpu || !available)
        return torch::Device(torch::kCPU);
    at::globalContext().setAllowTF32CuBLAS(true);
    at::globalContext().setAllowTF32CuDNN(true);
    return torch::Device(torch::kCUDA);
}

/// The folder with the recipe in it, so that a later --resume can tell whether it goes on with the same one.
base::Status prepareFolder(const Arguments& arguments, const Recipe& recipe)
{
    const auto file = arguments.out / kRecipeFile;
    if (!std::filesystem::exists(file)) {
        std::ofstream stream(file);
        stream << recipe.source.dump(2) << '\n';
        if (!stream.flush())
            return base::fail(base::ErrorCode::Io, "Cannot write " + file.string() + ".");
        return {};
    }
    if (!arguments.resume)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "The folder " + arguments.out.string() +
                              " already holds a run: add --resume to go on with it, or choose another folder.");
    const auto earlier = readRecipe(file);
    if (!earlier)
        return tl::unexpected<base::Error>(earlier.error());
    if (earlier->source != recipe.source)
        return base::fail(base::ErrorCode::Incompatible,
                          "The run in " + arguments.out.string() +
                              " was made by another recipe; it cannot go on with this one.");
    return {};
}

/// The model to start from and the real frames, if the recipe names them. A run that goes on must find those with which
/// it began.
base::Status openInputs(RunContext& context)
{
    const FineTuningRecipe& recipe = context.recipe.fineTuning;
    const int classes = int(base::kObjectClassNames.size());
    nlohmann::json hashes = nlohmann::json::object();
    if (context.recipe.hasBase()) {
        auto ancestor = readAncestor(recipe.base);
        if (!ancestor)
            return tl::unexpected<base::Error>(ancestor.error());
        hashes["base_sha256"] = ancestor->sha256;
        context.ancestor = std::move(*ancestor);
    }
    if (!recipe.dataset.empty()) {
        auto dataset = loadDataset(recipe.dataset, canvasOf(context.recipe), classes);
        if (!dataset)
            return tl::unexpected<base::Error>(dataset.error());
        if (dataset->train->size() == 0)
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The dataset in " + recipe.dataset + " has no frame to train on.");
        hashes["dataset_sha256"] = dataset->hash;
        context.dataset = std::move(*dataset);
    }
    if (hashes.empty())
        return {};
    return checkInputs(context, hashes, "The base model or the dataset");
}

base::Status openSamples(RunContext& context)
{
    auto source = std::make_shared<SimulationSource>(context.recipe.simulation);
    context.dataHash = source->fingerprint();
    const SamplesRecipe& recipe = context.recipe.samples;
    std::vector<nn::TrainingSample> ready;
    if (!recipe.cacheFile.empty() && std::filesystem::exists(recipe.cacheFile)) {
        auto cached = nn::readSampleCache(recipe.cacheFile, context.dataHash);
        if (!cached)
            return tl::unexpected<base::Error>(cached.error());
        ready = std::move(*cached);
    }
    // A fine-tuning is short and shall not spend its time on pictures that it never asks for.
    const std::int64_t ahead = !context.ancestor                              ? kRenderAhead
                               : context.recipe.fineTuning.simulatedShare > 0 ? kRenderAheadOfTuning
                                                                              : 1;
    context.samples = std::make_shared<nn::SampleStore>(
        source, nn::SampleStoreOptions{recipe.capacity, recipe.threads, ahead}, std::move(ready));
    return {};
}

base::Result<nn::RunOutcome> runNamed(const RunContext& context, const std::string& stage)
{
    if (stage == "vq")
        return runVqStage(context);
    if (stage == "detector")
        return runDetectorStage(context);
    if (stage == "relation")
        return runRelationStage(context);
    if (stage == "depth_order")
        return runDepthOrderStage(context);
    if (stage == "finder")
        return runFinderStage(context);
    if (stage == "snap")
        return runSnapStage(context);
    return context.recipe.includes("snap") ? exportSnap(context) : runExportStage(context);
}

/// The rendered samples for the next run, if the recipe wants them kept.
base::Status keepSamples(const RunContext& context)
{
    const std::string& file = context.recipe.samples.cacheFile;
    if (file.empty() || std::filesystem::exists(file))
        return {};
    std::vector<std::shared_ptr<const nn::TrainingSample>> samples;
    for (std::int64_t i = 0; i < context.samples->firstGap(); ++i)
        samples.push_back(context.samples->at(i));
    return nn::writeSampleCache(file, samples, context.dataHash);
}

base::Status compareWithAncestor(const RunContext& context)
{
    base::logInfo("train", "comparing with the base model");
    if (auto status = context.log->write("comparing"); !status)
        return status;
    ComparisonOptions options;
    options.dataset = context.recipe.fineTuning.dataset;
    options.simulatedFrames = context.recipe.evaluation.finalSamples;
    options.onCuda = context.device.is_cuda();
    const auto comparison = compareModels({context.ancestor->file, context.out / kModelFile}, options, context.stop);
    if (!comparison)
        return tl::unexpected<base::Error>(comparison.error());
    if (auto status = base::writeTextFile(context.out / kComparisonFile, comparison->dump(2) + "\n"); !status)
        return status;
    nlohmann::json numbers = *comparison; // without the outlines, which would make one very long line
    if (numbers.contains("validation"))
        numbers["validation"].erase("worst");
    return context.log->write("compared", {{"file", kComparisonFile}, {"comparison", std::move(numbers)}});
}

base::Result<nn::RunOutcome> runGan(RunContext& context)
{
    if (context.recipe.fineTuning.dataset.empty()) {
        if (auto status = openSamples(context); !status)
            return tl::unexpected<base::Error>(status.error());
    }
    return runGanStage(context);
}

base::Result<nn::RunOutcome> runStages(RunContext& context)
{
    if (auto status = openInputs(context); !status)
        return tl::unexpected<base::Error>(status.error());
    if (auto status = openSamples(context); !status)
        return tl::unexpected<base::Error>(status.error());
    for (const std::string& stage : context.recipe.stages) {
        if (isStageDone(context, stage))
            continue;
        base::logInfo("train", "stage " + stage);
        const auto outcome = runNamed(context, stage);
        if (!outcome || *outcome == nn::RunOutcome::Stopped)
            return outcome;
    }
    if (auto status = keepSamples(context); !status)
        return tl::unexpected<base::Error>(status.error());
    if (context.ancestor && context.recipe.includes("export")) {
        if (auto status = compareWithAncestor(context); !status)
            return tl::unexpected<base::Error>(status.error());
    }
    if (auto status = context.log->write("finished"); !status)
        return tl::unexpected<base::Error>(status.error());
    return nn::RunOutcome::Finished;
}

/// Says in the diary how the run ended, for programs that watch it.
base::Result<nn::RunOutcome> noted(base::Result<nn::RunOutcome> outcome, nn::ProgressLog& log)
{
    base::Status status;
    if (!outcome)
        status = log.write("failed", {{"message", outcome.error().message}, {"detail", outcome.error().detail}});
    else if (*outcome == nn::RunOutcome::Stopped)
        status = log.write("stopped");
    if (!status)
        base::logWarning("train", status.error().message);
    return outcome;
}

} // namespace

base::Result<nn::RunOutcome> run(const Arguments& arguments, const Recipe& recipe, const base::CancellationToken& stop)
{
    const auto device = chooseDevice(arguments.device);
    if (!device)
        return tl::unexpected<base::Error>(device.error());
    if (auto status = base::makeFolder(arguments.out); !status)
        return tl::unexpected<base::Error>(status.error());
    const auto lock = RunLock::take(arguments.out);
    if (!lock)
        return tl::unexpected<base::Error>(lock.error());
    if (auto status = prepareFolder(arguments, recipe); !status)
        return tl::unexpected<base::Error>(status.error());
    nn::forgetStopFile(arguments.out);
    if (arguments.background)
        lowerPriority();
    nn::setComputeThreads(arguments.threads > 0 ? arguments.threads : int(std::thread::hardware_concurrency()));
    auto log = nn::ProgressLog::open(arguments.out / "progress.jsonl");
    if (!log)
        return tl::unexpected<base::Error>(log.error());
    RunContext context{recipe, arguments.out, *device, stop, *log, nullptr, {}, {}, {}};
    try {
        return noted(recipe.isHarmonic() ? runHarmonicStages(context)
                     : recipe.isGan()    ? runGan(context)
                                         : runStages(context),
                     **log);
    } catch (const std::exception& exception) {
        return noted(base::fail(base::ErrorCode::Internal, "The run failed.", exception.what()), **log);
    }
}

} // namespace blastoscope::train
