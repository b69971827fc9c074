// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <nlohmann/json.hpp>

#include "app/train/nearest_pictures.h"
#include "core/imaging/picture_file.h"

namespace blastoscope::cli {
namespace {

struct GanScoreOptions {
    std::string generator, dataset, model;
    train::ScoreOptions score;
    std::string nearest; ///< file to write; empty: none
    bool json = false;
};

std::string line(const std::string& what, const nlohmann::json& of)
{
    return what + ": FID-own " + std::to_string(of.at("fid_own").get<double>()) + ", KID-own " +
           std::to_string(of.at("kid_own").get<double>()) + " +- " + std::to_string(of.at("kid_own_sd").get<double>()) +
           "\n";
}

/// Writes samples beside the pictures that are nearest to them, and adds the distances to `scores`.
base::Status showNearest(const GanScoreOptions& options, Session& session, nlohmann::json& scores)
{
    const auto nearest = train::nearestPictures({.generator = options.generator,
                                                 .dataset = options.dataset,
                                                 .anySize = options.score.anySize,
                                                 .seed = options.score.seed,
                                                 .truncation = options.score.truncation,
                                                 .threads = options.score.threads});
    if (!nearest)
        return tl::unexpected(nearest.error());
    scores["nearest"] = {{"samples", nearest->sampleDistance}, {"pictures", nearest->pictureDistance}};
    session.console.print("To the nearest picture, grey values, median: samples " +
                          std::to_string(nearest->sampleDistance) + ", pictures among each other " +
                          std::to_string(nearest->pictureDistance) + "\n");
    return imaging::writePng(nearest->picture, options.nearest);
}

base::Status score(const GanScoreOptions& options, Session& session)
{
    session.console.setJson(options.json);
    train::ScoreOptions asked = options.score;
    asked.generator = options.generator;
    asked.dataset = options.dataset;
    asked.model = options.model;
    auto scores = train::scoreGenerator(asked, session.cancel, progressOf(session));
    if (!scores)
        return tl::unexpected(scores.error());
    session.console.print(line("Samples and pictures", *scores));
    if (scores->contains("halves"))
        session.console.print(line("Two halves of the pictures", scores->at("halves")));
    session.console.print("Features: " + scores->at("features").get<std::string>() +
                          "; not comparable with numbers from other features.\n");
    if (!options.nearest.empty())
        if (auto shown = showNearest(options, session, *scores); !shown)
            return shown;
    session.console.printJson(nlohmann::ordered_json(*scores));
    return {};
}

} // namespace

void addGanScoreCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanScoreOptions>();
    CLI::App* command = group.add_subcommand("score", "How near samples come to pictures (FID-own, KID-own)");
    addGeneratorOptions(*command, options->generator, options->score.threads);
    command->add_option("--dataset", options->dataset, "Training set, or the folder \"pictures\" of a run")
        ->required()
        ->check(CLI::ExistingDirectory);
    command
        ->add_option("--model", options->model,
                     "Model whose backbone gives the features; without: a random one, as a control")
        ->check(CLI::ExistingFile);
    command->add_option("--pictures", options->score.pictures, "Of either set, at most")
        ->check(CLI::Range(4, 100000))
        ->capture_default_str();
    command->add_option("--seed", options->score.seed, "Of everything random")->capture_default_str();
    command->add_option("--truncation", options->score.truncation, "As for samples")
        ->check(CLI::Range(0.0, 2.0))
        ->capture_default_str();
    command->add_flag("--any-size", options->score.anySize, "Take the middle square of pictures of several sizes");
    command->add_option("--nearest", options->nearest,
                        "PNG to write: some samples, each with the pictures that are nearest to it beside it");
    command->add_flag("--json", options->json, "Print the numbers as JSON");
    runs(command, options, chosen, score);
}

} // namespace blastoscope::cli
