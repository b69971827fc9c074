// SPDX-License-Identifier: Apache-2.0
#include "app/train/run.h"

#include <fstream>
#include <thread>

#include <ATen/Context.h>
#include <torch/cuda.h>

#include "app/train/detector_stage.h"
#include "app/train/export_stage.h"
#include "app/train/finder_stage.h"
#include "app/train/vq_stage.h"
#include "core/base/log.h"
#include "core/nn/data/sample_cache.h"
#include "core/nn/training/compute_threads.h"

namespace blastoscope::train {
namespace {

constexpr const char* kRecipeFile = "recipe.json";
constexpr std::int64_t kRenderAhead = 400;

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
    std::error_code error;
    std::filesystem::create_directories(arguments.out, error);
    if (error)
        return base::fail(base::ErrorCode::Io, "Cannot create the folder " + arguments.out.string() + ".", error.message());
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
                          "The run in " + arguments.out.string() + " was made by another recipe; it cannot go on with this one.");
    return {};
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
    context.samples = std::make_shared<nn::SampleStore>(
        source, nn::SampleStoreOptions{recipe.capacity, recipe.threads, kRenderAhead}, std::move(ready));
    return {};
}

base::Result<nn::RunOutcome> runNamed(const RunContext& context, const std::string& stage)
{
    if (stage == "vq")
        return runVqStage(context);
    if (stage == "detector")
        return runDetectorStage(context);
    if (stage == "finder")
        return runFinderStage(context);
    return runExportStage(context);
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

base::Result<nn::RunOutcome> runStages(RunContext& context)
{
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
    if (auto status = context.log->write("finished"); !status)
        return tl::unexpected<base::Error>(status.error());
    return nn::RunOutcome::Finished;
}

} // namespace

base::Result<nn::RunOutcome> run(const Arguments& arguments, const Recipe& recipe, const base::CancellationToken& stop)
{
    const auto device = chooseDevice(arguments.device);
    if (!device)
        return tl::unexpected<base::Error>(device.error());
    if (auto status = prepareFolder(arguments, recipe); !status)
        return tl::unexpected<base::Error>(status.error());
    nn::setComputeThreads(arguments.threads > 0 ? arguments.threads : int(std::thread::hardware_concurrency()));
    auto log = nn::ProgressLog::open(arguments.out / "progress.jsonl");
    if (!log)
        return tl::unexpected<base::Error>(log.error());
    RunContext context{recipe, arguments.out, *device, stop, *log, nullptr, {}};
    try {
        return runStages(context);
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorCode::Internal, "The run failed.", exception.what());
    }
}

} // namespace blastoscope::train
