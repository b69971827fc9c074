// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/hooks.h"

#include <algorithm>
#include <utility>

#include "core/nn/io/checkpoint.h"

namespace blastoscope::nn {

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
    m_lastStep = trainer.step();
    m_lastSeconds = trainer.elapsedSeconds();
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
    if (m_patience > 0 && m_withoutImprovement >= m_patience)
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
        trainer.task().model().train();
    }
    m_lastStep = trainer.step();
    m_lastSeconds = trainer.elapsedSeconds();
    if (m_latest.contains(m_measure)) {
        const double value = m_latest.at(m_measure);
        const bool improved = !m_best || value > *m_best;
        m_withoutImprovement = improved ? 0 : m_withoutImprovement + 1;
        m_best = improved ? value : *m_best;
    }
    return m_log->write("evaluation",
                        {{"stage", trainer.task().name()}, {"step", trainer.step()}, {"metrics", m_latest}});
}

void EvaluationHook::save(nlohmann::json& info) const
{
    info["evaluation"] = {{"latest", m_latest}, {"without_improvement", m_withoutImprovement}};
    if (m_best)
        info["evaluation"]["best"] = *m_best;
}

void EvaluationHook::restore(const nlohmann::json& info)
{
    const nlohmann::json& saved = info.at("evaluation");
    m_latest = saved.at("latest");
    m_withoutImprovement = saved.at("without_improvement");
    m_best = saved.contains("best") ? std::optional<double>(saved.at("best")) : std::nullopt;
}

} // namespace blastoscope::nn
