// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/nn/training/progress_log.h"
#include "core/nn/training/trainer.h"

namespace blastoscope::nn {

/// Writes a "step" line with means over the steps since the last one: losses, learning rate, gradient norm, times.
class ProgressHook : public TrainerHook {
public:
    /// `extra` may add fields to each line, e.g. how many samples are rendered.
    ProgressHook(std::shared_ptr<ProgressLog> log, std::int64_t everySteps,
                 std::function<void(nlohmann::json&)> extra = {});

    base::Status beforeRun(Trainer& trainer) override;
    base::Status afterStep(Trainer& trainer, const StepReport& report) override;
    base::Status afterRun(Trainer& trainer) override;

private:
    base::Status flush(Trainer& trainer);

    std::shared_ptr<ProgressLog> m_log;
    std::int64_t m_every;
    std::function<void(nlohmann::json&)> m_extra;
    std::vector<StepReport> m_since;
};

/// Writes the run's state to `file` every so many minutes and when the run ends for whatever reason but failure.
class CheckpointHook : public TrainerHook {
public:
    /// Errors are those of writeCheckpoint and ProgressLog::write.
    CheckpointHook(std::filesystem::path file, double everyMinutes, std::shared_ptr<ProgressLog> log);

    base::Status beforeRun(Trainer& trainer) override;
    base::Status afterStep(Trainer& trainer, const StepReport& report) override;
    base::Status afterRun(Trainer& trainer) override;

    /// Now, whenever the next one would be due.
    base::Status write(Trainer& trainer);

private:
    std::filesystem::path m_file;
    double m_everyMinutes;
    std::shared_ptr<ProgressLog> m_log;
    double m_lastSeconds = 0;
};

/// When the held-out set is looked at; whichever is due first, 0 switches one off.
struct EvaluationInterval {
    std::int64_t steps = 0; ///< at every multiple of these
    double minutes = 0;     ///< of training since the last evaluation, over all runs of a resumed one
};

/// The state of a model when it was measured and no evaluation before was better.
struct BestEvaluation {
    double value = 0;
    std::int64_t step = 0;
    TensorMap weights; ///< as stateOf gives them, with the averaged parameters; copies on the CPU
};

/// Measures the averaged weights on held-out data at the interval and at the end of the budget, and writes an
/// "evaluation" line each time. With `patience` it stops the run early when one measure (the larger, the better) has
/// not improved for so many evaluations, and keeps the best weights, in checkpoints as well (keys "evaluation" and
/// "best."). An evaluation without the measure counts for nothing; one that is not finite is no improvement.
class EvaluationHook : public TrainerHook {
public:
    /// Numbers by name; called with the averaged weights in the model and no gradients.
    using Evaluate = std::function<nlohmann::json()>;

    /// `patience` 0: never stops the run and keeps no weights.
    EvaluationHook(Evaluate evaluate, EvaluationInterval interval, std::string measure, int patience,
                   std::shared_ptr<ProgressLog> log);

    base::Status beforeRun(Trainer& trainer) override;
    base::Status afterStep(Trainer& trainer, const StepReport& report) override;
    base::Status afterRun(Trainer& trainer) override;
    void save(Checkpoint& checkpoint) const override;
    void restore(const Checkpoint& checkpoint) override;

    /// The latest numbers; null before the first evaluation.
    const nlohmann::json& latest() const { return m_latest; }
    /// What a run with `patience` is to hand on; empty without, and before the first finite measure.
    const std::optional<BestEvaluation>& best() const { return m_best; }

private:
    base::Status evaluate(Trainer& trainer);
    /// Of the evaluation in m_latest, with the measured weights in the model.
    void compareWithBest(Trainer& trainer);
    bool isOutOfPatience() const { return m_patience > 0 && m_withoutImprovement >= m_patience; }

    Evaluate m_evaluate;
    EvaluationInterval m_interval;
    std::string m_measure;
    int m_patience;
    std::shared_ptr<ProgressLog> m_log;
    nlohmann::json m_latest;
    std::optional<BestEvaluation> m_best;
    int m_withoutImprovement = 0;
    std::int64_t m_lastStep = -1; ///< of the last evaluation; -1 before the first
    double m_lastSeconds = 0;     ///< Trainer::elapsedSeconds() then
};

} // namespace blastoscope::nn
