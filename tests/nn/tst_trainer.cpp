// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <filesystem>
#include <map>

#include <doctest/doctest.h>
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>

#include "core/nn/training/config_reader.h"
#include "core/nn/training/hooks.h"
#include "core/nn/training/trainer.h"
#include "tests/nn/json_lines.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using namespace blastoscope::nn;
using tests::linesOf;
using tests::TemporaryFolder;

namespace {

/// Learns y = 3 x - 1 with noise from LibTorch's own generator, so that random state matters.
class ToyTask : public TrainingTask {
public:
    ToyTask()
    {
        torch::manual_seed(11);
        m_net = torch::nn::Sequential(torch::nn::Linear(1, 8), torch::nn::ReLU(), torch::nn::Linear(8, 1));
    }
    std::string name() const override { return "toy"; }
    torch::nn::Module& model() override { return *m_net; }
    LossMap losses(std::int64_t step) override
    {
        if (step == poisonedStep)
            return {{"error", m_net->forward(torch::ones({1, 1})).mean() * std::nan("")}};
        const auto x = torch::rand({16, 1}) * 2 - 1;
        const auto y = 3 * x - 1 + 0.01 * torch::randn({16, 1});
        return {{"error", (m_net->forward(x) - y).square().mean()},
                {"penalty", 1e-4 * m_net->parameters().front().square().sum()}};
    }
    std::int64_t poisonedStep = -1;

private:
    torch::nn::Sequential m_net;
};

/// Cancels the run after some steps, as a signal would.
class StopAfter : public TrainerHook {
public:
    StopAfter(std::int64_t step, base::CancellationToken token) : m_step(step), m_token(std::move(token)) {}
    base::Status afterStep(Trainer& trainer, const StepReport&) override
    {
        if (trainer.step() == m_step)
            m_token.cancel();
        return {};
    }

private:
    std::int64_t m_step;
    base::CancellationToken m_token;
};

class Recorder : public TrainerHook {
public:
    base::Status afterStep(Trainer&, const StepReport& report) override
    {
        reports.push_back(report);
        return {};
    }
    std::vector<StepReport> reports;
};

TrainerOptions toyOptions(std::int64_t steps)
{
    TrainerOptions options;
    options.steps = steps;
    options.schedule = {0.02, 10, 0.05};
    options.averageDecay = 0.95;
    options.seed = 5;
    return options;
}

bool sameTensors(const TensorMap& a, const TensorMap& b)
{
    if (a.size() != b.size())
        return false;
    for (const auto& [name, tensor] : a) {
        const auto other = b.find(name);
        if (other == b.end() || !torch::equal(tensor, other->second))
            return false;
    }
    return true;
}

TensorMap copied(const TensorMap& tensors)
{
    TensorMap copies;
    for (const auto& [name, tensor] : tensors)
        copies[name] = tensor.clone();
    return copies;
}

TensorMap trainToyTo(std::int64_t steps)
{
    ToyTask task;
    Trainer trainer(task, toyOptions(steps));
    REQUIRE(trainer.run({}).value() == RunOutcome::Finished);
    return copied(trainer.state().tensors);
}

/// A trainer that looks at its held-out set every ten steps, gets the scores that it is told, and stops after two
/// evaluations without a better one.
struct ScoredRun {
    using Scores = std::map<std::int64_t, double>; ///< by step

    ScoredRun(const TemporaryFolder& folder, Scores scores)
        : evaluation(std::make_shared<EvaluationHook>(
              [this, told = std::move(scores)] {
                  averagesAt[trainer.step()] = copied(stateOf(task.model()));
                  return nlohmann::json{{"score", told.at(trainer.step())}};
              },
              EvaluationInterval{10, 0}, "score", 2, ProgressLog::open(folder.path / "progress.jsonl").value()))
    {
        trainer.addHook(evaluation);
    }

    ToyTask task;
    Trainer trainer{task, toyOptions(100)};
    std::map<std::int64_t, TensorMap> averagesAt; ///< what each evaluation saw
    std::shared_ptr<EvaluationHook> evaluation;
};

} // namespace

TEST_CASE("the loss of a toy problem falls and the same seed gives the same weights bit for bit")
{
    ToyTask task;
    Trainer trainer(task, toyOptions(200));
    const auto recorder = std::make_shared<Recorder>();
    trainer.addHook(recorder);
    REQUIRE(trainer.run({}).value() == RunOutcome::Finished);
    REQUIRE(recorder->reports.size() == 200);
    CHECK(recorder->reports.back().losses.at("error") < 0.05 * recorder->reports.front().losses.at("error"));
    CHECK(sameTensors(trainer.state().tensors, trainToyTo(200)));
}

TEST_CASE("a run that is stopped, written and resumed ends with the same bits as one that was never stopped")
{
    const TemporaryFolder folder;
    const auto file = folder.path / "toy.checkpoint.safetensors";
    {
        ToyTask task;
        Trainer trainer(task, toyOptions(60));
        const base::CancellationToken token;
        trainer.addHook(std::make_shared<StopAfter>(23, token));
        REQUIRE(trainer.run(token).value() == RunOutcome::Stopped);
        REQUIRE(writeCheckpoint(file, trainer.state()));
    }
    ToyTask task;
    Trainer trainer(task, toyOptions(60));
    const auto checkpoint = readCheckpoint(file);
    REQUIRE(checkpoint);
    REQUIRE(trainer.restore(*checkpoint));
    CHECK(trainer.step() == 23);
    REQUIRE(trainer.run({}).value() == RunOutcome::Finished);
    CHECK(sameTensors(trainer.state().tensors, trainToyTo(60)));
}

TEST_CASE("a checkpoint of another seed is refused")
{
    ToyTask task;
    Trainer trainer(task, toyOptions(10));
    Checkpoint checkpoint = trainer.state();
    checkpoint.info["seed"] = 6;
    const auto status = trainer.restore(checkpoint);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == base::ErrorCode::Incompatible);
    checkpoint.info.erase("seed");
    CHECK(trainer.restore(checkpoint).error().code == base::ErrorCode::Corrupt);
}

TEST_CASE("a step whose loss is not finite changes no weight, and the run goes on")
{
    ToyTask task;
    task.poisonedStep = 3;
    Trainer trainer(task, toyOptions(6));
    const auto recorder = std::make_shared<Recorder>();
    trainer.addHook(recorder);
    REQUIRE(trainer.run({}).value() == RunOutcome::Finished);
    CHECK(recorder->reports[3].skipped);
    CHECK_FALSE(recorder->reports[4].skipped);
    for (const auto& [name, tensor] : trainer.state().tensors)
        CHECK(torch::isfinite(tensor).all().item<bool>());
}

TEST_CASE("a run without a budget is refused, and a time budget ends a run")
{
    ToyTask task;
    CHECK(Trainer(task, toyOptions(0)).run({}).error().code == base::ErrorCode::InvalidArgument);
    TrainerOptions options = toyOptions(0);
    options.minutes = 0.3 / 60;
    Trainer trainer(task, options);
    CHECK(trainer.run({}).value() == RunOutcome::Finished);
    CHECK(trainer.elapsedSeconds() >= 0.3);
    CHECK(trainer.step() > 1);
}

TEST_CASE("the learning rate warms up and follows half a cosine")
{
    const ScheduleOptions options{1.0, 10, 0.1};
    CHECK(learningRate(options, 0, 0) == doctest::Approx(0.1));
    CHECK(learningRate(options, 9, 0) == doctest::Approx(1.0));
    CHECK(learningRate(options, 100, 0.5) == doctest::Approx(0.55));
    CHECK(learningRate(options, 200, 1) == doctest::Approx(0.1));
}

TEST_CASE("AdamW follows the published update")
{
    // One weight of one row so that it decays; gradient 0.5, step 0.1, decay 0.01: algorithm 2 by hand.
    const auto weight = torch::full({1, 1}, 2.0).requires_grad_(true);
    torch::OrderedDict<std::string, torch::Tensor> parameters;
    parameters.insert("w", weight);
    AdamW optimiser(parameters, {0.9, 0.999, 1e-8, 0.01});
    weight.mutable_grad() = torch::full({1, 1}, 0.5);
    optimiser.step(0.1);
    CHECK(weight.item<double>() == doctest::Approx(2.0 * (1 - 0.1 * 0.01) - 0.1));
    CHECK(optimiser.clipGradients(0.25) == doctest::Approx(0.5));
    CHECK(weight.grad().item<double>() == doctest::Approx(0.25));
}

TEST_CASE("evaluation sees the averaged weights, gives the others back, and stops a run that no longer improves")
{
    const TemporaryFolder folder;
    const auto log = ProgressLog::open(folder.path / "progress.jsonl").value();
    ToyTask task;
    Trainer trainer(task, toyOptions(100));
    std::vector<torch::Tensor> seen;
    const auto evaluation = std::make_shared<EvaluationHook>(
        [&] {
            seen.push_back(task.model().parameters().front().clone());
            return nlohmann::json{{"score", 1.0}};
        },
        EvaluationInterval{10, 0}, "score", 2, log);
    trainer.addHook(evaluation);
    CHECK(trainer.run({}).value() == RunOutcome::StoppedEarly);
    CHECK(trainer.step() == 30);
    const auto average = trainer.averagedWeights().averages().at("0.weight");
    CHECK(torch::equal(seen.back(), average));
    CHECK_FALSE(torch::equal(task.model().parameters().front(), average));
}

TEST_CASE("a run that may stop early keeps the best weights that were evaluated")
{
    const TemporaryFolder folder;
    ScoredRun run(folder, {{10, 1}, {20, 3}, {30, std::nan("")}, {40, 3}});
    CHECK_FALSE(run.evaluation->best());
    CHECK(run.trainer.run({}).value() == RunOutcome::StoppedEarly);
    CHECK(run.trainer.step() == 40);
    REQUIRE(run.evaluation->best());
    CHECK(run.evaluation->best()->value == 3);
    CHECK(run.evaluation->best()->step == 20);
    CHECK(sameTensors(run.evaluation->best()->weights, run.averagesAt.at(20)));
    CHECK_FALSE(sameTensors(run.averagesAt.at(20), run.averagesAt.at(40)));
}

TEST_CASE("a resumed run remembers the best weights and how long they have been the best")
{
    const TemporaryFolder folder;
    const auto file = folder.path / "toy.checkpoint.safetensors";
    ScoredRun first(folder, {{10, 1}, {20, 3}, {30, 2}});
    const base::CancellationToken token;
    first.trainer.addHook(std::make_shared<StopAfter>(35, token));
    REQUIRE(first.trainer.run(token).value() == RunOutcome::Stopped);
    REQUIRE(writeCheckpoint(file, first.trainer.state()));

    ScoredRun second(folder, {{40, 2}});
    REQUIRE(second.trainer.restore(readCheckpoint(file).value()));
    CHECK(second.trainer.run({}).value() == RunOutcome::StoppedEarly);
    CHECK(second.trainer.step() == 40);
    REQUIRE(second.evaluation->best());
    CHECK(second.evaluation->best()->step == 20);
    CHECK(sameTensors(second.evaluation->best()->weights, first.averagesAt.at(20)));

    // Killed after its last checkpoint, before it could hand on its weights: nothing is left to be trained.
    REQUIRE(writeCheckpoint(file, second.trainer.state()));
    ScoredRun third(folder, {});
    REQUIRE(third.trainer.restore(readCheckpoint(file).value()));
    CHECK(third.trainer.run({}).value() == RunOutcome::StoppedEarly);
    CHECK(third.trainer.step() == 40);
    CHECK(sameTensors(third.evaluation->best()->weights, first.averagesAt.at(20)));
}

TEST_CASE("the time to the next evaluation goes on where a run was interrupted")
{
    const TemporaryFolder folder;
    const auto log = ProgressLog::open(folder.path / "progress.jsonl").value();
    int evaluations = 0;
    const auto go = [&](Trainer& trainer, std::int64_t lastStep) {
        const base::CancellationToken token;
        trainer.addHook(std::make_shared<StopAfter>(lastStep, token));
        REQUIRE(trainer.run(token).value() == RunOutcome::Stopped);
        return trainer.state();
    };
    const auto hook = [&] {
        const auto count = [&] {
            ++evaluations;
            return nlohmann::json::object();
        };
        return std::make_shared<EvaluationHook>(count, EvaluationInterval{0, 10}, "score", 0, log);
    };
    ToyTask task;
    Trainer first(task, toyOptions(100));
    first.addHook(hook());
    Checkpoint checkpoint = go(first, 5);
    CHECK(evaluations == 0);

    checkpoint.info["elapsed_seconds"] = 601; // as if these steps had taken ten minutes
    Trainer second(task, toyOptions(100));
    second.addHook(hook());
    REQUIRE(second.restore(checkpoint));
    checkpoint = go(second, 9);
    CHECK(evaluations == 1);

    checkpoint.info["elapsed_seconds"] = 1100; // not yet ten minutes since the last one
    Trainer third(task, toyOptions(100));
    third.addHook(hook());
    REQUIRE(third.restore(checkpoint));
    go(third, 12);
    CHECK(evaluations == 1);
}

TEST_CASE("the progress file tells a run's story in JSON lines")
{
    const TemporaryFolder folder;
    const auto log = ProgressLog::open(folder.path / "progress.jsonl").value();
    ToyTask task;
    Trainer trainer(task, toyOptions(25));
    trainer.addHook(std::make_shared<ProgressHook>(log, 10));
    trainer.addHook(std::make_shared<CheckpointHook>(folder.path / "c.safetensors", 1000, log));
    REQUIRE(trainer.run({}));
    const auto lines = linesOf(folder.path / "progress.jsonl");
    std::vector<std::string> events;
    for (const auto& line : lines) {
        events.push_back(line.at("event"));
        CHECK(line.at("time").get<std::string>().size() == 20);
    }
    CHECK(events == std::vector<std::string>{"stage_started", "step", "step", "step", "stage_ended", "checkpoint"});
    CHECK(lines[1].at("step") == 10);
    CHECK(lines[1].at("losses").contains("error"));
    CHECK(lines[1].at("loss").get<double>() > 0);
    CHECK(lines[1].at("progress").get<double>() == doctest::Approx(0.4));
    CHECK(lines[3].at("step") == 25);
    CHECK(readCheckpoint(folder.path / "c.safetensors")->info.at("step") == 25);
}

TEST_CASE("a configuration is read strictly and messages name the key")
{
    const nlohmann::json json = {{"steps", 10}, {"rate", "fast"}, {"stepz", 3}};
    {
        ConfigReader reader(json, "detector");
        reader.required<std::int64_t>("batch");
        CHECK(reader.finish().error().message.find("\"detector.batch\" is missing") != std::string::npos);
    }
    {
        ConfigReader reader(json, "detector");
        reader.optional<double>("rate", 1.0);
        CHECK(reader.finish().error().message == "\"detector.rate\" must be a number.");
    }
    {
        ConfigReader reader(json, "detector");
        CHECK(reader.integer("steps", 1, 0, 100) == 10);
        reader.optional<std::string>("rate", "");
        CHECK(reader.finish().error().message.find("\"detector.stepz\" is not a known option") != std::string::npos);
    }
    {
        ConfigReader reader(json, "");
        CHECK(reader.integer("steps", 1, 0, 5) == 1);
        CHECK(reader.finish().error().message.find("between 0 and 5") != std::string::npos);
    }
    CHECK_FALSE(ConfigReader(nlohmann::json::array(), "vq").finish());
}
