// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/hooks.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/nn/io/checkpoint.h"
#include "core/nn/io/safetensors.h"

namespace blastoscope::nn {
namespace {

constexpr const char* kEvaluationKey = "evaluation";
constexpr const char* kBestPrefix = "best.";

} // namespace

ProgressHook::ProgressHook(std::shared_ptr<ProgressLog> log, std::int64_t everySteps,
                           std::function<void(nlohmann::json&)> extra)
    : m_log(std::move(log)), m_every(std::max<std::int64_t>(1, everySteps)), m_extra(std::move(extra))
{
}

base::Status ProgressHook::beforeRun(Trainer& trainer)
{
    return m_log->write("stage_started", {{"stage", trainer.task().name()},
                                          {"step", trainer.step()},
                                          {"steps", trainer.options().steps},
                                          {"minutes", trainer.options().minutes}});
}

base::Status ProgressHook::afterStep(Trainer& trainer, const StepReport& report)
{
    m_since.push_back(report);
    return trainer.step() % m_every == 0 ? flush(trainer) : base::Status{};
}

base::Status ProgressHook::afterRun(Trainer& trainer)
{
    if (auto status = flush(trainer); !status)
        return status;
    return m_log->write("stage_ended", {{"stage", trainer.task().name()},
                                        {"step", trainer.step()},
                                        {"progress", trainer.progress()},
                                        {"seconds", trainer.elapsedSeconds()}});
}

base::Status ProgressHook::flush(Trainer& trainer)
{
    if (m_since.empty())
        return {};
    const auto mean = [&](auto value) {
        double sum = 0;
        for (const StepReport& report : m_since)
            sum += value(report);
        return sum / double(m_since.size());
    };
    nlohmann::json losses = nlohmann::json::object();
    for (const auto& [name, unused] : m_since.back().losses) {
        losses[name] = mean([&](const StepReport& report) {
            const auto found = report.losses.find(name);
            return found == report.losses.end() ? 0.0 : found->second;
        });
    }
    nlohmann::json line = {
        {"stage", trainer.task().name()},
        {"step", trainer.step()},
        {"progress", trainer.progress()},
        {"seconds", trainer.elapsedSeconds()},
        {"loss", mean([](const StepReport& report) { return report.totalLoss; })},
        {"losses", losses},
        {"learning_rate", m_since.back().learningRate},
        {"gradient_norm", mean([](const StepReport& report) { return report.gradientNorm; })},
        {"skipped", std::count_if(m_since.begin(), m_since.end(), [](const StepReport& r) { return r.skipped; })},
        {"ms",
         {{"loss", mean([](const StepReport& report) { return report.lossMs; })},
          {"backward", mean([](const StepReport& report) { return report.backwardMs; })},
          {"update", mean([](const StepReport& report) { return report.updateMs; })}}}};
    if (m_extra)
        m_extra(line);
    m_since.clear();
    return m_log->write("step", std::move(line));
}

CheckpointHook::CheckpointHook(std::filesystem::path file, double everyMinutes, std::shared_ptr<ProgressLog> log)
    : m_file(std::move(file)), m_everyMinutes(everyMinutes), m_log(std::move(log))
{
}

base::Status CheckpointHook::beforeRun(Trainer& trainer)
{
    m_lastSeconds = trainer.elapsedSeconds();
    return {};
}

base::Status CheckpointHook::afterStep(Trainer& trainer, const StepReport&)
{
    return trainer.elapsedSeconds() - m_lastSeconds >= 60 * m_everyMinutes ? write(trainer) : base::Status{};
}

base::Status CheckpointHook::afterRun(Trainer& trainer)
{
    return write(trainer);
}

base::Status CheckpointHook::write(Trainer& trainer)
{
    if (auto status = writeCheckpoint(m_file, trainer.state()); !status)
        return status;
    m_lastSeconds = trainer.elapsedSeconds();
    return m_log->write("checkpoint", {{"stage", trainer.task().name()},
                                       {"step", trainer.step()},
                                       {"file", m_file.filename().string()}});
}

EvaluationHook::EvaluationHook(Evaluate evaluate, EvaluationInterval interval, std::string measure, int patience,
                               std::shared_ptr<ProgressLog> log)
    : m_evaluate(std::move(evaluate)), m_interval(interval), m_measure(std::move(measure)), m_patience(patience),
      m_log(std::move(log))
{
}

base::Status EvaluationHook::beforeRun(Trainer& trainer)
{
    if (isOutOfPatience()) // the run was killed between its last checkpoint and its end
        trainer.stopEarly();
    return {};
}

base::Status EvaluationHook::afterStep(Trainer& trainer, const StepReport&)
{
    const bool bySteps = m_interval.steps > 0 && trainer.step() % m_interval.steps == 0;
    const bool byTime =
        m_interval.minutes > 0 && trainer.elapsedSeconds() - m_lastSeconds >= 60 * m_interval.minutes;
    if (!bySteps && !byTime)
        return {};
    if (auto status = evaluate(trainer); !status)
        return status;
    if (isOutOfPatience())
        trainer.stopEarly();
    return {};
}

base::Status EvaluationHook::afterRun(Trainer& trainer)
{
    return trainer.progress() >= 1 && m_lastStep != trainer.step() ? evaluate(trainer) : base::Status{};
}

base::Status EvaluationHook::evaluate(Trainer& trainer)
{
    {
        const torch::NoGradGuard noGrad;
        const AveragedWeightsScope averaged(trainer.averagedWeights());
        trainer.task().model().eval();
        m_latest = m_evaluate();
        if (m_patience > 0 && m_latest.contains(m_measure))
            compareWithBest(trainer);
        trainer.task().model().train();
    }
    m_lastStep = trainer.step();
    m_lastSeconds = trainer.elapsedSeconds();
    return m_log->write("evaluation",
                        {{"stage", trainer.task().name()}, {"step", trainer.step()}, {"metrics", m_latest}});
}

void EvaluationHook::compareWithBest(Trainer& trainer)
{
    const double value = m_latest.at(m_measure);
    if (!std::isfinite(value) || (m_best && value <= m_best->value)) {
        ++m_withoutImprovement;
        return;
    }
    m_withoutImprovement = 0;
    m_best = BestEvaluation{value, trainer.step(), {}};
    for (const auto& [name, tensor] : stateOf(trainer.task().model()))
        m_best->weights[name] = tensor.to(torch::kCPU, tensor.scalar_type(), /*non_blocking=*/false, /*copy=*/true);
}

void EvaluationHook::save(Checkpoint& checkpoint) const
{
    nlohmann::json& own = checkpoint.info[kEvaluationKey];
    own = {{"latest", m_latest},
           {"without_improvement", m_withoutImprovement},
           {"step", m_lastStep},
           {"seconds", m_lastSeconds}};
    if (!m_best)
        return;
    own["best"] = {{"value", m_best->value}, {"step", m_best->step}};
    for (const auto& [name, tensor] : m_best->weights)
        checkpoint.tensors[kBestPrefix + name] = tensor;
}

void EvaluationHook::restore(const Checkpoint& checkpoint)
{
    const nlohmann::json& own = checkpoint.info.at(kEvaluationKey);
    m_latest = own.at("latest");
    m_withoutImprovement = own.at("without_improvement");
    m_lastStep = own.at("step");
    m_lastSeconds = own.at("seconds");
    m_best.reset();
    if (own.contains("best"))
        m_best = BestEvaluation{own["best"].at("value"), own["best"].at("step"),
                                tensorsUnder(checkpoint.tensors, kBestPrefix)};
}

} // namespace blastoscope::nn
