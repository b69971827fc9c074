// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/random.h"

namespace blastoscope::nn {
namespace {

constexpr int kMaxSkippedInARow = 25;

using Clock = std::chrono::steady_clock;
using Parameters = torch::OrderedDict<std::string, torch::Tensor>;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

base::Error errorFrom(const std::exception& exception)
{
    const std::string text = exception.what();
    if (text.find("out of memory") != std::string::npos || text.find("can't allocate memory") != std::string::npos)
        return {base::ErrorCode::OutOfMemory, "Training ran out of memory; a smaller batch or picture size helps.",
                text};
    return {base::ErrorCode::Internal, "Training failed inside LibTorch.", text};
}

} // namespace

std::uint64_t stepSeed(std::uint64_t seed, std::int64_t step)
{
    return base::Random(seed).split(std::uint64_t(step)).next();
}

Trainer::Trainer(TrainingTask& task, TrainerOptions options)
    : m_task(task), m_options(std::move(options)),
      m_optimiser(task.customStep() ? Parameters{} : task.model().named_parameters(), m_options.optimiser),
      m_average(task.model().named_parameters(), m_options.averageDecay), m_runStart(Clock::now())
{
}

base::Result<RunOutcome> Trainer::run(const base::CancellationToken& stop)
{
    if (m_options.steps <= 0 && m_options.minutes <= 0)
        return base::fail(base::ErrorCode::InvalidArgument, "A training run needs a number of steps or of minutes.");
    m_runStart = Clock::now();
    m_running = true;
    m_stopEarly = false;
    base::Result<RunOutcome> outcome = RunOutcome::Finished;
    try {
        outcome = loop(stop);
    } catch (const std::exception& exception) {
        outcome = tl::unexpected<base::Error>(errorFrom(exception));
    }
    m_earlierSeconds = elapsedSeconds();
    m_running = false;
    return outcome;
}

base::Result<RunOutcome> Trainer::loop(const base::CancellationToken& stop)
{
    for (const auto& hook : m_hooks) {
        if (auto status = hook->beforeRun(*this); !status)
            return tl::unexpected<base::Error>(status.error());
    }
    while (progress() < 1 && !stop.isCancelled() && !m_stopEarly) {
        const auto report = runStep();
        if (!report)
            return tl::unexpected<base::Error>(report.error());
        for (const auto& hook : m_hooks) {
            if (auto status = hook->afterStep(*this, *report); !status)
                return tl::unexpected<base::Error>(status.error());
        }
    }
    for (const auto& hook : m_hooks) {
        if (auto status = hook->afterRun(*this); !status)
            return tl::unexpected<base::Error>(status.error());
    }
    if (m_stopEarly)
        return RunOutcome::StoppedEarly;
    return progress() < 1 ? RunOutcome::Stopped : RunOutcome::Finished;
}

base::Result<StepReport> Trainer::runStep()
{
    StepReport report;
    report.step = m_step;
    const double used = progress();
    report.learningRate = learningRate(m_options.schedule, m_step, used);
    torch::manual_seed(stepSeed(m_options.seed, m_step));

    m_task.model().train();
    if (CustomStep* custom = m_task.customStep())
        runCustom(*custom, report);
    else
        descend(report, used);
    ++m_step;
    m_skippedInARow = report.skipped ? m_skippedInARow + 1 : 0;
    if (m_skippedInARow >= kMaxSkippedInARow)
        return base::fail(base::ErrorCode::Internal,
                          "The loss has not been finite for " + std::to_string(kMaxSkippedInARow) +
                              " steps; a smaller learning rate may help.");
    return report;
}

void Trainer::descend(StepReport& report, double used)
{
    auto start = Clock::now();
    const auto losses = m_task.losses(m_step);
    for (const auto& [name, loss] : losses)
        report.losses[name] = loss.item<double>();
    const torch::Tensor total = m_task.total(losses, used);
    report.totalLoss = total.item<double>();
    report.lossMs = millisecondsSince(start);

    start = Clock::now();
    m_optimiser.zeroGrad();
    total.backward();
    report.backwardMs = millisecondsSince(start);

    start = Clock::now();
    report.gradientNorm = m_optimiser.clipGradients(m_options.gradientClip);
    report.skipped = !std::isfinite(report.totalLoss) || !std::isfinite(report.gradientNorm);
    if (!report.skipped) {
        m_optimiser.step(report.learningRate);
        m_average.update(m_step);
    }
    report.updateMs = millisecondsSince(start);
}

void Trainer::runCustom(CustomStep& custom, StepReport& report)
{
    const auto start = Clock::now();
    for (const auto& [name, loss] : custom.run(m_step, report.learningRate)) {
        report.losses[name] = loss.item<double>();
        report.totalLoss += report.losses[name];
    }
    report.skipped = !std::isfinite(report.totalLoss);
    if (!report.skipped)
        m_average.update(m_step);
    report.updateMs = millisecondsSince(start);
}

double Trainer::elapsedSeconds() const
{
    const double now = m_running ? millisecondsSince(m_runStart) / 1000 : 0;
    return m_earlierSeconds + now;
}

double Trainer::progress() const
{
    const double bySteps = m_options.steps > 0 ? double(m_step) / double(m_options.steps) : 0;
    const double byTime = m_options.minutes > 0 ? elapsedSeconds() / (60 * m_options.minutes) : 0;
    return std::min(1.0, std::max(bySteps, byTime));
}

Checkpoint Trainer::state() const
{
    Checkpoint checkpoint;
    checkpoint.tensors = stateOf(m_task.model(), "model.");
    for (const auto& [name, tensor] : m_optimiser.state())
        checkpoint.tensors["optimiser." + name] = tensor;
    if (const CustomStep* custom = m_task.customStep()) {
        for (const auto& [name, tensor] : custom->state())
            checkpoint.tensors["custom." + name] = tensor;
    }
    for (const auto& [name, tensor] : m_average.averages())
        checkpoint.tensors["average." + name] = tensor;
    checkpoint.info = {{"stage", m_task.name()},
                       {"seed", m_options.seed},
                       {"step", m_step},
                       {"optimiser_steps", m_optimiser.stepCount()},
                       {"elapsed_seconds", elapsedSeconds()}};
    for (const auto& hook : m_hooks)
        hook->save(checkpoint);
    return checkpoint;
}

base::Status Trainer::restore(const Checkpoint& checkpoint)
{
    try {
        const nlohmann::json& info = checkpoint.info;
        if (info.at("stage") != m_task.name() || info.at("seed") != m_options.seed)
            return base::fail(base::ErrorCode::Incompatible,
                              "The checkpoint belongs to another stage or seed than this run.");
        if (auto status = loadState(m_task.model(), checkpoint.tensors, "model."); !status)
            return status;
        if (auto status = m_average.restore(tensorsUnder(checkpoint.tensors, "average.")); !status)
            return status;
        const auto moments = tensorsUnder(checkpoint.tensors, "optimiser.");
        if (auto status = m_optimiser.restore(moments, info.at("optimiser_steps")); !status)
            return status;
        if (CustomStep* custom = m_task.customStep()) {
            if (auto status = custom->restore(tensorsUnder(checkpoint.tensors, "custom.")); !status)
                return status;
        }
        m_step = info.at("step");
        m_earlierSeconds = info.at("elapsed_seconds");
        for (const auto& hook : m_hooks)
            hook->restore(checkpoint);
    } catch (const nlohmann::json::exception& exception) {
        return base::fail(base::ErrorCode::Corrupt, "The checkpoint's description is incomplete.", exception.what());
    }
    return {};
}

} // namespace blastoscope::nn
