// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/train/ancestor.h"
#include "app/train/dataset_source.h"
#include "app/train/recipe.h"
#include "core/base/cancellation.h"
#include "core/nn/data/sample_store.h"
#include "core/nn/torch.h"
#include "core/nn/training/hooks.h"
#include "core/nn/training/progress_log.h"
#include "core/nn/training/trainer.h"

namespace blastoscope::train {

/// What every stage of one run shares.
struct RunContext {
    Recipe recipe;
    std::filesystem::path out;
    torch::Device device = torch::kCPU;
    base::CancellationToken stop;
    std::shared_ptr<nn::ProgressLog> log;
    std::shared_ptr<nn::SampleStore> samples; ///< simulated frames; null in a run that has none
    std::string dataHash; ///< of the simulated samples
    std::optional<Ancestor> ancestor;
    std::optional<LoadedDataset> dataset;
};

std::filesystem::path stageCheckpoint(const RunContext& context, const std::string& stage);
std::filesystem::path stageWeights(const RunContext& context, const std::string& stage);

/// True when the stage's weights lie in the run's folder: it is done and not run again.
bool isStageDone(const RunContext& context, const std::string& stage);

/// Trains one stage, going on from its checkpoint if there is one. When the budget is used up or the run stops early,
/// writes averaged weights to stageWeights: the best that `evaluation` keeps (EvaluationHook::best), else the last.
/// `evaluation` may be null. The model in memory keeps its last weights.
base::Result<nn::RunOutcome> runStage(const RunContext& context, nn::TrainingTask& task,
                                      const nn::TrainerOptions& options,
                                      const std::shared_ptr<nn::EvaluationHook>& evaluation);

/// Weights of a finished stage into `module`; NotFound names the stage that has to run first.
base::Status loadStage(const RunContext& context, const std::string& stage, torch::nn::Module& module);

/// Notes what a run began with (hashes by name) in its folder, or fails (Incompatible) when that differs from what an
/// earlier run there noted; `what` begins the message, e.g. "The dataset".
base::Status checkInputs(const RunContext& context, const nlohmann::json& hashes, const std::string& what);

/// How a frame becomes a sample in this run.
CanvasOptions canvasOf(const Recipe& recipe);

/// The simulated samples of a step, waiting for the renderer where needed.
std::vector<std::shared_ptr<const nn::TrainingSample>> samplesOf(const RunContext& context, std::int64_t step,
                                                                 int count);

} // namespace blastoscope::train
