// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/nn/io/checkpoint.h"
#include "core/nn/losses/loss_map.h"
#include "core/nn/torch.h"
#include "core/nn/training/adamw.h"
#include "core/nn/training/schedule.h"
#include "core/nn/training/weight_average.h"

namespace blastoscope::nn {

class Trainer;

/// The seed of everything random in one step; any step, below 0 too. Thread-safe.
std::uint64_t stepSeed(std::uint64_t seed, std::int64_t step);

/// A step that is more than one descent, e.g. of two networks that play against each other: it has optimisers of its
/// own.
class CustomStep {
public:
    virtual ~CustomStep() = default;
    /// Changes the weights; the losses are reported. Random numbers as for TrainingTask.
    virtual LossMap run(std::int64_t step, double learningRate) = 0;
    /// Of the optimisers, for the checkpoint.
    virtual std::map<std::string, torch::Tensor> state() const = 0;
    /// Fails (Incompatible) when something is missing or has another shape.
    virtual base::Status restore(const std::map<std::string, torch::Tensor>& state) = 0;
};

/// What is trained: a model and its losses as functions of the step number alone, so that a resumed run repeats exactly
/// what an uninterrupted one would have done. Random numbers come from the step number or from LibTorch's generators,
/// which the trainer seeds anew before every step.
class TrainingTask {
public:
    virtual ~TrainingTask() = default;
    /// Name of the stage in progress lines and checkpoints, e.g. "detector".
    virtual std::string name() const = 0;
    virtual torch::nn::Module& model() = 0;
    /// Losses of this step's batch. Called in ascending order of steps.
    virtual LossMap losses(std::int64_t step) = 0;
    /// What is minimised; the plain sum unless overridden. `progress` is the used share of the budget, in [0, 1].
    virtual torch::Tensor total(const LossMap& losses, double progress) { return weightedSum(losses, {}); }
    /// What a step does instead of descending on losses(), which then is never called; null: nothing else. Belongs to
    /// the task and stays the same.
    virtual CustomStep* customStep() { return nullptr; }
};

struct TrainerOptions {
    std::int64_t steps = 0; ///< 0: no limit
    double minutes = 0;     ///< wall time including earlier runs of a resumed one; 0: no limit. One of both must be set
    ScheduleOptions schedule;
    AdamWOptions optimiser;
    double gradientClip = 5;      ///< largest norm of all gradients together; 0: unlimited
    double averageDecay = 0.999;  ///< of the averaged weights
    std::uint64_t seed = 1;
};

struct StepReport {
    std::int64_t step = 0; ///< the step just done, from 0
    double learningRate = 0;
    double totalLoss = 0;
    std::map<std::string, double> losses;
    double gradientNorm = 0;
    bool skipped = false; ///< the loss or its gradient was not finite; weights unchanged
    double lossMs = 0;    ///< waiting for data and forward pass
    double backwardMs = 0;
    double updateMs = 0;
};

/// Everything besides the loop. Hooks run in the order they were added, on the trainer's thread; an error ends the run.
class TrainerHook {
public:
    virtual ~TrainerHook() = default;
    virtual base::Status beforeRun(Trainer&) { return {}; }
    virtual base::Status afterStep(Trainer&, const StepReport&) { return {}; }
    /// Also after a run that was stopped, not after one that failed.
    virtual base::Status afterRun(Trainer&) { return {}; }
    /// Own state for the checkpoint: a key of this hook in `info`, tensors under a prefix of this hook (shared
    /// storage).
    virtual void save(Checkpoint&) const {}
    /// What save() left in the checkpoint of an earlier run. Throws nlohmann::json::exception when it is not there.
    virtual void restore(const Checkpoint&) {}
};

/// The budget is used up, a person or a signal stopped the run, or a hook did.
enum class RunOutcome { Finished, Stopped, StoppedEarly };

/// The training loop: losses, backward, clip, AdamW, averaged weights; everything else is hooks. Not thread-safe.
class Trainer {
public:
    Trainer(TrainingTask& task, TrainerOptions options);

    void addHook(std::shared_ptr<TrainerHook> hook) { m_hooks.push_back(std::move(hook)); }

    /// Trains until the budget is used up, `stop` fires (the state then stays usable) or a hook stops the run. Fails
    /// with InvalidArgument without a budget, as a hook does, with OutOfMemory, and with Internal for anything else
    /// that LibTorch throws and for losses that stay infinite for 25 steps.
    base::Result<RunOutcome> run(const base::CancellationToken& stop);

    /// A hook asks to end the run after this step.
    void stopEarly() { m_stopEarly = true; }

    TrainingTask& task() { return m_task; }
    const TrainerOptions& options() const { return m_options; }
    /// Number of steps done, over all runs.
    std::int64_t step() const { return m_step; }
    /// Wall time of training, over all runs, without what was left out.
    double elapsedSeconds() const;
    /// Takes time in which a hook only waited out of elapsedSeconds(), so that it does not use up the budget.
    void leaveOut(double seconds) { m_earlierSeconds -= seconds; }
    /// Used fraction of the budget, [0, 1].
    double progress() const;
    WeightAverage& averagedWeights() { return m_average; }

    /// Everything that the run needs to go on, under the keys "model.", "optimiser.", "custom.", "average." and those
    /// of the hooks; with the seed the number of the step is also the position in the data and the random state.
    /// Tensors share storage with the run.
    Checkpoint state() const;
    /// Call it with the hooks added. Fails (Incompatible) when the checkpoint is of another stage, seed or
    /// architecture, and (Corrupt) when its description lacks something; the run is then not usable.
    base::Status restore(const Checkpoint& checkpoint);

private:
    base::Result<RunOutcome> loop(const base::CancellationToken& stop);
    base::Result<StepReport> runStep();
    void descend(StepReport& report, double used);
    void runCustom(CustomStep& custom, StepReport& report);

    TrainingTask& m_task;
    TrainerOptions m_options;
    AdamW m_optimiser;
    WeightAverage m_average;
    std::vector<std::shared_ptr<TrainerHook>> m_hooks;
    std::int64_t m_step = 0;
    double m_earlierSeconds = 0;
    std::chrono::steady_clock::time_point m_runStart;
    bool m_running = false;
    bool m_stopEarly = false;
    int m_skippedInARow = 0;
};

} // namespace blastoscope::nn
