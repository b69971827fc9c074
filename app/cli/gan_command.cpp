// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <memory>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/cli/gan_train_command.h"
#include "app/train/picture_factory.h"
#include "app/train/sample_grid.h"
#include "core/base/file_io.h"
#include "core/imaging/label_image.h"
#include "core/imaging/picture_file.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kSampleList = "samples.json";
constexpr std::array kPairFolders = {"images", "labels", "uncertainty"}; ///< of synthesize, in the order of writePair

struct GanOptions {
    std::string generator, interpreter, samples, labels, out, dataset, model;
    train::PictureFactoryOptions factory;
    train::InterpreterOptions learning{.classNames = {"background", "zona", "perivitelline", "cell", "overlap"}};
    train::ScoreOptions score;
    int first = 0;
    int count = 16;
    double drop = 0;
    bool json = false;
};

std::string numbered(int number)
{
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits + ".png";
}

base::ProgressCallback progressOf(Session& session)
{
    return [&session](const base::Progress& progress) { session.console.progress(progress); };
}

base::Status makeSamples(const GanOptions& options, Session& session)
{
    auto factory = train::PictureFactory::open(options.generator, options.factory);
    if (!factory)
        return tl::unexpected(factory.error());
    if (auto made = base::makeFolder(options.out); !made)
        return made;
    std::vector<base::Image> pictures;
    json list = json::array();
    for (int i = 0; i < options.count; ++i) {
        if (session.cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        auto picture = factory->sample(options.first + i);
        if (!picture)
            return tl::unexpected(picture.error());
        const std::string name = numbered(options.first + i);
        if (auto written = imaging::writePng(*picture, fs::path(options.out) / name); !written)
            return written;
        list.push_back({{"index", options.first + i}, {"file", name}});
        pictures.push_back(std::move(*picture));
        session.console.progress({i + 1, options.count, "Sample " + name});
    }
    const json about = {{"synthetic", true},
                        {"generator_sha256", factory->generatorHash()},
                        {"seed", options.factory.seed},
                        {"truncation", options.factory.truncation},
                        {"samples", list}};
    if (auto written = base::writeTextFile(fs::path(options.out) / kSampleList, about.dump(2) + "\n"); !written)
        return written;
    const int columns = std::max(1, int(std::ceil(std::sqrt(double(pictures.size())))));
    if (auto written = imaging::writePng(train::pictureGrid(pictures, columns), fs::path(options.out) / "grid.png"); !written)
        return written;
    session.console.print(std::to_string(options.count) + " samples in " + options.out + "\n");
    return {};
}

/// What "gan sample" noted beside its pictures.
base::Result<json> readSampleList(const std::string& folder)
{
    const auto text = base::readTextFile(fs::path(folder) / kSampleList);
    if (!text)
        return tl::unexpected(text.error());
    json list = json::parse(*text, nullptr, false);
    const bool isList = list.is_object() && list.contains("samples") && list.at("samples").is_array() &&
                        list.value("seed", json()).is_number_integer() && list.value("truncation", json()).is_number();
    if (!isList)
        return base::fail(base::ErrorCode::Corrupt, "The file samples.json in " + folder +
                                                        " is no list of samples; \"gan sample\" writes one.");
    return list;
}

/// The label images in `folder` that are named like samples of the list.
base::Result<std::vector<train::LabelledSample>> readLabels(const json& list, const std::string& folder)
{
    std::vector<train::LabelledSample> all;
    for (const json& entry : list.at("samples")) {
        const fs::path file = fs::path(folder) / entry.value("file", "");
        if (!fs::is_regular_file(file))
            continue;
        const auto reader = imaging::LabelFileReader::open(file);
        if (!reader)
            return tl::unexpected(reader.error());
        const auto image = (*reader)->read(0);
        if (!image)
            return tl::unexpected(image.error());
        train::LabelledSample sample{entry.value("index", 0), {}};
        for (const std::uint32_t label : image->labels)
            sample.labels.push_back(std::uint8_t(std::min<std::uint32_t>(label, 254 + (label == 255))));
        all.push_back(std::move(sample));
    }
    if (all.empty())
        return base::fail(base::ErrorCode::NotFound,
                          "No picture in " + folder + " is named like a sample; label images are named like the sample "
                          "they belong to and hold one class number per pixel.");
    return all;
}

base::Status learnLabels(const GanOptions& options, Session& session)
{
    session.console.setJson(options.json);
    const auto list = readSampleList(options.samples);
    if (!list)
        return tl::unexpected(list.error());
    train::PictureFactoryOptions of = options.factory;
    of.seed = list->at("seed");
    of.truncation = list->at("truncation");
    auto factory = train::PictureFactory::open(options.generator, of);
    if (!factory)
        return tl::unexpected(factory.error());
    if (list->value("generator_sha256", "") != factory->generatorHash())
        return base::fail(base::ErrorCode::Incompatible, "The samples in " + options.samples +
                                                             " were made by another generator.");
    const auto labels = readLabels(*list, options.labels);
    if (!labels)
        return tl::unexpected(labels.error());
    const auto report = factory->learn(*labels, options.learning, session.cancel, progressOf(session));
    if (!report)
        return tl::unexpected(report.error());
    if (auto written = factory->writeInterpreter(options.out); !written)
        return written;
    session.console.print("Learned from " + std::to_string(labels->size()) + " labelled samples; mean IoU on them " +
                          std::to_string(report->at("train_miou").get<double>()) + ".\n");
    session.console.printJson(nlohmann::ordered_json(*report));
    return {};
}

base::Status writePair(const train::InterpretedSample& pair, const std::string& name, const fs::path& out)
{
    const base::Image* const images[] = {&pair.picture, &pair.labels, &pair.uncertainty};
    for (std::size_t i = 0; i < std::size(images); ++i)
        if (auto written = imaging::writePng(*images[i], out / kPairFolders[i] / name); !written)
            return written;
    return {};
}

/// Removes the most uncertain pairs and lists the others.
base::Status keepCertain(const GanOptions& options, const std::vector<double>& scores,
                         const train::PictureFactory& factory, Session& session)
{
    const fs::path out = options.out;
    const auto kept = train::keptSamples(scores, options.drop);
    const std::set<std::size_t> stays(kept.begin(), kept.end());
    json list = json::array();
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::string name = numbered(options.first + int(i));
        if (stays.contains(i)) {
            list.push_back({{"file", name}, {"uncertainty", scores[i]}});
            continue;
        }
        for (const char* folder : kPairFolders)
            fs::remove(out / folder / name);
    }
    const json about = {{"synthetic", true},
                        {"generator_sha256", factory.generatorHash()},
                        {"class_names", factory.classNames()},
                        {"seed", options.factory.seed},
                        {"truncation", options.factory.truncation},
                        {"dropped", scores.size() - kept.size()},
                        {"pairs", list}};
    if (auto written = base::writeTextFile(out / "synthetic.json", about.dump(2) + "\n"); !written)
        return written;
    session.console.print(std::to_string(kept.size()) + " labelled samples in " + options.out + ", " +
                          std::to_string(scores.size() - kept.size()) + " uncertain ones left out\n");
    return {};
}

base::Status makePairs(const GanOptions& options, Session& session)
{
    auto factory = train::PictureFactory::open(options.generator, options.factory);
    if (!factory)
        return tl::unexpected(factory.error());
    if (auto read = factory->readInterpreter(options.interpreter); !read)
        return read;
    const fs::path out = options.out;
    for (const char* folder : kPairFolders)
        if (auto made = base::makeFolder(out / folder); !made)
            return made;
    std::vector<double> scores;
    for (int i = 0; i < options.count; ++i) {
        if (session.cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        const auto pair = factory->interpreted(options.first + i);
        if (!pair)
            return tl::unexpected(pair.error());
        if (auto written = writePair(*pair, numbered(options.first + i), out); !written)
            return written;
        scores.push_back(pair->score);
        session.console.progress({i + 1, options.count, "Labelling sample " + std::to_string(options.first + i)});
    }
    return keepCertain(options, scores, *factory, session);
}

base::Status score(const GanOptions& options, Session& session)
{
    session.console.setJson(options.json);
    train::ScoreOptions asked = options.score;
    asked.generator = options.generator;
    asked.dataset = options.dataset;
    asked.model = options.model;
    const auto scores = train::scoreGenerator(asked, session.cancel, progressOf(session));
    if (!scores)
        return tl::unexpected(scores.error());
    const auto line = [](const std::string& what, const json& of) {
        return what + ": FID-own " + std::to_string(of.at("fid_own").get<double>()) + ", KID-own " +
               std::to_string(of.at("kid_own").get<double>()) + " +- " +
               std::to_string(of.at("kid_own_sd").get<double>()) + "\n";
    };
    session.console.print(line("Samples and pictures", *scores));
    if (scores->contains("halves"))
        session.console.print(line("Two halves of the pictures", scores->at("halves")));
    session.console.print("Features: " + scores->at("features").get<std::string>() +
                          "; not comparable with numbers from other features.\n");
    session.console.printJson(nlohmann::ordered_json(*scores));
    return {};
}

/// A command with the options that all of them have.
CLI::App* command(CLI::App& group, const char* name, const char* what, const std::shared_ptr<GanOptions>& options)
{
    CLI::App* made = group.add_subcommand(name, what);
    made->add_option("--generator", options->generator, "Generator (generator.safetensors of a run)")
        ->required()
        ->check(CLI::ExistingFile);
    made->add_option("--threads", options->factory.threads, "Threads for the arithmetic")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    return made;
}

void addSeries(CLI::App& made, GanOptions& options)
{
    made.add_option("--out", options.out, "Folder to write into")->required();
    made.add_option("--count", options.count, "How many")->check(CLI::Range(1, 1000000))->capture_default_str();
    made.add_option("--first", options.first, "Number of the first one")->check(CLI::Range(0, 100000000))->capture_default_str();
    made.add_option("--seed", options.factory.seed, "Of the series of samples")->capture_default_str();
    made.add_option("--truncation", options.factory.truncation, "1: all variety, smaller: nearer to the mean picture")
        ->check(CLI::Range(0.0, 2.0))
        ->capture_default_str();
}

using Work = base::Status (*)(const GanOptions&, Session&);

void runs(CLI::App* made, const std::shared_ptr<GanOptions>& options, Action& chosen, Work work)
{
    made->callback([options, &chosen, work] {
        chosen = [options, work](Session& session) { return work(*options, session); };
    });
}

void addInterpret(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanOptions>();
    CLI::App* made = command(group, "interpret", "Learn to label samples from some labelled ones", options);
    made->add_option("--samples", options->samples, "Folder that \"gan sample\" wrote")->required()->check(CLI::ExistingDirectory);
    made->add_option("--labels", options->labels,
                     "Folder of label images (PNG or TIFF, a class number per pixel, 255: unknown), named as the samples")
        ->required()
        ->check(CLI::ExistingDirectory);
    made->add_option("--out", options->out, "Interpreter file to write")->required();
    train::InterpreterOptions& learning = options->learning;
    made->add_option("--classes", learning.classNames, "Names of the classes, background first")->delimiter(',')->capture_default_str();
    made->add_option("--taps", learning.taps, "Feature maps")
        ->check(CLI::IsMember({"all13", "all14", "last_per_block"}))
        ->capture_default_str();
    made->add_option("--hidden", learning.hidden, "Sizes of the hidden layers")->delimiter(',')->capture_default_str();
    made->add_option("--classifiers", learning.classifiers, "How many vote")->check(CLI::Range(1, 100))->capture_default_str();
    made->add_option("--epochs", learning.epochs, "At most")->check(CLI::Range(1, 10000))->capture_default_str();
    made->add_option("--pixels", learning.pixelsPerSample, "Pixels of each sample")->check(CLI::Range(1, 1 << 20))->capture_default_str();
    made->add_option("--seed", learning.seed, "Of everything random")->capture_default_str();
    made->add_flag("--json", options->json, "Print the report as JSON");
    runs(made, options, chosen, learnLabels);
}

void addSynthesize(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanOptions>();
    CLI::App* made = command(group, "synthesize", "Make samples with labels", options);
    made->add_option("--interpreter", options->interpreter, "Interpreter file")->required()->check(CLI::ExistingFile);
    made->add_option("--drop", options->drop, "Share of the most uncertain ones that is left out")
        ->check(CLI::Range(0.0, 0.99))
        ->capture_default_str();
    addSeries(*made, *options);
    runs(made, options, chosen, makePairs);
}

void addScore(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanOptions>();
    CLI::App* made = command(group, "score", "How near samples come to pictures (FID-own, KID-own)", options);
    made->add_option("--dataset", options->dataset, "Training set, or the folder \"pictures\" of a run")
        ->required()
        ->check(CLI::ExistingDirectory);
    made->add_option("--model", options->model, "Model whose backbone gives the features; without: a random one, as a control")
        ->check(CLI::ExistingFile);
    made->add_option("--pictures", options->score.pictures, "Of either set, at most")->check(CLI::Range(4, 100000))->capture_default_str();
    made->add_option("--seed", options->score.seed, "Of everything random")->capture_default_str();
    made->add_option("--truncation", options->score.truncation, "As for samples")->check(CLI::Range(0.0, 2.0))->capture_default_str();
    made->add_flag("--any-size", options->score.anySize, "Take the middle square of pictures of several sizes");
    made->add_flag("--json", options->json, "Print the numbers as JSON");
    runs(made, options, chosen, score);
}

} // namespace

void addGanCommand(CLI::App& app, Action& chosen)
{
    CLI::App* group = app.add_subcommand("gan", "Generated pictures and labels for them");
    group->require_subcommand(1);
    addGanTrainCommand(*group, chosen);
    const auto options = std::make_shared<GanOptions>();
    CLI::App* sample = command(*group, "sample", "Make pictures", options);
    addSeries(*sample, *options);
    runs(sample, options, chosen, makeSamples);
    addInterpret(*group, chosen);
    addSynthesize(*group, chosen);
    addScore(*group, chosen);
}

} // namespace blastoscope::cli
