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
    std::int64_t steps = 0;
    double minutes = 0;
};

/// Measures the averaged weights on held-out data, writes an "evaluation" line, keeps the best value of one measure in
/// the checkpoint and stops the run when it has not improved for `patience` evaluations (0: never).
class EvaluationHook : public TrainerHook {
public:
    /// Numbers by name; called with the averaged weights in the model and no gradients.
    using Evaluate = std::function<nlohmann::json()>;

    EvaluationHook(Evaluate evaluate, EvaluationInterval interval, std::string measure, int patience,
                   std::shared_ptr<ProgressLog> log);

    base::Status beforeRun(Trainer& trainer) override;
    base::Status afterStep(Trainer& trainer, const StepReport& report) override;
    base::Status afterRun(Trainer& trainer) override;
    void save(nlohmann::json& info) const override;
    void restore(const nlohmann::json& info) override;

    /// The latest numbers; null before the first evaluation.
    const nlohmann::json& latest() const { return m_latest; }

private:
    base::Status evaluate(Trainer& trainer);

    Evaluate m_evaluate;
    EvaluationInterval m_interval;
    std::string m_measure;
    int m_patience;
    std::shared_ptr<ProgressLog> m_log;
    nlohmann::json m_latest;
    std::optional<double> m_best;
    int m_withoutImprovement = 0;
    std::int64_t m_lastStep = 0;
    double m_lastSeconds = 0;
};

} // namespace blastoscope::nn
