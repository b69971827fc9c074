// SPDX-License-Identifier: Apache-2.0
#include "app/train/stage_runner.h"

#include <string>

#include "core/base/file_io.h"
#include "core/nn/data/sample_schedule.h"
#include "core/nn/io/checkpoint.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/training/control_files.h"

namespace blastoscope::train {
namespace {

constexpr const char* kInputsFile = "inputs.json";

base::Status resumeFrom(const std::filesystem::path& file, nn::Trainer& trainer)
{
    if (!std::filesystem::exists(file))
        return {};
    const auto checkpoint = nn::readCheckpoint(file);
    if (!checkpoint)
        return tl::unexpected<base::Error>(checkpoint.error());
    return trainer.restore(*checkpoint);
}

/// The best weights that were evaluated in a run that may stop early, otherwise the averages at its end.
base::Status writeWeights(const RunContext& context, nn::Trainer& trainer, const nn::EvaluationHook* evaluation)
{
    const auto write = [&](const nn::TensorMap& weights, std::int64_t step) {
        const std::string stage = trainer.task().name();
        const nn::TensorFile file{weights, {{"stage", stage}, {"steps", std::to_string(step)}}};
        return nn::writeTensorFile(stageWeights(context, stage), file);
    };
    if (evaluation && evaluation->best())
        return write(evaluation->best()->weights, evaluation->best()->step);
    const nn::AveragedWeightsScope averaged(trainer.averagedWeights());
    return write(nn::stateOf(trainer.task().model()), trainer.step());
}

} // namespace

std::filesystem::path stageCheckpoint(const RunContext& context, const std::string& stage)
{
    return context.out / (stage + ".checkpoint.safetensors");
}

std::filesystem::path stageWeights(const RunContext& context, const std::string& stage)
{
    return context.out / (stage + ".weights.safetensors");
}

bool isStageDone(const RunContext& context, const std::string& stage)
{
    return std::filesystem::exists(stageWeights(context, stage));
}

base::Result<nn::RunOutcome> runStage(const RunContext& context, nn::TrainingTask& task,
                                      const nn::TrainerOptions& options,
                                      const std::shared_ptr<nn::EvaluationHook>& evaluation)
{
    nn::Trainer trainer(task, options);
    trainer.addHook(std::make_shared<nn::ProgressHook>(
        context.log, context.recipe.logEverySteps,
        [&](nlohmann::json& line) {
            if (context.samples)
                line["samples_rendered"] = context.samples->rendered();
        }));
    if (evaluation)
        trainer.addHook(evaluation);
    const auto checkpoint = stageCheckpoint(context, task.name());
    const auto checkpoints =
        std::make_shared<nn::CheckpointHook>(checkpoint, context.recipe.checkpointMinutes, context.log);
    trainer.addHook(checkpoints);
    trainer.addHook(std::make_shared<nn::ControlFilesHook>(context.out, context.stop, checkpoints, context.log));
    if (auto status = resumeFrom(checkpoint, trainer); !status)
        return tl::unexpected<base::Error>(status.error());
    const auto outcome = trainer.run(context.stop);
    if (!outcome || *outcome == nn::RunOutcome::Stopped)
        return outcome;
    if (auto status = writeWeights(context, trainer, evaluation.get()); !status)
        return tl::unexpected<base::Error>(status.error());
    return outcome;
}

base::Status loadStage(const RunContext& context, const std::string& stage, torch::nn::Module& module)
{
    if (!isStageDone(context, stage))
        return base::fail(base::ErrorCode::NotFound,
                          "The stage \"" + stage +
                              "\" has to be trained first; its weights are not in the run's folder.");
    const auto file = nn::readTensorFile(stageWeights(context, stage));
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    return nn::loadState(module, file->tensors);
}

base::Status checkInputs(const RunContext& context, const nlohmann::json& hashes, const std::string& what)
{
    const auto file = context.out / kInputsFile;
    if (!std::filesystem::exists(file))
        return base::writeTextFile(file, hashes.dump(2) + "\n");
    const auto earlier = base::readTextFile(file);
    if (!earlier)
        return tl::unexpected<base::Error>(earlier.error());
    if (nlohmann::json::parse(*earlier, nullptr, false) != hashes)
        return base::fail(base::ErrorCode::Incompatible, what + " is not the one with which the run in " +
                                                             context.out.string() + " began; start a new run.");
    return {};
}

CanvasOptions canvasOf(const Recipe& recipe)
{
    const SimulationSourceOptions& simulation = recipe.simulation;
    return {simulation.canvasFieldOfView, simulation.canvasSize, simulation.overviewSize};
}

std::vector<std::shared_ptr<const nn::TrainingSample>> samplesOf(const RunContext& context, std::int64_t step,
                                                                 int count)
{
    const SamplesRecipe& recipe = context.recipe.samples;
    const nn::SampleSchedule schedule{context.recipe.seed, recipe.capacity, recipe.initial, recipe.freshPerStep};
    std::vector<std::shared_ptr<const nn::TrainingSample>> samples;
    for (const std::int64_t index : schedule.indices(step, count))
        samples.push_back(context.samples->at(index));
    return samples;
}

} // namespace blastoscope::train
